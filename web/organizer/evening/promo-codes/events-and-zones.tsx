import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useUser } from '../../../app/services.ts';
import { useQuery } from '../../../graphql/hooks.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { When } from '../../../ui/when.tsx';
import { OrganizersField } from './organizers-field.tsx';
import { EventsForCodes } from './promo-code-documents.ts';
import styles from './promo-codes.module.css';
import { isNarrowed, type PromoDraft, soleTarget, withSeries } from './promo-draft.ts';
import { toggled, ZonesField } from './zones-field.tsx';

interface EventsAndZonesProps {
  readonly draft: PromoDraft;
  readonly set: (changes: Partial<PromoDraft>) => void;
}

const HOUR_MS = 3_600_000;

/** Which events a code is for: single ones, whole series, for an administrator those of organizers; and which zones of one. */
export function EventsAndZones({ draft, set }: EventsAndZonesProps) {
  const { t } = useLingui();
  const isAdmin = useUser()?.role === 'ADMIN';
  const [from] = useState(() => new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS).toISOString());
  const [{ data }] = useQuery({ query: EventsForCodes, variables: { from } });
  const { eventIds, seriesIds, organizers } = draft;
  const series = data?.eventSeriesList?.nodes ?? [];
  const events = data?.events?.nodes.filter(({ status }) => status !== 'CANCELLED') ?? [];
  // The dates of a series that is chosen are meant with it.
  const single = events.filter((event) => !event.series || !seriesIds.includes(event.series.id));
  const only = soleTarget(draft);
  return (
    <fieldset className={styles.part}>
      <legend>{t`Events`}</legend>
      <p className={styles.hint}>
        {isNarrowed(draft) ? (
          <Trans>Only for those that are chosen.</Trans>
        ) : isAdmin ? (
          <Trans>For all events of all organizers. Choose some to narrow it down.</Trans>
        ) : (
          <Trans>For all your events. Choose some to narrow it down.</Trans>
        )}
      </p>
      {isAdmin && (
        <OrganizersField
          value={organizers}
          onChange={(chosen) => set({ organizers: chosen, priceZoneIds: [] })}
        />
      )}
      {series.length > 0 && (
        <fieldset className={styles.choices}>
          <legend>{t`Whole series, later dates included`}</legend>
          <div className={styles.list}>
            {series.map(({ id, title, venue }) => (
              <Checkbox
                key={id}
                label={title}
                hint={venue.name}
                checked={seriesIds.includes(id)}
                onChange={({ currentTarget }) => set(withSeries(draft, id, currentTarget.checked, events))}
              />
            ))}
          </div>
        </fieldset>
      )}
      {single.length > 0 && (
        <fieldset className={styles.choices}>
          <legend>{t`Single events and dates`}</legend>
          <div className={styles.list}>
            {single.map(({ id, title, startsAt, venue }) => (
              <Checkbox
                key={id}
                label={title}
                hint={<When at={startsAt} zone={venue.timeZone} format="dateTime" />}
                checked={eventIds.includes(id)}
                onChange={({ currentTarget }) =>
                  // Zones are those of one plan.
                  set({ eventIds: toggled(eventIds, id, currentTarget.checked), priceZoneIds: [] })
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      {only && (
        <ZonesField
          key={only.id}
          of={only}
          value={draft.priceZoneIds}
          onChange={(priceZoneIds) => set({ priceZoneIds })}
        />
      )}
    </fieldset>
  );
}
