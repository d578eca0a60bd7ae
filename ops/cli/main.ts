// `npm run ops -- <command>`: looks after an installation by its databases, whether it runs or not.
import { parseArgs } from 'node:util';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import { pause } from '@parterre/platform/timing/pause.ts';
import { auditedDatabases, auditLive } from '../audit/audit.ts';
import { explain } from '../launch/explain.ts';
import { backup } from './backup.ts';
import { listConsumers, rewind } from './consumers.ts';
import { dropLetter, listLetters, replayAllLetters, replayLetter, showLetter } from './dead-letters.ts';
import { type Installation, openInstallation } from './installation.ts';
import { checkLedger } from './ledger.ts';
import { type Answer, plain, print, Refused, UsageError } from './output.ts';
import { rebuild } from './rebuild.ts';
import { restore, restoreOne } from './restore.ts';
import { listSagas, resumeSaga, showSaga } from './sagas.ts';
import { printSecrets } from './secrets.ts';

const USAGE = `npm run ops -- <command> [--json] [--data-dir <folder>]

  dead-letters list                       facts that a consumer could not apply
  dead-letters show <id>                  one of them whole, with its cause
  dead-letters replay <id> | --all        try it again now, with those behind it
  dead-letters drop <id>                  give it up: it is never applied
  sagas list [--parked]                   sagas that have not ended
  sagas show <id>                         one of them whole, with its state
  sagas resume <id>                       let a parked one go on
  consumers list                          positions, facts waiting, how long the oldest waits
  consumers rewind <consumer> --to <where> [--force]
                                          read again from "start", a position or a time
  rebuild analytics                       all sums anew from the first fact kept, held against those before
  audit [--pause <seconds>]               hold the books of all databases against one another
  ledger check                            hold every row of the ledger against the others; tells the first fault
  backup <folder>                         every database at one moment, while it runs
  restore <folder>                        a new installation of a backup
  restore <folder> --only <subgraph> [--force]
                                          one subgraph, of an installation that is stopped
  secrets [--format env|helm] [--admin-email <address>] [--postgres <host:port>]
                                          new secrets for services that run alone, for .env or Kubernetes

It works on the installation in PARTERRE_DATA_DIR (.data), and on the databases that *_DATABASE_URL name.
Exit codes: 0 done, 1 something is left to do, 2 called wrongly, 3 the installation cannot be reached.
`;

const LEFT_TO_DO = 1;
const CALLED_WRONGLY = 2;
const OUT_OF_REACH = 3;

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  'data-dir': { type: 'string' },
  all: { type: 'boolean' },
  parked: { type: 'boolean' },
  to: { type: 'string' },
  force: { type: 'boolean' },
  pause: { type: 'string' },
  only: { type: 'string' },
  format: { type: 'string' },
  'admin-email': { type: 'string' },
  postgres: { type: 'string' },
} as const;
type Options = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** What is done with an installation, by its words; with how many arguments and which options. */
interface Command {
  readonly takes: readonly string[];
  readonly options: readonly (keyof Options)[];
  run(installation: Installation, args: readonly string[], options: Options): Promise<Answer>;
}

const commands: Readonly<Record<string, Command>> = {
  'dead-letters list': { takes: [], options: [], run: listLetters },
  'dead-letters show': { takes: ['id'], options: [], run: (on, [id = '']) => showLetter(on, id) },
  'dead-letters replay': {
    takes: ['id'],
    options: ['all'],
    run: (on, [id = ''], { all }) => (all ? replayAllLetters(on) : replayLetter(on, id)),
  },
  'dead-letters drop': { takes: ['id'], options: [], run: (on, [id = '']) => dropLetter(on, id) },
  'sagas list': {
    takes: [],
    options: ['parked'],
    run: (on, _, { parked }) => listSagas(on, parked ?? false),
  },
  'sagas show': { takes: ['id'], options: [], run: (on, [id = '']) => showSaga(on, id) },
  'sagas resume': { takes: ['id'], options: [], run: (on, [id = '']) => resumeSaga(on, id) },
  'consumers list': { takes: [], options: [], run: listConsumers },
  'consumers rewind': {
    takes: ['consumer'],
    options: ['to', 'force'],
    run(on, [consumer = ''], { to, force }) {
      if (!to) throw new UsageError('expected --to "start", a position or a time');
      return rewind(on, consumer, { to, force: force ?? false });
    },
  },
  rebuild: { takes: ['subgraph'], options: [], run: (on, [subgraph = '']) => rebuild(on, subgraph) },
  audit: { takes: [], options: ['pause'], run: (on, _, { pause: seconds }) => audit(on, seconds) },
  'ledger check': { takes: [], options: [], run: checkLedger },
  backup: { takes: ['folder'], options: [], run: (on, [folder = '']) => backup(on, folder) },
};

