/** What a seat is, a byte each. The last two are the buyer's own, which the server does not tell. */
export const look = { free: 0, held: 1, sold: 2, blocked: 3, chosen: 4, mine: 5 } as const;
export type Look = (typeof look)[keyof typeof look];

/** By the code of a letter: a text of 100,000 is read without making a text of each. */
const byCode = new Uint8Array(128).fill(look.blocked);
for (const [letter, value] of [
  ['F', look.free],
  ['H', look.held],
  ['S', look.sold],
] as const) {
  byCode[letter.charCodeAt(0)] = value;
}

export const lookOfState = {
  FREE: look.free,
  HELD: look.held,
  SOLD: look.sold,
  BLOCKED: look.blocked,
} as const;

/** Of the code of a character of `SeatMap.states`. One that is not known yet is not for sale. */
export function lookOfLetter(code: number): Look {
  return (byCode[code] ?? look.blocked) as Look;
}
