import { demand } from '../topology.mjs';

export const browser = [
  {
    name: 'browser',
    isShort: false,
    sabotage: 'a security policy under which no script runs',
    async run(topology, isSabotaged) {
      if (isSabotaged) await topology.front.restart((site) => site.replace("script-src 'self'", "script-src 'none'"));
      const { chromium } = await import('@playwright/test');
      const program = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
      try {
        const tab = await program.newPage();
        const complaints = [];
        tab.on('console', (message) => {
          if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
        });
        tab.on('pageerror', (error) => complaints.push(error.message));
        await tab.goto(topology.front.url);
        await tab.getByRole('heading').first().waitFor({ timeout: 10_000 });
        demand(complaints.length === 0, complaints.join('\n'));
        return 'the page draws itself under the policy that nginx sends';
      } finally {
        await program.close();
      }
    },
  },
];
