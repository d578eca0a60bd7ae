import { readdirSync, readFileSync } from 'node:fs';

/** One query of one panel. */
export interface DashboardQuery {
  /** "Parterre: API / CPU" */
  readonly place: string;
  readonly expr: string;
}

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

const folder = new URL('dashboards/', import.meta.url);

export function readDashboards(): readonly Dashboard[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Dashboard);
}

/** Every query of every panel, with Grafana's own variables as it would fill them in at a scrape every ten seconds. */
export function dashboardQueries(): readonly DashboardQuery[] {
  return readDashboards().flatMap(({ title, panels }) =>
    panels.flatMap((panel) =>
      panel.targets.map(({ expr }) => ({
        place: `${title} / ${panel.title}`,
        expr: expr.replaceAll('$__rate_interval', '1m'),
      })),
    ),
  );
}
