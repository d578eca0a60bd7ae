import { el, show, svg } from './dom.js';
import { price } from './format.js';
import { frameOf, hullOf, partsOf } from './plan.js';

const words = { F: 'free', H: 'held by somebody', S: 'sold', B: 'not for sale' };
const letters = { FREE: 'F', HELD: 'H', SOLD: 'S', BLOCKED: 'B' };
/** So many seats are drawn as elements at once: with 10,000 each change of the picture takes a browser seconds. */
const affordable = 2_000;
/** What sizes below are measured in: a twentieth of the usual distance between two seats. */
const unitOf = ({ pitch }) => pitch / 20;

/**
 * Draws a plan and keeps it true. A plan with more seats than a browser can draw is shown in parts, with the rows
 * as lines, and one part at a time with its seats. `onToggle(index)` is told of a free seat that was chosen or let go.
 */
export function seatMap({ plan, prices, onToggle }) {
  const parts = partsOf(plan, affordable);
  const place = el('div', {});
  let states = '';
  let chosen = new Set();
  let view = null;

  const open = (next) => {
    view = next;
    view.setStates(states, chosen);
    show(place, view.element);
  };
  const openPart = (number) => {
    const part = parts[number];
    const seats = seatsView({ plan, part, prices, onToggle });
    const back = () => {
      openWhole();
      view.focus(number);
    };
    const element = el(
      'div',
      { onkeydown: ({ key }) => key === 'Escape' && back() },
      el(
        'p',
        { class: 'crumbs' },
        el('button', { class: 'plain', onclick: back }, 'Back to the whole hall'),
        el('strong', {}, part.name),
      ),
      seats.element,
    );
    open({ ...seats, element });
    seats.focus();
  };
  const openWhole = () => open(partsView({ plan, parts, prices, onOpen: openPart }));

  return {
    element: place,
    /** The whole map at once: one letter a seat. */
    setStates(next) {
      states = next;
      if (view) view.setStates(states, chosen);
      else if (parts.length > 1) openWhole();
      else open(seatsView({ plan, part: parts[0], prices, onToggle }));
    },
    /** Some seats anew. */
    change(changes) {
      const next = [...states];
      for (const { index, state } of changes) next[index] = letters[state];
      this.setStates(next.join(''));
    },
    choose(next) {
      chosen = next;
      view?.setStates(states, chosen);
    },
    stateOf: (index) => states[index],
    /** The same from its beginning, with the prices of now in the names. */
    redraw() {
      view = null;
      this.setStates(states);
    },
  };
}

/** Seats are options of a list box: arrow keys walk along them, Enter or Space chooses. */
function seatsView({ plan, part, prices, onToggle }) {
  const unit = unitOf(plan);
  const names = part.seats.map((seat) => nameOf(seat, prices));
  const seats = part.seats.map((seat, place) => drawSeat(seat, names[place], unit));
  // The first part of a plan in several stands alone: what is around it would only make it small.
  const isWhole = part.seats.length === plan.seats.length;
  const around = isWhole ? plan.sections : part.seats.slice(0, 1).map(({ section }) => section);
  const points = isWhole
    ? [...part.seats, ...cornersOf(plan.sections), ...(plan.stage ? [plan.stage] : [])]
    : part.seats;
  const element = svg(
    'svg',
    {
      class: 'map',
      viewBox: viewBoxOf(points, 30 * unit),
      role: 'listbox',
      'aria-multiselectable': 'true',
      'aria-label': part.name ? `Seats of ${part.name}` : 'Seats',
    },
    ...around.filter(({ outline }) => outline.length > 2).map((section) => drawArea(section, unit)),
    isWhole ? drawStage(plan, 16 * unit) : null,
    ...rowNames(part.seats, unit),
    ...seats,
  );
  seats[0]?.setAttribute('tabindex', '0');
  let shown = [];

  const toggle = (target) => {
    const place = seats.indexOf(target);
    if (place >= 0 && shown[place].startsWith('F')) onToggle(part.first + place);
  };
  element.addEventListener('click', ({ target }) => toggle(target.closest('.seat')));
  element.addEventListener('keydown', (event) => {
    if (stepOf(event)) walk(seats, document.activeElement, stepOf(event));
    else if (event.key === 'Enter' || event.key === ' ') toggle(event.target);
    else return;
    event.preventDefault();
  });

  const showSeat = (place, state, isChosen) => {
    const name = `${names[place]}, ${words[state]}`;
    seats[place].setAttribute('data-state', state);
    seats[place].setAttribute('data-chosen', String(isChosen));
    seats[place].setAttribute('aria-disabled', String(state !== 'F'));
    seats[place].setAttribute('aria-selected', String(isChosen));
    seats[place].setAttribute('aria-label', name);
    seats[place].firstChild.textContent = name;
  };
  return {
    element,
    focus: () => seats[0]?.focus(),
    setStates(states, chosen) {
      const next = seats.map((_, place) => {
        const index = part.first + place;
        return `${states[index]}${chosen.has(index) ? '+' : ''}`;
      });
      for (const [place, look] of next.entries()) {
        if (look !== shown[place]) showSeat(place, look[0], look.endsWith('+'));
      }
      shown = next;
    },
  };
}

