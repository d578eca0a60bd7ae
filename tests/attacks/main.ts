/**
 * `npm run attacks`: starts a server of its own on a fresh folder and does to it what strangers may do. Prints
 * a line for each attack, writes the table in docs/security.md, and exits 1 when anything was not as promised.
 *
 *   npm run attacks -- [--only=<part of a name>]… [--seed=<number>] [--no-write]
 *
 * It attacks nothing but the server that it has started on 127.0.0.1.
 */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import type { Attack } from './attack.ts';
import { AttackedServer } from './attacked-server.ts';
import { bringBack, type Row, runAttack } from './battery.ts';
import { costlyOperations } from './costly-operations.ts';
import { floods } from './floods.ts';
import { malformedRequests } from './malformed.ts';
import { rights } from './rights.ts';
import { sessionAddress } from './session-address.ts';
import { streams } from './streams.ts';
import { lineOf, tableOf, writeInto } from './table.ts';
import { prepareTarget, type Target } from './target.ts';
import { transport } from './transport.ts';

const document = new URL('../../docs/security.md', import.meta.url);
const options = (name: string) =>
  process.argv
    .filter((argument) => argument.startsWith(`--${name}=`))
    .map((argument) => argument.slice(name.length + 3));
const only = options('only');
const seed = Number(options('seed').at(-1) ?? 20_261_125);
const isWritten = only.length === 0 && !process.argv.includes('--no-write');

/** Shows how slow health is on this machine when nobody attacks: a busy one fails here first. */
const nothing: Attack = {
  threat: '–',
  name: 'nothing, for three seconds',
  expected: 'quiet',
  async run() {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    return { held: true, answer: 'quiet' };
  },
};

const attacks = [
  nothing,
  ...transport,
  ...sessionAddress,
  malformedRequests(seed),
  ...costlyOperations,
  ...streams,
  ...rights,
  ...floods,
].filter(({ threat, name }) => only.length === 0 || only.some((part) => `${threat} ${name}`.includes(part)));

const server = await AttackedServer.open();
try {
  await server.start();
  const rows = await runAll(attacks, await prepareTarget(server));
  const table = tableOf(rows, whereAndWhen());
  if (isWritten) writeInto(document, table);
  const failed = rows.filter(({ faults }) => faults.length > 0);
  console.log(`\n${rows.length - failed.length} of ${rows.length} held`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  await server.demolish();
}
// Sockets of attacks that were given up may still be open.
process.exit();

async function runAll(all: readonly Attack[], target: Target): Promise<Row[]> {
  const rows: Row[] = [];
  let rates = 'off';
  for (const attack of all) {
    const wanted = attack.rates ?? 'off';
    if (wanted !== rates) {
      rates = wanted;
      await server.stop();
      await server.start({ RATE_LIMITS: rates });
    }
    const row = await runAttack(attack, target);
    rows.push(row);
    console.log(lineOf(row));
    await bringBack(target, row, { RATE_LIMITS: rates });
  }
  return rows;
}

function whereAndWhen(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const commit = git('rev-parse', '--short', 'HEAD');
  const isDirty = git('status', '--porcelain', '--untracked-files=no') !== '';
  const [processor] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, commit ${commit}${isDirty ? ' with changes' : ''}, Node ${process.version}, ${cpus().length} × ${processor?.model ?? process.arch}, load ${loadavg()[0]?.toFixed(1)}.`;
}
