import { useLingui } from '@lingui/react/macro';
import { FieldError } from '../../ui/field.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import styles from './offer-fields.module.css';
import { cellOf, type PriceCells, type PricedZone } from './price-table.ts';

interface PriceGridProps {
  readonly types: readonly { readonly key: string; readonly label: string }[];
  readonly zones: readonly PricedZone[];
  readonly currencyCode: string;
  /** As typed. */
  readonly texts: PriceCells;
  readonly onChange: (texts: PriceCells) => void;
  /** What is wrong with a cell, by `cellOf`. */
  readonly errors: ReadonlyMap<string, string>;
}

/** What a place costs: a line a zone, a column a ticket type. */
export function PriceGrid({ types, zones, currencyCode, texts, onChange, errors }: PriceGridProps) {
  const { t } = useLingui();
  return (
    <div className={styles.scroll}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{t`Price zone`}</th>
            {types.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr key={zone.id}>
              <th scope="row">{zone.label}</th>
              {types.map(({ key, label }) => {
                const cell = cellOf(key, zone.id);
                const error = errors.get(cell);
                return (
                  <td key={key}>
                    <div className={styles.cell}>
                      <MoneyInput
                        currencyCode={currencyCode}
                        aria-label={t`Price in ${zone.label}, ${label}`}
                        aria-invalid={error !== undefined || undefined}
                        aria-describedby={error === undefined ? undefined : `${cell}-error`}
                        value={texts[cell] ?? ''}
                        onChange={(text) => onChange({ ...texts, [cell]: text })}
                      />
                      <FieldError id={`${cell}-error`}>{error}</FieldError>
                    </div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
