import { demand } from '../topology.mjs';

export const page = [
  {
    name: 'page',
    isShort: true,
    sabotage: 'nginx sends no security policy',
    async run(topology, isSabotaged) {
      if (isSabotaged)
        await topology.front.restart((site) => site.replace(/add_header Content-Security-Policy.*\n/, ''));
      const { url } = topology.front;
      const index = await fetch(`${url}/sessions/nowhere`);
      const policy = index.headers.get('content-security-policy') ?? '';
      demand(policy.includes("script-src 'self'"), 'the page has no security policy');
      demand(!/\d/.test(index.headers.get('server') ?? ''), 'nginx tells its version');
      const files = [...(await index.text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
      demand(files.length > 1, 'the page names no files');
      for (const path of files) {
        const file = await fetch(`${url}${path}`, { headers: { 'accept-encoding': 'gzip' } });
        demand(file.ok, `${path} answers ${file.status}`);
        demand(/immutable/.test(file.headers.get('cache-control') ?? ''), `${path} is not kept`);
        if (/\.(js|css)$/.test(path)) demand(file.headers.get('content-encoding') === 'gzip', `${path} is not packed`);
        await file.arrayBuffer();
      }
      demand((await fetch(`${url}/metrics`)).status === 404, '/metrics is public');
      demand((await fetch(`${url}/api/v1/sessions`)).status === 401, 'a stranger reads sessions');
      return `${files.length} files, packed and kept`;
    },
  },
];
