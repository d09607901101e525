import type { Page } from '@playwright/test';

const FUNCTIONS = 8_000;
const PARAGRAPHS = 1_500;

/** At this address of the server lies a page that never changes: how long it takes says how fast the machine is today. */
export const REFERENCE_PATH = '/reference-page';

/** Code to compile and run once, and text to lay out, as a first visit has both. */
export async function layReferencePage(page: Page): Promise<void> {
  const code = Array.from(
    { length: FUNCTIONS },
    (_, index) =>
      `function f${index}(x){const parts=[x,${index}].map((part)=>({part,text:String(part*${index})}));` +
      `return parts.reduce((sum,{text})=>sum+text.length,0)}sum+=f${index}(${index});`,
  ).join('\n');
  const draw =
    `const main=document.querySelector('main');for(let line=0;line<${PARAGRAPHS};line+=1){const p=document.createElement('p');` +
    `p.textContent='A line of the reference page, number '+line+', as long as lines are. '.repeat(2);main.append(p)}` +
    `const title=document.createElement('h1');title.textContent='Reference '+sum;main.prepend(title);`;
  await page.route(`**${REFERENCE_PATH}`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Reference</title><style>h1{font-size:80px}</style><main></main><script>let sum=0;${code}${draw}</script>`,
    }),
  );
}
