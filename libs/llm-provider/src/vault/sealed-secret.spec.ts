import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { masterKeyId, seal, unseal } from './sealed-secret.js';

const newKey = () => createSecretKey(randomBytes(32));
const BINDING = ['provider key', 'acme', 'https://a.example'];

describe('a sealed secret', () => {
  const master = newKey();
  const sealed = seal(master, 'sk-1 ✓', BINDING);

  it('opens under its key, and is never sealed twice alike', () => {
    expect(unseal(master, sealed, BINDING)).toBe('sk-1 ✓');
    const again = seal(master, 'sk-1 ✓', BINDING);
    expect(again.nonce.equals(sealed.nonce) || again.ciphertext.equals(sealed.ciphertext)).toBe(false);
    expect(again.keyId).toBe(masterKeyId(master));
  });

  it('opens under no other key, and for nobody else', () => {
    expect(unseal(newKey(), sealed, BINDING)).toBeNull();
    expect(unseal(master, sealed, ['provider key', 'other', 'https://a.example'])).toBeNull();
    expect(unseal(master, sealed, ['provider key', 'acme', 'https://b.example'])).toBeNull();
    // Joined they would be the same text.
    expect(unseal(master, sealed, ['provider key', 'acmehttps://a.example', ''])).toBeNull();
  });

  it('does not open with a byte changed, or cut short', () => {
    for (let at = 0; at < sealed.ciphertext.length; at += 1) {
      const ciphertext = Buffer.from(sealed.ciphertext);
      ciphertext[at] = (ciphertext[at] ?? 0) ^ 1;
      expect(unseal(master, { ...sealed, ciphertext }, BINDING)).toBeNull();
    }
    expect(unseal(master, { ...sealed, ciphertext: sealed.ciphertext.subarray(0, 8) }, BINDING)).toBeNull();
    expect(unseal(master, { ...sealed, nonce: Buffer.alloc(4) }, BINDING)).toBeNull();
  });

  it('shows nothing of a key in its id', () => {
    const hex = master.export().toString('hex');
    expect(hex).not.toContain(masterKeyId(master));
  });
});
