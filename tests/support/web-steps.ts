import type { BrowserContext, Page } from 'playwright-core';

let newcomers = 0;

/** Creates an account in the dialog that stands open. */
export async function signUp(page: Page): Promise<void> {
  newcomers += 1;
  const nickname = `new-${process.pid}-${newcomers}`;
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create an account' }).click();
  await dialog.getByLabel('Nickname').fill(nickname);
  await dialog.getByLabel('E-mail address').fill(`${nickname}@example.org`);
  await dialog.getByLabel('Password').fill('correct horse battery');
  await dialog.getByRole('button', { name: 'Create the account' }).click();
}

/** Signs in by the header of the page that stands open, as who has an account. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nickname or e-mail address').fill(login);
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Account of/ }).waitFor();
}

/** Signs out by the menu of the account. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page
    .getByRole('button', { name: 'Sign out' })
    .or(page.getByRole('menuitem', { name: 'Sign out' }))
    .click();
}

/** Chooses so many of the first free places of the first section, by the list. */
export async function chooseFromList(page: Page, count: number): Promise<void> {
  await openList(page);
  for (let chosen = 1; chosen <= count; chosen += 1) {
    await page.locator('button[data-state=free]').first().click();
    await expectChosen(page, chosen);
  }
}

/** Chooses the place of this name, such as "Parterre, row A, seat 4". */
export async function chooseByName(page: Page, name: string): Promise<void> {
  await openList(page);
  await page
    .getByRole('button', { name: `${name},`, exact: false })
    .first()
    .click();
  await expectChosen(page, 1);
}

/** The name of the first place that is chosen. */
export async function chosenName(page: Page): Promise<string> {
  const label = await page.locator('button[data-state=chosen]').first().getAttribute('aria-label');
  return (label ?? '').split(', ').slice(0, 3).join(', ');
}

/** The list twin, with its first section of seats open. */
export async function openList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose from a list' }).click();
  await page.locator('details', { hasText: 'free' }).locator('summary', { hasText: ' of ' }).first().click();
}

async function expectChosen(page: Page, count: number): Promise<void> {
  await page
    .locator('button[data-state=chosen]')
    .nth(count - 1)
    .waitFor();
}

/** The server does what the next mutation of this name asks for, and its answer comes as one that a proxy has spoiled. */
export async function loseNextAnswer(context: BrowserContext, mutation: string): Promise<void> {
  let isLost = false;
  await context.route('**/graphql', async (route) => {
    if (isLost || !route.request().postData()?.includes(`mutation ${mutation}`)) return route.fallback();
    isLost = true;
    await route.fetch();
    await route.fulfill({ status: 200, body: 'nothing that could be read' });
  });
}

/** Resolves once the worker has the shell and all that the page has loaded. */
export async function isKeptForOffline(page: Page): Promise<void> {
  await page.waitForFunction(`(async () => {
    const shell = await (await caches.open('shell')).match('/');
    const paths = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/assets/'));
    const kept = await Promise.all(paths.map((path) => caches.match(path)));
    return shell !== undefined && kept.every((one) => one !== undefined);
  })()`);
}
