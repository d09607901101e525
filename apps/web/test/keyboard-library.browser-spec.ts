import { expect } from '@playwright/test';
import { test } from './council-page';
import { pressByKey, tabTo, takeByKey, writeByKey } from './keys';
import { PASSWORD, withPeople } from './people';

/** The server is shared, also by the same test when it is repeated. */
const mine = (name: string): string => `${name} ${test.info().repeatEachIndex + 1}`;

test('a group is made, put in order and deleted without a mouse', async ({ council }) => {
  const { page } = council;
  const name = mine('Keyboard board');
  await council.open('/groups');
  await pressByKey(page, page.getByRole('link', { name: 'New group' }));
  await expect(page.getByRole('heading', { level: 1, name: 'New group' })).toBeVisible();
  await writeByKey(page, page.getByLabel('Name', { exact: true }), name);
  const add = page.getByRole('combobox', { name: 'Add a member' });
  const option = (agent: string) => page.getByRole('option', { name: agent, exact: true });
  await takeByKey(page, add, option('Value Defender'));
  await takeByKey(page, add, option('Risk Auditor'));
  await pressByKey(page, page.getByRole('button', { name: 'Move Risk Auditor up' }));
  // It stays with the one that moved.
  await expect(page.getByRole('button', { name: 'Move Risk Auditor down' })).toBeFocused();
  await pressByKey(page, page.getByRole('button', { name: 'Remove Value Defender' }));
  await expect(page.getByRole('button', { name: 'Move Value Defender up' })).toHaveCount(0);
  await pressByKey(page, page.getByRole('button', { name: 'Save' }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.keyboard.press('Control+Home');
  await takeByKey(
    page,
    page.getByRole('button', { name: `Actions for ${name}` }),
    page.getByRole('menuitem', { name: 'Delete' }),
  );
  const asked = page.getByRole('alertdialog');
  await expect(asked).toBeVisible();
  await pressByKey(page, asked.getByRole('button', { name: 'Cancel' }));
  await expect(asked).toBeHidden();
  await expect(page.getByRole('button', { name: `Actions for ${name}` })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await takeByKey(
    page,
    page.getByRole('button', { name: `Actions for ${name}` }),
    page.getByRole('menuitem', { name: 'Delete' }),
  );
  await pressByKey(page, asked.getByRole('button', { name: 'Delete' }));
  await expect(page).toHaveTitle('Groups · The Council');
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
});

test('a template is copied, renamed, started and deleted without a mouse', async ({ council }) => {
  const { page } = council;
  const name = mine('Keyboard debate');
  await council.open('/templates');
  await takeByKey(
    page,
    page.getByRole('button', { name: 'Actions for Council Debate' }),
    page.getByRole('menuitem', { name: 'Duplicate' }),
  );
  await expect(page.getByRole('heading', { level: 1, name: 'Council Debate (copy)' })).toBeVisible();
  await writeByKey(page, page.getByLabel('Name', { exact: true }), name);
  await takeByKey(
    page,
    page.getByRole('combobox', { name: 'Kind' }),
    page.getByRole('option', { name: 'Quick decision', exact: true }),
  );
  await pressByKey(page, page.getByRole('button', { name: 'Save' }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Not saved yet')).toBeHidden();
  await pressByKey(page, page.getByRole('link', { name: 'Start with it' }));
  await expect(page.getByRole('radio', { name })).toBeChecked();
  await page.goBack();
  await takeByKey(
    page,
    page.getByRole('button', { name: `Actions for ${name}` }),
    page.getByRole('menuitem', { name: 'Delete' }),
  );
  await pressByKey(page, page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }));
  await expect(page).toHaveTitle('Templates · The Council');
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
});

test('people sign in, are added and get tokens without a mouse', async ({ council }) => {
  const { page } = council;
  await withPeople([], async ({ url }) => {
    await page.goto(`${url}/settings/users`);
    const signing = page.getByRole('dialog', { name: 'Sign in' });
    await expect(signing.getByLabel('Name')).toBeFocused();
    await page.keyboard.type('admin');
    await writeByKey(page, signing.getByLabel('Password'), PASSWORD);
    await page.keyboard.press('Enter');
    await expect(signing).toBeHidden();

    const add = page.getByRole('button', { name: 'Add a user' });
    await pressByKey(page, add);
    const adding = page.getByRole('dialog', { name: 'Add a user' });
    await expect(adding.getByLabel('Name')).toBeFocused();
    await page.keyboard.type('mira');
    await writeByKey(page, adding.getByLabel('Password'), PASSWORD);
    await takeByKey(page, adding.getByLabel('Role'), page.getByRole('option', { name: 'viewer' }));
    await pressByKey(page, adding.getByRole('button', { name: 'Add a user' }));
    await expect(page.getByRole('cell', { name: 'mira' }).first()).toBeVisible();
    await expect(add).toBeFocused();

    await page.goto(`${url}/settings/account`);
    await pressByKey(page, page.getByRole('button', { name: 'Make a token' }));
    const making = page.getByRole('dialog', { name: 'Make a token' });
    await expect(making.getByLabel('Name')).toBeFocused();
    await page.keyboard.type('nightly');
    await page.keyboard.press('Enter');
    const token = page.getByRole('textbox', { name: 'Token', exact: true });
    await expect(token).toHaveValue(/^cnc_/);
    await pressByKey(page, page.getByRole('button', { name: 'I have kept it' }));
    await expect(page.getByRole('cell', { name: /nightly/ }).first()).toBeVisible();
    await pressByKey(page, page.getByRole('button', { name: /^Revoke/ }));
    await pressByKey(page, page.getByRole('alertdialog').getByRole('button', { name: /^Revoke/ }));
    await expect(page.getByRole('button', { name: /^Revoke/ })).toHaveCount(0);

    await page.keyboard.press('Control+Home');
    await takeByKey(
      page,
      page.getByRole('button', { name: 'Account of admin' }),
      page.getByRole('menuitem', { name: 'Sign out' }),
    );
    await expect(page.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
  });
});

test('a price is entered and taken back without a mouse', async ({ council }) => {
  const { page } = council;
  await council.open('/settings/prices');
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type('gpt-4o-mini');
  const row = page.getByRole('row').filter({ has: page.getByText('gpt-4o-mini', { exact: true }) });
  await pressByKey(page, row.getByRole('button', { name: 'Change the price of gpt-4o-mini' }));
  const dialog = page.getByRole('dialog');
  await writeByKey(page, dialog.getByLabel('Read, USD per million tokens'), '7.75');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('$7.75');
  await expect(dialog).toBeHidden();
  await pressByKey(page, row.getByRole('button', { name: 'Take back the price of gpt-4o-mini' }));
  await pressByKey(page, page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }));
  await expect(row).not.toContainText('$7.75');
});
