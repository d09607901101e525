import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ModelServer } from '../../council-server/test/model-server';
import { SpawnedServer } from '../../council-server/test/spawned-server.mjs';
import { test } from './council-page';

/** Long enough to be found wherever it would turn up. */
const KEY = 'sk-browser-1f0c9a7be2';
const ENTERED = 'sk-entered-77ab21c09d';
let server: SpawnedServer;
let models: ModelServer;
let folder: string;

/** A server of its own: with a provider that can be called, sessions of other tests would be spoken by it. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'council-settings-'));
  models = await ModelServer.start();
  server = await SpawnedServer.start({
    environment: { COUNCIL_DATA_DIR: folder, COUNCIL_KEY_OFFICE: KEY, COUNCIL_MASTER_KEY: 'c0'.repeat(32) },
  });
});
test.afterAll(async () => {
  await server.stop();
  await models.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function addProvider(page: Page, id: string, address: string, listed: string): Promise<void> {
  await page.goto(`${server.url}/settings/providers`);
  await page.getByRole('link', { name: 'Add a provider' }).click();
  await page.getByLabel('Id', { exact: true }).fill(id);
  await page.getByLabel('Name', { exact: true }).fill(`The ${id}`);
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByRole('combobox', { name: 'Where it is' }).click();
  await page.getByRole('option', { name: 'On this machine or in a network of your own' }).click();
  await page.getByRole('checkbox', { name: 'Needs a key' }).check();
  await page.getByLabel('Models that agents may choose').fill(listed);
  await page.getByRole('button', { name: 'Add a provider' }).click();
  await expect(page.getByRole('heading', { name: `The ${id}` })).toBeVisible();
}

async function testWith(page: Page, model: string): Promise<void> {
  await page.getByRole('combobox', { name: 'With' }).click();
  await page.getByRole('option', { name: model, exact: true }).click();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a provider is added, tested well and badly, changed and deleted; its key is nowhere', async ({ council }) => {
  const { page } = council;
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/')) bodies.push(response.text().catch(() => ''));
  });
  await addProvider(page, 'office', models.baseUrl, 'well\nwrong-key');
  await expect(panel(page, 'Key')).toContainText('COUNCIL_KEY_OFFICE');
  await expect(panel(page, 'Key').getByText('set', { exact: true })).toBeVisible();
  const result = panel(page, 'Test the connection').getByRole('status');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(result).toContainText('It answers');
  await testWith(page, 'well');
  await expect(result).toContainText('The first byte came after');
  expect(models.seen.at(-1)?.authorization).toBe(`Bearer ${KEY}`);
  await testWith(page, 'wrong-key');
  await expect(result).toContainText('The key is missing or was refused');
  await expect(result).toContainText('Incorrect API key provided');
  await page.getByRole('button', { name: '中文' }).click();
  const chinese = panel(page, '测试连接').getByRole('status');
  await expect(chinese).toContainText('缺少密钥，或密钥被拒绝');
  await expect(chinese.locator('p').nth(1)).toContainText(/\p{Script=Han}/u);
  await page.getByRole('button', { name: 'English' }).click();

  await panel(page, 'Models').getByRole('button', { name: 'Ask the provider' }).click();
  await expect(page.getByRole('region', { name: 'Models that the provider offers' })).toContainText('well');
  await council.expectAccessible();

  await page.getByLabel('Name', { exact: true }).fill('The office upstairs');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'The office upstairs' })).toBeVisible();
  await page.getByRole('switch', { name: 'Switched on' }).click();
  await expect(page.getByText('off', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Delete this provider' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete this provider' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/providers$/);
  await expect(page.getByRole('link', { name: 'The office' })).toHaveCount(0);
  const heard = await Promise.all(bodies);
  expect(heard.join('').includes('The office')).toBe(true);
  expect(heard.join('').includes(KEY)).toBe(false);
  expect((await page.content()).includes(KEY)).toBe(false);
});

test('where nothing listens, the test says so; a new address leaves the key behind until it is confirmed', async ({
  council,
}) => {
  const { page } = council;
  const other = await ModelServer.start();
  const gone = await ModelServer.start();
  const nowhere = gone.baseUrl;
  await gone.stop();
  try {
    await addProvider(page, 'office', models.baseUrl, 'well');
    await page.getByLabel('Address', { exact: true }).fill(other.baseUrl);
    await expect(page.getByText('The key stays behind')).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('key held back')).toBeVisible();
    const test = page.getByRole('button', { name: 'Test', exact: true });
    const result = panel(page, 'Test the connection').getByRole('status');
    await test.click();
    await expect(result).toContainText('The key is missing or was refused');
    expect(other.seen).toEqual([]);

    const origin = page.getByLabel('The server that may have the key');
    await origin.fill('http://elsewhere.example');
    await page.getByRole('button', { name: 'Send the key there' }).click();
    await expect(panel(page, 'Key').getByRole('alert')).toContainText('PROVIDER.WRONG_ORIGIN');
    await origin.fill(new URL(other.baseUrl).origin);
    await page.getByRole('button', { name: 'Send the key there' }).click();
    await expect(origin).toBeHidden();
    await testWith(page, 'well');
    await expect(result).toContainText('It answers');
    expect(other.seen.at(-1)?.authorization).toBe(`Bearer ${KEY}`);

    await page.getByLabel('Address', { exact: true }).fill(nowhere);
    await page.getByRole('button', { name: 'Save' }).click();
    await origin.fill(new URL(nowhere).origin);
    await page.getByRole('button', { name: 'Send the key there' }).click();
    await expect(origin).toBeHidden();
    await test.click();
    await expect(result).toContainText('Nothing answers at this address');
  } finally {
    await other.stop();
  }
});

test('a key is entered, replaced, left behind by a new address and removed; it is nowhere to be read', async ({
  council,
}) => {
  const { page } = council;
  const other = await ModelServer.start();
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/')) bodies.push(response.text().catch(() => ''));
  });
  try {
    await addProvider(page, 'typed', models.baseUrl, 'well');
    const key = panel(page, 'Key');
    await expect(key.getByText('not set', { exact: true })).toBeVisible();
    const field = key.getByLabel('Enter a key', { exact: true });
    await expect(field).toHaveAttribute('type', 'password');
    await expect(field).toHaveAttribute('autocomplete', 'off');
    await key.getByRole('button', { name: 'Store the key' }).click();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill(ENTERED);
    await key.getByRole('button', { name: 'Store the key' }).click();
    await expect(key.getByText('entered here', { exact: true })).toBeVisible();
    const another = key.getByLabel('Enter another key');
    await expect(another).toHaveValue('');
    await testWith(page, 'well');
    await expect(panel(page, 'Test the connection').getByRole('status')).toContainText('It answers');
    expect(models.seen.at(-1)?.authorization).toBe(`Bearer ${ENTERED}`);
    await another.fill(`${ENTERED}-2`);
    await key.getByRole('button', { name: 'Replace the key' }).click();
    await expect(another).toHaveValue('');
    await council.expectAccessible();

    await page.getByLabel('Address', { exact: true }).fill(other.baseUrl);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(key).toContainText('Enter it again for the new server');
    await expect(key.getByLabel('The server that may have the key')).toHaveCount(0);
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(panel(page, 'Test the connection').getByRole('status')).toContainText('The key is missing');
    expect(other.seen).toEqual([]);

    await page.getByRole('button', { name: '中文' }).click();
    await panel(page, '密钥').getByRole('button', { name: '移除密钥' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '移除密钥' }).click();
    await expect(panel(page, '密钥').getByText('未设置', { exact: true })).toBeVisible();
    const heard = (await Promise.all(bodies)).join('');
    expect([heard.includes('The typed'), heard.includes(ENTERED)]).toEqual([true, false]);
    expect((await page.content()).includes(ENTERED)).toBe(false);
    expect(server.output.includes(ENTERED)).toBe(false);
  } finally {
    await other.stop();
  }
});

test('what the server refuses stands beside the form, and an address of a private network is one', async ({
  council,
}) => {
  const { page } = council;
  await page.goto(`${server.url}/settings/providers/new`);
  await page.getByRole('button', { name: 'Add a provider' }).click();
  await expect(page.getByLabel('Id', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Id', { exact: true }).fill('cellar');
  await expect(page.getByText('COUNCIL_KEY_CELLAR')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Cellar');
  await page.getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/v1');
  await page.getByRole('button', { name: 'Add a provider' }).click();
  await expect(page.getByRole('alert')).toContainText('PROVIDER.ADDRESS_REFUSED');
});

test('a price is entered and taken back, and one of a model that nobody knew', async ({ council }) => {
  const { page } = council;
  await page.goto(`${server.url}/settings/prices`);
  const rows = page.getByRole('region', { name: 'Prices of models' }).getByRole('row');
  await page.getByRole('searchbox').fill('gpt-4o');
  await expect(page).toHaveURL(/q=gpt-4o/);
  const row = rows.filter({ has: page.getByText('gpt-4o', { exact: true }) });
  await expect(row).toContainText('$2.50');
  await expect(row).toContainText('list');
  await row.getByRole('button', { name: 'Change the price of gpt-4o' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Read, USD per million tokens').fill('-1');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Read, USD per million tokens')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Read, USD per million tokens').fill('3.25');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('$3.25');
  await expect(row).toContainText('entered by you');
  await row.getByRole('button', { name: 'Take back the price of gpt-4o' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
  await expect(row).toContainText('$2.50');

  await page.getByRole('searchbox').fill('house-model');
  await expect(page.getByText('No price is known for this')).toBeVisible();
  await page.getByRole('button', { name: 'Enter a price' }).click();
  await dialog.getByRole('combobox').click();
  await page.getByRole('option', { name: 'OpenAI' }).click();
  await dialog.getByLabel('Model').fill('house-model');
  await dialog.getByLabel('Read, USD per million tokens').fill('1');
  await dialog.getByLabel('Written, USD per million tokens').fill('2');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(rows.filter({ hasText: 'house-model' })).toContainText('$2.00');
});

test('on a phone a price stands as a block, with all that belongs to it in sight', async ({ council }) => {
  const { page } = council;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server.url}/settings/prices?q=gpt-4o-mini`);
  const row = page.getByRole('row').filter({ has: page.getByText('gpt-4o-mini', { exact: true }) });
  const change = row.getByRole('button', { name: 'Change the price of gpt-4o-mini' });
  await change.scrollIntoViewIfNeeded();
  const prices = page.getByRole('region', { name: 'Prices of models' }).last();
  expect(await prices.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await expect(change).toBeInViewport({ ratio: 1 });
  await expect(row.getByRole('cell')).toHaveText([/gpt-4o-mini/, '$0.15', '$0.60', /\d/, 'list', 'Change']);
});

test('the system says how its parts are, and expert mode shows more and is remembered', async ({ council }) => {
  const { page } = council;
  await page.goto(`${server.url}/settings/system`);
  const parts = page.getByRole('region', { name: 'What the server leans on' }).getByRole('listitem');
  await expect(parts.filter({ hasText: 'Database' })).toContainText('Embedded');
  await expect(parts.filter({ hasText: 'Database' })).toContainText('works');
  await expect(parts.filter({ hasText: 'Queue' })).toContainText('Redis is not set up');
  await expect(page.getByText('Raw data')).toHaveCount(0);
  await page.getByRole('link', { name: 'This browser' }).click();
  await page.getByRole('switch', { name: 'Expert mode' }).click();
  await page.reload();
  await expect(page.getByRole('switch', { name: 'Expert mode' })).toBeChecked();
  await page.getByRole('link', { name: 'System' }).click();
  await page.getByText('Raw data').click();
  await expect(page.getByRole('region', { name: 'Raw data' })).toContainText('"database"');
});

test('a server that is gone is said on the page of the system', async ({ council }) => {
  const { page } = council;
  await page.route('**/health', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/json; charset=utf-8',
      body: JSON.stringify({
        status: 'error',
        info: {},
        error: {},
        details: { database: { status: 'down', message: 'the database does not answer' } },
      }),
    }),
  );
  await page.goto(`${server.url}/settings/system`);
  await expect(page.getByText('Does not work', { exact: true })).toBeVisible();
  await expect(page.getByText('the database does not answer')).toBeVisible();
});
