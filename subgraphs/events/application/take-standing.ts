import { SeatsReleased } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Event } from '../domain/event.ts';
import type { RequestedPlaces, StandingRequest } from '../domain/requested-places.ts';
import type { Dependencies } from './dependencies.ts';
import type { TakenPlaces } from './ports/storage.ts';

export type TakenStanding = TakenPlaces & StandingRequest;

/** Takes all the wanted standing places, section by section; on a refusal the caller rolls back. */
export async function takeStanding(
  deps: Dependencies,
  tx: Transaction,
  requested: RequestedPlaces,
  event: Event,
): Promise<readonly TakenStanding[] | Rejection<'SECTION_NOT_FOUND' | 'STANDING_SOLD_OUT'> | 'contended'> {
  const taken: TakenStanding[] = [];
  for (const part of requested.standing) {
    const places = await deps.standing.take(tx, event, part);
    if (places === 'contended') return places;
    if (places === 'no-such-section') {
      return reject('SECTION_NOT_FOUND', `expected a standing section of the event, got ${part.sectionId}`, [
        'standing',
      ]);
    }
    if (places === 'sold-out') {
      const message = `expected a standing section with ${part.quantity} places left, got fewer in ${part.sectionId}`;
      return reject('STANDING_SOLD_OUT', message, ['standing']);
    }
    taken.push({ ...places, ...part });
  }
  return taken;
}

/** Publishes which places expired holds have freed. */
export async function publishReclaimed(
  tx: Transaction,
  taken: readonly TakenStanding[],
  now: Date,
): Promise<void> {
  for (const { bookingId, eventId, changes } of taken.flatMap((places) => places.reclaimed)) {
    const data = { eventId, bookingId, reason: 'HOLD_EXPIRED' as const, seats: [], standing: [...changes] };
    await tx.publish(fact(SeatsReleased, data, now));
  }
}
