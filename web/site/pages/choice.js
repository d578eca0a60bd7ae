import { el, notice, show } from '../dom.js';
import { price } from '../format.js';
import { act, newKey } from '../graphql.js';
import { session } from '../session.js';
import { heldPanel } from './held.js';
import { signInAddress } from './sign-in.js';

/** What has been chosen so far, what it costs, and the way to hold it. */
export function choicePanel({ event, plan, prices, onChange }) {
  const chosen = new Set();
  const standing = new Map();
  const available = new Map(event.seatMap.standing.map(({ section, ...room }) => [section.id, room]));
  const element = el('aside', { class: 'card side', 'aria-label': 'Your choice' });
  let held = null;
  let key = newKey();

  const changed = () => {
    key = newKey();
    onChange(chosen);
    render();
  };

  const hold = async () => {
    if (!session()) {
      location.hash = signInAddress();
      return;
    }
    const input = {
      eventId: event.id,
      seatIds: [...chosen].map((index) => plan.seats[index].id),
      standing: [...standing]
        .filter(([, quantity]) => quantity > 0)
        .map(([sectionId, quantity]) => ({ sectionId, quantity })),
      idempotencyKey: key,
    };
    const { booking, userErrors } = await act('HoldPlaces', input).catch((error) => ({
      userErrors: [error],
    }));
    if (!booking) {
      key = newKey();
      return notice(userErrors[0].message);
    }
    chosen.clear();
    standing.clear();
    held = heldPanel(booking, () => {
      held = null;
      changed();
    });
    changed();
  };

  const render = () => {
    if (held) return show(element, held.element);
    const lines = [...chosen].map((index) => ({
      name: seatName(plan.seats[index]),
      cost: prices.get(plan.seats[index].priceZone.id),
    }));
    for (const [sectionId, quantity] of standing) {
      const section = plan.sections.find(({ id }) => id === sectionId);
      const cost = prices.get(section.priceZone.id);
      for (let place = 0; place < quantity; place += 1) lines.push({ name: section.label, cost });
    }
    const total = lines.reduce((sum, { cost }) => sum + Math.round(cost.amount * 100), 0) / 100;
    show(
      element,
      el('h2', {}, 'Your choice'),
      lines.length === 0
        ? el('p', { class: 'quiet' }, `Choose up to ${event.maxSeatsPerUser} places.`)
        : null,
      el(
        'ul',
        { class: 'lines' },
        ...lines.map(({ name, cost }) => el('li', {}, el('span', {}, name), el('span', {}, price(cost)))),
      ),
      ...standingFields(),
      lines.length > 0
        ? el(
            'p',
            { class: 'sum' },
            el('span', {}, 'Together'),
            el('span', {}, price({ amount: total, currencyCode: lines[0].cost.currencyCode })),
          )
        : null,
      el(
        'button',
        { disabled: lines.length === 0, onclick: hold },
        session() ? 'Hold them for me' : 'Sign in to hold them',
      ),
    );
  };

  const standingFields = () =>
    plan.sections
      .filter(({ kind }) => kind === 'STANDING')
      .map((section) => {
        const free = available.get(section.id)?.available ?? 0;
        const set = ({ target }) => {
          standing.set(section.id, Math.min(Math.max(Math.trunc(Number(target.value)) || 0, 0), free));
          changed();
        };
        const field = el('input', {
          id: `standing-${section.id}`,
          type: 'number',
          min: 0,
          max: free,
          value: standing.get(section.id) ?? 0,
          onchange: set,
        });
        return el(
          'div',
          { class: 'standing' },
          el('label', { for: field.id }, `${section.label}, standing (${free} free)`),
          field,
        );
      });

  render();
  return {
    element,
    toggle(index) {
      if (held) return notice('Pay for your places, or let them go, before choosing others.');
      if (!chosen.delete(index)) chosen.add(index);
      changed();
    },
    setStanding(rooms) {
      for (const { section, ...room } of rooms) available.set(section.id, room);
      if (rooms.length > 0) render();
    },
    /** Lets go of chosen seats that somebody else has got; answers which. */
    losesTo(isTaken) {
      const lost = [...chosen].filter(isTaken);
      for (const index of lost) chosen.delete(index);
      if (lost.length > 0) changed();
      return lost;
    },
    stop: () => held?.stop(),
  };
}

function seatName(seat) {
  return [seat.section.label, seat.row.label && `row ${seat.row.label}`, `seat ${seat.label}`]
    .filter(Boolean)
    .join(', ');
}
