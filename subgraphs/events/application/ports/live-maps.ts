import type { LogCursor } from '@parterre/platform/kernel/log-cursor.ts';
import type { MapFact, SeatMapRows } from '../../domain/seat-map.ts';

/** The facts about seat maps, as they come on the bus. */
export interface SeatMapFeed {
  /**
   * Hands every fact about the event's map to `handle`, in order, some of them perhaps twice. Resolves when
   * attached: every fact that is published after that is handed over. Answers how to let go.
   */
  attach(eventId: string, handle: (fact: MapFact) => void): Promise<() => void>;
  /** The version of everything published so far about the event, or of something later. */
  endVersion(eventId: string): Promise<LogCursor>;
}

/** A map as the rows are, without a version: the rows know nothing of the log. */
export type SeatMapReading = Omit<SeatMapRows, 'version'>;

export interface SeatMapStore {
  /** The maps of these events; what is not published is missing. */
  read(eventIds: readonly string[]): Promise<ReadonlyMap<string, SeatMapReading>>;
}
