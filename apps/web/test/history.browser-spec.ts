import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { SpawnedServer } from '../../council-server/test/spawned-server.mjs';
import { test } from './council-page';
import { escapeFrom } from './escape-from';

const COUNCIL_DEBATE = 'b2589b10-54d9-5ab0-bf6f-740f63051889';
const A_PAGE = 20;
let server: SpawnedServer;
let folder: string;

interface Known {
  readonly session_uuid: string;
  readonly group_uuid: string;
  readonly status: string;
  readonly title: string;
}

async function ask(path: string, method = 'GET', body?: object): Promise<Known> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { headers, body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Known;
}

async function hold(title: string, more: object = {}): Promise<string> {
  const input = { document_content: `# ${title}\n\nWe move in May. The roof is a risk.\n` };
  const asked = { template_uuid: COUNCIL_DEBATE, title, input, ...more };
  const { session_uuid: id } = await ask('/workflows/execute', 'POST', asked);
  await expect.poll(async () => (await ask(`/sessions/${id}`)).status).toBe('completed');
  return id;
}

/** A server of its own: what other tests leave behind would stand in the list. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'council-history-'));
  server = await SpawnedServer.start({ environment: { COUNCIL_DATA_DIR: folder } });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rows = (page: Page) => page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
const row = (page: Page, title: string) =>
  rows(page).filter({ has: page.getByRole('link', { name: title, exact: true }) });

async function choose(page: Page, title: string, item: string): Promise<void> {
  await row(page, title)
    .getByRole('button', { name: `More about ${title}` })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a list without rows says what it is for', async ({ council }) => {
  await council.page.goto(`${server.url}/sessions`);
  await expect(council.page.getByText('No session yet')).toBeVisible();
});

test('the list is narrowed down, and the address keeps how', async ({ council }) => {
  const { page } = council;
  const { group_uuid } = await ask('/groups', 'POST', { name: 'Archive' });
  await hold('Kitchen plan');
  await hold('Archive plan', { group_uuid });
  await page.goto(`${server.url}/sessions`);
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, 'Kitchen plan')).toContainText('Score');
  await page.getByRole('searchbox').fill('kitchen');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'completed' }).click();
  await page.getByRole('combobox', { name: 'Template or workflow' }).click();
  await page.getByRole('option', { name: 'Council Debate', exact: true }).click();
  await expect(page).toHaveURL(/q=kitchen&status=completed&workflow=c0deb47e-/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('combobox', { name: 'State' })).toContainText('completed');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('combobox', { name: 'Group' }).click();
  await page.getByRole('option', { name: 'Archive' }).click();
  await expect(row(page, 'Archive plan')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'failed' }).click();
  await expect(page.getByText('No session is like this')).toBeVisible();
  await council.expectAccessible();
  await page.getByRole('button', { name: 'Show all sessions' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.goto(`${server.url}/sessions?status=lost&group=11111111-1111-4111-8111-111111111111`);
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveText('All');
  await expect(page.getByRole('combobox', { name: 'Group' })).toHaveText('unknown');
});

test('a session is renamed, and its log is not', async ({ council }) => {
  const { page } = council;
  const id = await hold('First name');
  await page.goto(`${server.url}/sessions`);
  await choose(page, 'First name', 'Rename');
  const dialog = page.getByRole('dialog', { name: 'Rename this session' });
  await expect(dialog.getByLabel('Title')).toBeFocused();
  await dialog.getByLabel('Title').fill(' ');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Title').fill('Second name');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Second name')).toBeVisible();
  await expect(row(page, 'First name')).toHaveCount(0);
  expect((await ask(`/sessions/${id}`)).title).toBe('Second name');
  expect(JSON.stringify(await ask(`/sessions/${id}/events?limit=1`))).toContain('First name');
});

test('a session is deleted when that was confirmed, and not before', async ({ council }) => {
  const { page } = council;
  const id = await hold('To be forgotten');
  await page.goto(`${server.url}/sessions`);
  await choose(page, 'To be forgotten', 'Delete');
  const dialog = page.getByRole('alertdialog', { name: 'Delete "To be forgotten"?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await escapeFrom(page, dialog);
  await expect(page.getByRole('button', { name: 'More about To be forgotten' })).toBeFocused();
  expect((await ask(`/sessions/${id}`)).status).toBe('completed');
  await choose(page, 'To be forgotten', 'Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'To be forgotten')).toHaveCount(0);
  expect(await ask(`/sessions/${id}`)).toMatchObject({ code: 'SESSION.NOT_FOUND' });
});

test('a session is put before the council again, and held again from a turn', async ({ council }) => {
  const { page } = council;
  const id = await hold('The first try');
  await page.goto(`${server.url}/sessions`);
  await choose(page, 'The first try', 'Run again with changes');
  await expect(page).toHaveURL(`${server.url}/start?from=${id}`);
  await expect(page.getByRole('heading', { name: 'As in “The first try”' })).toBeVisible();
  const document = page.getByLabel('Document', { exact: true });
  await expect(document).toHaveValue(/^# The first try/);
  await document.fill('# The changed one\n\nWe move in June. The roof is done.\n');
  await page.getByRole('button', { name: 'Convene the council' }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await page.goto(`${server.url}/sessions`);
  await expect(row(page, 'The changed one')).toBeVisible();
  await choose(page, 'The first try', 'Hold again from a turn');
  const dialog = page.getByRole('dialog', { name: 'Hold it again' });
  await dialog.getByRole('combobox', { name: 'From where' }).click();
  await page.getByRole('option', { name: 'after Risk Auditor' }).click();
  await dialog.getByLabel('Title').fill('The second try');
  await dialog.getByRole('button', { name: 'Hold it again' }).click();
  await expect(page).toHaveURL(/\/sessions\/(?!.*from)[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'The second try' })).toBeVisible();
  await page.goto(`${server.url}/sessions`);
  await expect(row(page, 'The second try')).toContainText('Held again from another session');
});

test('a session is taken along as a report and as everything there is', async ({ council }) => {
  const { page } = council;
  await hold('To take along');
  await page.goto(`${server.url}/sessions`);
  const saved = async (item: string): Promise<{ name: string; text: string }> => {
    const download = page.waitForEvent('download');
    await choose(page, 'To take along', item);
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const report = await saved('Save the report (Markdown)');
  expect(report.name).toBe('To take along.md');
  expect(report.text).toMatch(/^# To take along\n/);
  const all = await saved('Save everything (JSON)');
  expect(all.name).toBe('To take along.json');
  expect(JSON.parse(all.text)).toMatchObject({ events: expect.arrayContaining([]), head_hash: expect.any(String) });
});

test('the report is laid out for paper, without what steers the page', async ({ council }) => {
  const { page } = council;
  const id = await hold('On paper');
  await page.addInitScript(() => {
    window.print = () => {
      document.body.setAttribute('data-printed', 'yes');
    };
  });
  await council.inTheme('dark');
  await page.goto(`${server.url}/sessions`);
  await choose(page, 'On paper', 'Print, or save as PDF');
  await expect(page).toHaveURL(`${server.url}/sessions/${id}/print`);
  await expect(page.getByRole('heading', { name: 'Verdict' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'On paper' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Print, or save as PDF' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print, or save as PDF' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Verdict' })).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('more than a page is shown page by page', async ({ council }) => {
  const { page } = council;
  for (let nth = 1; nth <= A_PAGE + 1; nth += 1) await hold(`Many ${nth}`);
  await page.goto(`${server.url}/sessions?q=Many`);
  await expect(rows(page)).toHaveCount(A_PAGE);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(A_PAGE + 1);
  await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0);
});

test('a list that no answer comes for says why, and is there by itself once the server answers', async ({
  council,
}) => {
  const { page } = council;
  await hold('Still there');
  await page.route('**/api/v1/sessions*', (route) => route.abort());
  await page.goto(`${server.url}/sessions`);
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached. Check that it runs');
  await page.unrouteAll();
  // Nothing is pressed: a server that is gone is asked until it is there, and then everything is read anew.
  await expect(row(page, 'Still there')).toBeVisible();
});

test('a list that is refused says why, and is read again by its button', async ({ council }) => {
  const { page } = council;
  await hold('Refused once');
  const lists = '**/api/v1/sessions*';
  await page.route(lists, (route) => route.fulfill({ status: 400, json: { code: 'QUERY.CURSOR', error: 'no' } }));
  await page.goto(`${server.url}/sessions`);
  await expect(page.getByRole('alert')).toContainText('QUERY.CURSOR');
  await page.unroute(lists);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(row(page, 'Refused once')).toBeVisible();
});
