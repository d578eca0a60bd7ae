import { el, notice, show } from '../dom.js';
import { form } from '../form.js';
import { placeName, price, timeLeft, when, wholeUnits } from '../format.js';
import { act, ask, newKey } from '../graphql.js';
import { qrCode } from '../qr.js';
import { forget, session } from '../session.js';
import { loginPage } from './sign-in.js';

/** Money, points, bookings and tickets of who is signed in. */
export async function accountPage() {
  if (!session()) return loginPage();
  const place = el('div', {});
  const load = async () => {
    const { me } = await ask('MyAccount');
    show(place, parts(me, load));
  };
  await load();
  return { title: 'Your account', element: place };
}

function parts(me, reload) {
  const bookings = me.bookings?.nodes ?? [];
  return [
    el('h1', {}, me.nickname),
    ...bookings.filter(isHeld).map(goOnToPay),
    me.isEmailConfirmed ? null : askToConfirm(),
    el('div', { class: 'columns' }, walletCard(me, reload), pointsCard(me)),
    el('h2', {}, 'Bookings'),
    bookings.length === 0 ? el('p', { class: 'quiet' }, 'None yet.') : null,
    el('div', { class: 'columns' }, ...bookings.map((booking) => bookingCard(booking, reload))),
  ];
}

function isHeld({ status, expiresAt, event }) {
  return status === 'AWAITING_PAYMENT' && event && new Date(expiresAt) > Date.now();
}

/** The way back to what is held, for who came here to fill the wallet. */
function goOnToPay({ event, expiresAt, total }) {
  return el(
    'p',
    { class: 'card' },
    `Places for ${event.title} are held for you for ${timeLeft(expiresAt)} more. `,
    el('a', { class: 'button', href: `#/events/${event.id}` }, `Go on and pay ${price(total)}`),
  );
}

/** Another mail with the link, for whose mail was lost or has grown too old. */
function askToConfirm() {
  const again = el('button', { class: 'plain' }, 'Send me the link again');
  again.addEventListener('click', async () => {
    again.disabled = true;
    const { userErrors } = await act('AskForConfirmation', {}).catch((error) => ({ userErrors: [error] }));
    again.disabled = false;
    notice(userErrors[0]?.message ?? 'A link is on its way to your mail address.');
  });
  return el(
    'p',
    { class: 'card actions' },
    'Your mail address is not confirmed: open the link that we have sent to it. ',
    again,
  );
}

function walletCard({ wallet }, reload) {
  if (!wallet)
    return el(
      'section',
      { class: 'card' },
      el('h2', {}, 'Wallet'),
      el('p', {}, 'Your wallet is being opened.'),
    );
  let key = newKey();
  const topUp = form({
    fields: [
      {
        name: 'amount',
        label: `Amount in ${wallet.available.currencyCode}`,
        inputmode: 'decimal',
        value: wholeUnits(50, wallet.available),
      },
    ],
    action: 'Top up',
    submit: async ({ amount }) => {
      const money = { amount, currencyCode: wallet.available.currencyCode };
      const { redirectUrl, userErrors } = await act('TopUp', { amount: money, idempotencyKey: key });
      key = newKey();
      if (redirectUrl) {
        // It is paid there, and the money comes when it is.
        location.assign(redirectUrl);
        return [];
      }
      if (userErrors.length === 0) {
        notice(`${price(money)} added. Nothing was charged: money is free here.`);
        await reload();
      }
      return userErrors;
    },
  });
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, 'Wallet'),
    el('p', {}, `${price(wallet.available)} to spend`),
    topUp,
  );
}

function pointsCard({ loyalty }) {
  const signOut = async () => {
    await act('SignOut', { refreshToken: session().refreshToken });
    forget();
    location.hash = '#/';
  };
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, 'Points'),
    el(
      'p',
      {},
      loyalty
        ? `${loyalty.points} points, level ${loyalty.level.toLowerCase()}`
        : 'Not counted at this moment.',
    ),
    el('div', { class: 'actions' }, el('button', { class: 'plain', onclick: signOut }, 'Sign out')),
  );
}

function bookingCard(booking, reload) {
  const { event, tickets } = booking;
  const valid = tickets.filter(({ status }) => status === 'VALID');
  const back = booking.refundNow;
  const question = el('div', {});
  const key = newKey();
  const giveBack = async () => {
    const { refunded, userErrors } = await act('GiveBack', {
      bookingId: booking.id,
      ticketIds: valid.map(({ id }) => id),
      idempotencyKey: key,
      // The whole amount was shown before, whatever single tickets give.
      acceptNothing: true,
    }).catch((error) => ({ userErrors: [error] }));
    notice(userErrors[0]?.message ?? `${refunded ? price(refunded) : 'The money'} is on its way back.`);
    await reload();
  };
  const askBack = () => {
    const places = valid.length === 1 ? 'Your ticket' : `Your ${valid.length} tickets`;
    show(
      question,
      el(
        'p',
        { role: 'alert' },
        `${places} will not be valid any more, and ${price(back)} goes to your wallet.`,
      ),
      el(
        'div',
        { class: 'actions' },
        el('button', { onclick: giveBack }, `Give back for ${price(back)}`),
        el('button', { class: 'plain', onclick: () => show(question, offer()) }, 'Keep'),
      ),
    );
  };
  const offer = () =>
    back
      ? el('button', { class: 'plain', onclick: askBack }, 'Give the tickets back')
      : el('p', { class: 'quiet' }, 'They cannot be given back any more.');
  if (valid.length > 0) show(question, offer());
  return el(
    'section',
    { class: 'card' },
    el('h3', {}, event ? el('a', { href: `#/events/${event.id}` }, event.title) : 'An event'),
    event ? el('p', { class: 'quiet' }, when(event.startsAt, event.venue?.timeZone)) : null,
    el('span', { class: 'badge' }, booking.status.toLowerCase().replaceAll('_', ' ')),
    el('span', {}, ` ${price(booking.total)}`),
    el(
      'ul',
      { class: 'lines' },
      ...tickets.map((ticket) =>
        el(
          'li',
          {},
          el(
            'span',
            {},
            placeName(ticket),
            ticket.status === 'VALID' ? qrCode(ticket.code, `Ticket code of ${placeName(ticket)}`) : null,
          ),
          el('span', {}, ticket.status.toLowerCase()),
        ),
      ),
    ),
    question,
  );
}
