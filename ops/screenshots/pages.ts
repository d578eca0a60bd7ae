import type { Stage, StageIds, viewers } from './stage.ts';
import type { Window } from './window.ts';

/** A page to take, and what is done on it before. */
export interface Shown {
  /** The picture's name in its folder. */
  readonly name: string;
  readonly title: string;
  readonly as: keyof typeof viewers | 'nobody';
  readonly path: (ids: StageIds) => string;
  readonly before?: (window: Window, stage: Stage) => Promise<void>;
  /** What fills the window, or stands over the page, is taken no taller than the window. */
  readonly isWindow?: true;
  /** Makes what the page shows, and takes it back after the picture. */
  readonly makes?: (stage: Stage) => Promise<{ path: string; undo(): Promise<void> }>;
}

const event = (page: string) => (ids: StageIds) => `/organizer/events/${ids.tonight}${page}`;
const at = (path: string) => () => path;

const shop: readonly Shown[] = [
  { name: 'events', title: 'Events', as: 'nobody', path: at('/') },
  { name: 'sign-in', title: 'Sign-in', as: 'nobody', path: at('/'), before: askToSignIn, isWindow: true },
  { name: 'no-page', title: 'An address without a page', as: 'nobody', path: at('/no-such-page') },
  {
    ...{ name: 'event-overview', title: 'A large hall: areas', as: 'buyer', isWindow: true },
    path: ({ arena }) => `/events/${arena}`,
  },
  {
    name: 'event',
    title: 'An event: its hall',
    as: 'buyer',
    path: ({ play }) => `/events/${play}`,
    isWindow: true,
  },
  {
    ...{
      name: 'event-section',
      title: 'An event: seats, from near',
      as: 'buyer',
      before: closer,
      isWindow: true,
    },
    path: ({ play }) => `/events/${play}`,
  },
  {
    ...{
      name: 'event-list',
      title: 'An event: the list',
      as: 'buyer',
      before: openFirstSection,
      isWindow: true,
    },
    path: ({ play }) => `/events/${play}?view=list`,
  },
  {
    ...{
      name: 'event-tray',
      title: 'An event: what is chosen',
      as: 'buyer',
      before: chooseTwo,
      isWindow: true,
    },
    path: ({ play }) => `/events/${play}?view=list`,
  },
  { name: 'series', title: 'A series', as: 'buyer', path: ({ series }) => `/series/${series}` },
  {
    ...{ name: 'booking-held', title: 'A booking: held', as: 'holder', path: at('/') },
    makes: async (stage) => {
      const { bookingId, letGo } = await stage.hold();
      return { path: `/bookings/${bookingId}`, undo: letGo };
    },
  },
  { name: 'booking-paid', title: 'A booking: paid', as: 'buyer', path: ({ paid }) => `/bookings/${paid}` },
  {
    ...{ name: 'booking-refunded', title: 'A booking: given back', as: 'buyer' },
    path: ({ refunded }) => `/bookings/${refunded}`,
  },
  { name: 'ticket', title: 'A ticket', as: 'buyer', path: ({ ticket }) => `/tickets/${ticket}` },
  ...['bookings', 'wallet', 'points', 'notifications', 'security'].map(
    (page): Shown => ({
      ...{ name: `account-${page}`, title: `Account: ${page}`, as: 'buyer', path: at(`/account/${page}`) },
    }),
  ),
];

