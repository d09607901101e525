import { expect } from '@playwright/test';
import { answerOf, ending, piece, type Reply } from '../../council-server/test/scripted-upstream.mjs';
import { test } from './council-page';
import { withModel } from './own-council';

const DOCUMENT = '# The orchard\n\nWe plant forty apple trees behind the old barn in March.\n';
const TEXT = [
  'The trees cost from $5 to $10 each, so \\(40 \\cdot 10 = 400\\) at most:',
  '$$\n\\sum_{i=1}^{40} c_i \\le 400\n$$',
  '| year | trees |\n| --- | --- |\n| 2026 | 40 |',
  '```js\nconst trees = "\\\\(40\\\\)";\n```',
  '<img src="x" onerror="document.title=\'taken\'"> <script>document.title="taken"</script>',
  '[a link](javascript:alert(1)) and ![a picture](https://example.com/p.png)',
].join('\n\n');

/** The sides say all that Markdown can; the judge judges. */
const writes: Reply = (response, call) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(piece(call.seat === 'judge' ? answerOf(call) : TEXT) + ending());
};

test('what a model writes is drawn as it is meant, and nothing of it is executed or fetched', async ({ council }) => {
  const { page } = council;
  await withModel(writes, async ({ url, client }) => {
    const id = await client.convene({ document: DOCUMENT, objective: 'Go?' });
    await client.untilEnded(id, 60_000);
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) foreign.push(request.url());
    });
    await page.goto(`${url}/sessions/${id}`);
    const article = page.getByRole('article').first();
    await expect(article.locator('math')).toHaveCount(2);
    await expect(article.locator('math mo', { hasText: '∑' })).toBeVisible();
    await expect(article).toContainText('from $5 to $10 each');
    await expect(article.getByRole('cell', { name: '2026' })).toBeVisible();
    await expect(article.locator('pre code')).toContainText('const trees = "\\\\(40\\\\)";');
    await expect(article.locator('img, script')).toHaveCount(0);
    await expect(article).toContainText('<script>');
    await expect(article.locator('a[href^="javascript"]')).toHaveCount(0);
    await expect(page).not.toHaveTitle(/taken/);
    expect(foreign).toEqual([]);
    await council.expectAccessible();
  });
});
