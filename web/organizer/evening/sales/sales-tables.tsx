import { useLingui } from '@lingui/react/macro';
import { formatLocale } from '../../../ui/format-locale.ts';
import { Money } from '../../../ui/money.tsx';
import type { MoneyValue } from '../../../ui/money-format.ts';
import { Table } from '../../../ui/table.tsx';
import { bucketName } from './bucket-name.ts';
import styles from './sales.module.css';
import type { Bucket, SeriesPoint } from './sales-series.ts';

interface Share {
  readonly id: string;
  readonly name: string;
  readonly sold: number;
  readonly refunded: number;
  readonly revenue: MoneyValue;
}

interface SharesTableProps {
  readonly caption: string;
  readonly rows: readonly Share[];
}

/** What was sold in each zone, or of each ticket type. */
export function SharesTable({ caption, rows }: SharesTableProps) {
  const { t } = useLingui();
  return (
    <section>
      <h2>{caption}</h2>
      <Table
        caption={caption}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        empty={<p className={styles.none}>{t`Nothing was sold yet.`}</p>}
        columns={[
          { key: 'name', header: t`Name`, isName: true, cell: ({ name }) => name },
          { key: 'sold', header: t`Sold`, align: 'end', cell: ({ sold }) => sold },
          { key: 'refunded', header: t`Given back`, align: 'end', cell: ({ refunded }) => refunded },
          {
            key: 'revenue',
            header: t`Revenue`,
            align: 'end',
            cell: ({ revenue }) => <Money value={revenue} />,
          },
        ]}
      />
    </section>
  );
}

interface PointsTableProps {
  readonly points: readonly SeriesPoint[];
  readonly bucket: Bucket;
  readonly zone: string;
}

/** The chart in figures, the newest first. */
export function PointsTable({ points, bucket, zone }: PointsTableProps) {
  const { t, i18n } = useLingui();
  return (
    <Table
      caption={t`Sales over time`}
      hideCaption
      rows={[...points].reverse()}
      rowKey={({ at }) => at}
      empty={null}
      columns={[
        {
          key: 'at',
          header: t`When`,
          isName: true,
          cell: ({ at }) => bucketName(at, bucket, zone, formatLocale(i18n)),
        },
        { key: 'sold', header: t`Sold`, align: 'end', cell: ({ sold }) => sold },
        { key: 'refunded', header: t`Given back`, align: 'end', cell: ({ refunded }) => refunded },
        { key: 'standing', header: t`In all until then`, align: 'end', cell: ({ standing }) => standing },
      ]}
    />
  );
}
