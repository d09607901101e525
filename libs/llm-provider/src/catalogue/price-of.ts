import type { Price } from '@council/contracts';
import type { Endpoint } from '../providers/endpoints.js';
import { isLoopbackUrl } from '../providers/provider-address.js';
import { PRICE_TABLE } from './price-table.js';

const FREE: Price = { input_per_1k: 0, output_per_1k: 0 };

/** The prices that users have entered, at hand without waiting: seats are planned in one go. */
export abstract class OwnPrices {
  abstract find(provider: string, model: string): Price;
}

/**
 * What a user has entered holds everywhere. Else a server of one's own costs nothing, a vendor's list holds at the
 * vendor's address, and the rest is unknown (null).
 */
export function priceOf(endpoint: Endpoint, model: string, own: OwnPrices): Price {
  const { preset, baseUrl } = endpoint;
  const entered = own.find(preset.name, model);
  if (entered !== null) return entered;
  if (preset.name === 'ollama' || isLoopbackUrl(baseUrl)) return FREE;
  if (baseUrl !== preset.baseUrl) return null;
  const vendor = Object.hasOwn(PRICE_TABLE, preset.name) ? PRICE_TABLE[preset.name] : undefined;
  const pair = vendor !== undefined && Object.hasOwn(vendor, model) ? vendor[model] : undefined;
  return pair === undefined ? null : { input_per_1k: pair[0], output_per_1k: pair[1] };
}
