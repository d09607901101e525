import { expect, type Page } from '@playwright/test';
import { test } from './council-page';
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
  await REVIEW(page).getByRole('button', { name: 'Modify', exact: true }).click();
  await expect(DECISIONS(page).first()).toContainText('Modify');
  await expect(DECISIONS(other).first()).toContainText('Modify');
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
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Stop this session?' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('The session was stopped before its end.')).toBeVisible();
});
