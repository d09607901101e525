import { KeyVault } from '@council/llm-provider';
import type { INestApplicationContext } from '@nestjs/common';

/** Before models speak: says in words that the master key is not the right one. What only reads logs needs no key. */
export async function requireKeys(app: INestApplicationContext): Promise<void> {
  try {
    await app.get(KeyVault).openAll();
  } catch (error) {
    await app.close();
    throw error;
  }
}
