import { expect, type Page } from '@playwright/test';
import { type CouncilPage, test } from './council-page';
import { escapeFrom } from './escape-from';
import { optimizeRequest } from './optimize-session';
import { type SignedIn, signIn, withPeople } from './people';
import { pressEverything } from './press-everything';
import { VIEWS } from './views';

/** These change nothing on the server, or only what is a viewer's own. */
const OWN = ['settings', 'settings-account', 'components', 'session-print'];

interface Place {
  readonly group: string;
  readonly session: string;
}

/** A group of jonas's in which others only read, with a session that waits for a decision. */
async function waitingPlace(jonas: SignedIn, readers: readonly string[]): Promise<Place> {
  const draft = { name: 'Night shift', default_agent_uuids: [] };
  const { group_uuid: group } = await jonas.call<{ group_uuid: string }>('POST', '/api/v1/groups', draft);
  for (const name of readers) await jonas.call('PUT', `/api/v1/groups/${group}/people`, { name, level: 'viewer' });
  const { session_uuid: session } = await jonas.call<{ session_uuid: string }>('POST', '/api/v1/workflows/execute', {
    ...optimizeRequest(),
    group_uuid: group,
  });
  await expect
    .poll(async () => (await jonas.call<{ waiting_for: unknown[] }>('GET', `/api/v1/sessions/${session}`)).waiting_for)
    .not.toEqual([]);
  return { group, session };
}

/** Whatever would change something is caught before it leaves. */
async function catchWrites(page: Page): Promise<readonly string[]> {
  const writes: string[] = [];
  await page.route('**/api/**', async (route) => {
    const request = route.request();
    if (['GET', 'HEAD'].includes(request.method())) return route.continue();
    writes.push(`${new URL(page.url()).pathname}: ${request.method()} ${new URL(request.url()).pathname}`);
    return route.fulfill({ status: 403, json: { code: 'AUTH.FORBIDDEN', error: 'no' } });
  });
  return writes;
}

/** Each says why, to a screen reader too, and the keyboard reaches it. */
async function closedControls(page: Page): Promise<readonly string[]> {
  return page.locator('[aria-disabled="true"]:visible').evaluateAll((controls) =>
    controls.map((control) => {
      const described = (control.getAttribute('aria-describedby') ?? '').split(' ');
      const reason = described.map((id) => document.getElementById(id)?.textContent ?? '').join('');
      (control as HTMLElement).focus();
      const isReached = document.activeElement === control;
      return `${control.getAttribute('aria-label') ?? control.textContent}: ${isReached ? reason : 'not reached'}`;
    }),
  );
}

async function visit(council: CouncilPage, url: string, path: string): Promise<void> {
  // What is folded or chosen in one visit is remembered for the next.
  await council.page.evaluate(() => {
    localStorage.clear();
  });
  await council.page.goto(`${url}${path}`);
  await council.settled();
}

/** By view: what is closed there, so that nothing is shown by nothing being there. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  session: ['Pause', 'Answer now', 'Stop', 'Approve', 'Send'],
  start: ['Convene the council'],
  agents: ['Import'],
  agent: ['Save'],
  'group of others': ['Save'],
  templates: ['Import'],
  'settings-prices': ['Enter a price'],
};
const WHY = /: (You may only read here\. An admin can give you another role\.|Only admins may do that\.)$/;
const TOLD = VIEWS.filter(({ name }) => !OWN.includes(name));

// In two halves, beside each other: every button of every view is pressed, and each time the view is opened anew.
test.describe.configure({ mode: 'parallel' });
for (const half of [0, 1]) {
  test(`a viewer finds everything that writes closed, and told why, on every page (${half + 1} of 2)`, async ({
    council,
  }) => {
    test.setTimeout(400_000);
    const { page } = council;
    page.setDefaultTimeout(15_000);
    const people = [
      { name: 'mira', role: 'viewer' },
      { name: 'jonas', role: 'member' },
    ] as const;
    await page.addInitScript(() => {
      window.print = () => undefined;
    });
    await withPeople(people, async ({ url, as }) => {
      const place = await waitingPlace(await as('jonas'), ['mira']);
      await page.goto(url);
      await signIn(page, 'mira');
      await expect(page.getByRole('dialog')).toBeHidden();
      const writes = await catchWrites(page);
      const sample = process.env['COUNCIL_SAMPLE'] ?? 'none';
      const views = TOLD.map(({ name, path }) => ({ name, path: path().replace(sample, place.session) }));
      const all = [...views, { name: 'group of others', path: `/groups/${place.group}` }];
      for (const { name, path } of all.filter((_, at) => at % 2 === half)) {
        await pressEverything(page, () => visit(council, url, path));
        await visit(council, url, path);
        const closed = await closedControls(page);
        expect(closed.filter((one) => !WHY.test(one))).toEqual([]);
        expect([name, closed.map((one) => one.split(':')[0])]).toEqual([
          name,
          expect.arrayContaining([...(CLOSED[name] ?? [])]),
        ]);
      }
      expect(writes).toEqual([]);
    });
  });
}

/** Seen in about one load of sixty where the page and its estimate learnt in turn who looks. */
const LOADS = 12;

