import { Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/notice.tsx';
import type { EventShown } from './event-documents.ts';
import { Hall } from './hall.tsx';

/** The places of an event while it is on sale; else why there are none. */
export function EventHall({ event }: { readonly event: EventShown }) {
  if (event.status === 'ON_SALE') return <Hall event={event} />;
  return (
    <Notice tone="neutral">
      {event.status === 'CANCELLED' && (
        <Trans>This event was cancelled. What you paid comes back by itself.</Trans>
      )}
      {event.status === 'ENDED' && <Trans>This event is over.</Trans>}
      {event.status === 'DRAFT' && <Trans>This event is not on sale yet.</Trans>}
    </Notice>
  );
}
