import { expect } from '@playwright/test';
import { test } from './council-page';
import { escapeFrom } from './escape-from';
import { withCouncil } from './own-council';

const COUNCIL_ADMIN_PASSWORD = 'till-rota-november';

test('people sign in, an admin adds a viewer and makes a token, and signs out', async ({ council }) => {
  const { page } = council;
  await withCouncil({ COUNCIL_ADMIN_PASSWORD }, async ({ url }) => {
    const signIn = async (name: string, password: string): Promise<void> => {
      const dialog = page.getByRole('dialog', { name: 'Sign in' });
      await dialog.getByLabel('Name').fill(name);
      await dialog.getByLabel('Password').fill(password);
      await dialog.getByRole('button', { name: 'Sign in' }).click();
    };
    await page.goto(`${url}/settings/users`);
    const asked = page.getByRole('dialog', { name: 'Sign in' });
    await asked.getByRole('button', { name: 'Sign in' }).click();
    await expect(asked.getByLabel('Name')).toHaveAccessibleDescription('Something is needed here.');
    await expect(asked.getByLabel('Name')).toBeFocused();
    await council.expectAccessible();
    await signIn('admin', 'a wrong password');
    await expect(page.getByRole('alert')).toContainText('The name or the password is wrong.');
    await signIn('admin', COUNCIL_ADMIN_PASSWORD);
    // The page that was asked for, not another one.
    await expect(page.getByRole('dialog')).toBeHidden();
    const add = page.getByRole('button', { name: 'Add a user' });
    await add.click();
    await escapeFrom(page, page.getByRole('dialog'));
    await expect(add).toBeFocused();
    await add.click();
    const adding = page.getByRole('dialog', { name: 'Add a user' });
    await adding.getByLabel('Name').fill('mira');
    await adding.getByLabel('Password').fill('short');
    await adding.getByLabel('Role').click();
    await page.getByRole('option', { name: 'viewer' }).click();
    await adding.getByRole('button', { name: 'Add a user' }).click();
    await expect(adding.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
    await adding.getByLabel('Password').fill('rota-of-december');
    await adding.getByRole('button', { name: 'Add a user' }).click();
    await expect(page.getByRole('cell', { name: 'mira' }).first()).toBeVisible();
    await council.expectAccessible();

    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByRole('button', { name: 'Make a token' }).click();
    const making = page.getByRole('dialog', { name: 'Make a token' });
    await making.getByLabel('Name').fill('nightly');
    await making.getByRole('button', { name: 'Make a token' }).click();
    await expect(page.getByRole('textbox', { name: 'Token', exact: true })).toHaveValue(/^cnc_/);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await expect(page.getByRole('cell', { name: /nightly/ }).first()).toBeVisible();
    await council.expectAccessible();

    await page.getByLabel('Current password').fill('a wrong password');
    await page.getByLabel('New password').fill('rota-of-january');
    await page.getByRole('button', { name: 'Change the password' }).click();
    // Beside the form: who has signed in is not asked to do so again.
    await expect(page.getByRole('alert')).toContainText('The name or the password is wrong.');

    const other = await page.context().newPage();
    await other.goto(`${url}/start`);
    await other.getByLabel('Document').fill('What the admin keeps to themselves.');
    await expect.poll(() => other.evaluate(() => sessionStorage.length)).toBe(1);

    await page.getByRole('button', { name: 'Account of admin' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    // What was read for the admin has left the page.
    await expect(page).toHaveURL(`${url}/`);
    // And every other tab.
    await expect(other).toHaveURL(`${url}/`);
    await expect(other.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
    expect(await other.evaluate(() => sessionStorage.length)).toBe(0);
    await other.close();
    await signIn('mira', 'rota-of-december');
    await expect(page.getByRole('button', { name: 'Account of mira' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Run the sample' })).toBeDisabled();
    await expect(page.getByRole('paragraph').filter({ hasText: 'You may only read here.' }).first()).toBeVisible();
  });
});