test('nothing is estimated for a viewer, also of what was filled in before it is known who they are', async ({
  council,
}) => {
  const { page } = council;
  await withPeople([{ name: 'mira', role: 'viewer' }], async ({ url, as }) => {
    const mira = await as('mira');
    const { user } = await mira.call<{ user: { user_uuid: string } }>('GET', '/api/v1/auth/me');
    await page.goto(url);
    await signIn(page, 'mira');
    await expect(page.getByRole('dialog')).toBeHidden();
    const writes = await catchWrites(page);
    await page.addInitScript((by) => {
      const draft = { template: null, values: { objective: 'Should we sell by post?' } };
      localStorage.setItem('council.person', by);
      sessionStorage.setItem('council.draft.start.anew', JSON.stringify({ by, draft }));
    }, user.user_uuid);
    for (let load = 0; load < LOADS; load += 1) {
      await visit(council, url, '/start');
      await expect(page.getByRole('textbox', { name: 'Objective' })).toHaveValue('Should we sell by post?');
      await expect(page.getByRole('region', { name: 'Estimate' })).toContainText('You may only read here.');
      expect(writes).toEqual([]);
    }
  });
});

test('a closed control says why when it is pressed, by mouse, by keyboard and in a menu', async ({ council }) => {
  const { page } = council;
  const people = [
    { name: 'lea', role: 'member' },
    { name: 'jonas', role: 'member' },
  ] as const;
  await withPeople(people, async ({ url, as }) => {
    const jonas = await as('jonas');
    const { session, group } = await waitingPlace(jonas, ['lea']);
    await page.goto(`${url}/sessions/${session}`);
    await signIn(page, 'lea');
    const writes = await catchWrites(page);
    const WHY = 'You may only read in this group. Its owners can let you act.';
    const pause = page.getByRole('button', { name: 'Pause' });
    await expect(pause).toBeDisabled();
    await expect(pause).toHaveAccessibleDescription(WHY);
    const said = page.locator('li[data-state="open"]').getByText(WHY);
    await pause.focus();
    await page.keyboard.press('Enter');
    await expect(said.first()).toBeVisible();
    await council.expectAccessible();
    await page
      .getByRole('button', { name: /^More about/ })
      .first()
      .click();
    const rename = page.getByRole('menuitem', { name: 'Rename' });
    await expect(rename).toHaveAccessibleDescription(WHY);
    await rename.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await escapeFrom(page, page.getByRole('menu'));

    // Who did it is seen by whoever looks on.
    await jonas.call('POST', `/api/v1/sessions/${session}/control`, { action: 'pause' });
    await expect(page.getByRole('list', { name: 'Who steered' })).toContainText('Pausedby jonas');

    // In the group only owners change it; elsewhere a member writes as ever.
    await visit(council, url, `/groups/${group}`);
    await expect(page.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(
      'Only owners of this group may do that.',
    );
    await visit(council, url, '/agents/new');
    await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
    expect(writes).toEqual([]);
  });
});
