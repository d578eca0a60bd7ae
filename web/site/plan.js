/**
 * A plan from its geometry (subgraphs/events/docs/plan-geometry.md): { id, pitch, stage, sections, seats }.
 * The n-th seat { label, x, y, isAccessible, isCompanion, hasRestrictedView, row, section, priceZone } is the one with
 * index n; seats of one row share their `row`, `section` and zone. Distances are in units of the drawing, `pitch` is never
 * null.
 */
export function readPlan(geometry) {
  const { id, scale, zones } = geometry;
  const sections = geometry.sections.map(({ outline, zone, ...section }) => ({
    ...section,
    priceZone: zone === undefined ? null : zones[zone],
    outline: pairs(outline.map((distance) => distance / scale)),
  }));
  return {
    id,
    pitch: geometry.pitch ?? 20,
    stage: geometry.stage && pairs(geometry.stage.map((distance) => distance / scale))[0],
    sections,
    seats: geometry.rows.flatMap((row) => seatsOf(row, { scale, zones, section: sections[row.section] })),
  };
}

function seatsOf({ label, x, y, dx, dy, labels, zone, ...kinds }, { scale, zones, section }) {
  const row = { label };
  const [wheelchair, companion, restricted] = ['accessible', 'companion', 'restrictedView'].map(
    (kind) => new Set(kinds[kind]),
  );
  const at = { x, y };
  return labels.map((seatLabel, place) => {
    if (place > 0) {
      at.x += oneOf(dx, place - 1);
      at.y += oneOf(dy, place - 1);
    }
    return {
      label: seatLabel,
      x: at.x / scale,
      y: at.y / scale,
      isAccessible: wheelchair.has(place),
      isCompanion: companion.has(place),
      hasRestrictedView: restricted.has(place),
      row,
      section,
      priceZone: zones[oneOf(zone, place)],
    };
  });
}

/** A list that is one number where all its values are the same. */
function oneOf(values, place) {
  return Array.isArray(values) ? values[place] : values;
}

function pairs(values) {
  return Array.from({ length: values.length / 2 }, (_, place) => ({
    x: values[2 * place],
    y: values[2 * place + 1],
  }));
}

/**
 * The plan in parts of whole rows, in plan order, each of one section and of at most `most` seats, or of one row;
 * a single part where the whole plan has no more. A part: { name, first, seats }, its seats have the indexes from `first`.
 */
export function partsOf(plan, most) {
  if (plan.seats.length <= most) return [{ name: '', first: 0, seats: plan.seats }];
  return plan.sections
    .filter(({ seatCount }) => seatCount > 0)
    .flatMap((section) => {
      const blocks = blocksOf(
        plan.seats.slice(section.firstSeat, section.firstSeat + section.seatCount),
        most,
      );
      let first = section.firstSeat;
      return blocks.map((seats) => {
        const part = { name: blocks.length === 1 ? section.label : blockName(section, seats), first, seats };
        first += seats.length;
        return part;
      });
    });
}

function blocksOf(seats, most) {
  const blocks = [];
  // By identity: two rows may have one name.
  for (const row of Map.groupBy(seats, (seat) => seat.row).values()) {
    const block = blocks.at(-1);
    if (block && block.length + row.length <= most) block.push(...row);
    else blocks.push(row);
  }
  return blocks;
}

function blockName({ label }, seats) {
  const [from, to] = [seats[0], seats.at(-1)].map((seat) => seat.row.label || `of seat ${seat.label}`);
  return `${label}, ${from === to ? `row ${from}` : `rows ${from} to ${to}`}`;
}

/** Corners of the smallest convex shape around some points, in turn. */
export function hullOf(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  return [...chain(sorted), ...chain(sorted.reverse())];
}

function chain(points) {
  const corners = [];
  for (const point of points) {
    while (corners.length > 1 && turn(corners.at(-2), corners.at(-1), point) <= 0) corners.pop();
    corners.push(point);
  }
  return points.length > 1 ? corners.slice(0, -1) : corners;
}

function turn(a, b, c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** The smallest rectangle around some points, `margin` wider on every side: { x, y, width, height }. */
export function frameOf(points, margin) {
  const reach = (axis, pick) => points.reduce((found, point) => pick(found, point[axis]), points[0][axis]);
  const [x, y] = ['x', 'y'].map((axis) => reach(axis, Math.min) - margin);
  const [right, bottom] = ['x', 'y'].map((axis) => reach(axis, Math.max) + margin);
  return { x, y, width: right - x, height: bottom - y };
}
