import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import UPlot from 'uplot';
import { formatLocale } from '../../../ui/format-locale.ts';
import 'uplot/dist/uPlot.min.css';
import { bucketName } from './bucket-name.ts';
import styles from './sales.module.css';
import type { Bucket, SeriesPoint } from './sales-series.ts';

interface SalesChartProps {
  readonly points: readonly SeriesPoint[];
  readonly bucket: Bucket;
  readonly zone: string;
}

const HEIGHT = 280;
const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Marks of the axis are no finer than the bars. */
const incrsOf: Readonly<Record<Bucket, number[]>> = {
  HOUR: [HOUR, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 5 * DAY],
  DAY: [DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 56 * DAY, 112 * DAY],
  MONTH: [30 * DAY, 61 * DAY, 91 * DAY, 182 * DAY, 365 * DAY],
};
const lengthOf: Readonly<Record<Bucket, number>> = { HOUR, DAY, MONTH: 30 * DAY };

/** A first day of sales alone does not fill the chart. */
const LEAST_BUCKETS = 7;

/** Bars of what was sold, a stepped line of what stands in all. The table beside it says the same. */
export default function SalesChart({ points, bucket, zone }: SalesChartProps) {
  const { t, i18n } = useLingui();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<UPlot | null>(null);
  const theme = useThemeCount();
  const locale = formatLocale(i18n);
  const latest = useRef(points);
  latest.current = points;
  const [when, sold, standing] = [t`When`, t`Sold`, t`In all`];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme draws the same in other colours
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const names = { when, sold, standing };
    const options = optionsOf({ element, bucket, zone, locale, names });
    const made = new UPlot(options, dataOf(latest.current, bucket), element);
    chart.current = made;
    const watcher = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: HEIGHT }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart.current = null;
      made.destroy();
    };
  }, [bucket, zone, locale, when, sold, standing, theme]);
  useEffect(() => chart.current?.setData(dataOf(points, bucket)), [points, bucket]);
  return <div ref={place} className={styles.chart} role="img" aria-label={t`Chart of the sales over time`} />;
}

/** The last point holds until now, and one point alone still has a width. */
function dataOf(points: readonly SeriesPoint[], bucket: Bucket): UPlot.AlignedData {
  const last = points.at(-1);
  const now = Math.floor(Date.now() / 1_000);
  const end = last ? Math.max(now, last.at + lengthOf[bucket]) : now;
  return [
    [...points.map(({ at }) => at), end],
    [...points.map(({ sold }) => sold), null],
    [...points.map(({ standing }) => standing), last?.standing ?? 0],
  ];
}

interface ChartOptions {
  readonly element: HTMLElement;
  readonly bucket: Bucket;
  readonly zone: string;
  readonly locale: string;
  readonly names: { readonly when: string; readonly sold: string; readonly standing: string };
}

function optionsOf({ element, bucket, zone, locale, names }: ChartOptions): UPlot.Options {
  const style = getComputedStyle(element);
  const color = (name: string) => {
    // light-dark() means something to an element only, not to a canvas.
    element.style.color = `var(${name})`;
    const found = style.color;
    element.style.color = '';
    return found;
  };
  const [accent, control, line, muted] = ['--accent', '--control', '--line', '--muted'].map(color);
  const count = new Intl.NumberFormat(locale);
  const axis = {
    stroke: muted,
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1 },
    font: `12px ${style.fontFamily}`,
  };
  const short = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    ...(bucket === 'MONTH'
      ? { month: 'short', year: 'numeric' }
      : { day: 'numeric', month: 'short', ...(bucket === 'HOUR' && { hour: '2-digit' }) }),
  });
  const bars = UPlot.paths.bars?.({ size: [0.7, 40, 2], align: 1 });
  const steps = UPlot.paths.stepped?.({ align: 1 });
  return {
    width: element.clientWidth,
    height: HEIGHT,
    // Days begin at the hall's midnight, not at the reader's.
    tzDate: (at) => UPlot.tzDate(new Date(at * 1_000), zone),
    cursor: { drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x: {
        time: true,
        range: (_chart, low, high) => [Math.min(low, high - LEAST_BUCKETS * lengthOf[bucket]), high],
      },
      y: { range: (_chart, _low, high) => [0, Math.max(4, high * 1.1)] },
      total: { range: (_chart, _low, high) => [0, Math.max(4, high * 1.1)] },
    },
    axes: [
      {
        ...axis,
        space: 60,
        incrs: incrsOf[bucket],
        values: (_chart, splits) => distinct(splits.map((at) => short.format(at * 1_000))),
      },
      { ...axis, scale: 'y', incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] },
      {
        ...axis,
        scale: 'total',
        side: 1,
        grid: { show: false },
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000],
      },
    ],
    series: [
      {
        value: (_chart, at) => (at === null ? '–' : bucketName(at, bucket, zone, locale)),
        label: names.when,
      },
      {
        label: names.sold,
        scale: 'y',
        stroke: control,
        fill: control,
        width: 0,
        value: (_chart, value) => (value === null ? '–' : count.format(value)),
        ...(bars && { paths: bars }),
        points: { show: false },
      },
      {
        label: names.standing,
        scale: 'total',
        stroke: accent,
        width: 2,
        value: (_chart, value) => (value === null ? '–' : count.format(value)),
        ...(steps && { paths: steps }),
        points: { show: false },
      },
    ],
  };
}

/** A day that several marks fall on is named once. */
function distinct(names: readonly string[]): string[] {
  return names.map((name, at) => (name === names[at - 1] ? '' : name));
}

/** Counts how often the system's colours have changed: a canvas does not follow by itself. */
function useThemeCount(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((text) =>
      matchMedia(text),
    );
    const changed = () => setCount((before) => before + 1);
    for (const query of queries) query.addEventListener('change', changed);
    return () => {
      for (const query of queries) query.removeEventListener('change', changed);
    };
  }, []);
  return count;
}