/** The whole hall: each part a button with its rows as lines. `onOpen(number)` is told which part was chosen. */
function partsView({ plan, parts, prices, onOpen }) {
  const unit = unitOf(plan);
  const frame = [...plan.seats, ...cornersOf(plan.sections), ...(plan.stage ? [plan.stage] : [])];
  const drawn = parts.map((part) => drawPart(part, prices, unit));
  const buttons = drawn.map(({ element }) => element);
  const element = svg(
    'svg',
    {
      class: 'map',
      viewBox: viewBoxOf(frame, 60 * unit),
      role: 'toolbar',
      'aria-label': 'Parts of the hall',
    },
    ...plan.sections
      .filter(({ outline }) => outline.length > 2)
      .map((section) => drawArea(section, 4 * unit)),
    drawStage(plan, frameOf(frame, 0).width / 50),
    ...buttons,
  );
  buttons[0]?.setAttribute('tabindex', '0');

  const open = (target) => {
    const number = buttons.indexOf(target?.closest('.part'));
    if (number >= 0) onOpen(number);
  };
  element.addEventListener('click', ({ target }) => open(target));
  element.addEventListener('keydown', (event) => {
    if (stepOf(event)) walk(buttons, document.activeElement, stepOf(event));
    else if (event.key === 'Enter' || event.key === ' ') open(event.target);
    else return;
    event.preventDefault();
  });
  return {
    element: el(
      'div',
      {},
      el('p', { class: 'quiet' }, 'Choose a part of the hall to see its seats.'),
      element,
    ),
    focus: (number) => walk(buttons, buttons.find(isCurrent), number - buttons.findIndex(isCurrent)),
    setStates(states, chosen) {
      for (const part of drawn) part.setStates(states, chosen);
    },
  };
}

function isCurrent(element) {
  return element.getAttribute('tabindex') === '0';
}

/** Free seats as lines in the colour of their zone along the rows, all others as lines in that of what is taken. */
function drawPart({ name, first, seats }, prices, unit) {
  const hull = hullOf(seats);
  const { x, y, width, height } = frameOf(seats, 0);
  const zones = [...new Set(seats.map(({ priceZone }) => priceZone))];
  const line = (attributes) => svg('path', { class: 'row-line', 'stroke-width': 16 * unit, ...attributes });
  const taken = line({ class: 'row-line taken' });
  const free = new Map(zones.map((zone) => [zone, line({ stroke: zone.color ?? '#1f5140' })]));
  const mine = svg('path', { class: 'row-line mine', 'stroke-width': 30 * unit });
  const title = svg('title', {});
  const element = svg(
    'g',
    { class: 'part', role: 'button', tabindex: -1 },
    title,
    svg('polygon', {
      points: hull.map((corner) => `${corner.x},${corner.y}`).join(' '),
      'stroke-width': 34 * unit,
    }),
    taken,
    ...free.values(),
    mine,
    svg(
      'text',
      {
        x: x + width / 2,
        y: y + height / 2,
        'font-size': Math.min(width / Math.max(name.length * 0.75, 4), height / 2),
        'text-anchor': 'middle',
        'dominant-baseline': 'central',
        'aria-hidden': 'true',
      },
      name,
    ),
  );
  let shown = '';
  return {
    element,
    setStates(states, chosen) {
      const own = [...states.slice(first, first + seats.length)].map((state, place) =>
        chosen.has(first + place) ? `${state}+` : state,
      );
      if (own.join() === shown) return;
      shown = own.join();
      const lines = linesOf(seats, own);
      taken.setAttribute('d', lines.get(null) ?? '');
      for (const [zone, path] of free) path.setAttribute('d', lines.get(zone) ?? '');
      const places = seats.filter((_, place) => own[place].endsWith('+'));
      mine.setAttribute('d', places.map((seat) => `M${seat.x} ${seat.y}h0`).join(''));
      title.textContent = partName({ name, seats }, own, prices, places.length);
      element.setAttribute('aria-label', title.textContent);
    },
  };
}

