import type { SeatMapRows } from '../../domain/seat-map.ts';

/** A map as the rows are, without a version: the rows know nothing of the log. */
export type SeatMapReading = Omit<SeatMapRows, 'version'>;

export interface SeatMapStore {
  /** The maps of these events; what is not published is missing. */
  read(eventIds: readonly string[]): Promise<ReadonlyMap<string, SeatMapReading>>;
}
