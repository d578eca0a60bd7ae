import { el, notice, show } from '../dom.js';
import { price, when } from '../format.js';
import { ask } from '../graphql.js';
import { subscribe } from '../live.js';
import { readPlan } from '../plan.js';
import { seatMap } from '../seat-map.js';
import { choicePanel, seatName } from './choice.js';
import { heldPlaces } from './held.js';

/** One event: its plan, live, and the choice of places. */
export async function eventPage(id) {
  const [{ event }, held] = await Promise.all([ask('EventWithPlan', { id }), heldPlaces()]);
  if (!event?.seatMap) throw new Error('There is no such event, or it is not on sale.');
  const plan = await planAt(event.seatMap.plan.geometryUrl);
  const prices = new Map();
  const priceList = el('div', {});
  const showPrices = (list) => {
    for (const { priceZone, price: each } of list) prices.set(priceZone.id, each);
    show(priceList, legend(list));
  };
  showPrices(event.prices);

  const live = el('span', { class: 'live', 'data-on': 'false' }, 'connecting');
  const panel = choicePanel({
    event,
    plan,
    prices,
    booking: held.find((booking) => booking.event?.id === id) ?? null,
    isFree: (index) => map.stateOf(index) === 'F',
    onChange: (chosen) => map.choose(chosen),
    onPriceChange: async () => {
      const now = await ask('EventWithPlan', { id }).catch(() => null);
      if (!now?.event) return;
      showPrices(now.event.prices);
      map.redraw();
    },
  });
  const map = seatMap({ plan, prices, onToggle: (index) => panel.toggle(index) });
  map.setStates(event.seatMap.states);
  panel.restore();
  panel.setStanding(event.seatMap.standing);
  const watch = watchMap({ event, plan, map, panel, live });

  return {
    title: event.title,
    stop: () => {
      watch.stop();
      panel.stop();
    },
    element: el(
      'article',
      {},
      el('h1', {}, event.title),
      el('p', { class: 'quiet' }, event.artists.map(({ name }) => name).join(', ')),
      el(
        'p',
        {},
        `${when(event.startsAt, event.venue.timeZone)} · ${event.hall.name}, ${event.venue.name}, ${event.venue.city}`,
      ),
      event.description && el('p', { class: 'lines' }, event.description),
      el(
        'div',
        { class: 'show' },
        el('section', { class: 'card' }, live, map.element, priceList),
        panel.element,
      ),
    ),
  };
}

/** A plan never changes, so the browser keeps what it got once. */
async function planAt(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error('The plan of the hall cannot be shown at this moment.');
  return readPlan(await response.json());
}

/** A version is opaque: a delta fits when it begins where this map stands, and on any other one asks again. */
function watchMap({ event, plan, map, panel, live }) {
  let { version } = event.seatMap;
  const watch = subscribe('SeatMapLive', {
    variables: () => ({ eventId: event.id, sinceVersion: version }),
    onState: (isOn) => {
      live.dataset.on = String(isOn);
      live.textContent = isOn ? 'live' : 'connecting again';
    },
    onData: ({ seatMapChanged: change }) => {
      // The event has come to another version of its plan: everything here is about the one before.
      if (change.plan && change.plan.id !== plan.id) return location.reload();
      if (change.__typename === 'SeatMapSnapshot') map.setStates(change.states);
      else if (change.fromVersion === version) map.change(change.changes);
      else {
        version = null;
        return watch.again();
      }
      version = change.version;
      panel.setStanding(change.standing);
      for (const index of panel.loseTaken()) {
        notice(`${seatName(plan.seats[index])} has just gone.`);
      }
    },
  });
  return watch;
}

function legend(prices) {
  const swatch = (color) => el('span', { class: 'swatch', style: `background:${color}` });
  return el(
    'ul',
    { class: 'legend', 'aria-label': 'Prices' },
    ...prices.map(({ priceZone, price: each }) =>
      el('li', {}, swatch(priceZone.color), `${priceZone.label} ${price(each)}`),
    ),
    el('li', {}, swatch('var(--line)'), 'taken'),
  );
}
