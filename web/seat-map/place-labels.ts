import { meets, type Point, type Rect } from './shapes.ts';

/** Lines of one label, those of its name first. */
export interface LabelText {
  readonly name: readonly string[];
  /** What is free, then the price. */
  readonly more: readonly string[];
}

export interface LabelWish {
  /** Where its middle would be best, in CSS pixels of the screen. */
  readonly middle: Point;
  readonly label: string;
  readonly more: readonly string[];
  /** Whether the ground that the label is for holds such a box, but for so many pixels at its corners. */
  readonly holds: (box: Rect, over: number) => boolean;
}

/** By so much a box may reach over its ground: corners of letters are seldom in its corners. */
const CORNERS = 4;
const ALMOST = 10;

export interface PlacedLabel extends LabelText {
  readonly box: Rect;
}

export interface LabelRoom {
  readonly screen: Rect;
  /** What has to stay in sight: the stage. */
  readonly taken: readonly Rect[];
  readonly measure: (text: LabelText) => { readonly width: number; readonly height: number };
}

/**
 * Where labels go so that none meets another, what is `taken` or the edge of the screen. Names come before all else, in the
 * order of the wishes: whole, else on two lines, else what tells them apart at their end. What is free comes under a
 * name where its ground holds it, the price under that. Null for what has no room even so: ground whose middle is out of
 * sight has its name where it holds it, or none.
 */
export function placeLabels(wishes: readonly LabelWish[], room: LabelRoom): (PlacedLabel | null)[] {
  const placed: (PlacedLabel | null)[] = wishes.map(() => null);
  // A text that is wider than the screen begins outside of it.
  const isFree = (box: Rect, own: number) =>
    box.left >= room.screen.left &&
    !room.taken.some((one) => meets(one, box)) &&
    placed.every((other, at) => at === own || other === null || !meets(other.box, box));
  const tried = (wish: LabelWish, at: number, text: LabelText, over: number | null): PlacedLabel | null => {
    const { x, y } = wish.middle;
    const box = boxOf(wish.middle, room.measure(text), room.screen);
    // Moved from out of sight to beside its ground, it would stick to the edge and name what is not seen.
    const fits =
      over === null ? meets(room.screen, { left: x, right: x, top: y, bottom: y }) : wish.holds(box, over);
    return fits && isFree(box, at) ? { ...text, box } : null;
  };
  for (const [kind, over] of [
    ['whole', CORNERS],
    ['whole', ALMOST],
    ['short', CORNERS],
    // Narrow ground between aisles: its name may lie beside it, where it covers no other name.
    ['whole', null],
    ['short', null],
  ] as const) {
    for (const [at, wish] of wishes.entries()) {
      for (const name of namesOf(wish.label)[kind]) {
        placed[at] ??= tried(wish, at, { name, more: [] }, over);
      }
    }
  }
  for (let count = 1; count <= Math.max(0, ...wishes.map(({ more }) => more.length)); count += 1) {
    for (const [at, wish] of wishes.entries()) {
      const known = placed[at];
      if (!known || known.more.length !== count - 1 || wish.more.length < count) continue;
      placed[at] = tried(wish, at, { name: known.name, more: wish.more.slice(0, count) }, CORNERS) ?? known;
    }
  }
  return placed;
}

/** Of "Upper ring 7": on one line, broken behind its first word, and "7". */
function namesOf(label: string) {
  const broken = label.split(/ (.*)/, 2);
  const last = label.split(' ').at(-1) ?? label;
  return { whole: [[label], broken], short: last.length < 4 ? [[last]] : [] };
}

/** Around a point, moved as far as the screen wants it. */
function boxOf({ x, y }: Point, { width, height }: { width: number; height: number }, screen: Rect): Rect {
  const left = Math.min(Math.max(x - width / 2, screen.left), screen.right - width);
  const top = Math.min(Math.max(y - height / 2, screen.top), screen.bottom - height);
  return { left, top, right: left + width, bottom: top + height };
}
