import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { newIdempotencyKey } from '../../../app/idempotency.ts';
import { serverClock } from '../../../app/server-clock.ts';
import { useServices } from '../../../app/services.ts';
import { longerPause, pauseInSight } from '../../../app/use-asked-anew.ts';
import { createClient } from '../../../graphql/client.ts';
import { within } from '../../../graphql/deadline.ts';
import type { CheckInTicketMutation, DoorTicketsQuery } from '../../../graphql/generated/graphql.ts';
import { asDocument, useMutation } from '../../../graphql/hooks.ts';
import { usePolled } from '../../use-polled.ts';
import { type Answer, CheckIn, type Outcome } from './check-in.ts';
import { CheckInTicket, DoorCount, DoorKeys, DoorTickets } from './check-in-documents.ts';
import { DoorStock } from './door-stock.ts';
import { fillStock } from './fill-stock.ts';
import type { DoorShown } from './kept-door.ts';
import { ScanQueue } from './scan-queue.ts';
import type { TicketSeen } from './ticket-seen.ts';

/** Somebody stands at the door: an answer that takes longer is none. */
const ANSWER_WITHIN_MS = 4_000;
/** What nobody waits for any more must not keep one of the few connections that a browser opens. */
const fetchForDoor = within(ANSWER_WITHIN_MS, serverClock.fetch);
const SEND_EVERY_MS = 3_000;
const COUNT_EVERY_MS = 8_000;
/** What the door needs for when the network goes, and did not get, is asked for again, at last once a minute or so. */
const ASK_AGAIN_MS = 5_000;
/** All of it is asked for anew so much later, and later where it is much: ten pages a minute at most. */
const REST_MS = 60_000;
const REST_A_PAGE_MS = 6_000;

const serverNow = () => Date.now() + serverClock.offsetMs();

/** A number that is new with each scan, so that the same outcome twice is shown twice. */
export interface Shown {
  readonly at: number;
  readonly outcome: Outcome;
}

/** The door of one event: judges scans, keeps what it needs for when the network goes, and sends what waits. */
export function useDoor(event: DoorShown) {
  const eventId = event.id;
  const { session } = useServices();
  const queue = useMemo(() => new ScanQueue(localStorage, eventId), [eventId]);
  const scans = useSyncExternalStore(queue.onChange, queue.scans);
  const answer = useAnswer(eventId);
  const stock = useStock(event);
  const [shown, setShown] = useState<Shown | null>(null);
  const [busy, setBusy] = useState(false);
  const turns = useRef({ waiting: 0, last: Promise.resolve<unknown>(undefined) });
  const checkIn = useMemo(
    () =>
      new CheckIn({
        eventId,
        queue,
        stock,
        ask: answer,
        // A page that was loaded without a network learns who is here when it is back.
        isOffline: () => !navigator.onLine || session.user() === null,
        newKey: newIdempotencyKey,
        now: () => new Date(serverNow()),
      }),
    [eventId, queue, stock, answer, session],
  );
  const { heard, again: recount } = usePolled(
    { query: DoorCount, variables: { id: eventId }, requestPolicy: 'cache-and-network' },
    COUNT_EVERY_MS,
  );

  useEffect(() => {
    // Told of changes by other tabs only.
    window.addEventListener('storage', queue.look);
    return () => window.removeEventListener('storage', queue.look);
  }, [queue]);
  const isWaiting = scans.waiting.length > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const send = () => void checkIn.sendWaiting().then(recount);
    const timer = setInterval(send, SEND_EVERY_MS);
    window.addEventListener('online', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [isWaiting, checkIn, recount]);

  /** One after the other: a scanner that types is faster than a slow network. */
  const scan = useCallback(
    async (code: string): Promise<Outcome> => {
      const turn = turns.current;
      turn.waiting += 1;
      setBusy(true);
      try {
        const judged = turn.last.then(() => checkIn.scan(code));
        turn.last = judged.catch(() => {});
        const outcome = await judged;
        setShown((before) => ({ at: (before?.at ?? 0) + 1, outcome }));
        if (outcome.kind === 'in') recount();
        return outcome;
      } finally {
        turn.waiting -= 1;
        setBusy(turn.waiting > 0);
      }
    },
    [checkIn, recount],
  );
  const isBusy = () => turns.current.waiting > 0;
  return { scan, busy, isBusy, shown, scans, queue, stock, attendance: heard?.data.event?.attendance };
}

/** Asks the server for one scan; after some seconds without an answer there is none. */
function useAnswer(eventId: string) {
  const [, send] = useMutation(CheckInTicket);
  const latest = useRef(send);
  latest.current = send;
  return useCallback(
    async (scan: { readonly code: string; readonly idempotencyKey: string }): Promise<Answer> => {
      const silence = new Promise<null>((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS, null));
      const asked = latest
        .current({ input: { ...scan, eventId } }, { fetch: fetchForDoor })
        .catch(() => null);
      const result = await Promise.race([asked, silence]);
      const payload = result?.data?.checkInTicket;
      if (payload) return answerOf(payload);
      const code = result?.error?.graphQLErrors[0]?.extensions.code;
      return code === 'UNAUTHENTICATED' || code === 'FORBIDDEN'
        ? { kind: 'answered', refusal: code, ticket: null, by: null }
        : { kind: 'no-answer' };
    },
    [eventId],
  );
}

function answerOf(payload: NonNullable<CheckInTicketMutation['checkInTicket']>): Answer {
  const { ticket, checkedInBy, userErrors } = payload;
  const refusal = userErrors[0]?.code ?? null;
  // The same request is under way: what comes of it is asked later, with its key.
  if (refusal === 'TRY_AGAIN') return { kind: 'no-answer' };
  return {
    kind: 'answered',
    refusal,
    ticket: ticket ? seen(ticket) : null,
    by: checkedInBy?.nickname ?? null,
  };
}

type DoorTicket = NonNullable<NonNullable<DoorTicketsQuery['event']>['attendees']>['nodes'][number];

function seen({ section, seat, ticketType, status, checkedInAt }: DoorTicket): TicketSeen {
  return {
    section: section ?? null,
    seat: seat ?? null,
    typeLabel: ticketType?.label ?? null,
    proof: ticketType?.proof ?? null,
    status,
    checkedInAt: checkedInAt ?? null,
  };
}

/** Keys and tickets, fetched while there is a network. */
function useStock(event: DoorShown): DoorStock {
  const { session, live } = useServices();
  const { id } = event;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown of an event may change; the door stays the same
  const stock = useMemo(
    () => new DoorStock(localStorage, event, () => session.user() !== null),
    [id, session],
  );
  useEffect(() => {
    const left = new AbortController();
    const client = createClient(session, live, undefined, []);
    const options = {
      askKeys: async () => (await client.query(asDocument(DoorKeys), {})).data?.ticketKeys ?? null,
      askTickets: async (after: string | null) => {
        const { data, error } = await client.query(asDocument(DoorTickets), { id, after });
        const attendees = data?.event?.attendees;
        if (!attendees) return error ? null : { tickets: [], next: null };
        const { nodes, pageInfo } = attendees;
        return {
          tickets: nodes.map((ticket) => [ticket.id, seen(ticket)] as const),
          next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
        };
      },
      pause: (failures: number) => pauseInSight(longerPause(ASK_AGAIN_MS, failures), left.signal),
      rest: (pages: number) => pauseInSight(Math.max(REST_MS, pages * REST_A_PAGE_MS), left.signal),
      now: serverNow,
    };
    void fillStock(stock, options, left.signal);
    return () => left.abort();
  }, [stock, id, session, live]);
  return stock;
}
