/** What a seat is, a byte each. The last two are the buyer's own, which the server does not tell. */
export const look = { free: 0, held: 1, sold: 2, blocked: 3, chosen: 4, mine: 5 } as const;
export type Look = (typeof look)[keyof typeof look];

const byLetter: Readonly<Record<string, Look>> = {
  F: look.free,
  H: look.held,
  S: look.sold,
  B: look.blocked,
};

export const lookOfState = {
  FREE: look.free,
  HELD: look.held,
  SOLD: look.sold,
  BLOCKED: look.blocked,
} as const;

/** Of a character of `SeatMap.states`. One that is not known yet is not for sale. */
export function lookOfLetter(letter: string | undefined): Look {
  return byLetter[letter ?? ''] ?? look.blocked;
}
