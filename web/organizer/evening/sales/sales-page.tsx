import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useAsk } from '../../../graphql/hooks.ts';
import { saveFile } from '../../../shop/ticket/save-file.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultState } from '../../../ui/fault-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Money } from '../../../ui/money.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import { OldFigures } from '../../old-figures.tsx';
import { usePolled } from '../../use-polled.ts';
import type { EveningPageProps } from '../evening-page-props.ts';
import styles from './sales.module.css';
import { SalesCsv, SalesOfEvent, type SalesShown } from './sales-documents.ts';
import { BYTE_ORDER_MARK, salesFileName } from './sales-file.ts';
import { type Bucket, periodStart, runningTotal, standingBefore } from './sales-series.ts';
import { PointsTable, SharesTable } from './sales-tables.tsx';

const SalesChart = lazy(() => import('./sales-chart.tsx'));

const EVERY_MS = 8_000;

/** What was sold of an event, as of a moment ago: sums, by zone and type, over time, and as a file. */
export default function SalesPage({ event }: EveningPageProps) {
  const { t } = useLingui();
  const [period, setPeriod] = useState(() => periodOf('DAY'));
  const polled = usePolled(
    {
      query: SalesOfEvent,
      variables: { id: event.id, ...period },
      requestPolicy: 'cache-and-network',
    },
    EVERY_MS,
  );
  const { heard, error, again } = polled;
  const found = heard?.data.event?.statistics;
  if (!found) {
    if (error) return <FaultState cause={error} onRetry={again} />;
    if (!heard) return <Skeleton height={480} />;
    return (
      <EmptyState icon="chart" title={t`Nothing to count yet`}>
        <Trans>Sales are counted from the moment when the event is on sale.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <OldFigures of={polled} />
      <Sums sales={found} />
      <OverTime
        sales={found}
        zone={event.venue.timeZone}
        bucket={heard.variables.bucket}
        chosen={period.bucket}
        onBucket={(next) => setPeriod(periodOf(next))}
      />
      <div className={styles.shares}>
        <SharesTable
          caption={t`By price zone`}
          rows={found.byPriceZone.map(({ priceZone, ...sales }) => ({
            id: priceZone?.id ?? '',
            name: priceZone?.label ?? '–',
            ...sales,
          }))}
        />
        <SharesTable
          caption={t`By ticket type`}
          rows={found.byTicketType.map(({ ticketType, ...sales }) => ({
            id: ticketType?.id ?? '',
            name: ticketType?.label ?? '–',
            ...sales,
          }))}
        />
      </div>
      <CsvButton event={event} />
    </div>
  );
}

function periodOf(bucket: Bucket) {
  return { bucket, from: periodStart(bucket, Date.now()) };
}

function Sums({ sales }: { readonly sales: SalesShown }) {
  const { t, i18n } = useLingui();
  const { sold, refunded, capacity, occupancy, revenue } = sales;
  const share = i18n.number(occupancy, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <dl className={styles.sums}>
      <Sum name={t`Revenue`} value={<Money value={revenue} />} />
      <Sum name={t`Sold`} value={i18n.number(sold)} />
      <Sum name={t`Given back`} value={i18n.number(refunded)} />
      <Sum name={t`Occupancy`} value={share} more={t`${sold - refunded} of ${capacity}`} />
    </dl>
  );
}

interface SumProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly more?: string;
}

function Sum({ name, value, more }: SumProps) {
  return (
    <div className={styles.sum}>
      <dt>{name}</dt>
      <dd>
        {value} {more && <small>{more}</small>}
      </dd>
    </div>
  );
}

interface OverTimeProps {
  readonly sales: SalesShown;
  readonly zone: string;
  /** Of the sales that are shown; another one may be on its way. */
  readonly bucket: Bucket;
  readonly chosen: Bucket;
  readonly onBucket: (bucket: Bucket) => void;
}

function OverTime({ sales, zone, bucket, chosen, onBucket }: OverTimeProps) {
  const { t } = useLingui();
  const points = runningTotal(sales.salesOverTime, standingBefore(sales.salesOverTime, sales));
  const names: Readonly<Record<Bucket, string>> = {
    HOUR: t`Hours (last 20 days)`,
    DAY: t`Days`,
    MONTH: t`Months`,
  };
  return (
    <section aria-labelledby="over-time">
      <header className={styles.head}>
        <h2 id="over-time">{t`Over time`}</h2>
        <fieldset className={styles.buckets}>
          <legend className={styles.hidden}>{t`What a bar is about`}</legend>
          {(['HOUR', 'DAY', 'MONTH'] as const).map((name) => (
            <Chip key={name} pressed={name === chosen} onPress={() => onBucket(name)}>
              {names[name]}
            </Chip>
          ))}
        </fieldset>
      </header>
      {points.length === 0 ? (
        <p className={styles.none}>
          <Trans>Nothing was sold in this time.</Trans>
        </p>
      ) : (
        <>
          <Suspense fallback={<Skeleton height={280} />}>
            <SalesChart points={points} bucket={bucket} zone={zone} />
          </Suspense>
          <details className={styles.twin}>
            <summary>
              <Trans>The same as a table</Trans>
            </summary>
            <PointsTable points={points} bucket={bucket} zone={zone} />
          </details>
        </>
      )}
    </section>
  );
}

/** The file is made when somebody wants it: it is dear. */
function CsvButton({ event }: EveningPageProps) {
  const { t } = useLingui();
  const { warn } = useToasts();
  const ask = useAsk();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const { data } = await ask(SalesCsv, { id: event.id });
    setBusy(false);
    const csv = data?.event?.statistics?.csv;
    if (csv === undefined) return warn(t`The file could not be made. Try again in a moment.`);
    saveFile(salesFileName(event), 'text/csv;charset=utf-8', `${BYTE_ORDER_MARK}${csv}`);
  };
  return (
    <div>
      <Button busy={busy} onClick={save}>
        <Icon name="download" /> <Trans>Download as CSV</Trans>
      </Button>
    </div>
  );
}
