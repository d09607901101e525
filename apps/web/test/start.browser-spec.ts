import { expect } from '@playwright/test';
import { test } from './council-page';

const PLAN =
  '# Move the archive\n\nWe move the archive to the new hall in May.\n\nRisks: the roof is not done; nobody has counted the boxes.\n';

test('a template, a document, and the council sits', async ({ council }) => {
  const { page } = council;
  await council.open('/templates');
  await page.getByRole('link', { name: 'Start with Council Debate' }).click();
  await expect(page).toHaveURL(/\/start\?template=b2589b10/);
  await expect(page.getByRole('radio', { name: 'Council Debate' })).toBeChecked();
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
  const input = page.getByTestId('document-file');
  await input.setInputFiles({ name: 'plan.md', mimeType: 'text/markdown', buffer: Buffer.from(PLAN) });
  await expect(page.getByLabel('Document', { exact: true })).toHaveValue(PLAN);
  await expect(page.getByText(/^plan\.md · /)).toBeVisible();
  await input.setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from([80, 75, 3, 4, 0, 0]) });
  await expect(page.getByText('a.zip is not a text')).toBeVisible();
  await expect(page.getByLabel('Document', { exact: true })).toHaveValue(PLAN);
});

test('the template is chosen with the keyboard and stands in the address', async ({ council }) => {
  const { page } = council;
  await council.open('/start');
  await page.getByRole('radio', { name: 'Council Debate' }).focus();
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
