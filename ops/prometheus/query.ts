/** One series of an answer, with its newest value. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Prometheus {
  /** @throws Error with what Prometheus says against the query */
  query(text: string): Promise<readonly Sample[]>;
  /** Rules that could not be evaluated, each with why. */
  brokenRules(): Promise<readonly string[]>;
  /** Alerts that are pending or firing, by name. */
  alerts(): Promise<readonly { readonly name: string; readonly state: string }[]>;
}

interface Answer<Data> {
  readonly status: string;
  readonly error?: string;
  readonly data: Data;
}

interface RuleGroups {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly name: string;
      readonly health: string;
      readonly lastError?: string;
    }[];
  }[];
}

const PATIENCE_MS = 30_000;

/** A Prometheus that runs somewhere, by its HTTP API. */
export function createPrometheus(url: string): Prometheus {
  const get = async <Data>(path: string, parameters: Record<string, string> = {}): Promise<Data> => {
    const response = await fetch(`${url}/api/v1/${path}?${new URLSearchParams(parameters)}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = (await response.json()) as Answer<Data>;
    if (answer.status !== 'success') throw new Error(answer.error ?? `got status ${response.status}`);
    return answer.data;
  };
  return {
    async query(text) {
      interface Vector {
        readonly result: readonly {
          readonly metric: Record<string, string>;
          readonly value: [number, string];
        }[];
      }
      const { result } = await get<Vector>('query', { query: text });
      return result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
    },
    async brokenRules() {
      const { groups } = await get<RuleGroups>('rules');
      return groups
        .flatMap(({ rules }) => rules)
        .filter(({ health }) => health === 'err')
        .map(({ name, lastError }) => `${name}: ${lastError}`);
    },
    async alerts() {
      const { alerts } = await get<{ alerts: readonly { labels: { alertname: string }; state: string }[] }>(
        'alerts',
      );
      return alerts.map(({ labels, state }) => ({ name: labels.alertname, state }));
    },
  };
}
