/** A rule of this repository that is broken, and the test that has to go red. */
export interface Mutant {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly project: 'unit' | 'integration';
  /** From the root, as everything here. */
  readonly test: string;
}

interface Edit {
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
}

/** The mistakes that are made most easily, and cost most. */
export const mutants: readonly Mutant[] = [
  {
    name: 'seats are looked at without a lock, and written afterwards',
    edits: [
      {
        file: 'subgraphs/events/adapters/postgres/holds-at-once.ts',
        from: 'order by s.seat_index for update of s skip locked',
        to: 'order by s.seat_index',
      },
      {
        file: 'subgraphs/events/adapters/postgres/holds.ts',
        from: `and (state = 'F' or (state = 'H' and held_until <= clock_timestamp()))
       order by seat_index
       for update skip locked`,
        to: `and (state = 'F' or (state = 'H' and held_until <= clock_timestamp()))
       order by seat_index`,
      },
    ],
    project: 'integration',
    test: 'subgraphs/events/hold-races.int.test.ts',
  },
  {
    name: 'a hold that ran out is sold',
    edits: [
      {
        file: 'subgraphs/events/adapters/postgres/holds-at-once.ts',
        from: "h.status = 'HELD' and h.expires_at > clock_timestamp()",
        to: "h.status = 'HELD'",
      },
      {
        file: 'subgraphs/events/adapters/postgres/holds-at-once.ts',
        from: "and s.state = 'H' and s.held_until > clock_timestamp()",
        to: "and s.state = 'H'",
      },
      {
        file: 'subgraphs/events/adapters/postgres/holds-at-once.ts',
        from: 'where h.booking_id = $1 and hold.expires_at > clock_timestamp()',
        to: 'where h.booking_id = $1',
      },
    ],
    project: 'integration',
    test: 'subgraphs/events/hold-seats.int.test.ts',
  },
  {
    name: 'the outbox is read from the last id on',
    edits: [
      {
        file: 'platform/outbox/relay.ts',
        from: `with gone as (delete from outbox where id = any($1::bigint[]))
     select id, fact from outbox where id <> all($1::bigint[]) order by id limit $2`,
        to: `with last as (select max(each) as id from unnest($1::bigint[]) each),
          gone as (delete from outbox using last where outbox.id <= last.id)
     select outbox.id, fact from outbox, last where outbox.id > coalesce(last.id, 0) order by outbox.id limit $2`,
      },
    ],
    project: 'integration',
    test: 'platform/outbox/relay.int.test.ts',
  },
  {
    name: 'a fact leaves the outbox though the bus has not taken it',
    edits: [
      {
        file: 'platform/outbox/relay.ts',
        from: `      rows.map((row) => row.fact),
    );`,
        to: `      rows.map((row) => row.fact),
    ).catch(() => {});`,
      },
    ],
    project: 'integration',
    test: 'platform/outbox/relay.int.test.ts',
  },
  {
    name: 'a fact that comes again is applied again',
    edits: [{ file: 'platform/inbox/apply-fact.ts', from: "if (!isNew) return 'duplicate';", to: '' }],
    project: 'integration',
    test: 'platform/inbox/inbox.int.test.ts',
  },
  {
    name: 'a fact that cannot be applied is passed over',
    edits: [
      {
        file: 'platform/inbox/handle-delivery.ts',
        from: 'const laid = await layAside(database, consumer.name, delivered, error, attempt);',
        to: "const laid = 'laid aside';",
      },
    ],
    project: 'integration',
    test: 'platform/inbox/inbox.int.test.ts',
  },
  {
    name: 'a key is taken for the same whatever is asked with it',
    edits: [
      {
        file: 'platform/idempotency/idempotency.ts',
        from: 'if (row.input_hash !== inputHashOf(keyed.input))',
        to: 'if (row.input_hash !== row.input_hash)',
      },
    ],
    project: 'integration',
    test: 'platform/idempotency/idempotency.int.test.ts',
  },
  {
    name: 'a refund is paid each time that it is asked for',
    edits: [
      {
        file: 'subgraphs/payments/application/refund-payment.ts',
        from: 'if (made) return answerRefundAgain(payment, made, command);',
        to: '',
      },
    ],
    project: 'integration',
    test: 'subgraphs/payments/races.int.test.ts',
  },
  {
    name: 'a booking that fails keeps what it has taken',
    edits: [
      {
        file: 'subgraphs/tickets/domain/booking-saga-evolution.ts',
        from: "return { ...saga, phase: { name: 'compensating', left, ending } };",
        to: "return { ...saga, phase: { name: 'ended', ending } };",
      },
    ],
    project: 'unit',
    test: 'subgraphs/tickets/domain/booking-saga.test.ts',
  },
  {
    name: 'anybody pays for the booking of anybody',
    edits: [
      {
        file: 'subgraphs/tickets/application/pay-booking.ts',
        from: 'mayAct: (booking) => booking.userId === context.caller.userId,',
        to: 'mayAct: () => true,',
      },
    ],
    project: 'integration',
    test: 'subgraphs/tickets/booking-views.int.test.ts',
  },
];
