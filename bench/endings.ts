/**
 * How soon every gateway knows that a session has ended: a cluster with two gateways, and people whose sessions end by
 * logging out, by a changed password, by taking rights away, and by blocking them, each in turn.
 *
 *   node bench/endings.ts [tries of each, 20 unless given]
 *
 * Counts, from the arrival of the answer that tells that it is done, until each gateway has answered the first request
 * of the session's access token with 401, and until it has closed the session's socket. The token is asked with again
 * 5 ms after each answer, so a request's own time and these are in the figures; what came before the answer counts 0.
 * Half of the endings go through either gateway. Prints median and longest by the gateway that was asked and the other,
 * how many took longer than a second, and the load of the machine. Processes and requests share its cores.
 */
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { loginOnSocket } from '../gateway/testing/socket-client.ts';
import type { Client, Refusable } from '../tests/support/client.ts';
import { ClusterProcess } from '../tests/support/cluster-process.ts';
import { type Actor, logIn, register, registerOrganizer } from '../tests/support/people.ts';
import { adminEmail, adminPassword } from '../tests/support/server-process.ts';
import { keepRaw, table } from './support/report.ts';
import { median, percentile } from './support/statistics.ts';

const GOAL_MS = 1_000;
const ASK_AGAIN_MS = 5;
/** Whoever has not heard of it by then never will. */
const PATIENCE_MS = 60_000;
const tries = Number(process.argv[2] ?? 20);
if (!Number.isInteger(tries) || tries < 1)
  throw new Error(`expected a number of tries, got ${process.argv[2]}`);

/** As a client holds it. */
interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** What is ended, and by whom. `asked` is the gateway that it goes through, with nobody's token. */
interface Ending {
  readonly asked: Client;
  readonly admin: Client;
  readonly person: Actor;
  readonly session: Session;
}

interface Case {
  readonly what: string;
  readonly role: 'USER' | 'ORGANIZER';
  end(ending: Ending): Promise<unknown>;
}

const cases: readonly Case[] = [
  {
    what: 'logout',
    role: 'USER',
    end: ({ asked, session }) => mutate(asked.as(session.accessToken), 'logout', 'LogoutInput', {}),
  },
  {
    what: 'changed password',
    role: 'USER',
    end({ asked, person: { client, password } }) {
      const input = { currentPassword: password, newPassword: `${password}, changed` };
      return mutate(asked.as(String(client.accessToken)), 'changePassword', 'ChangePasswordInput', input);
    },
  },
  {
    what: 'role taken away',
    role: 'ORGANIZER',
    end: ({ admin, person }) => admin.act('AssignRole', { userId: person.id, role: 'USER' }),
  },
  {
    what: 'block',
    role: 'USER',
    end: ({ admin, person }) => admin.act('BlockUser', { userId: person.id, reason: 'a measurement' }),
  },
];

/** Milliseconds from the answer. */
interface Measured {
  readonly what: string;
  readonly gateway: 'asked' | 'other';
  readonly refusedMs: number;
  readonly closedMs: number;
}

async function measure(
  { what, role, end }: Case,
  gateways: readonly Client[],
  at: number,
): Promise<Measured[]> {
  const asked = gateways[at % gateways.length];
  if (!asked) throw new Error('expected a gateway');
  const admin = await logIn(asked, adminEmail, adminPassword);
  const person = await (role === 'USER' ? register(asked, 'ada') : registerOrganizer(asked, admin, 'olga'));
  // Of another session than the one that ends: a changed password leaves the one alive in which it was changed.
  const { session } = await asked.act<{ session: Session }>('Login', {
    login: person.nickname,
    password: person.password,
  });
  const watched = await Promise.all(
    gateways.map(async (gateway) => {
      const status = await statusOf(gateway, session.accessToken);
      if (status !== 200)
        throw new Error(`expected the session to be alive before its ${what}, got ${status}`);
      const socket = await loginOnSocket(gateway.url, session.accessToken);
      const closed = socket.closed.then(({ code }) => ({ code, at: performance.now() }));
      return { gateway, closed };
    }),
  );

  await end({ asked, admin, person, session });

  const answeredAt = performance.now();
  return Promise.all(
    watched.map(async ({ gateway, closed }) => {
      const within = rejectAfter(PATIENCE_MS, `${gateway.url} to hear of a session's ${what}`);
      const [refusedAt, { code, at: closedAt }] = await Promise.race([
        Promise.all([firstRefusal(gateway, session.accessToken, within.signal), closed]),
        within.rejection,
      ]).finally(() => within.cancel());
      if (code !== 4403) throw new Error(`expected the socket to be closed with 4403, got ${code}`);
      return {
        what,
        gateway: gateway === asked ? 'asked' : 'other',
        refusedMs: refusedAt - answeredAt,
        closedMs: Math.max(0, closedAt - answeredAt),
      };
    }),
  );
}

/** When the first 401 has come. */
async function firstRefusal(gateway: Client, token: string, signal: AbortSignal): Promise<number> {
  while ((await statusOf(gateway, token)) !== 401) await pause(ASK_AGAIN_MS, undefined, { signal });
  return performance.now();
}

async function statusOf(gateway: Client, token: string): Promise<number> {
  const { status } = await gateway.as(token).send('{ me { id } }');
  return status;
}

/** Rejects when what was expected has not come; `signal` ends who still asks. */
function rejectAfter(ms: number, expected: string) {
  const ending = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    ending.abort();
    reject(new Error(`expected ${expected} within ${ms} ms`));
  }, ms);
  return { rejection: promise, signal: ending.signal, cancel: () => clearTimeout(timer) };
}

/** @throws Error when it was refused */
async function mutate(client: Client, field: string, inputType: string, input: object): Promise<void> {
  const document = `mutation ($input: ${inputType}!) { ${field}(input: $input) { userErrors { code message } } }`;
  const { data, errors } = await client.send<Record<string, Refusable | null>>(document, { input });
  const outcome = data?.[field];
  if (errors || !outcome || outcome.userErrors.length > 0)
    throw new Error(`expected ${field} to be done, got ${JSON.stringify(errors ?? data)}`);
}

const loadBefore = loadavg()[0] ?? 0;
const cluster = await ClusterProcess.start();
const measured: Measured[] = [];
try {
  const gateways = cluster.clients;
  // The first of each finds code that nobody has run yet; it is not counted.
  for (let number = -1; number < tries; number += 1) {
    for (const each of cases) {
      const found = await measure(each, gateways, number + 1);
      if (number >= 0) measured.push(...found);
    }
  }
} finally {
  await cluster.demolish();
}
const load = { before: loadBefore, after: loadavg()[0] ?? 0 };
const rows = cases.flatMap(({ what }) =>
  (['asked', 'other'] as const).map((gateway) => {
    const some = measured.filter((each) => each.what === what && each.gateway === gateway);
    const [refused, closed] = [some.map(({ refusedMs }) => refusedMs), some.map(({ closedMs }) => closedMs)];
    const late = some.filter(({ refusedMs, closedMs }) => Math.max(refusedMs, closedMs) > GOAL_MS).length;
    const figures = [median(refused), percentile(refused, 1), median(closed), percentile(closed, 1)];
    return [what, gateway, ...figures.map((ms) => ms.toFixed(0)), late];
  }),
);
const heads = ['refused: median, ms', 'longest', 'socket closed: median, ms', 'longest', 'over a second'];
console.log(table([`${tries} of each`, 'gateway', ...heads], rows));
console.log(`load average ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after`);
console.log(keepRaw('endings', { tries, load, measured }));
