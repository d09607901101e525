import { expect, type Page } from '@playwright/test';
import type { Reply } from '../../council-server/test/scripted-upstream.mjs';
import { test } from './council-page';
import { type OwnCouncil, withModel } from './own-council';

const PLAN =
  '# Move the archive\n\nWe move the archive to the new hall in May.\n\nRisks: the roof is not done; nobody has counted the boxes.\n';

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function choose(page: Page, button: string, ...files: ChosenFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(files);
}

test('a template, a document, and the council sits', async ({ council }) => {
  const { page } = council;
  await council.open('/templates');
  await page.getByRole('link', { name: 'Start with Council Debate' }).click();
  await expect(page).toHaveURL(/\/start\?template=b2589b10/);
  await expect(page.getByRole('radio', { name: 'Council Debate', exact: true })).toBeChecked();
  await page.getByLabel('Document', { exact: true }).fill(PLAN);
  await expect(page.getByText('5 lines')).toBeVisible();
  await page.getByLabel('Objective').fill('Is May realistic?');
  await expect(page.getByText('No model takes part')).toBeVisible();
  await page.getByRole('button', { name: 'Convene the council' }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
});

test('an empty form says what is missing', async ({ council }) => {
  const { page } = council;
  await council.open('/start');
  await page.getByRole('button', { name: 'Convene the council' }).click();
  await expect(page.getByRole('alert')).toContainText('needs a document or an objective');
  await expect(page.getByLabel('Document', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await council.expectAccessible();
});

test('a file is read, and one that is no text is refused by its name', async ({ council }) => {
  const { page } = council;
  await council.open('/start');
  await choose(page, 'Choose a file', { name: 'plan.md', mimeType: 'text/markdown', buffer: Buffer.from(PLAN) });
  await expect(page.getByLabel('Document', { exact: true })).toHaveValue(PLAN);
  await expect(page.getByText(/^plan\.md · /)).toBeVisible();
  const archive = { name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from([80, 75, 3, 4, 0, 0]) };
  await choose(page, 'Choose a file', archive);
  await expect(page.getByText('a.zip is not a text')).toBeVisible();
  await expect(page.getByLabel('Document', { exact: true })).toHaveValue(PLAN);
  await page.reload();
  await expect(page.getByLabel('Document', { exact: true })).toHaveValue(PLAN);
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByLabel('Document', { exact: true })).toHaveValue('');
});

test('the template is chosen with the keyboard and stands in the address', async ({ council }) => {
  const { page } = council;
  await council.open('/start');
  await page.getByRole('radio', { name: 'Council Debate', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/template=(?!b2589b10)[0-9a-f-]{36}/);
  await council.expectAccessible();
});

test('a sample is taken for want of a document', async ({ council }) => {
  const { page } = council;
  await council.open('/start');
  await page.getByRole('button', { name: 'Take a sample' }).click();
  await page.getByRole('menuitem', { name: 'Business plan' }).click();
  await expect(page.getByLabel('Document', { exact: true })).toHaveValue(/^# /);
  await expect(page.getByText(/^business-plan\.md · /)).toBeVisible();
});

test('more files are read beside the document, and taken away', async ({ council }) => {
  const { page } = council;
  await council.open('/start');
  const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
  await choose(page, 'Choose a file', text('plan.md', PLAN), text('costs.txt', 'Forty boxes.'));
  await expect(page.getByLabel('Document', { exact: true })).toHaveValue(PLAN);
  await choose(page, 'Add files to read', text('hall.txt', 'The hall is dry.'), text('x.txt', 'X'));
  await page.getByRole('button', { name: 'Take x.txt away' }).click();
  await expect(page.getByText('x.txt')).toHaveCount(0);
  await page.getByRole('button', { name: 'Convene the council' }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  const session = new URL(page.url()).pathname;
  const log = await page.request.get(`${process.env['COUNCIL_URL'] ?? ''}/api/v1${session}/events?limit=1`);
  const { events } = (await log.json()) as { events: { data: { document: string; context: string } }[] };
  expect(events[0]?.data.document).toBe(PLAN);
  expect(events[0]?.data.context).toBe('costs.txt:\n\nForty boxes.\n\n---\n\nhall.txt:\n\nThe hall is dry.');
});

test('another agent takes a seat for this session', async ({ council }) => {
  const { page } = council;
  await council.open('/start');
  // Who is convened as a group sits in whichever council is chosen.
  await page.getByRole('combobox', { name: /^Group/ }).click();
  await page.getByRole('option', { name: 'The Council' }).click();
  await page.getByRole('radio', { name: 'Code Review', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Seat of Security Reviewer' })).toHaveText(/^System Surgeon/);
  await page.getByRole('radio', { name: 'Council Debate', exact: true }).click();
  await page.getByLabel('Document', { exact: true }).fill(PLAN);
  await page.getByRole('combobox', { name: 'Seat of Value Defender' }).click();
  await page.getByRole('option', { name: 'System Surgeon, instead of Value Defender' }).click();
  await council.expectAccessible();
  await page.getByRole('button', { name: 'Convene the council' }).click();
  await expect(page.getByRole('article', { name: 'System Surgeon' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Value Defender' })).toHaveCount(0);
});

test('a cheaper model is offered for a seat, taken by a press, and given back', async ({ council }) => {
  const { page } = council;
  const nobodyIsAsked: Reply = (response) => response.writeHead(500).end();
  const use = async ({ url, client }: OwnCouncil): Promise<void> => {
    const price = { provider: 'custom', model: 'scripted', input_per_1k: 0.05, output_per_1k: 0.1 };
    expect((await client.ask('PUT', '/api/v1/models/pricing', price)).status).toBe(200);
    await page.goto(`${url}/start`);
    await page.getByLabel('Document', { exact: true }).fill(PLAN);
    const seat = page
      .getByRole('region', { name: 'Estimate' })
      .getByRole('listitem')
      .filter({ hasText: 'Risk Auditor' });
    await expect(seat).toContainText('custom/scripted');
    const offer = seat.getByRole('button', { name: /^With openai\/\S+: about \$\S+ less \(Risk Auditor\)$/ });
    await council.expectAccessible();
    await offer.click();
    const model = page.getByRole('combobox', { name: 'Model of Risk Auditor' });
    await expect(model).toHaveText(/^openai/i);
    await expect(seat).toContainText('openai/');
    await expect(seat).not.toContainText('custom/scripted');
    // The others speak as before.
    await expect(page.getByRole('combobox', { name: 'Model of Value Defender' })).not.toHaveText(/^openai/i);
    await model.click();
    await page.getByRole('option').first().click();
    await expect(seat).toContainText('custom/scripted');
  };
  await withModel(nobodyIsAsked, use, { OPENAI_API_KEY: 'k' });
});
