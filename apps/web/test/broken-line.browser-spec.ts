import { expect, type Page } from '@playwright/test';
import { CouncilClient } from '../../council-server/test/council-client.mjs';
import { Gate } from '../../council-server/test/gate';
import { test } from './council-page';
import { withModel } from './own-council';
import { freePort, TcpProxy } from './tcp-proxy';

const DOCUMENT =
  '# The orchard\n\nWe plant forty apple trees behind the old barn in March.\nThe apples go to the press in Kent.\n';
const SEATS = 3;
const GONE = 'The server cannot be reached';

const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });

interface Scene {
  readonly gate: Gate;
  readonly line: TcpProxy;
  readonly untilEnded: () => Promise<unknown>;
  /** What was heard over the line is what a page reads that never lost it. */
  readonly expectWhole: (other: Page) => Promise<void>;
}

/** A room that is open over a line that can be cut, with two seats in the middle of their first words. */
async function speaking(page: Page, play: (scene: Scene) => Promise<void>): Promise<void> {
  const gate = new Gate();
  gate.close();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const client = new CouncilClient(() => url);
  const line = new TcpProxy(port);
  await line.open();
  const scene = async (): Promise<void> => {
    const uuid = await client.convene({ document: DOCUMENT, objective: 'Go?' });
    await page.goto(`${line.url}/sessions/${uuid}`);
    await expect(conversation(page).getByText('speaking')).toHaveCount(2);
    const words = (of: Page) => conversation(of).getByRole('article').locator('p, li').allTextContents();
    await play({
      gate,
      line,
      untilEnded: () => client.untilEnded(uuid),
      expectWhole: async (other) => {
        await expect(page.getByText('completed').first()).toBeVisible({ timeout: 60_000 });
        await expect(conversation(page).getByRole('article')).toHaveCount(SEATS);
        await expect(conversation(page).getByText('speaking')).toHaveCount(0);
        await other.goto(`${url}/sessions/${uuid}`);
        await expect(conversation(other).getByRole('article')).toHaveCount(SEATS);
        expect(await words(page)).toEqual(await words(other));
      },
    });
  };
  try {
    await withModel(gate.speak, scene, { PORT: String(port), PUBLIC_URL: line.url });
  } finally {
    gate.open();
    await line.cut();
  }
}

test('the line breaks while seats speak and is back before they end: no word is lost or doubled', async ({
  council,
  context,
}) => {
  const { page } = council;
  await speaking(page, async ({ gate, line, expectWhole }) => {
    await line.cut();
    await expect(page.getByText(GONE)).toBeVisible({ timeout: 60_000 });
    await line.open();
    await expect(page.getByText(GONE)).toBeHidden({ timeout: 60_000 });
    await expect(conversation(page).getByText('speaking')).toHaveCount(2);
    gate.open();
    await expectWhole(await context.newPage());
  });
});

test('the line breaks, the council ends meanwhile, and the page catches up by itself', async ({ council, context }) => {
  const { page } = council;
  await speaking(page, async ({ gate, line, untilEnded, expectWhole }) => {
    await line.cut();
    gate.open();
    await untilEnded();
    await expect(page.getByText(GONE)).toBeVisible({ timeout: 60_000 });
    await line.open();
    await expectWhole(await context.newPage());
  });
});
