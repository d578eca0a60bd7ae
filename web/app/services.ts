import { createContext, use, useSyncExternalStore } from 'react';
import type { LiveConnection, LiveState } from '../graphql/live-connection.ts';
import { serverClock } from './server-clock.ts';
import type { Session, SignedInUser } from './session.ts';

/** What there is one of in a tab. */
export interface AppServices {
  readonly session: Session;
  readonly live: LiveConnection;
}

export const AppContext = createContext<AppServices | null>(null);

export function useServices(): AppServices {
  const services = use(AppContext);
  if (!services) throw new Error('expected a component inside of AppContext');
  return services;
}

/** Who is signed in, or null; the component follows. */
export function useUser(): SignedInUser | null {
  const { session } = useServices();
  return useSyncExternalStore(
    (changed) => session.onChange(changed),
    () => session.user(),
  );
}

/** Whether what is shown is as of now. */
export function useLiveState(): LiveState {
  const { live } = useServices();
  return useSyncExternalStore(
    (changed) => live.onState(changed),
    () => live.state(),
  );
}

/** The server's clock less this device's, in ms, for countdowns. */
export function useClockOffset(): number {
  return useSyncExternalStore(serverClock.onChange, serverClock.offsetMs);
}
