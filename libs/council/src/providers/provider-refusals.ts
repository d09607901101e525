import { AppError } from '@council/kernel';

export function unknownProvider(id: string): AppError {
  return new AppError('not-found', 'PROVIDER.NOT_FOUND', 'provider not found', {
    detail: `There is no provider ${id}.`,
  });
}

export function providerExists(id: string): AppError {
  return new AppError('conflict', 'PROVIDER.EXISTS', `there is a provider ${id} already, or the name is reserved`);
}

export function isPreset(): AppError {
  const message = 'a provider that comes with the product cannot be deleted: switch it off';
  return new AppError('forbidden', 'PROVIDER.IS_PRESET', message);
}

export function addressNeeded(): AppError {
  return refusal('PROVIDER.ADDRESS_NEEDED', 'base_url', 'a provider that you have added has no other address');
}

export function addressRefused(path: 'base_url' | 'proxy_url', why: string): AppError {
  return refusal('PROVIDER.ADDRESS_REFUSED', path, why);
}

export function wrongOrigin(current: string | null): AppError {
  const message = current === null ? 'the provider has no address' : `the address of the provider is at ${current}`;
  return refusal('PROVIDER.WRONG_ORIGIN', 'origin', message);
}

export function keyNotNeeded(): AppError {
  return new AppError('conflict', 'PROVIDER.KEY_NOT_NEEDED', 'no key is sent to this provider', {
    detail: 'Say that it needs one (needs_key) first.',
  });
}

/** The key that counts was entered for one origin. */
export function enterKeyAgain(): AppError {
  return new AppError(
    'conflict',
    'PROVIDER.KEY_STORED',
    'the key was entered in the app: enter it again for this origin',
    {
      detail: 'PUT /api/v1/providers/:id/key {"key": "...", "origin": "..."}, or DELETE it.',
    },
  );
}

function refusal(code: string, path: string, message: string): AppError {
  return new AppError('invalid', code, message, { issues: [{ path, code, message }] });
}
