import { expect, type Page } from '@playwright/test';
import { test } from './council-page';

const STRESS_TEST = '66902429-d746-53d2-a3f7-90d50ec7584c';
const COUNCIL_DEBATE = 'b2589b10-54d9-5ab0-bf6f-740f63051889';
const MEMO = '# 周六柜台\n\n我们计划从十月起关闭周六的柜台，因为周六来访者只占一成。两名员工因此可以在周一上班。\n';

/** An English word, which a name or a sentence would be made of; codes of currencies are shorter, paths are paths. */
const ENGLISH = /(?<![/\w])[A-Za-z]{3,}/;

interface Told {
  readonly name: string;
  readonly translations: { readonly zh?: { readonly name?: string } } | null;
}
interface Template extends Told {
  readonly template_uuid: string;
}

async function ask<Answer>(page: Page, path: string, data?: object): Promise<Answer> {
  const url = `${process.env['COUNCIL_URL'] ?? ''}/api/v1${path}`;
  const answer = await (data === undefined ? page.request.get(url) : page.request.post(url, { data }));
  expect(answer.ok(), `${path} is answered`).toBe(true);
  return (await answer.json()) as Answer;
}

/** What came with the product, and nobody has changed: other tests make rows of their own meanwhile. */
async function shipped<Row extends Told>(page: Page, path: string): Promise<Row[]> {
  const rows = await ask<Row[]>(page, path);
  return rows.filter(({ translations }) => translations?.zh?.name !== undefined);
}

test.beforeEach(({ council }) => council.inLanguage('zh-CN'));

for (const [place, least] of [
  ['agents', 10],
  ['groups', 1],
  ['templates', 5],
] as const) {
  test(`${place}: what comes with the product is called in Chinese`, async ({ council }) => {
    const { page } = council;
    const rows = await shipped(page, `/${place}`);
    expect(rows.length).toBeGreaterThanOrEqual(least);
    await council.open(`/${place}`);
    const called = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(called).toEqual(expect.arrayContaining(rows.map(({ translations }) => translations?.zh?.name)));
    expect(called.filter((heading) => rows.some(({ name }) => name === heading))).toEqual([]);
  });
}

test('each template is read in Chinese, step by step', async ({ council }) => {
  const { page } = council;
  for (const { template_uuid: uuid } of await shipped<Template>(page, '/templates')) {
    await council.open(`/templates/${uuid}`);
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(ENGLISH);
  }
});

test('seats are given to members by their Chinese names', async ({ council }) => {
  const { page } = council;
  await council.open(`/start?template=${STRESS_TEST}`);
  const seat = page.getByRole('group', { name: '红队' });
  await seat.getByRole('combobox').first().click();
  await expect(page.getByRole('option', { name: '红队', exact: true })).toBeVisible();
  await expect(page.getByRole('option', { name: /首席裁判/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /Chief Justice|Red Team/ })).toHaveCount(0);
});

test('a copy that is made in Chinese has its Chinese name, and its form what is stored', async ({ council }) => {
  const { page } = council;
  await council.open('/agents');
  await page.getByRole('button', { name: /红队/ }).click();
  await page.getByRole('menuitem').first().click();
  await expect(page.getByRole('heading', { level: 1, name: '红队（副本）' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: '名称' })).toHaveValue('红队（副本）');
});

test('the course of a Chinese session is told in Chinese', async ({ council }) => {
  const { page } = council;
  const request = { template_uuid: COUNCIL_DEBATE, input: { document_content: MEMO }, language: 'zh' };
  const { session_uuid: uuid } = await ask<{ session_uuid: string }>(page, '/workflows/execute', request);
  await council.open(`/sessions/${uuid}`);
  await page.getByRole('button', { name: '显示“进程”' }).click();
  const main = page.getByRole('main');
  await expect(main.getByText('并行分析')).toBeVisible();
  await expect(main.getByText(/Parallel Analysis|Input Document|Adjudicator|Generate Report/)).toHaveCount(0);
});
