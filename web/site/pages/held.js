import { el, notice } from '../dom.js';
import { placeName, price, timeLeft } from '../format.js';
import { act, ask, newKey } from '../graphql.js';
import { session } from '../session.js';

/** The bookings of who is signed in that wait for their payment; none when nobody is. */
export async function heldPlaces() {
  if (!session()) return [];
  const { me } = await ask('HeldPlaces');
  return (me?.bookings?.nodes ?? []).filter(({ expiresAt }) => new Date(expiresAt) > Date.now());
}

/** Held places: the time that is left, and the choice to pay or to let go. `onEnd` when neither is open any more. */
export function heldPanel(booking, onEnd) {
  const clock = el('strong', { role: 'timer' });
  const fault = el('p', { class: 'fault', role: 'alert' });
  const payKey = newKey();
  const stop = () => {
    clearInterval(ticking);
    document.removeEventListener('visibilitychange', look);
  };
  const end = () => {
    stop();
    onEnd();
  };
  const tick = () => {
    clock.textContent = timeLeft(booking.expiresAt);
    if (new Date(booking.expiresAt) > Date.now()) return;
    notice('Your time is up; the places are back on sale.');
    end();
  };
  const ticking = setInterval(tick, 1000);
  // Another tab may have paid for them or let them go meanwhile.
  const look = async () => {
    if (document.hidden) return;
    const held = await heldPlaces().catch(() => [booking]);
    if (!held.some(({ id }) => id === booking.id)) end();
  };
  document.addEventListener('visibilitychange', look);

  const pay = async () => {
    const { booking: paid, userErrors } = await act('Pay', { bookingId: booking.id, idempotencyKey: payKey });
    if (paid?.status === 'CONFIRMED') {
      notice(
        `Paid. ${paid.tickets.length} ${paid.tickets.length === 1 ? 'ticket is' : 'tickets are'} yours.`,
      );
      stop();
      location.hash = '#/account';
      return;
    }
    fault.replaceChildren(
      userErrors[0]?.message ?? 'The payment is under way; look again in a moment. ',
      el('br'),
      el('a', { href: '#/account' }, 'Fill your wallet'),
      ' and come back: the places stay yours until the time is up.',
    );
  };
  const letGo = async () => {
    const { userErrors } = await act('LetGo', { bookingId: booking.id, idempotencyKey: newKey() });
    if (userErrors.length > 0) notice(userErrors[0].message);
    end();
  };
  const withFault = (work) => () => work().catch((error) => fault.replaceChildren(error.message));

  clock.textContent = timeLeft(booking.expiresAt);
  return {
    stop,
    element: el(
      'div',
      {},
      el('h2', {}, 'Held for you'),
      el('p', {}, 'Yours for ', clock),
      el(
        'ul',
        { class: 'lines' },
        ...booking.items.map((item) =>
          el('li', {}, el('span', {}, placeName(item)), el('span', {}, price(item.price))),
        ),
      ),
      el('p', { class: 'sum' }, el('span', {}, 'Together'), el('span', {}, price(booking.total))),
      fault,
      el(
        'div',
        { class: 'actions' },
        el('button', { onclick: withFault(pay) }, 'Pay from the wallet'),
        el('button', { class: 'plain', onclick: withFault(letGo) }, 'Let them go'),
      ),
    ),
  };
}
