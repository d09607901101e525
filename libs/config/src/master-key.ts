import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** AES-256 takes no other length. */
const KEY_BYTES = 32;

/** 32 bytes in hex or base64; as an object that neither a log line nor JSON shows the inside of. */
export const masterKey = z
  .string()
  .transform((text, context): KeyObject => {
    const bytes = bytesOf(text);
    if (bytes?.length === KEY_BYTES) return createSecretKey(bytes);
    context.addIssue(`must be ${KEY_BYTES} bytes in hex or base64: openssl rand -hex ${KEY_BYTES} makes one`);
    return z.NEVER;
  })
  .optional();

function bytesOf(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  // The decoder passes over what is no base64: a key with a slip in it would be another key.
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : null;
}
