import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { ConcurrencyLimiter } from '@parterre/platform/concurrency/limiter.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { PlanReader } from './ports/plan-reader.ts';
import type {
  Artists,
  Events,
  Halls,
  Holds,
  SeatBlocks,
  SeatingPlans,
  StandingPlaces,
  Venues,
} from './ports/storage.ts';

/** What the commands of this subgraph need from outside. */
export interface Dependencies {
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
  readonly limiter: ConcurrencyLimiter;
  /** The currency that every event is priced in. */
  readonly currency: CurrencyCode;
  /** Hold time of an event that sets none. */
  readonly defaultHoldSeconds: number;
}
