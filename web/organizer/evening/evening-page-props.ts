import type { OfficeEventShown } from '../event-frame.tsx';

/** What every page of an event's evening is given. */
export interface EveningPageProps {
  readonly event: OfficeEventShown;
}
