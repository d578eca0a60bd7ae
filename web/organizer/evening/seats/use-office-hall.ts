import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useServices } from '../../../app/services.ts';
import { useAsk } from '../../../graphql/hooks.ts';
import { EventMap } from '../../../shop/event/event-documents.ts';
import { HallConnection, type HallState } from '../../../shop/event/hall-connection.ts';

/** As many seats as one mutation takes. */
export const MOST_SEATS = 1_000;

/** The hall as its organizer sees it: live, and with seats of every state to be chosen. */
export function useOfficeHall(eventId: string): { readonly state: HallState; readonly again: () => void } {
  const { live } = useServices();
  const ask = useAsk();
  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  const connection = useMemo(
    () =>
      new HallConnection({
        eventId,
        live,
        limits: { most: MOST_SEATS, choosable: 'all' },
        // A buyer's choice for the same event is another one.
        keepsSelection: false,
        askMap: async () => {
          const { data, error } = await latestAsk.current(EventMap, { id: eventId });
          if (error && !data) throw error;
          return data?.event?.seatMap ?? null;
        },
      }),
    [eventId, live],
  );
  useEffect(() => {
    void connection.open();
    return () => connection.close();
  }, [connection]);
  const state = useSyncExternalStore(
    (changed) => connection.onChange(changed),
    () => connection.state(),
  );
  return { state, again: () => void connection.open() };
}
