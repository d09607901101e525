import { expect, type Page } from '@playwright/test';
import { Gate } from '../../council-server/test/gate';
import { test } from './council-page';
import { withModel } from './own-council';

const SEATS = 3;
const ORCHARD =
  '# The orchard\n\nWe plant forty apple trees behind the old barn in March.\nThe apples go to the press in Kent.\n';
const HARBOUR =
  '# The harbour\n\nWe dredge the harbour basin before the ferries return.\nThe ferries need four metres of water.\n';

const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });

test('two sessions at once, each in its tab: no word of the one is in the other', async ({ council, context }) => {
  const gate = new Gate();
  gate.close();
  await withModel(gate.speak, async ({ url, client }) => {
    const tabs = [council.page, await context.newPage()];
    const rooms = await Promise.all(
      [ORCHARD, HARBOUR].map((document) => client.convene({ document, objective: 'Go?' })),
    );
    for (const [index, tab] of tabs.entries()) {
      await tab.goto(`${url}/sessions/${rooms[index] ?? ''}`);
      await expect(conversation(tab).getByText('speaking')).toHaveCount(2);
    }
    gate.open();
    for (const [tab, own, other] of [
      [tabs[0], /apple/i, /harbour|ferries/i],
      [tabs[1], /harbour|ferries/i, /apple/i],
    ] as const) {
      if (tab === undefined) throw new Error('there are two tabs');
      await expect(conversation(tab).getByRole('article')).toHaveCount(SEATS, { timeout: 60_000 });
      await expect(conversation(tab).getByText('speaking')).toHaveCount(0);
      await expect(conversation(tab)).toContainText(own);
      await expect(conversation(tab)).not.toContainText(other);
    }
  });
});
