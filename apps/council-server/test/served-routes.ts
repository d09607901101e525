import { readSources } from './repository.js';

/** Addresses that the sources declare: controllers with their reads, gateways, and the description of the API. */
export function servedRoutes(): string[] {
  return readSources().flatMap((source) => {
    const gateway = /@WebSocketGateway\(\{ path: '([^']+)'/.exec(source)?.[1];
    const description = /OPEN_API_PATH = '([^']+)'/.exec(source)?.[1];
    const controller = /@Controller\('([^']+)'\)/.exec(source)?.[1];
    const reads = [...source.matchAll(/@(?:Get|Sse)\((?:'([^']*)')?\)/g)].map((match) => match[1] ?? '');
    const below = controller === undefined ? [] : ['', ...reads].map((path) => `/${controller}/${path}`);
    return [gateway, description, ...below]
      .filter((path) => path !== undefined)
      .map((path) => (path.length > 1 ? path.replace(/\/$/, '') : path));
  });
}
