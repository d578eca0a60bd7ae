import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loginOnSocket, type SocketClient } from '@parterre/gateway/testing/socket-client.ts';
import { Client } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, logIn, register, registerOrganizer } from '../support/people.ts';
import { type SecondGateway, startSecondGateway } from '../support/second-gateway.ts';
import { adminEmail, adminPassword, ServerProcess } from '../support/server-process.ts';

/** A session as a client holds it. */
interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** What ends sessions: of two that a person has, which. */
interface Case {
  readonly what: string;
  readonly role: 'USER' | 'ORGANIZER';
  readonly endsBoth: boolean;
  end(first: Session, person: Actor): Promise<void>;
}

const me = '{ me { id } }';
const MINUTE_MS = 60_000;

describe('a session that ends before its token', () => {
  let server: ServerProcess;
  let second: SecondGateway;
  let admin: Client;
  /** Of all that has ended in these tests. */
  const ended: Session[] = [];

  beforeAll(async () => {
    // Without a time of grace a token that is used twice ends its session at once.
    server = await ServerProcess.start({ REFRESH_GRACE_SECONDS: '0' });
    second = await startSecondGateway(server);
    admin = await logIn(server.client, adminEmail, adminPassword);
  }, 3 * MINUTE_MS);
  afterAll(async () => {
    await second?.stop();
    await server?.demolish();
  }, MINUTE_MS);

  const cases: readonly Case[] = [
    {
      what: 'by logging out with its refresh token',
      role: 'USER',
      endsBoth: false,
      end: async ({ refreshToken }) =>
        succeeds(await mutate(server.client, 'logout', 'LogoutInput', { refreshToken })),
    },
    {
      what: 'by logging out with its access token',
      role: 'USER',
      endsBoth: false,
      end: async ({ accessToken }) =>
        succeeds(await mutate(server.client.as(accessToken), 'logout', 'LogoutInput', {})),
    },
    {
      what: 'by changing the password in another one',
      role: 'USER',
      endsBoth: false,
      async end(_first, { client, password }) {
        const input = { currentPassword: password, newPassword: `${password}, changed` };
        succeeds(await mutate(client, 'changePassword', 'ChangePasswordInput', input));
      },
    },
    {
      what: 'by naming it in the list of another one',
      role: 'USER',
      endsBoth: false,
      async end(_first, { client }) {
        const { data } = await client.send<{
          me: { sessions: { nodes: { id: string; current: boolean }[] } };
        }>('{ me { sessions(first: 5) { nodes { id current } } } }');
        const sessionId = data?.me.sessions.nodes.find(({ current }) => !current)?.id;
        succeeds(await mutate(client, 'endSession', 'EndSessionInput', { sessionId }));
      },
    },
    {
      what: 'by using its refresh token twice',
      role: 'USER',
      endsBoth: false,
      async end({ refreshToken }) {
        await mutate(server.client, 'refreshSession', 'RefreshSessionInput', { refreshToken });
        await mutate(server.client, 'refreshSession', 'RefreshSessionInput', { refreshToken });
      },
    },
    {
      what: 'by taking rights away, in the second in which it began',
      role: 'ORGANIZER',
      endsBoth: true,
      async end(_first, { id }) {
        await admin.act('AssignRole', { userId: id, role: 'USER' });
      },
    },
    {
      what: 'by blocking its user',
      role: 'USER',
      endsBoth: true,
      async end(_first, { id }) {
        await admin.act('BlockUser', { userId: id, reason: 'sells tickets on at the door' });
      },
    },
  ];

  it.each(cases)(
    'is refused and its sockets are closed in every gateway when it ends $what',
    async ({ role, endsBoth, end }) => {
      const person = await (role === 'USER'
        ? register(server.client, 'ada')
        : registerOrganizer(server.client, admin, 'olga'));
      const other = String(person.client.accessToken);
      const first = await openSession(person);
      const [firstSockets, otherSockets] = await Promise.all([
        openSockets(first.accessToken),
        openSockets(other),
      ]);
      for (const token of [first.accessToken, other]) {
        for (const gateway of gateways()) expect(await statusOf(gateway, token)).toBe(200);
      }

      await end(first, person);

      for (const token of endsBoth ? [first.accessToken, other] : [first.accessToken]) {
        await eventually('the token to be refused in every gateway', async () => {
          const statuses = await Promise.all(gateways().map((gateway) => statusOf(gateway, token)));
          return statuses.every((status) => status === 401);
        });
      }
      const closing = endsBoth ? [...firstSockets, ...otherSockets] : firstSockets;
      const codes = await Promise.all(closing.map(async ({ closed }) => (await closed).code));
      expect(codes).toEqual(closing.map(() => 4403));
      ended.push(first);
      if (endsBoth) return;

      for (const gateway of gateways()) expect(await statusOf(gateway, other)).toBe(200);
      for (const socket of otherSockets) {
        socket.send({ type: 'ping' });
        expect(await socket.next()).toEqual({ type: 'pong' });
        socket.close();
      }
    },
    MINUTE_MS,
  );

  it('leaves the user free to log in again, in the same second', async () => {
    const organizer = await registerOrganizer(server.client, admin, 'olga');
    await admin.act('AssignRole', { userId: organizer.id, role: 'USER' });
    const { accessToken } = await openSession(organizer);
    for (const gateway of gateways()) expect(await statusOf(gateway, accessToken)).toBe(200);
  });

  it('goes on when its user is given more rights', async () => {
    const person = await register(server.client, 'ada');
    await admin.act('AssignRole', { userId: person.id, role: 'ORGANIZER' });
    const session = await openSession(person);
    // What follows a role on the bus has been heard when an ending after it is.
    await mutate(server.client, 'logout', 'LogoutInput', { refreshToken: session.refreshToken });
    await eventually('the ending to be heard', async () => {
      const statuses = gateways().map((gateway) => statusOf(gateway, session.accessToken));
      return (await Promise.all(statuses)).every((status) => status === 401);
    });
    for (const gateway of gateways()) {
      expect(await statusOf(gateway, String(person.client.accessToken))).toBe(200);
    }
  });

  it(
    'is refused from the first answer on by a gateway that is started later',
    async () => {
      const later = await startSecondGateway(server);
      try {
        const statuses = await Promise.all(
          ended.map(({ accessToken }) => statusOf(later.client, accessToken)),
        );
        expect(statuses).toEqual(cases.map(() => 401));
      } finally {
        await later.stop();
      }
    },
    2 * MINUTE_MS,
  );

  function gateways(): readonly Client[] {
    return [server.client, second.client];
  }

  function openSockets(token: string): Promise<readonly SocketClient[]> {
    return Promise.all(gateways().map(({ url }) => loginOnSocket(url, token)));
  }
});

