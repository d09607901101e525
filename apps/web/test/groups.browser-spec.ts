import { expect, type Page } from '@playwright/test';
import { test } from './council-page';
import { choose, exported, importFile, pick } from './library-files';

const NOTE = '# Rota\n\nWe close the counter on Saturdays from October. Two people would be free on Mondays.\n';
const members = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ hasText: /./ });

async function create(page: Page, name: string, seats: readonly string[]): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  for (const seat of seats) await pick(page, page.getByRole('combobox', { name: 'Add a member' }), seat);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a group of two is made, ordered by keyboard, and started', async ({ council }) => {
  const { page } = council;
  await council.open('/groups');
  await page.getByRole('link', { name: 'New group' }).click();
  await create(page, 'Rota board', ['Value Defender', 'Risk Auditor']);
  await page.getByRole('button', { name: 'Move Value Defender down' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Move Value Defender up' })).toBeFocused();
  await expect(page.getByText('Value Defender is now number 2 of 2')).toBeAttached();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Not saved yet')).toBeHidden();
  await page.reload();
  await expect(members(page)).toHaveText([/^RA.*Risk Auditor/, /^VD.*Value Defender/]);
  await page.getByRole('button', { name: 'Convene the group' }).click();
  await expect(page.getByLabel('Objective')).toHaveAccessibleDescription(/document or an objective/);
  await page.getByLabel('Objective').fill('Should we close on Saturdays?');
  await page.getByLabel('Document').fill(NOTE);
  await council.expectAccessible();
  await page.getByRole('button', { name: 'Convene the group' }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('article').filter({ hasText: 'Risk Auditor' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  await page.getByRole('link', { name: 'Rota board', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(1);
  await choose(page, 'Rota board', 'Delete');
  await expect(page.getByRole('alertdialog')).toContainText(/go with it: .+\./);
});

test('a group is held against its rules, and asks before it is left', async ({ council }) => {
  const { page } = council;
  await council.open('/groups/new');
  await page.getByLabel(/^Budget a month/).fill('-1');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(page.getByLabel(/^Budget a month/)).toHaveAccessibleDescription(/At least 0/);
  await page.getByRole('link', { name: 'Agents', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveTitle('Agents · The Council');
});

test('a group is duplicated, goes out and comes back as a file, and is deleted', async ({ council }) => {
  const { page } = council;
  await council.open('/groups/new');
  await create(page, 'Travelling board', ['Chief Justice']);
  await choose(page, 'Travelling board', 'Duplicate');
  await expect(page.getByRole('heading', { level: 1, name: 'Travelling board (copy)' })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('travelling board');
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/called that too/);
  await page.getByLabel('Name', { exact: true }).fill('Travelling board (copy)');
  const { text } = await exported(page, 'Travelling board (copy)');
  const renamed = { ...(JSON.parse(text) as object), name: 'Board returned' };
  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  await importFile(page, 'back.json', JSON.stringify(renamed));
  await expect(page.getByRole('heading', { level: 1, name: 'Board returned' })).toBeVisible();
  expect(JSON.parse((await exported(page, 'Board returned')).text)).toEqual(renamed);
  await choose(page, 'Board returned', 'Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveTitle('Groups · The Council');
  await expect(page.getByRole('link', { name: 'Board returned' })).toBeHidden();
  const stranger = { ...renamed, default_agent_uuids: ['11111111-1111-4111-8111-111111111111'] };
  await importFile(page, 'stranger.json', JSON.stringify(stranger));
  await expect(page.getByRole('alert')).toContainText('default_agent_uuids.0');
  await expect(page.getByRole('link', { name: 'Board returned' })).toBeHidden();
});
