import { svg } from './dom.js';

const words = { F: 'free', H: 'held by somebody', S: 'sold', B: 'not for sale' };
const letters = { FREE: 'F', HELD: 'H', SOLD: 'S', BLOCKED: 'B' };
const margin = 30;

/**
 * Draws a plan and keeps it true. Seats are options of a list box: arrow keys walk along them, Enter or
 * Space chooses. `onToggle(index)` is told of a free seat that was chosen or let go.
 */
export function seatMap({ plan, priceOf, onToggle }) {
  const seats = plan.seats.map((seat, index) => drawSeat(seat, index, priceOf(seat)));
  let states = '';
  const element = svg(
    'svg',
    {
      class: 'map',
      viewBox: frameOf(plan),
      role: 'listbox',
      'aria-multiselectable': 'true',
      'aria-label': 'Seats',
    },
    ...plan.sections.filter(({ outline }) => outline.length > 2).map(drawArea),
    plan.stage
      ? svg('text', { x: plan.stage.x, y: plan.stage.y, 'text-anchor': 'middle', 'font-size': 16 }, 'Stage')
      : null,
    ...rowNames(plan.seats),
    ...seats,
  );
  seats[0]?.setAttribute('tabindex', '0');

  const toggle = (target) => {
    const index = seats.indexOf(target);
    if (index >= 0 && states[index] === 'F') onToggle(index);
  };
  element.addEventListener('click', ({ target }) => toggle(target));
  element.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) walk(seats, document.activeElement, step);
    else if (event.key === 'Enter' || event.key === ' ') toggle(event.target);
    else return;
    event.preventDefault();
  });

  const show = (index, state) => {
    seats[index].setAttribute('data-state', state);
    seats[index].setAttribute('aria-disabled', String(state !== 'F'));
    seats[index].firstChild.textContent =
      `${nameOf(plan.seats[index], priceOf(plan.seats[index]))}, ${words[state]}`;
    seats[index].setAttribute('aria-label', seats[index].firstChild.textContent);
  };
  return {
    element,
    /** The whole map at once: one letter a seat. */
    setStates(next) {
      for (let index = 0; index < next.length; index += 1)
        if (next[index] !== states[index]) show(index, next[index]);
      states = next;
    },
    /** Some seats anew. */
    change(changes) {
      const next = [...states];
      for (const { index, state } of changes) next[index] = letters[state];
      this.setStates(next.join(''));
    },
    choose(chosen) {
      seats.forEach((seat, index) => {
        seat.setAttribute('data-chosen', String(chosen.has(index)));
        seat.setAttribute('aria-selected', String(chosen.has(index)));
      });
    },
    stateOf: (index) => states[index],
  };
}

function drawSeat(seat, index, price) {
  const shape = {
    class: 'seat',
    role: 'option',
    tabindex: -1,
    fill: seat.priceZone.color ?? '#1f5140',
    'data-index': index,
  };
  const title = svg('title', {}, nameOf(seat, price));
  return seat.isAccessible
    ? svg('rect', { ...shape, x: seat.x - 8, y: seat.y - 8, width: 16, height: 16, rx: 3 }, title)
    : svg('circle', { ...shape, cx: seat.x, cy: seat.y, r: 8 }, title);
}

/** The name of each row before its first seat: left of it, or above where the row runs downwards. */
function rowNames(seats) {
  const rows = Map.groupBy(
    seats.filter(({ row }) => row.label),
    ({ section, row }) => `${section.id} ${row.label}`,
  );
  return [...rows.values()].map((row) => {
    const spread = (axis) =>
      Math.max(...row.map((seat) => seat[axis])) - Math.min(...row.map((seat) => seat[axis]));
    const isDown = spread('y') > spread('x');
    const { x, y } = row.reduce((a, b) => ((isDown ? b.y < a.y : b.x < a.x) ? b : a));
    const place = isDown
      ? { x, y: y - 13, 'text-anchor': 'middle' }
      : { x: x - 14, y: y + 4, 'text-anchor': 'end' };
    return svg('text', { ...place, 'font-size': 11, 'aria-hidden': 'true' }, row[0].row.label);
  });
}

function drawArea(section) {
  const corners = section.outline.map(({ x, y }) => `${x},${y}`).join(' ');
  const middle = (axis) =>
    section.outline.reduce((sum, corner) => sum + corner[axis], 0) / section.outline.length;
  return svg(
    'g',
    {},
    svg('polygon', { class: 'area', points: corners }),
    section.kind === 'STANDING'
      ? svg(
          'text',
          { x: middle('x'), y: middle('y'), 'text-anchor': 'middle', 'font-size': 14 },
          section.label,
        )
      : null,
  );
}

function nameOf(seat, price) {
  const row = seat.row.label ? `row ${seat.row.label}, ` : '';
  const place = `${seat.section.label ? `${seat.section.label}, ` : ''}${row}seat ${seat.label}`;
  return `${place}${seat.isAccessible ? ', wheelchair place' : ''}${price ? `, ${price}` : ''}`;
}

function walk(seats, from, step) {
  const at = seats.indexOf(from);
  const next = seats[Math.min(Math.max(at + step, 0), seats.length - 1)];
  from?.setAttribute('tabindex', '-1');
  next?.setAttribute('tabindex', '0');
  next?.focus();
}

/** The smallest frame around everything that is drawn. */
function frameOf(plan) {
  const points = [
    ...plan.seats,
    ...plan.sections.flatMap(({ outline }) => outline),
    ...(plan.stage ? [plan.stage] : []),
  ];
  if (points.length === 0) return '0 0 100 20';
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [xs, ys].map((values) => values.reduce((a, b) => Math.min(a, b)) - margin);
  const [right, bottom] = [xs, ys].map((values) => values.reduce((a, b) => Math.max(a, b)) + margin);
  return `${left} ${top} ${right - left} ${bottom - top}`;
}