const office: readonly Shown[] = [
  { name: 'today', title: 'Today', as: 'organizer', path: at('/organizer') },
  { name: 'events', title: 'Events', as: 'organizer', path: at('/organizer/events') },
  { name: 'event', title: 'An event: what it is', as: 'organizer', path: event('') },
  ...['prices', 'seats', 'orders', 'attendees', 'sales'].map(
    (page): Shown => ({
      ...{ name: `event-${page}`, title: `An event: ${page}`, as: 'organizer', path: event(`/${page}`) },
    }),
  ),
  {
    ...{ name: 'event-order', title: 'An event: an order', as: 'organizer', path: event('/orders') },
    ...{ before: openOrder, isWindow: true },
  },
  {
    ...{ name: 'event-check-in', title: 'An event: check-in', as: 'organizer', path: event('/check-in') },
    before: showATicket,
  },
  { name: 'event-cancel', title: 'An event: cancelling', as: 'organizer', path: event('/cancel') },
  {
    ...{ name: 'event-cancelled', title: 'An event: cancelled', as: 'organizer' },
    path: ({ cancelled }) => `/organizer/events/${cancelled}/cancel`,
  },
  { name: 'venues', title: 'Venues', as: 'organizer', path: at('/organizer/venues') },
  { name: 'venue', title: 'A venue', as: 'organizer', path: ({ venue }) => `/organizer/venues/${venue}` },
  {
    ...{ name: 'plan-import', title: 'A plan with faults', as: 'organizer', before: importFaults },
    path: ({ venue, studio }) => `/organizer/venues/${venue}/halls/${studio}/plan`,
  },
  {
    ...{ name: 'plan-editor', title: 'A plan drawn by hand', as: 'organizer' },
    path: ({ venue, studio }) => `/organizer/venues/${venue}/halls/${studio}/plan/draw`,
  },
  {
    ...{ name: 'orders', title: 'Orders of all events', as: 'organizer' },
    path: ({ buyer }) => `/organizer/orders?q=${buyer}`,
  },
  { name: 'promo-codes', title: 'Promo codes', as: 'organizer', path: at('/organizer/promo-codes') },
];

const administration: readonly Shown[] = ['users', 'dead-letters', 'health'].map((page) => ({
  ...{
    name: page,
    title: { 'dead-letters': 'Dead letters', users: 'Users', health: 'Health' }[page] ?? page,
  },
  as: 'administrator',
  path: at(`/admin/${page}`),
}));

/** Every page, by the folder that its pictures are in. */
export const folders = { shop, office, administration } as const;

async function askToSignIn({ page, word }: Window): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: word('Sign in') })
    .click();
  await page.getByRole('dialog').waitFor();
}

async function closer({ page, word }: Window): Promise<void> {
  for (let step = 0; step < 3; step += 1) {
    await page.getByRole('button', { name: word('Closer') }).click();
  }
}

async function openFirstSection({ page }: Window): Promise<void> {
  await page.locator('main details:not([open]):has(summary)').nth(1).locator('summary').click();
  await page.locator('button[data-state=free]').first().waitFor();
}

async function chooseTwo(window: Window): Promise<void> {
  const { page, word, look } = window;
  await openFirstSection(window);
  for (let chosen = 0; chosen < 2; chosen += 1) {
    await page.locator('button[data-state=free]').nth(20).click();
    await page.locator('button[data-state=chosen]').nth(chosen).waitFor();
  }
  await page.getByRole('button', { name: word('Choose on the map') }).click();
  await page.getByRole('button', { name: word('Closer') }).waitFor();
  if (look.width < 640) await page.getByRole('button', { name: word('Show all') }).click();
}

async function openOrder({ page, word }: Window): Promise<void> {
  await page
    .getByRole('button', { name: word('Open') })
    .nth(1)
    .click();
  await page.getByRole('dialog').waitFor();
}

async function showATicket({ page, look }: Window, { ids }: Stage): Promise<void> {
  const code = ids.codes[look.name.length % ids.codes.length] ?? '';
  const field = page.locator('main input[type=text], main input:not([type])').first();
  await field.fill(code);
  await field.press('Enter');
  await page.waitForLoadState('networkidle');
}

async function importFaults(window: Window): Promise<void> {
  const { page } = window;
  const plan = {
    ...{ format: 'parterre-seating-plan/1', name: 'Studio' },
    priceZones: [{ key: 'front', label: 'Front', color: '#2F7D60' }],
    sections: [
      {
        ...{ kind: 'SEATED', label: 'Stalls', zone: 'front' },
        rows: [
          {
            label: 'A',
            seats: [
              { label: '1', x: 10, y: 10 },
              { label: '1', x: 40, y: 10 },
              { label: '3', x: 70, y: 10, zone: 'back' },
            ],
          },
        ],
      },
    ],
  };
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: 'studio.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(plan, null, 2)),
  });
  await page.getByRole('button', { name: window.word('Import the plan') }).click();
  await page.locator('main ol section').first().waitFor();
}
