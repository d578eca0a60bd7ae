import { defineEntity, p } from '@mikro-orm/core';
import type { BookingId, EventId, NotificationId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import type { LinkPurpose, MailKind } from '../../domain/mail.ts';

/** A row of `notifications`: a mail that was written, and how far it got. */
export const NotificationRow = defineEntity({
  name: 'NotificationRow',
  tableName: 'notifications',
  properties: {
    id: p.uuid().primary().$type<NotificationId>(),
    factId: p.uuid().unique('notifications_fact_id_key'),
    userId: p.uuid().$type<UserId>(),
    recipient: p.text().nullable(),
    kind: p.text().$type<MailKind>(),
    subject: p.text(),
    body: p.text(),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
    link: p.text().$type<LinkPurpose>().nullable(),
    dueAt: p.datetime().nullable(),
    attempts: p.integer().defaultRaw('0'),
    sentAt: p.datetime().nullable(),
    html: p.text().nullable(),
    language: p.text().$type<Language>().defaultRaw("'EN'"),
    bookingId: p.uuid().$type<BookingId>().nullable(),
  },
  indexes: [
    { name: 'notifications_of_user', properties: ['userId', 'createdAt', 'id'] },
    { name: 'notifications_unread', properties: ['userId'], where: 'read_at is null' },
    { name: 'notifications_without_recipient', properties: ['userId'], where: 'recipient is null' },
    { name: 'notifications_due', properties: ['dueAt'], where: 'due_at is not null' },
    { name: 'notifications_by_age', properties: ['createdAt'], type: 'brin' },
  ],
  checks: [
    { name: 'notifications_subject_check', expression: String.raw`subject <> '' and subject !~ '[\n\r]'` },
    { name: 'notifications_body_check', expression: "body <> ''" },
    { name: 'notifications_link_check', expression: "link in ('EMAIL_CONFIRMATION', 'PASSWORD_RESET')" },
  ],
});

/** A row of `recipients`: a user's address and language. */
export const RecipientRow = defineEntity({
  name: 'RecipientRow',
  tableName: 'recipients',
  properties: {
    userId: p.uuid().primary().$type<UserId>(),
    email: p.text(),
    language: p.text().$type<Language>().defaultRaw("'EN'"),
  },
});

/** A row of `places`: where and when an event takes place, as the newest fact about it says. */
export const PlaceRow = defineEntity({
  name: 'PlaceRow',
  tableName: 'places',
  properties: {
    eventId: p.uuid().primary().$type<EventId>(),
    timeZone: p.text(),
    hallName: p.text(),
    venueName: p.text(),
    asOf: p.datetime(),
    factId: p.uuid(),
    startsAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'places_by_start', properties: ['startsAt'] }],
});

/** A row of `live_bookings`: a booking with its tickets that let somebody in, and whether its buyer was reminded. */
export const LiveBookingRow = defineEntity({
  name: 'LiveBookingRow',
  tableName: 'live_bookings',
  properties: {
    bookingId: p.uuid().primary().$type<BookingId>(),
    userId: p.uuid().$type<UserId>(),
    eventId: p.uuid().$type<EventId>(),
    eventTitle: p.text(),
    titledAt: p.datetime().nullable(),
    liveTickets: p.integer(),
    bookedAt: p.datetime(),
    remindedOf: p.datetime().nullable(),
  },
  indexes: [{ name: 'live_bookings_of_event', properties: ['eventId'], where: 'live_tickets > 0' }],
  checks: [{ name: 'live_bookings_live_tickets_check', expression: 'live_tickets >= 0' }],
});

export const entities = [NotificationRow, RecipientRow, PlaceRow, LiveBookingRow];
