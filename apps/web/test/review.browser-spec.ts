import { expect, type Page } from '@playwright/test';
import { test } from './council-page';
import { escapeFrom } from './escape-from';
import { startOptimizeSession } from './optimize-session';

const SERVER = () => process.env['COUNCIL_URL'] ?? '';
const REVIEW = (page: Page) => page.getByRole('region', { name: 'The council waits for you' });
const DECISIONS = (page: Page) => page.getByRole('list', { name: 'Decisions' }).getByRole('listitem');

async function openWaiting(council: { page: Page; open: (path: string) => Promise<void> }): Promise<string> {
  const uuid = await startOptimizeSession(SERVER());
  await council.open(`/sessions/${uuid}`);
  await expect(REVIEW(council.page)).toBeVisible({ timeout: 60_000 });
  return uuid;
}

test('a person changes the proposal, and another tab sees what was decided', async ({ council, context }) => {
  const { page } = council;
  const uuid = await openWaiting(council);
  await council.expectAccessible();
  const other = await context.newPage();
  await other.goto(`${SERVER()}/sessions/${uuid}`);
  await expect(REVIEW(other)).toBeVisible();
  await REVIEW(page).getByRole('button', { name: 'Modify', exact: true }).click();
  const editor = page.getByLabel('The document as you want it');
  await expect(editor).toHaveValue(/Saturdays/);
  await editor.fill('# Memo\n\nWe close on Saturdays from October.\n');
  const edits = REVIEW(page).getByRole('region', { name: /^Your text changes version 1/ });
  await expect(edits).toContainText('+We close on Saturdays from October.');
  // Each way on keeps its own words, and the focus is where the next key is meant to go.
  await REVIEW(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(REVIEW(page).getByRole('button', { name: 'Modify', exact: true })).toBeFocused();
  await REVIEW(page).getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByLabel('Why it is rejected')).toBeFocused();
  await page.keyboard.type('Perhaps');
  await REVIEW(page).getByRole('button', { name: 'Cancel' }).click();
  await REVIEW(page).getByRole('button', { name: 'Modify', exact: true }).click();
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue(/from October/);
  // Neither a reload nor the decision of somebody else takes it away.
  await page.reload();
  await expect(editor).toHaveValue(/from October/);
  await REVIEW(other).getByRole('button', { name: 'Modify', exact: true }).click();
  await other.getByLabel('The document as you want it').fill('# Another memo');
  await REVIEW(page).getByRole('button', { name: 'Modify', exact: true }).click();
  await expect(DECISIONS(page).first()).toContainText('Modify');
  await expect(DECISIONS(page).first()).toBeFocused();
  await expect(DECISIONS(other).first()).toContainText('Modify');
  await expect(DECISIONS(other).first()).toContainText('by you');
  await expect(other.getByRole('status', { name: 'This was decided in the meantime' })).toContainText('# Another memo');
  await expect(page.getByText('This was decided in the meantime')).toHaveCount(0);
});

test('a rejection needs its reason and ends the session', async ({ council }) => {
  const { page } = council;
  await openWaiting(council);
  await REVIEW(page).getByRole('button', { name: 'Reject' }).click();
  await expect(REVIEW(page).getByRole('button', { name: 'Reject' })).toBeDisabled();
  await page.getByLabel('Why it is rejected').fill('The costs are missing.');
  await REVIEW(page).getByRole('button', { name: 'Reject' }).click();
  await expect(REVIEW(page)).toBeHidden();
  await expect(DECISIONS(page).first()).toContainText('The costs are missing.');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeDisabled();
});

test('a roll back begins another round, and a decision that comes too late is told so', async ({
  council,
  context,
}) => {
  const { page } = council;
  const uuid = await openWaiting(council);
  const late = await context.newPage();
  // It hears of nothing after it was opened, as a laptop that slept.
  await late.routeWebSocket(/\/ws/, (socket) => socket.close());
  await late.goto(`${SERVER()}/sessions/${uuid}`);
  await expect(REVIEW(late)).toBeVisible();
  await late.route(/\/reviews(\?|$)/, (route) => route.abort());
  await REVIEW(page).getByRole('button', { name: 'Roll back' }).click();
  await expect(DECISIONS(page).first()).toContainText('Roll back');
  await REVIEW(late).getByRole('button', { name: 'Approve' }).click();
  await expect(late.getByRole('alert')).toContainText('This was decided in the meantime');
  await expect(DECISIONS(page)).toHaveCount(1);
  await expect(REVIEW(page)).toContainText('Round 2', { timeout: 60_000 });
});

test('a session that waits is paused, resumed, spoken to and stopped', async ({ council }) => {
  const { page } = council;
  await openWaiting(council);
  await page.getByRole('textbox', { name: 'Say something to the council' }).fill('Mind the rota.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('paragraph').filter({ hasText: 'Mind the rota.' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Say something to the council' })).toHaveValue('');
  await page.getByRole('button', { name: 'Answer now', exact: true }).click();
  await expect(page.getByRole('alertdialog')).toContainText('This cannot be taken back.');
  await escapeFrom(page, page.getByRole('alertdialog'));
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Stop this session?' });
  await expect(dialog).toBeVisible();
  await escapeFrom(page, dialog);
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeFocused();
  // At the end of what was said, where the verdict lies far above.
  await page.getByRole('textbox', { name: 'Say something to the council' }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('The session was stopped before its end.')).toBeVisible();
  const toVerdict = page.getByRole('button', { name: 'To the verdict' });
  await toVerdict.click();
  await expect(page.locator('#verdict')).toBeFocused();
  await expect(page.locator('#verdict')).toBeInViewport();
  await expect(toVerdict).toHaveCount(0);
});
