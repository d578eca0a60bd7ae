import { el, notice, show } from '../dom.js';
import { price, sumOf } from '../format.js';
import { act, ask, newKey } from '../graphql.js';
import { session } from '../session.js';
import { heldPanel } from './held.js';
import { loginAddress } from './sign-in.js';

/**
 * What has been chosen so far, what it costs, and the way to hold it; or `booking`, what is held already. The choice
 * is kept for this tab, so that signing in, another page or a reload loses nothing. `isFree(index)` is asked of the map.
 * The prices that are shown are those that are paid: where they have changed meanwhile, `onPriceChange()` brings `prices` up
 * to date, and nothing is held until it is asked for again.
 */
export function choicePanel({ event, plan, prices, booking, isFree, onChange, onPriceChange }) {
  const place = `parterre.choice.${event.id}`;
  const chosen = new Set();
  const standing = new Map();
  const element = el('aside', { class: 'card side', 'aria-label': 'Your choice' });
  const list = el('div', {});
  const button = el('button', { onclick: () => hold() });
  let held = null;
  let isAsking = false;
  let key = newKey();

  const changed = () => {
    key = newKey();
    keep();
    onChange(chosen);
    render();
  };
  const fields = standingFields({
    sections: plan.sections.filter(({ kind }) => kind === 'STANDING'),
    available: event.seatMap.standing,
    onChange: (sectionId, quantity) => {
      standing.set(sectionId, quantity);
      changed();
    },
  });

  const keep = () => {
    const indexes = [...chosen];
    const places = [...standing].filter(([, quantity]) => quantity > 0);
    if (indexes.length + places.length === 0) return sessionStorage.removeItem(place);
    sessionStorage.setItem(place, JSON.stringify({ planId: plan.id, indexes, standing: places, key }));
  };

  const hold = async () => {
    if (!session()) {
      location.hash = loginAddress();
      return;
    }
    const input = {
      eventId: event.id,
      standing: [...standing]
        .filter(([, quantity]) => quantity > 0)
        .map(([sectionId, quantity]) => ({ sectionId, quantity })),
      expectedTotal: sumOf(linesOf().map(({ cost }) => cost)),
      idempotencyKey: key,
    };
    button.disabled = true;
    isAsking = true;
    const answer = await idsOf([...chosen])
      .then((seatIds) => act('HoldPlaces', { ...input, seatIds }))
      .catch((error) => ({ userErrors: [error] }));
    isAsking = false;
    if (!answer.booking) {
      dropTaken();
      if (answer.userErrors[0].code === 'PRICE_CHANGED') await onPriceChange();
      changed();
      return notice(answer.userErrors[0].message);
    }
    holdsNow(answer.booking);
  };

  /** The plan is drawn without the identifiers of its seats; only those that are chosen are asked for. */
  const idsOf = async (indexes) => {
    if (indexes.length === 0) return [];
    const { seatingPlan } = await ask('ChosenSeats', { planId: plan.id, indexes });
    return seatingPlan.seatsAt.map(({ id }) => id);
  };

  const dropTaken = () => {
    const taken = [...chosen].filter((index) => !isFree(index));
    for (const index of taken) chosen.delete(index);
    return taken;
  };

  const holdsNow = (places) => {
    chosen.clear();
    standing.clear();
    fields.clear();
    held = heldPanel(places, () => {
      held = null;
      changed();
    });
    changed();
  };

  const linesOf = () => {
    const lines = [...chosen].map((index) => ({
      name: seatName(plan.seats[index]),
      cost: prices.get(plan.seats[index].priceZone.id),
    }));
    for (const [sectionId, quantity] of standing) {
      const section = plan.sections.find(({ id }) => id === sectionId);
      const cost = prices.get(section.priceZone.id);
      for (let index = 0; index < quantity; index += 1) lines.push({ name: section.label, cost });
    }
    return lines;
  };

  const render = () => {
    if (held) return show(element, held.element);
    const lines = linesOf();
    show(
      list,
      lines.length === 0
        ? el('p', { class: 'quiet' }, `Choose up to ${event.maxSeatsPerUser} places.`)
        : null,
      el(
        'ul',
        { class: 'lines' },
        ...lines.map(({ name, cost }) => el('li', {}, el('span', {}, name), el('span', {}, price(cost)))),
      ),
      lines.length > 0
        ? el(
            'p',
            { class: 'sum' },
            el('span', {}, 'Together'),
            el('span', {}, price(sumOf(lines.map(({ cost }) => cost)))),
          )
        : null,
    );
    button.disabled = lines.length === 0;
    button.textContent = session() ? 'Hold them for me' : 'Sign in to hold them';
    // What is typed into stays where it is: only what is around it is drawn anew.
    if (!element.contains(list)) {
      show(element, el('h2', {}, 'Your choice'), fields.element, list, button);
    }
  };

  render();
  return {
    element,
    toggle(index) {
      if (held) return notice('Pay for your places, or let them go, before choosing others.');
      if (!chosen.delete(index)) chosen.add(index);
      changed();
    },
    /** Shows what is held, or chooses again what this tab had chosen, as far as it is still to be had. */
    restore() {
      if (booking) return holdsNow(booking);
      const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null');
      // What was kept on another plan says nothing about the seats of this one.
      if (kept?.planId !== plan.id) return;
      const { indexes } = kept;
      const free = indexes.filter(isFree);
      for (const index of free) chosen.add(index);
      for (const [sectionId, quantity] of kept.standing) {
        standing.set(sectionId, fields.set(sectionId, quantity));
      }
      changed();
      if (free.length < indexes.length) notice('Some of the seats that you had chosen have gone.');
      else {
        key = kept.key;
        keep();
      }
    },
    setStanding: fields.setAvailable,
    /** Lets go of chosen seats that somebody else has got; answers which. Seats being asked for may be ours. */
    loseTaken() {
      const lost = isAsking ? [] : dropTaken();
      if (lost.length > 0) changed();
      return lost;
    },
    stop: () => held?.stop(),
  };
}

/** A number field for each standing section. They live as long as the page, so typing is never disturbed. */
function standingFields({ sections, available: atFirst, onChange }) {
  const fields = new Map(
    sections.map((section) => {
      const input = el('input', { id: `standing-${section.id}`, type: 'number', min: 0, value: 0 });
      const label = el('label', { for: input.id });
      input.addEventListener('change', () => onChange(section.id, set(section.id, input.value)));
      return [section.id, { section, input, label, element: el('div', { class: 'standing' }, label, input) }];
    }),
  );
  const set = (sectionId, wanted) => {
    const { input } = fields.get(sectionId);
    const quantity = Math.min(Math.max(Math.trunc(Number(wanted)) || 0, 0), Number(input.max));
    input.value = String(quantity);
    return quantity;
  };
  const setAvailable = (changed) => {
    for (const { section, available } of changed) {
      const field = fields.get(section.id);
      if (!field) continue;
      field.input.max = String(available);
      field.label.textContent = `${field.section.label}, standing (${available} free)`;
    }
  };
  setAvailable(atFirst);
  return {
    element: el('div', {}, ...[...fields.values()].map(({ element }) => element)),
    /** Answers what is set: not below nought, not more than is free. */
    set: (sectionId, wanted) => (fields.has(sectionId) ? set(sectionId, wanted) : 0),
    setAvailable,
    clear() {
      for (const { input } of fields.values()) input.value = '0';
    },
  };
}

/** "Parterre, row A, seat 3". */
export function seatName(seat) {
  return [seat.section.label, seat.row.label && `row ${seat.row.label}`, `seat ${seat.label}`]
    .filter(Boolean)
    .join(', ');
}
