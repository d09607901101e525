import { expect } from '@playwright/test';
import { answerOf, ending, piece, type Reply } from '../../council-server/test/scripted-upstream.mjs';
import { test } from './council-page';
import { withModel } from './own-council';

const DOCUMENT = '# The orchard\n\nWe plant forty apple trees behind the old barn in March.\n';

/** As much as its seat may say at most: the worst case that was put aside for it, or nearly. */
const talks: Reply = (response, call) => {
  const usage = { prompt_tokens: 1_000, completion_tokens: 8_192, total_tokens: 9_192 };
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(piece(answerOf(call)));
  response.write(
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', model: 'm', choices: [], usage })}\n\n`,
  );
  response.end(ending());
};

test('a budget that is reached: capped, with what was said and who is missing, and no verdict out of nothing', async ({
  council,
}) => {
  const { page } = council;
  await withModel(talks, async ({ url, client }) => {
    const price = { provider: 'custom', model: 'scripted', input_per_1k: 0.001, output_per_1k: 0.001 };
    expect((await client.ask('PUT', '/api/v1/models/pricing', price)).status).toBe(200);
    await page.goto(`${url}/start`);
    await page.getByLabel('Document', { exact: true }).fill(DOCUMENT);
    await page.getByLabel('At most, in USD').fill('0.017');
    await page.getByRole('button', { name: 'Convene the council' }).click();
    await expect(page.getByText('The session reached its budget and ended with what it had.')).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByRole('article')).toHaveCount(1);
    await expect(page.getByText('ended at its budget')).toBeVisible();
    await expect(page.getByRole('link', { name: /^Hold it again/ })).toHaveAttribute('href', /^\/start\?from=/);
    await expect(page.getByText(/ is missing: /)).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'Verdict' })).toHaveCount(0);
    await council.expectAccessible();
    await page.goto(`${url}/`);
    await expect(page.getByRole('region', { name: 'Recent sessions' }).getByText('ended at its budget')).toBeVisible();
  });
});
