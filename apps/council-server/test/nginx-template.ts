import { readRepositoryFile } from './repository.js';

/** The template of the frontend's nginx, read far enough to be held against the code. */
export interface NginxTemplate {
  readonly text: string;
  /** What the image's entrypoint replaces; nginx's own variables have small letters. */
  readonly variables: readonly string[];
  readonly port: number;
  readonly root: string;
  readonly bodyLimitBytes: number;
  /** First segments of the addresses that go to the backend. */
  readonly proxied: readonly string[];
}

const MEGABYTE = 1024 * 1024;

export function readNginxTemplate(): NginxTemplate {
  const text = readRepositoryFile('docker/nginx/default.conf.template');
  const only = (pattern: RegExp): string => {
    const found = [...text.matchAll(pattern)].map((match) => match[1] ?? '');
    if (found.length !== 1) throw new Error(`${pattern.source} stands ${found.length} times in the nginx template`);
    return found[0] ?? '';
  };
  return {
    text,
    variables: [...new Set([...text.matchAll(/^[^#\n]*\$\{([A-Z_]+)\}/gm)].flatMap(namesOnLine))],
    port: Number(/^listen (\d+);$/m.exec(readRepositoryFile('docker/nginx/listen-http.conf.template'))?.[1]),
    root: /^ *root (\S+);/m.exec(readRepositoryFile('docker/nginx/nginx.conf'))?.[1] ?? '',
    bodyLimitBytes: Number(only(/^ *client_max_body_size (\d+)m;/gm)) * MEGABYTE,
    proxied: only(/^ *location ~ \^\/\(([a-z0-9|]+)\)\(\/\|\$\) \{\n *proxy_pass /gm).split('|'),
  };
}

function namesOnLine(match: RegExpMatchArray): string[] {
  return [...match[0].matchAll(/\$\{([A-Z_]+)\}/g)].map((found) => found[1] ?? '');
}
