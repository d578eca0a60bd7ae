/** Where a seat stands at an event; one character, as rows and maps store it. */
export type SeatCode = 'F' | 'H' | 'S' | 'B';
export type SeatState = 'FREE' | 'HELD' | 'SOLD' | 'BLOCKED';

const states: Readonly<Record<SeatCode, SeatState>> = { F: 'FREE', H: 'HELD', S: 'SOLD', B: 'BLOCKED' };
const codes: Readonly<Record<SeatState, SeatCode>> = { FREE: 'F', HELD: 'H', SOLD: 'S', BLOCKED: 'B' };

export function seatState(code: SeatCode): SeatState {
  return states[code];
}

export function seatCode(state: SeatState): SeatCode {
  return codes[state];
}