/** Logs in as somebody who sends no token along: the one that they have may have ended a moment ago. */
async function openSession({ client, nickname, password }: Actor): Promise<Session> {
  const anyone = new Client(client.url);
  const { session } = await anyone.act<{ session: Session }>('Login', { login: nickname, password });
  return session;
}

/** 401 comes with UNAUTHENTICATED and with nothing else. */
async function statusOf(gateway: Client, token: string): Promise<number> {
  const { status, data, errors } = await gateway.as(token).send<{ me: object }>(me);
  const codes = errors?.map(({ extensions }) => extensions?.code);
  expect([status, codes, Boolean(data?.me)]).toEqual(
    status === 401 ? [401, ['UNAUTHENTICATED'], false] : [200, undefined, true],
  );
  return status;
}

function mutate(client: Client, field: string, inputType: string, input: object) {
  return client.send<Record<string, { userErrors: readonly { code: string }[] }>>(
    `mutation ($input: ${inputType}!) { ${field}(input: $input) { userErrors { code } } }`,
    { input },
  );
}

function succeeds({ data, errors }: Awaited<ReturnType<typeof mutate>>): void {
  const userErrors = Object.values(data ?? {}).flatMap((payload) => payload.userErrors);
  expect([errors, userErrors]).toEqual([undefined, []]);
}
