import type { NotificationId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import { enteredInbox } from '@parterre/platform/inbox/apply-fact.ts';
import { deterministicId } from '@parterre/platform/kernel/ids.ts';
import { asOutboxRow } from '@parterre/platform/outbox/append-facts.ts';
import type { Database, Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Letter, Mailbox, Show } from '../../application/ports.ts';
import { linkOf } from '../../domain/mail.ts';
import { NotificationRow, RecipientRow } from './entities.ts';

interface PlaceColumns {
  readonly time_zone: string;
  readonly hall_name: string;
  readonly venue_name: string;
  readonly starts_at: Date | null;
}

/** SQL, because what is there already is no error, the newest fact about an event counts, and addresses are locked. */
export const statements = {
  /**
   * A mail and its reader's address may arrive at the same moment, by two consumers: without this lock
   * neither would see the other, and the mail would stay without an address for good.
   */
  lockAddress: statement('select pg_advisory_xact_lock(hashtextextended($1, 0))'),

  put: statement<{ id: NotificationId }>(
    `insert into notifications (id, fact_id, user_id, recipient, kind, subject, body, html, language, booking_id,
                                created_at, link, due_at)
     values ($1, $2, $3, (select email from recipients where user_id = $3), $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (fact_id) do nothing returning id`,
  ),

  // What `enter` of the inbox, `lockAddress`, `put` and publishing do, in their order.
  putAtOnce: statement<{ fact_id: string }>(
    `with quiet as materialized (
       select set_config('synchronous_commit', 'off', true)
     ), entered as (
       ${enteredInbox('quiet')}
     ), address as materialized (
       select address_of($6::uuid) as email from entered
     ), put as (
       insert into notifications (id, fact_id, user_id, recipient, kind, subject, body, html, language, booking_id,
                                  created_at, link, due_at)
       select $4::uuid, $5::uuid, $6, email, $7::text, $8::text, $9::text, $10::text, $11::text, $12::uuid,
              $13::timestamptz, $14::text, $15::timestamptz
       from address on conflict (fact_id) do nothing returning id
     ), told as (
       insert into outbox (fact) select $16::json from put
     )
     select fact_id from entered`,
  ),

  look: statement<{ language: Language | null } & Partial<PlaceColumns>>(
    `select (select language from recipients where user_id = $1) as language,
            place.time_zone, place.hall_name, place.venue_name, place.starts_at
     from (select) one left join places place on place.event_id = $2`,
  ),

  setRecipient: statement(
    'insert into recipients (user_id, email, language) values ($1, $2, $3) on conflict (user_id) do nothing',
  ),

  // For every mail, as `show` below.
  language: statement<{ language: Language }>('select language from recipients where user_id = $1'),

  setShow: statement(
    `insert into places (event_id, time_zone, hall_name, venue_name, starts_at, as_of, fact_id)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (event_id) do update set time_zone = excluded.time_zone, hall_name = excluded.hall_name,
       venue_name = excluded.venue_name, starts_at = excluded.starts_at, as_of = excluded.as_of,
       fact_id = excluded.fact_id
     where (places.as_of, places.fact_id) < (excluded.as_of, excluded.fact_id)`,
  ),

  // For the mail of every booking: as an entity it took some 0.3 ms more of the server.
  show: statement<PlaceColumns>(
    'select time_zone, hall_name, venue_name, starts_at from places where event_id = $1',
  ),

  commitLater: statement("select set_config('synchronous_commit', 'off', true)"),
};

/** The mailbox in PostgreSQL. */
export function createPostgresMailbox(database: Database): Mailbox {
  return {
    async put(tx, letter) {
      await lockAddress(tx, letter.userId);
      const [added] = await tx.sql(statements.put, columnsOf(letter));
      return added?.id ?? null;
    },

    async putAtOnce(entry, letter, told) {
      const params = [...entry, ...columnsOf(letter), asOutboxRow(told)];
      return (await database.atOnce(statements.putAtOnce, params)).length === 1;
    },

    idOf,

    async look(userId, eventId) {
      const [row] = await database.sql(statements.look, [userId, eventId]);
      return { language: row?.language ?? 'EN', show: readShow(row) };
    },

    async setRecipient(tx, userId, { email, language }) {
      await lockAddress(tx, userId);
      await tx.sql(statements.setRecipient, [userId, email, language]);
      await tx.em.nativeUpdate(NotificationRow, { userId, recipient: null }, { recipient: email });
    },

    async setLanguage(tx, userId, language) {
      await tx.em.nativeUpdate(RecipientRow, { userId }, { language });
    },

    async languageOf(tx, userId) {
      const [recipient] = await tx.sql(statements.language, [userId]);
      return recipient?.language ?? 'EN';
    },

    async setShow(tx, eventId, { timeZone, hallName, venueName, startsAt }, { factId, time }) {
      const place = [timeZone, hallName, venueName, startsAt];
      await tx.sql(statements.setShow, [eventId, ...place, time, factId]);
    },

    async show(tx, eventId) {
      const [place] = await tx.sql(statements.show, [eventId]);
      return readShow(place);
    },

    async commitLater(tx) {
      await tx.sql(statements.commitLater);
    },
  };
}

async function lockAddress(tx: Transaction, userId: UserId): Promise<void> {
  await tx.sql(statements.lockAddress, [userId]);
}

/** It follows from the fact, so a mail that is written again after a loss is the same mail. */
function idOf(factId: string): NotificationId {
  return deterministicId<'Notification'>('Notification', factId);
}

function columnsOf({ factId, userId, kind, mail, language, bookingId, at, dueAt }: Letter) {
  const words = [kind, mail.subject, mail.text, mail.html, language];
  return [idOf(factId), factId, userId, ...words, bookingId, at, linkOf(kind), dueAt];
}

function readShow(place: Partial<PlaceColumns> | undefined): Show | null {
  if (!place?.time_zone || !place.hall_name || !place.venue_name) return null;
  const {
    time_zone: timeZone,
    hall_name: hallName,
    venue_name: venueName,
    starts_at: startsAt = null,
  } = place;
  return { timeZone, hallName, venueName, startsAt };
}
