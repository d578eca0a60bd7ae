import { EventPublished } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { LoyaltyLevelChanged } from '@parterre/contracts/facts/loyalty.ts';
import {
  BookedEventCancelled,
  BookedEventChanged,
  BookedEventMoved,
  BookingCancelled,
  BookingConfirmed,
  TicketsRefunded,
} from '@parterre/contracts/facts/tickets.ts';
import {
  AddressRegisteredAgain,
  EmailConfirmationRequested,
  PasswordResetRequested,
  UserBlocked,
  UserRegistered,
} from '@parterre/contracts/facts/users.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';

/** The facts of a life: everything that a user can get a mail about, a second apart. */
export function factsOf(nickname: string) {
  const userId = newId<'User'>();
  const eventId = newId<'Event'>();
  let time = Date.parse('2027-01-01T10:00:00Z');
  const next = () => {
    time += 1_000;
    return new Date(time);
  };
  const ofBooking = { userId, eventId, bookingId: newId<'Booking'>() };
  const registered = { ...UserRegistered.example, userId, nickname, email: `${nickname}@example.org` };
  return {
    userId,
    registered: fact(UserRegistered, registered, next()),
    published: fact(EventPublished, { ...EventPublished.example, eventId }, next()),
    confirmed: fact(BookingConfirmed, { ...BookingConfirmed.example, ...ofBooking }, next()),
    moved: fact(BookedEventMoved, { ...BookedEventMoved.example, ...ofBooking }, next()),
    changed: fact(BookedEventChanged, { ...BookedEventChanged.example, ...ofBooking }, next()),
    calledOff: fact(BookedEventCancelled, { ...BookedEventCancelled.example, ...ofBooking }, next()),
    refunded: fact(TicketsRefunded, { ...TicketsRefunded.example, ...ofBooking }, next()),
    cancelled: fact(BookingCancelled, { ...BookingCancelled.example, ...ofBooking }, next()),
    level: fact(LoyaltyLevelChanged, { ...LoyaltyLevelChanged.example, userId }, next()),
    confirmation: fact(EmailConfirmationRequested, { userId }, next()),
    reset: fact(PasswordResetRequested, { userId }, next()),
    again: fact(AddressRegisteredAgain, { userId }, next()),
    blocked: fact(UserBlocked, { userId, reason: 'sells on at the door' }, next()),
  };
}

/** All facts of such a life, in the order in which they happened. */
export function inOrder({ userId: _, ...facts }: ReturnType<typeof factsOf>): FactEnvelope[] {
  return Object.values(facts);
}
