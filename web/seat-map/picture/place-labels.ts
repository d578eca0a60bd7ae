import { meets, type Point, type Rect } from '../plan/shapes.ts';

/** Lines of text, one under the other. Sizes are CSS pixels. */
export interface LabelText {
  readonly lines: readonly string[];
  readonly font: string;
  readonly lineHeight: number;
  /** Of the longest line. */
  readonly width: number;
}

/** What an area is called, in the ways there are to write it. */
export interface LabelNames {
  /** On one line, else on two. */
  readonly whole: readonly LabelText[];
  /** What tells it apart, at its end. */
  readonly short: readonly LabelText[];
}

export interface LabelWish extends LabelNames {
  /** Where its middle would be best, in CSS pixels of the screen. */
  readonly middle: Point;
  /** What comes under a name: what is free, then the price. */
  readonly more: readonly LabelText[];
  /** Whether the ground that the label is for holds such a box, but for so many pixels at its corners. */
  readonly holds: (box: Rect, over: number) => boolean;
}

/** By so much a box may reach over its ground: corners of letters are seldom in its corners. */
const CORNERS = 4;
const ALMOST = 10;
/** Between a text and the edge of its box, to the sides. */
const PADDING = 3;

export interface PlacedLabel {
  /** Its name, and what is under it. */
  readonly texts: readonly [LabelText, ...LabelText[]];
  readonly box: Rect;
}

export interface LabelRoom {
  readonly screen: Rect;
  /** What has to stay in sight: the stage. */
  readonly taken: readonly Rect[];
}

/**
 * Where labels go so that none meets another, what is `taken` or the edge of the screen. Names come before all else, in the
 * order of the wishes: whole, else on two lines, else what tells them apart at their end. What is free comes under a
 * name where its ground holds it, the price under that. Null for what has no room even so: ground whose middle is out of
 * sight has its name where it holds it, or none.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  { screen, taken }: LabelRoom,
): (PlacedLabel | null)[] {
  const placed: (PlacedLabel | null)[] = wishes.map(() => null);
  // A text that is wider than the screen begins outside of it.
  const isFree = (box: Rect, own: number) =>
    box.left >= screen.left &&
    !taken.some((one) => meets(one, box)) &&
    placed.every((other, at) => at === own || other === null || !meets(other.box, box));
  const tried = (
    { middle, more, holds }: LabelWish,
    at: number,
    name: LabelText,
    over: number | null,
    lines = 0,
  ): PlacedLabel | null => {
    const { x, y } = middle;
    const texts = [name, ...more.slice(0, lines)] as const;
    const box = boxOf(middle, texts, screen);
    // Moved from out of sight to beside its ground, it would stick to the edge and name what is not seen.
    const fits = over === null ? meets(screen, { left: x, right: x, top: y, bottom: y }) : holds(box, over);
    return fits && isFree(box, at) ? { texts, box } : null;
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
      for (const name of wish[kind]) placed[at] ??= tried(wish, at, name, over);
    }
  }
  for (let lines = 1; wishes.some(({ more }) => more.length >= lines); lines += 1) {
    for (const [at, wish] of wishes.entries()) {
      const known = placed[at];
      if (known?.texts.length !== lines || wish.more.length < lines) continue;
      placed[at] = tried(wish, at, known.texts[0], CORNERS, lines) ?? known;
    }
  }
  return placed;
}

/** Of "Upper ring 7": on one line, broken behind its first word, and "7". */
export function namesOf(label: string, measured: (lines: readonly string[]) => LabelText): LabelNames {
  const last = label.split(' ').at(-1) ?? label;
  return {
    whole: [[label], label.split(/ (.*)/, 2)].map(measured),
    short: last.length < 4 ? [measured([last])] : [],
  };
}

/** Around a point, moved as far as the screen wants it. */
function boxOf({ x, y }: Point, texts: readonly LabelText[], screen: Rect): Rect {
  const width = Math.max(...texts.map((text) => text.width)) + 2 * PADDING;
  const height = texts.reduce((sum, { lines, lineHeight }) => sum + lines.length * lineHeight, 4);
  const left = Math.min(Math.max(x - width / 2, screen.left), screen.right - width);
  const top = Math.min(Math.max(y - height / 2, screen.top), screen.bottom - height);
  return { left, top, right: left + width, bottom: top + height };
}
