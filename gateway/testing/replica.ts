import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from '@parterre/platform/testing/until.ts';

/** What a test says to replica-process.ts. */
export type ToReplica =
  /** From now on its query and its mutation do their work and do not answer, until `release`. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'release' }
  /** What has been added to the log that all replicas read. */
  | { readonly kind: 'events'; readonly events: readonly string[] };

/** What it says. */
export type FromReplica =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'asked' | 'ended'; readonly field: 'process' | 'never' | 'record' }
  | { readonly kind: 'readers'; readonly count: number };

/** A replica of a subgraph in a process of its own. */
export class Replica {
  readonly #child: ChildProcess;
  readonly port: number;
  #said: FromReplica[];

  private constructor(child: ChildProcess, port: number, said: FromReplica[]) {
    this.#child = child;
    this.port = port;
    this.#said = said;
  }

  /** @param log what the log holds already */
  static async start(effectsFile: string, log: readonly string[], port = 0): Promise<Replica> {
    const file = fileURLToPath(new URL('./replica-process.ts', import.meta.url));
    const env = { ...process.env, PORT: String(port), EFFECTS: effectsFile };
    const child = fork(file, { env, execArgv: [] });
    const said: FromReplica[] = [];
    child.on('message', (message: FromReplica) => said.push(message));
    child.send({ kind: 'events', events: log } satisfies ToReplica);
    await until('a replica that listens', () => said.length > 0 || child.exitCode !== null);
    const [first] = said;
    if (first?.kind !== 'listening') throw new Error('expected a replica to listen, and it did not');
    return new Replica(child, first.port, said);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  get pid(): number {
    return Number(this.#child.pid);
  }

  /** Readers of the log at present. */
  get readers(): number {
    const last = this.#said.findLast(({ kind }) => kind === 'readers');
    return last?.kind === 'readers' ? last.count : 0;
  }

  say(message: ToReplica): void {
    if (this.#child.connected) this.#child.send(message);
  }

  /** How often it has said so. */
  times(kind: 'asked' | 'ended', field: 'process' | 'never' | 'record'): number {
    return this.#said.filter((each) => each.kind === kind && each.field === field).length;
  }

  /** kill -9 */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }
}
