import type { SqlMigration } from '@parterre/platform/postgres/database.ts';

export const migrations: readonly SqlMigration[] = [
  {
    name: '0001-notifications',
    up: `
      create table recipients (
        user_id uuid primary key,
        email text not null
      );

      create table places (
        event_id uuid primary key,
        time_zone text not null,
        hall_name text not null,
        venue_name text not null,
        -- Of the fact that said so: the newest one counts, whichever comes last.
        as_of timestamptz not null,
        fact_id uuid not null
      );

      create table notifications (
        id uuid primary key,
        -- One mail a fact, whatever the code does.
        fact_id uuid not null unique,
        user_id uuid not null,
        -- Null until the user's address is known.
        recipient text,
        kind text not null check (kind in ('USER_REGISTERED', 'BOOKING_CONFIRMED', 'BOOKING_CANCELLED',
          'TICKETS_REFUNDED', 'LOYALTY_LEVEL_CHANGED', 'USER_BLOCKED')),
        subject text not null check (subject <> '' and subject !~ '[\\n\\r]'),
        body text not null check (body <> ''),
        created_at timestamptz not null,
        read_at timestamptz
      );
      create index notifications_of_user on notifications (user_id, created_at desc, id desc);
      create index notifications_without_recipient on notifications (user_id) where recipient is null;
    `,
  },
  {
    name: '0002-moved-events',
    // Kinds are domain/mail.ts's to know; a list of them here would have to be changed with each new one.
    up: 'alter table notifications drop constraint notifications_kind_check',
  },
  {
    name: '0003-mails-on-their-way',
    up: `
      -- What the link is for that is made when the mail is sent; it is stored nowhere.
      alter table notifications add column link text check (link in ('EMAIL_CONFIRMATION', 'PASSWORD_RESET'));
      -- When the mail is to be sent next; null when it was, when it is not sent at all, or was given up. Mails from
      -- before this migration are read by the API only.
      alter table notifications add column due_at timestamptz;
      alter table notifications add column attempts int not null default 0;
      alter table notifications add column sent_at timestamptz;
      create index notifications_due on notifications (due_at) where due_at is not null;
    `,
  },
  {
    name: '0004-times-of-events',
    // Null for an event until it changes the next time: mails then tell of the time that was booked, as they did.
    up: 'alter table places add column starts_at timestamptz',
  },
  {
    name: '0020-retention',
    up: `
      create index notifications_by_age on notifications using brin (created_at);
      comment on table recipients is 'kept: a row a user';
      comment on table places is 'kept: a row an event';
      comment on table notifications is 'pruned by prune-notifications: 400 days after it was written, longer than the bus keeps its fact';
    `,
  },
];
