/** What somebody holds or has bought and another plan does not have. */
export interface LostPlaces {
  readonly seats: number;
  readonly standing: number;
  /** At most 20 of each, as "Stalls, row A, seat 1" and "Pit, 6 taken of 4". */
  readonly names: readonly string[];
}

/** Reads a PLACES_WOULD_BE_LOST message, whose code alone does not say which places; null for any other text. */
export function readLostPlaces(message: string): LostPlaces | null {
  const told =
    /would lose (?:(\d+) seats? \((.*?)\))?(?: and )?(?:(\d+) standing places? \((.*)\))?$/s.exec(message) ??
    [];
  const [, seats, seatNames = '', standing, standingNames = ''] = told;
  if (seats === undefined && standing === undefined) return null;
  const names = [...seatNames.split('; '), ...standingNames.split('; ')];
  return {
    seats: Number(seats ?? 0),
    standing: Number(standing ?? 0),
    names: names.filter((name) => name !== '' && name !== '…'),
  };
}
