import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from '../../../graphql/hooks.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { When } from '../../../ui/when.tsx';
import { EventsForCodes, ZonesForCodes } from './promo-code-documents.ts';
import styles from './promo-codes.module.css';
import type { PromoDraft } from './promo-draft.ts';

interface EventsAndZonesProps {
  readonly draft: PromoDraft;
  readonly set: (changes: Partial<PromoDraft>) => void;
}

const HOUR_MS = 3_600_000;

/** Which events a code is for, and of one event alone, which zones. */
export function EventsAndZones({ draft, set }: EventsAndZonesProps) {
  const { t } = useLingui();
  const [from] = useState(() => new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS).toISOString());
  const [{ data }] = useQuery({ query: EventsForCodes, variables: { from } });
  const events = data?.events?.nodes.filter(({ status }) => status !== 'CANCELLED') ?? [];
  const { eventIds } = draft;
  const [only] = eventIds;
  return (
    <fieldset className={styles.part}>
      <legend>{t`Events`}</legend>
      <p className={styles.hint}>
        {eventIds.length === 0 ? (
          <Trans>For all your events. Choose some to narrow it down.</Trans>
        ) : (
          <Trans>Only for those that are chosen.</Trans>
        )}
      </p>
      <div className={styles.list}>
        {events.map(({ id, title, startsAt, venue }) => (
          <Checkbox
            key={id}
            label={title}
            hint={<When at={startsAt} zone={venue.timeZone} format="dateTime" />}
            checked={eventIds.includes(id)}
            onChange={({ currentTarget }) =>
              set({
                eventIds: toggled(eventIds, id, currentTarget.checked),
                // Zones are those of one plan.
                priceZoneIds: [],
              })
            }
          />
        ))}
      </div>
      {only !== undefined && eventIds.length === 1 && (
        <Zones key={only} eventId={only} draft={draft} set={set} />
      )}
    </fieldset>
  );
}

function Zones({ eventId, draft, set }: EventsAndZonesProps & { readonly eventId: string }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: ZonesForCodes, variables: { id: eventId } });
  const zones = data?.event?.prices.map(({ priceZone }) => priceZone) ?? [];
  if (zones.length < 2) return null;
  return (
    <fieldset className={styles.part}>
      <legend>{t`Zones`}</legend>
      <p className={styles.hint}>
        <Trans>For all zones unless some are chosen.</Trans>
      </p>
      <div className={styles.list}>
        {zones.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={draft.priceZoneIds.includes(id)}
            onChange={({ currentTarget }) =>
              set({ priceZoneIds: toggled(draft.priceZoneIds, id, currentTarget.checked) })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function toggled(ids: readonly string[], id: string, isIn: boolean): readonly string[] {
  return isIn ? [...ids, id] : ids.filter((other) => other !== id);
}
