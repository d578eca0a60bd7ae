import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '../../../graphql/hooks.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ZonesForCodes, ZonesOfSeries } from './promo-code-documents.ts';
import styles from './promo-codes.module.css';
import type { SoleTarget } from './promo-draft.ts';

interface ZonesFieldProps {
  readonly of: SoleTarget;
  readonly value: readonly string[];
  readonly onChange: (priceZoneIds: readonly string[]) => void;
}

/** Which zones of one event, or of the dates of one series, a code is for. */
export function ZonesField({ of: { kind, id }, value, onChange }: ZonesFieldProps) {
  const { t } = useLingui();
  const isSeries = kind === 'series';
  const [{ data: ofEvent }] = useQuery({ query: ZonesForCodes, variables: { id }, pause: isSeries });
  const [{ data: ofSeries }] = useQuery({ query: ZonesOfSeries, variables: { id }, pause: !isSeries });
  const prices = (isSeries ? ofSeries?.eventSeries : ofEvent?.event)?.prices ?? [];
  const zones = prices.map(({ priceZone }) => priceZone);
  if (zones.length < 2) return null;
  return (
    <fieldset className={styles.part}>
      <legend>{t`Zones`}</legend>
      <p className={styles.hint}>
        <Trans>For all zones unless some are chosen.</Trans>
      </p>
      <div className={styles.list}>
        {zones.map(({ id: zoneId, label }) => (
          <Checkbox
            key={zoneId}
            label={label}
            checked={value.includes(zoneId)}
            onChange={({ currentTarget }) => onChange(toggled(value, zoneId, currentTarget.checked))}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A list with an identifier, or without it. */
export function toggled(ids: readonly string[], id: string, isIn: boolean): readonly string[] {
  return isIn ? [...ids, id] : ids.filter((other) => other !== id);
}
