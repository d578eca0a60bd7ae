import type {
  EventId,
  EventSeriesId,
  PriceZoneId,
  SeatingPlanId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { EventSeries, PlanSize, Slot, SlotTimes } from '../../domain/event-series.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import type { Artist, KeysetPage, Offer } from './catalogue.ts';

/** A kind of ticket of a series, from which that of each slot is made. */
export interface SeriesTicketType extends Omit<TicketType, 'id' | 'needsId'> {
  readonly needsKey: string | null;
  /** In the order of the plan. */
  readonly prices: readonly { readonly priceZoneId: PriceZoneId; readonly price: Money }[];
}

export interface Series {
  /** Those without a published slot only for who may manage them. */
  byId(ids: readonly EventSeriesId[], caller: Caller): Promise<ReadonlyMap<string, EventSeries>>;
  /** Series of this organizer, or of all when there is none, the newest first: at most `limit`, older than `after`. */
  page(page: SeriesPage): Promise<readonly EventSeries[]>;
  /** The bills of these series. */
  artistsOf(ids: readonly EventSeriesId[]): Promise<ReadonlyMap<string, readonly Artist[]>>;
  /** In the order in which they are offered. */
  ticketTypesOf(ids: readonly EventSeriesId[]): Promise<ReadonlyMap<string, readonly SeriesTicketType[]>>;
  /** A page of the slots of each of these series, by start; drafts only for who may manage them. */
  slotPages(ids: readonly EventSeriesId[], wanted: WantedSlots, caller: Caller): Promise<SlotPages>;

  /** Who organizes which of these series, also those without slots; what is none is missing. */
  organizersOf(ids: readonly EventSeriesId[]): Promise<readonly OrganizedSeries[]>;

  /** Adds a series without slots. */
  add(tx: Transaction, series: EventSeries, offer: Offer): Promise<void>;
  find(tx: Transaction, id: EventSeriesId): Promise<EventSeries | null>;
  /** The series, locked against other schedulings until the transaction ends; null when there is none. */
  lock(tx: Transaction, id: EventSeriesId): Promise<EventSeries | null>;
  /** IANA zone of the venue. */
  timeZone(tx: Transaction, series: EventSeries): Promise<string>;
  /** The slots that have any part in the time from the first start to the last end, or were scheduled for it. */
  slots(tx: Transaction, id: EventSeriesId, span: SlotTimes): Promise<readonly Slot[]>;
  /** Drafts a slot for each of these times, with the bill, the ticket types and the prices of the series. */
  addSlots(tx: Transaction, id: EventSeriesId, times: readonly SlotTimes[]): Promise<readonly EventId[]>;
  /** The slots that are on sale and have not ended at that moment. */
  onSale(tx: Transaction, id: EventSeriesId, now: Date): Promise<readonly EventId[]>;
  planSize(tx: Transaction, id: SeatingPlanId): Promise<PlanSize>;
}

export interface OrganizedSeries {
  readonly seriesId: EventSeriesId;
  readonly organizerId: UserId;
}

export interface SeriesPage {
  readonly organizerId: UserId | null;
  readonly limit: number;
  readonly after: EventSeriesId | null;
}

export interface WantedSlots {
  /** Only slots that start then or later; null for all. */
  readonly startsFrom: Date | null;
  readonly page: KeysetPage;
}
/** By series, each slot with where it stands in the list. */
export type SlotPages = ReadonlyMap<
  EventSeriesId,
  readonly { readonly sortKey: string; readonly id: EventId }[]
>;
