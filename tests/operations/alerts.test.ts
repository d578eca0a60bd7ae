import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { collectProcessMetrics, renderMetrics } from '@parterre/platform/telemetry/metrics.ts';
import { dashboardQueries, readDashboards } from '../../ops/grafana/dashboards.ts';
import { findPrometheus } from '../../ops/prometheus/start-prometheus.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const counted = ['platform', 'gateway', 'subgraphs', 'ops', ':!*.test.ts', ':!*.mjs'];
const prometheus = new URL('../../ops/prometheus/', import.meta.url);
const runbook = new URL('../../docs/runbook/', import.meta.url);
const textsIn = (folder: URL) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yml'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
const rules = textsIn(new URL('rules/', prometheus)).join('\n');
const alerts = [...rules.matchAll(/^ {6}- alert: (\w+)$/gm)].map(([, name = '']) => name);
/** Metrics of our own and of Node, in a text of PromQL. */
const metricNames = (text: string) =>
  [...text.matchAll(/\b(?:parterre|nodejs|process)_\w+/g)].map(([name]) => name);

/** Every series that Prometheus would read, whether it has a value yet or not: a metric is there with its module. */
async function knownMetrics(): Promise<ReadonlySet<string>> {
  collectProcessMetrics();
  const counting = execFileSync(
    'git',
    ['grep', '-lE', '(counter|gauge|ageGauge|histogram)\\(', '--', ...counted],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  for (const file of counting.trim().split('\n')) await import(join(root, file));
  const { body } = await renderMetrics();
  const types = [...body.matchAll(/^# TYPE (\w+) (\w+)$/gm)];
  return new Set(
    types.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
}

const isRole = (name: string) =>
  readFileSync(join(root, 'ops/docker/create-databases.sql'), 'utf8').includes(`CREATE ROLE ${name} `);

function promtool(...args: string[]) {
  const binary = findPrometheus('promtool');
  if (!binary) return undefined;
  const { status, stdout, stderr } = spawnSync(binary, args, {
    cwd: fileURLToPath(prometheus),
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

describe('an alert', () => {
  it('has a page that says what to do, by its own name, and no page is of none', () => {
    const kebab = (name: string) => name.replaceAll(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
    expect(alerts.length).toBeGreaterThan(10);
    expect(readdirSync(runbook).sort()).toEqual(alerts.map((name) => `${kebab(name)}.md`).sort());
    const linked = [...rules.matchAll(/runbook_url: (\S+)$/gm)].map(([, path]) => path);
    expect(linked).toEqual(alerts.map((name) => `docs/runbook/${kebab(name)}.md`));
    for (const name of alerts) {
      const page = readFileSync(new URL(`${kebab(name)}.md`, runbook), 'utf8');
      const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
      expect(headings).toEqual([name, 'What it means', 'How to see it', 'What to do']);
    }
  });

  it('is tested to be silent and to tell', () => {
    const tests = textsIn(new URL('tests/', prometheus)).join('\n');
    for (const name of alerts) {
      const own = tests.split(/^ {2}- name: /m).find((test) => test.startsWith(`${name}\n`));
      expect([name, own?.match(/alertname: /g)?.length]).toEqual([name, 2]);
      expect(own).toContain('exp_alerts: []');
    }
  });

  it('passes its tests by promtool', () => {
    const files = readdirSync(new URL('tests/', prometheus)).map((file) => `tests/${file}`);
    const tested = promtool('test', 'rules', ...files);
    // Where Prometheus is not at hand nothing was run; ops/grafana/check.ts says so as well.
    if (!tested) return console.warn('not run: promtool is not on the PATH');
    expect(tested).toMatchObject({ status: 0, said: expect.not.stringContaining('FAILED') });
    expect(promtool('check', 'config', 'prometheus.yml')).toMatchObject({ status: 0 });
  });
});

describe('what alerts and dashboards ask for', () => {
  it('is counted somewhere', async () => {
    const known = await knownMetrics();
    const asked = new Set([
      ...metricNames(rules),
      ...dashboardQueries().flatMap(({ expr }) => metricNames(expr)),
    ]);
    expect(asked.size).toBeGreaterThan(20);
    expect([...asked].filter((name) => !known.has(name))).toEqual([]);
    expect(known.has('parterre_made_up_total')).toBe(false);
    const pages = execFileSync(
      'git',
      ['grep', '-hoE', 'parterre_[a-z_]+|nodejs_\\w+|process_\\w+', '--', 'docs/*.md'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    const named = metricNames(pages).filter((name) => !name.endsWith('_'));
    expect(named.length).toBeGreaterThan(20);
    // A histogram is named by what all its series have in common; roles of PostgreSQL are called parterre_gateway.
    const isKnown = (name: string) => known.has(name) || known.has(`${name}_count`) || isRole(name);
    expect(named.filter((name) => !isKnown(name))).toEqual([]);
  });

  it('is on three dashboards, each with an address of its own', () => {
    const dashboards = readDashboards();
    expect(dashboards.map(({ uid }) => uid)).toEqual([
      'parterre-api',
      'parterre-bus-and-sagas',
      'parterre-sales',
    ]);
    for (const { panels } of dashboards) {
      for (const { title, targets } of panels) expect([title, targets.length]).not.toEqual([title, 0]);
    }
  });
});