/** "Parterre, 214 of 300 seats free, from €39.00, 2 chosen". */
function partName({ name, seats }, states, prices, chosen) {
  const free = seats.filter((_, place) => states[place].startsWith('F'));
  const costs = [...new Set(free.map(({ priceZone }) => priceZone))]
    .flatMap(({ id }) => prices.get(id) ?? [])
    .sort((a, b) => Number(a.amount) - Number(b.amount));
  return [
    name,
    `${free.length} of ${seats.length} seats free`,
    costs.length > 0 && `from ${price(costs[0])}`,
    chosen > 0 && `${chosen} chosen`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Paths by zone of the free seats, and by null for the others: neighbours that look alike are one line. */
function linesOf(seats, states) {
  const paths = new Map();
  let before = null;
  for (const [place, seat] of seats.entries()) {
    const kind = states[place].startsWith('F') ? seat.priceZone : null;
    const isOn = before !== null && before.seat.row === seat.row && before.kind === kind;
    // Along nothing for one seat alone: round ends make a dot of it.
    const step = isOn ? `L${seat.x} ${seat.y}` : `M${seat.x} ${seat.y}h0`;
    paths.set(kind, (paths.get(kind) ?? '') + step);
    before = { seat, kind };
  }
  return paths;
}

function drawSeat({ x, y, isAccessible, priceZone }, name, unit) {
  const shape = { class: 'seat', role: 'option', tabindex: -1, fill: priceZone.color ?? '#1f5140' };
  const title = svg('title', {}, name);
  const radius = 8 * unit;
  const size = 2 * radius;
  return isAccessible
    ? svg('rect', { ...shape, x: x - radius, y: y - radius, width: size, height: size, rx: 3 * unit }, title)
    : svg('circle', { ...shape, cx: x, cy: y, r: radius }, title);
}

/** The name of each row before its first seat: left of it, or above where the row runs downwards. */
function rowNames(seats, unit) {
  const rows = Map.groupBy(
    seats.filter(({ row }) => row.label),
    ({ section, row }) => `${section.id} ${row.label}`,
  );
  return [...rows.values()].map((row) => {
    const { width, height } = frameOf(row, 0);
    const isDown = height > width;
    const { x, y } = row.reduce((a, b) => ((isDown ? b.y < a.y : b.x < a.x) ? b : a));
    const place = isDown
      ? { x, y: y - 13 * unit, 'text-anchor': 'middle' }
      : { x: x - 14 * unit, y: y + 4 * unit, 'text-anchor': 'end' };
    return svg('text', { ...place, 'font-size': 11 * unit, 'aria-hidden': 'true' }, row[0].row.label);
  });
}

function drawArea({ outline, kind, label }, unit) {
  const corners = outline.map(({ x, y }) => `${x},${y}`).join(' ');
  const middle = (axis) => outline.reduce((sum, corner) => sum + corner[axis], 0) / outline.length;
  return svg(
    'g',
    {},
    svg('polygon', { class: 'area', points: corners, 'stroke-width': 2 * unit }),
    kind === 'STANDING'
      ? svg(
          'text',
          { x: middle('x'), y: middle('y'), 'text-anchor': 'middle', 'font-size': 14 * unit },
          label,
        )
      : null,
  );
}

function drawStage({ stage }, size) {
  return stage
    ? svg('text', { x: stage.x, y: stage.y, 'text-anchor': 'middle', 'font-size': size }, 'Stage')
    : null;
}

/** "Parterre, row A, seat 3, €39.00", as far as each is known. */
function nameOf({ section, row, label, isAccessible, isCompanion, hasRestrictedView, priceZone }, prices) {
  const cost = prices.get(priceZone.id);
  return [
    section.label,
    row.label && `row ${row.label}`,
    `seat ${label}`,
    isAccessible && 'wheelchair place',
    isCompanion && 'companion place',
    hasRestrictedView && 'restricted view',
    cost && price(cost),
  ]
    .filter(Boolean)
    .join(', ');
}

function stepOf({ key }) {
  return { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
}

function walk(elements, from, step) {
  const next = elements[Math.min(Math.max(elements.indexOf(from) + step, 0), elements.length - 1)];
  from?.setAttribute('tabindex', '-1');
  next?.setAttribute('tabindex', '0');
  next?.focus();
}

function cornersOf(sections) {
  return sections.flatMap(({ outline }) => outline);
}

function viewBoxOf(points, margin) {
  if (points.length === 0) return '0 0 100 20';
  const { x, y, width, height } = frameOf(points, margin);
  return `${x} ${y} ${width} ${height}`;
}
