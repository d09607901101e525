import { AppError } from '@council/kernel';

const CLEAR = '"council-server keys clear" removes the stored keys, which then have to be entered again.';

export function noMasterKey(): AppError {
  return new AppError('conflict', 'VAULT.NO_MASTER_KEY', 'this server keeps no keys: it has no master key', {
    detail:
      'Set COUNCIL_MASTER_KEY (or COUNCIL_MASTER_KEY_FILE) to 32 bytes in hex or base64, such as "openssl rand -hex 32" ' +
      'makes, and start the server again; or set the key in the environment.',
  });
}

/** Keys are stored, and what would open them is not set. */
export function masterKeyMissing(providers: readonly string[]): AppError {
  const stored = `keys are stored for ${providers.join(', ')}`;
  return new AppError('invalid', 'VAULT.LOCKED', `COUNCIL_MASTER_KEY is not set, and ${stored}`, {
    detail: `Set COUNCIL_MASTER_KEY (or COUNCIL_MASTER_KEY_FILE) to the key that they were stored with. ${CLEAR}`,
  });
}

export function wrongMasterKey(providers: readonly string[]): AppError {
  const message = `COUNCIL_MASTER_KEY does not open the keys that are stored for ${providers.join(', ')}`;
  return new AppError('invalid', 'VAULT.LOCKED', message, {
    detail:
      'Set COUNCIL_MASTER_KEY to the key that they were stored with. While keys are moved to a new master key, set the ' +
      `one before as COUNCIL_MASTER_KEY_OLD. ${CLEAR}`,
  });
}

/** Something was stored with a master key that this server does not have: what it would add, others could not open. */
export function masterKeyReplaced(): AppError {
  return new AppError('conflict', 'VAULT.LOCKED', 'the master key was replaced since this server was started', {
    detail: 'Start it again with the new COUNCIL_MASTER_KEY.',
  });
}