/** Runs one command; answers the exit code. */
export async function main(
  args: readonly string[],
  env: Environment,
  write: { out(text: string): void; err(text: string): void },
): Promise<number> {
  try {
    const { positionals, values } = parse(args);
    if (values.help || positionals.length === 0) {
      write.out(USAGE);
      return values.help ? 0 : CALLED_WRONGLY;
    }
    const answer = await run(positionals, values, env);
    print(answer, values.json ?? false, write.out);
    return answer.exitCode ?? 0;
  } catch (error) {
    const [code, lines] = failureOf(error);
    for (const line of lines) write.err(`parterre: ${plain(line)}\n`);
    return code;
  }
}

async function run(words: readonly string[], values: Options, env: Environment): Promise<Answer> {
  const dataDir = values['data-dir'];
  // These two make an installation instead of working on one.
  if (words[0] === 'restore') {
    expectOptions(values, ['only', 'force']);
    const [folder] = expectArguments(words.slice(1), ['folder']);
    return values.only
      ? restoreOne(env, folder ?? '', values.only, { dataDir, force: values.force ?? false })
      : restore(env, folder ?? '', dataDir);
  }
  if (words[0] === 'secrets') {
    expectOptions(values, ['format', 'admin-email', 'postgres']);
    expectArguments(words.slice(1), []);
    const { format, postgres } = values;
    return printSecrets({ format, adminEmail: values['admin-email'], postgres });
  }
  const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((each) => Object.hasOwn(commands, each));
  const command = name && commands[name];
  if (!command) throw new UsageError(`expected a command, got "${words.join(' ')}"; --help shows all`);
  expectOptions(values, command.options);
  const args = expectArguments(words.slice(name.split(' ').length), values.all ? [] : command.takes);
  const installation = await openInstallation(env, dataDir);
  try {
    return await command.run(installation, args, values);
  } finally {
    await installation.close();
  }
}

function expectOptions(values: Options, known: readonly (keyof Options)[]): void {
  const everywhere: readonly (keyof Options)[] = ['json', 'help', 'data-dir'];
  const unknown = (Object.keys(values) as (keyof Options)[]).find(
    (name) => !known.includes(name) && !everywhere.includes(name),
  );
  if (unknown) throw new UsageError(`--${unknown} is no option of this command; --help shows all`);
}

function expectArguments(args: readonly string[], takes: readonly string[]): readonly string[] {
  if (args.length === takes.length) return args;
  const wanted = takes.length > 0 ? takes.map((each) => `<${each}>`).join(' ') : 'nothing more';
  throw new UsageError(`expected ${wanted}, got "${args.join(' ')}"; --help shows all`);
}

const DEFAULT_PAUSE_SECONDS = 15;

async function audit(installation: Installation, pauseOption: string | undefined): Promise<Answer> {
  const seconds = Number(pauseOption ?? DEFAULT_PAUSE_SECONDS);
  if (!(seconds >= 0 && seconds <= 3_600)) {
    throw new UsageError(`--pause: expected seconds from 0 to 3600, got "${pauseOption}"`);
  }
  const { breaches, notJudged } = await auditLive({
    databases: auditedDatabases(installation.urls),
    bus: await installation.bus(),
    pause: () => pause(seconds * 1_000),
  });
  return {
    json: { breaches, notJudged },
    none: 'every invariant that could be judged holds',
    rows: breaches.flatMap(({ invariant, title, rows }) =>
      rows.map((row) => ({ invariant, title, row: JSON.stringify(row) })),
    ),
    lines: notJudged.map(({ invariant, because }) => `not judged: ${invariant}, because ${because}`),
    exitCode: breaches.length > 0 ? LEFT_TO_DO : 0,
  };
}

function failureOf(error: unknown): readonly [number, readonly string[]] {
  if (error instanceof UsageError) return [CALLED_WRONGLY, [error.message]];
  if (error instanceof Refused) return [LEFT_TO_DO, [error.message]];
  const lines = explain(error);
  if (lines) return [OUT_OF_REACH, lines];
  return [OUT_OF_REACH, [error instanceof Error ? (error.stack ?? error.message) : String(error)]];
}
