import { expect } from '@playwright/test';
import { test } from './council-page';
import { escapeFrom } from './escape-from';
import { choose, dropFile, exported, importFile, pick } from './library-files';

test('a template is read step by step, in both languages, and started', async ({ council }) => {
  const { page } = council;
  await council.open('/templates');
  await page.getByRole('searchbox').fill('stress');
  await page.getByRole('link', { name: 'Business Plan Stress Test', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Business Plan Stress Test' })).toBeVisible();
  const step = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: 'Red Team' }) });
  await expect(step.getByRole('link', { name: 'Red Team' })).toHaveAttribute('href', /\/agents\//);
  await expect(step).toContainText('Then: Ruling of the Round');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByText('人工审阅')).toBeVisible();
  await page.getByRole('link', { name: '用它发起会议' }).click();
  await expect(page).toHaveURL(/\/start\?template=66902429/);
});

test('a copy of a built-in template is renamed, guarded, started and deleted', async ({ council }) => {
  const { page } = council;
  await council.open('/templates');
  await page.getByRole('button', { name: 'Actions for Council Debate' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Duplicate', 'Export']);
  await escapeFrom(page, page.getByRole('menu'));
  await choose(page, 'Council Debate', 'Duplicate');
  await expect(page.getByRole('heading', { level: 1, name: 'Council Debate (copy)' })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill(' ');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription('Something is needed here.');
  await page.getByLabel('Name', { exact: true }).fill('House debate');
  await page.getByLabel(/^Tags/).fill('house, debate, house');
  await pick(page, page.getByRole('combobox', { name: 'Kind' }), 'Quick decision');
  await page.getByRole('link', { name: 'Agents', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'House debate' })).toBeVisible();
  await expect(page.getByText('Not saved yet')).toBeHidden();
  await page.getByRole('link', { name: 'Templates', exact: true }).click();
  await page.getByRole('searchbox').fill('quick house');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['House debate']);
  await page.getByRole('link', { name: 'Start with House debate' }).click();
  await expect(page.getByRole('radio', { name: 'House debate' })).toBeChecked();
  await page.getByLabel('Document', { exact: true }).fill('# Rota\n\nTwo people would be free on Mondays.\n');
  await page.getByRole('button', { name: 'Convene the council' }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await council.open('/templates');
  await choose(page, 'House debate', 'Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('link', { name: 'House debate', exact: true })).toBeHidden();
});

test('a template goes out as a file and comes back; a graph that breaks rules does not', async ({ council }) => {
  const { page } = council;
  await council.open('/templates');
  const { file, text } = await exported(page, 'Council Debate');
  expect(file).toBe('Council-Debate.template.json');
  const draft = JSON.parse(text) as { graph: { nodes: Record<string, { next_ids: string[] }> } };
  await dropFile(page, 'back.json', JSON.stringify({ ...draft, name: 'Debate returned' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Debate returned' })).toBeVisible();
  expect(JSON.parse((await exported(page, 'Debate returned')).text)).toEqual({ ...draft, name: 'Debate returned' });
  await page.getByRole('link', { name: 'Templates', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Debate returned', exact: true })).toBeVisible();
  const [first] = Object.keys(draft.graph.nodes);
  const { [first ?? '']: node, ...others } = draft.graph.nodes;
  const broken = { ...others, [first ?? '']: { ...node, next_ids: ['nowhere'] } };
  const graph = { ...draft.graph, nodes: broken };
  await importFile(page, 'broken.json', JSON.stringify({ ...draft, name: 'Broken debate', graph }));
  const alert = page.getByRole('alert').filter({ hasText: 'broken.json was not imported' });
  await expect(alert).toContainText(`graph.nodes.${first}.next_ids.0`);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'broken.json' })).toContainText('指向了不存在的节点');
  await page.getByRole('button', { name: 'English' }).click();
  await importFile(page, 'no-graph.json', JSON.stringify({ name: 'No graph', colour: 'red' }));
  await expect(page.getByRole('alert')).toContainText('There is no field of this name: colour.');
  await council.expectAccessible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Debate returned', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: /Broken debate|No graph/ })).toHaveCount(0);
});

test('a template that is not there says so', async ({ council }) => {
  const { page } = council;
  await council.open('/templates/11111111-1111-4111-8111-111111111111');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  await expect(page.getByText('There is no such template.')).toBeVisible();
  await council.expectAccessible();
});
