import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { newIdempotencyKey } from '../../../app/idempotency.ts';
import { serverClock } from '../../../app/server-clock.ts';
import { longerPause, pauseInSight, useAskedAnew } from '../../../app/use-asked-anew.ts';
import { within } from '../../../graphql/deadline.ts';
import type { CheckInTicketMutation, DoorTicketsQuery } from '../../../graphql/generated/graphql.ts';
import { useAsk, useMutation, useQuery } from '../../../graphql/hooks.ts';
import { type Answer, CheckIn, type Outcome, type TicketSeen } from './check-in.ts';
import { CheckInTicket, DoorCount, DoorKeys, DoorTickets } from './check-in-documents.ts';
import { type DoorStock, fillStock } from './door-stock.ts';
import { ScanQueue } from './scan-queue.ts';

/** Somebody stands at the door: an answer that takes longer is none. */
const ANSWER_WITHIN_MS = 4_000;
/** What nobody waits for any more must not keep one of the few connections that a browser opens. */
const fetchForDoor = within(ANSWER_WITHIN_MS, serverClock.fetch);
const SEND_EVERY_MS = 3_000;
const COUNT_EVERY_MS = 8_000;
/** What the door needs for when the network goes, and did not get, is asked for again, at last once a minute or so. */
const ASK_AGAIN_MS = 5_000;

/** A number that is new with each scan, so that the same outcome twice is shown twice. */
export interface Shown {
  readonly at: number;
  readonly outcome: Outcome;
}

/** The door of one event: judges scans, keeps what it needs for when the network goes, and sends what waits. */
export function useDoor(eventId: string) {
  const queue = useMemo(() => new ScanQueue(localStorage, eventId), [eventId]);
  const scans = useSyncExternalStore(queue.onChange, queue.scans);
  const answer = useAnswer(eventId);
  const stock = useStock(eventId);
  const [shown, setShown] = useState<Shown | null>(null);
  const [busy, setBusy] = useState(false);
  const checkIn = useMemo(
    () =>
      new CheckIn({
        eventId,
        queue,
        keys: () => stock.keys,
        roster: stock.roster,
        ask: answer,
        isOffline: () => !navigator.onLine,
        newKey: newIdempotencyKey,
        now: () => new Date(),
      }),
    [eventId, queue, stock, answer],
  );
  const [{ data }, count] = useQuery({
    query: DoorCount,
    variables: { id: eventId },
    requestPolicy: 'cache-and-network',
  });
  const recount = useCallback(() => count({ requestPolicy: 'network-only' }), [count]);
  useAskedAnew(recount, COUNT_EVERY_MS, data?.event?.attendance);

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

  const scan = useCallback(
    async (code: string): Promise<Outcome> => {
      setBusy(true);
      const outcome = await checkIn.scan(code);
      setBusy(false);
      setShown((before) => ({ at: (before?.at ?? 0) + 1, outcome }));
      if (outcome.kind === 'in') recount();
      return outcome;
    },
    [checkIn, recount],
  );
  return { scan, busy, shown, scans, queue, roster: stock.roster, attendance: data?.event?.attendance };
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
function useStock(eventId: string): DoorStock {
  const ask = useAsk();
  const kept = useMemo(() => ({ eventId, stock: { keys: [], roster: new Map() } as DoorStock }), [eventId]);
  useEffect(() => {
    const { eventId: id, stock } = kept;
    const left = new AbortController();
    const options = {
      askKeys: async () => (await ask(DoorKeys, {})).data?.ticketKeys ?? null,
      askTickets: async (after: string | null) => {
        const { data, error } = await ask(DoorTickets, { id, after });
        const attendees = data?.event?.attendees;
        if (!attendees) return error ? null : { tickets: [], next: null };
        const { nodes, pageInfo } = attendees;
        return {
          tickets: nodes.map((ticket) => [ticket.id, seen(ticket)] as const),
          next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
        };
      },
      pause: (failures: number) => pauseInSight(longerPause(ASK_AGAIN_MS, failures), left.signal),
    };
    void fillStock(stock, options, left.signal);
    return () => left.abort();
  }, [kept, ask]);
  return kept.stock;
}
