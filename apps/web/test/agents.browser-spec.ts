import { expect, type Page } from '@playwright/test';
import { test } from './council-page';
import { choose, dropFile, exported, importFile, pick } from './library-files';

const NOTE = '# Rota\n\nWe close the counter on Saturdays from October. Two people would be free on Mondays.\n';

async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page
    .getByRole('textbox', { name: 'Persona' })
    .fill('# Clerk\n\nYou count **hours** and say which line has them.');
  await pick(page, page.getByRole('combobox', { name: 'Provider' }), 'OpenAI · not set up');
  await pick(page, page.getByRole('combobox', { name: 'Model' }), 'Another model …');
  await page.getByLabel('Name of the model').fill('house-model-1');
}

async function create(page: Page, name: string): Promise<void> {
  await fillIn(page, name);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/agents\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('an agent is written, found, changed and deleted', async ({ council }) => {
  const { page } = council;
  await council.open('/agents');
  await page.getByRole('link', { name: 'New agent' }).click();
  await create(page, 'Clerk of hours');
  await page.getByRole('tab', { name: 'Preview' }).click();
  await expect(page.getByRole('heading', { level: 4, name: 'Clerk' })).toBeVisible();
  await page.getByLabel(/^Temperature/).fill('0.3');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Not saved yet')).toBeHidden();
  await page.reload();
  await expect(page.getByLabel(/^Temperature/)).toHaveValue('0.3');
  await page.getByRole('link', { name: 'Agents', exact: true }).click();
  await page.getByRole('searchbox').fill('house-model hours');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await choose(page, 'Clerk of hours', 'Delete');
  const dialog = page.getByRole('alertdialog', { name: 'Delete “Clerk of hours”?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Clerk of hours' })).toBeHidden();
});

test('what is wrong stands beside its field, and nothing is sent', async ({ council }) => {
  const { page } = council;
  let posts = 0;
  await page.route('**/api/v1/agents', (route) => {
    if (route.request().method() === 'POST') posts += 1;
    return route.continue();
  });
  await council.open('/agents/new');
  await page.getByLabel(/^Temperature/).fill('3');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/Something is needed here/);
  await expect(page.getByLabel(/^Temperature/)).toHaveAccessibleDescription(/At most 2/);
  await council.expectAccessible();
  expect(posts).toBe(0);
});

test('a page with changes asks before it is left', async ({ council }) => {
  const { page } = council;
  await council.open('/agents/new');
  await page.getByLabel('Name', { exact: true }).fill('Half an agent');
  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await council.expectAccessible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Half an agent');
  const asked = page.waitForEvent('dialog').then((browser) => browser.dismiss());
  await page.close({ runBeforeUnload: true });
  await asked;
  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveTitle('Groups · The Council');
});

test('the way back is asked for, too, and taken', async ({ council }) => {
  const { page } = council;
  await council.open('/agents');
  await page.getByRole('link', { name: 'New agent' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Half an agent');
  await page.goBack();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveTitle('Agents · The Council');
});

test('a model that is not known is kept and marked', async ({ council }) => {
  const { page } = council;
  const draft = {
    name: 'Stranger',
    persona_prompt: 'You come from elsewhere.',
    model_config: { provider: 'far-away', model: 'unheard-of' },
  };
  await council.open('/agents');
  await importFile(page, 'stranger.json', JSON.stringify(draft));
  await expect(page.getByRole('heading', { level: 1, name: 'Stranger' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Provider' })).toHaveText('far-away · not known here');
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveText('unheard-of · not in the list');
  await page.getByLabel('Name', { exact: true }).fill('Stranger at the table');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Stranger at the table' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Provider' })).toHaveText('far-away · not known here');
});

test('an agent goes out as a file, comes back as another, and is duplicated', async ({ council }) => {
  const { page } = council;
  await council.open('/agents/new');
  await create(page, 'Traveller');
  const { file, text } = await exported(page, 'Traveller');
  expect(file).toBe('Traveller.agent.json');
  await page.getByRole('link', { name: 'Agents', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Agents' })).toBeVisible();
  const renamed = { ...(JSON.parse(text) as object), name: 'Traveller returned' };
  await dropFile(page, 'back.json', JSON.stringify(renamed));
  await expect(page.getByRole('heading', { level: 1, name: 'Traveller returned' })).toBeVisible();
  expect(JSON.parse((await exported(page, 'Traveller returned')).text)).toEqual(renamed);
  await choose(page, 'Traveller returned', 'Duplicate');
  await expect(page.getByRole('heading', { level: 1, name: 'Traveller returned (copy)' })).toBeVisible();
});

test('a bad file is refused field by field, and nothing of it is kept', async ({ council }) => {
  const { page } = council;
  await council.open('/agents');
  const before = await page.getByRole('main').getByRole('listitem').count();
  const bad = { name: '', persona_prompt: 'x', nickname: 'B', model_config: { provider: 'openai', temperature: 9 } };
  await importFile(page, 'bad.json', JSON.stringify(bad));
  const alert = page.getByRole('alert').filter({ hasText: 'bad.json was not imported' });
  for (const said of ['name', 'model_config.model', 'model_config.temperature', 'nickname']) {
    await expect(alert).toContainText(said);
  }
  await council.expectAccessible();
  await importFile(page, 'worse.json', '{');
  await expect(page.getByRole('alert')).toContainText('worse.json was not imported');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(before);
});

test('a test turn speaks with what stands in the form, and says what is missing', async ({ council }) => {
  const { page } = council;
  await council.open('/agents/new');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByLabel('Question')).toHaveAccessibleDescription('Ask something first.');
  await page.getByLabel('Question').fill('Who works on Mondays?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('The form has to be complete');
  await fillIn(page, 'Not kept');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('No API key for OpenAI is configured');
  await pick(page, page.getByRole('combobox', { name: 'Provider' }), 'The default of this server');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('give it a document, or set a model');
  await page.getByLabel(/^Text to read/).fill(NOTE);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText('Mondays');
  await expect(answer.getByText('completed')).toBeVisible();
  await expect(answer.getByText('rehearsal', { exact: true })).toBeVisible();
  await expect(answer.getByRole('link', { name: 'Open the session' })).toHaveAttribute(
    'href',
    /\/sessions\/[0-9a-f-]{36}$/,
  );
  await council.expectAccessible();
});

test('a test turn that fails says what to do', async ({ council }) => {
  const { page } = council;
  await council.open('/agents/94cc1d02-4d8e-53f3-8891-4621767b8b81');
  await page.route(/\/api\/v1\/sessions\/[0-9a-f-]{36}$/, async (route) => {
    const answer = await route.fetch();
    const error = { code: 'MODEL.UNAUTHORIZED', message: '401 from the provider', node_id: 'seat' };
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), status: 'failed', error } });
  });
  await page.getByLabel('Question').fill('Who works on Mondays?');
  await page.getByLabel(/^Text to read/).fill(NOTE);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const failure = page.getByRole('region', { name: 'Answer' }).getByRole('alert');
  await expect(failure).toContainText('The provider refused the key');
  await expect(failure).toContainText('401 from the provider');
});
