import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { type CouncilPage, test } from './council-page';
import { withCouncil } from './own-council';
import { PASSWORD, signIn, withPeople } from './people';

const entries = (page: Page) => page.getByRole('list', { name: 'Audit trail' }).getByRole('listitem');

test('an admin finds what somebody tried, narrows it down, and takes it away as a file', async ({ council }) => {
  const { page } = council;
  await withPeople([{ name: 'mira', role: 'viewer' }], async ({ url, as }) => {
    const mira = await as('mira');
    expect(await mira.status('GET', '/api/v1/users')).toBe(403);
    expect(await mira.status('POST', '/api/v1/groups', { name: 'mine', default_agent_uuids: [] })).toBe(403);
    await page.goto(`${url}/settings/audit`);
    await signIn(page, 'admin');
    await expect(entries(page).filter({ hasText: 'Make a group' })).toContainText('not allowed');
    await council.expectAccessible();

    // By keyboard alone: the filter, and what it finds.
    await page.getByRole('combobox', { name: 'Person' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'mira' }).press('Enter');
    await expect(page).toHaveURL(/who=mira/);
    await expect(entries(page).filter({ hasText: 'Add a user' })).toHaveCount(0);
    await expect(entries(page).first()).toContainText('mira');
    await page.getByRole('combobox', { name: 'Action' }).click();
    await page.getByRole('option', { name: 'Was refused' }).click();
    await expect(entries(page)).toHaveCount(2);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export as JSON Lines' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-.*\.jsonl$/);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { who: string }).who)).toEqual(['mira', 'mira']);

    const until = page.getByRole('textbox', { name: 'To' });
    await until.fill('2020-02-31');
    await until.blur();
    await expect(until).toHaveAttribute('aria-invalid', 'true');
    await until.fill('2020-01-01');
    await expect(page.getByText('Nothing was noted that fits')).toBeVisible();
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect(entries(page).filter({ hasText: 'Add a user' })).toBeVisible();

    await onAPhone(council);
  });
});

async function onAPhone(council: CouncilPage): Promise<void> {
  await council.page.setViewportSize({ width: 390, height: 844 });
  await council.settled();
  await council.expectNoSidewaysScroll();
  await council.expectAccessible();
}

test('the trail is read page by page', async ({ council: { page } }) => {
  await withPeople([], async ({ url, as }) => {
    const admin = await as('admin');
    for (let round = 0; round < 55; round += 1) expect(await admin.status('GET', '/api/v1/providers')).toBe(200);
    await page.goto(`${url}/settings/audit?what=keys%3Aread`);
    await signIn(page, 'admin');
    await expect(entries(page)).toHaveCount(50);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(entries(page)).toHaveCount(55);
    await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden();
  });
});

test('a trail that cannot be read says so, and is read again', async ({ council: { page } }) => {
  await withCouncil({}, async ({ url }) => {
    const trail = '**/api/v1/audit*';
    await page.route(trail, (route) => route.fulfill({ status: 400, json: { code: 'QUERY.CURSOR', error: 'no' } }));
    await page.goto(`${url}/settings/audit`);
    await expect(page.getByRole('alert')).toBeVisible();
    await page.unroute(trail);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('Nothing is noted yet')).toBeVisible();
  });
});

test('whoever is no admin is told why the trail is closed', async ({ council }) => {
  const { page } = council;
  await withPeople([{ name: 'mira', role: 'member' }], async ({ url }) => {
    await page.goto(`${url}/settings/audit`);
    await signIn(page, 'mira', PASSWORD);
    await expect(page.getByText('Only admins see this part')).toBeVisible();
    await expect(page.getByText('You speak as a member.')).toBeVisible();
    await council.expectAccessible();
  });
});
