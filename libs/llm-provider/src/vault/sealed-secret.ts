import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A secret that only its master key opens, and only as what it was sealed for. */
export interface SealedSecret {
  /** Which master key: tells keys apart and says nothing about them. */
  readonly keyId: string;
  readonly nonce: Buffer;
  /** With the tag at its end. */
  readonly ciphertext: Buffer;
}

export const masterKeyId = (master: KeyObject): string =>
  createHmac('sha256', master).update('council master key id').digest('hex').slice(0, 16);

/** The binding is authenticated, not kept: whoever moves the row to another provider or origin cannot open it there. */
export function seal(master: KeyObject, secret: string, binding: readonly string[]): SealedSecret {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, master, nonce);
  cipher.setAAD(Buffer.from(JSON.stringify(binding)));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return { keyId: masterKeyId(master), nonce, ciphertext: Buffer.concat([text, cipher.getAuthTag()]) };
}

/** Null: another key, another binding, or changed bytes. Which of them, nobody can say. */
export function unseal(master: KeyObject, sealed: SealedSecret, binding: readonly string[]): string | null {
  const { nonce, ciphertext } = sealed;
  if (nonce.length !== NONCE_BYTES || ciphertext.length < TAG_BYTES) return null;
  const end = ciphertext.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, master, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(JSON.stringify(binding)));
  decipher.setAuthTag(ciphertext.subarray(end));
  try {
    return Buffer.concat([decipher.update(ciphertext.subarray(0, end)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
