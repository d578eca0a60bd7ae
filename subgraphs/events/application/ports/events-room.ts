import type { CurrencyCode } from '@parterre/platform/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Admission } from '../admission.ts';
import type { Artists } from './artists.ts';
import type { Events } from './events.ts';
import type { Halls } from './halls.ts';
import type { Holds } from './holds.ts';
import type { PlanReader } from './plan-reader.ts';
import type { SeatBlocks } from './seat-blocks.ts';
import type { SeatingPlans } from './seating-plans.ts';
import type { StandingPlaces } from './standing-places.ts';
import type { Venues } from './venues.ts';

/** What the commands of this room need from outside. */
export interface EventsRoom {
  readonly database: Database;
  readonly venues: Venues;
  readonly halls: Halls;
  readonly plans: SeatingPlans;
  readonly planReader: PlanReader;
  readonly artists: Artists;
  readonly events: Events;
  readonly holds: Holds;
  readonly standing: StandingPlaces;
  readonly blocks: SeatBlocks;
  /** How many holds are made at a time in this process. */
  readonly admission: Admission;
  /** The currency that every event is priced in. */
  readonly currency: CurrencyCode;
  /** Hold time of an event that sets none. */
  readonly defaultHoldSeconds: number;
}
