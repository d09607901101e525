import type { Price } from '@council/contracts';
import type { Endpoint } from '../providers/endpoints.js';
import { isLoopbackUrl } from '../providers/provider-address.js';
import { PRICE_TABLE } from './price-table.js';

const FREE: Price = { input_per_1k: 0, output_per_1k: 0 };

/** A server of one's own costs nothing; a vendor's list holds at the vendor's address; the rest is unknown (null). */
export function priceOf(endpoint: Endpoint, model: string): Price {
  const { preset, baseUrl } = endpoint;
  if (preset.name === 'ollama' || isLoopbackUrl(baseUrl)) return FREE;
  if (baseUrl !== preset.baseUrl) return null;
  const vendor = Object.hasOwn(PRICE_TABLE, preset.name) ? PRICE_TABLE[preset.name] : undefined;
  const pair = vendor !== undefined && Object.hasOwn(vendor, model) ? vendor[model] : undefined;
  return pair === undefined ? null : { input_per_1k: pair[0], output_per_1k: pair[1] };
}
