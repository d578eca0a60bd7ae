import { type Attack, isBadRequest, isRefusedBody, refused } from './attack.ts';
import { RawSocket } from './raw-socket.ts';
import type { Target } from './target.ts';
import { type Answered, ask, post } from './wire.ts';

/** Operations that are short to write and dear to answer: they end before anything is planned. */
export const costlyOperations: readonly Attack[] = [
  ...[2_000, 8_000].map((count) =>
    refusedText('A2', `a variable with ${count.toLocaleString('en')} unknown keys`, () => unknownKeys(count)),
  ),
  refused(
    { threat: 'A2', name: 'a variable with 300,000 unknown keys', expected: '413 with a code' },
    (target, attempt) => send(target, unknownKeys(300_000), attempt),
    isRefusedBody,
  ),
  refused(
    {
      threat: 'A2',
      name: 'the same of an organizer, who may send as much',
      expected: '400 with a code',
    },
    async (target, attempt) =>
      send(target, { ...unknownKeys(300_000), token: await target.organizer.token() }, attempt),
    isBadRequest,
  ),
  {
    threat: 'A2',
    name: 'the same 8,000 keys over a WebSocket',
    expected: 'an error with a code',
    async run(target) {
      return subscribeAndBeRefused(target, unknownKeys(8_000));
    },
  },
  refusedText('A2', '32,000 wrong identifiers in a list', () => ({
    query: 'mutation($input: BlockSeatsInput!) { blockSeats(input: $input) { userErrors { code } } }',
    variables: { input: { eventId: 'x', seatIds: Array.from({ length: 32_000 }, () => ({})) } },
  })),
  refusedText('A3', 'circles over a hall of 40,000 seats, 99 bytes', ({ largeEvent }) => ({
    query: `{event(id:"${largeEvent}"){seatingPlan{seats{section{rows{seats{section{rows{seats{index}}}}}}}}}}`,
  })),
  refusedText('A3', 'circles of ten levels over 234 seats', ({ smallEvent }) => ({
    query: `{event(id:"${smallEvent}"){seatingPlan{seats{row{seats{row{seats{row{seats{index}}}}}}}}}}`,
  })),
  refusedText('A3', 'venue, halls, venue… over twelve halls', ({ venue }) => ({
    query: `{venue(id:"${venue}"){halls{venue{halls{venue{halls{venue{halls{venue{halls{venue{halls{id}}}}}}}}}}}}}`,
  })),
  ...[20, 30].map((levels) =>
    refusedText('A4', `a bomb of inline fragments, ${levels} levels`, () => ({ query: inlineBomb(levels) })),
  ),
  refusedText('A4', 'a bomb of named fragments, 30 levels', () => ({ query: namedBomb(30) })),
  refusedText('A4', 'fragments in a circle', () => ({
    query: 'query { me { ...a } } fragment a on User { ...b } fragment b on User { ...a }',
  })),
  refusedText('good before', '1,000 aliased logins', () => ({ query: aliasedLogins(1_000) })),
  refusedText('good before', '30,000 aliases', () => ({
    // Short enough for a body that anybody may send.
    query: `{${Array.from({ length: 30_000 }, (_, n) => `a${n.toString(36)}:id`).join(' ')}}`,
  })),
  refusedText('good before', '5,000 directives', () => ({
    query: `{ me { id ${'@include(if: true) '.repeat(5_000)}} }`,
  })),
  refusedText('good before', 'an introspection of 200 levels', () => ({
    query: `{ __schema { types { ${'fields { type { '.repeat(100)}name${' } }'.repeat(100)} } } }`,
  })),
  refusedText('good before', '3,000 nested brackets', () => ({
    query: `{ events(filter: ${'['.repeat(3_000)}${']'.repeat(3_000)}) { nodes { id } } }`,
  })),
  refusedText('good before', 'a variable that nests 100,000 deep', () => ({
    query: 'query($x: EventFilter) { events(filter: $x) { nodes { id } } }',
    variables: `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  })),
];

interface Sent {
  readonly query: string;
  readonly variables?: object | string;
  readonly token?: string;
}

function refusedText(threat: string, name: string, make: (target: Target) => Sent): Attack {
  return refused(
    { threat, name, expected: '400 with a code' },
    (target, attempt) => send(target, make(target), attempt),
    isBadRequest,
  );
}

/** A comment makes each try another text, so that nothing answers from memory. */
function send(target: Target, { query, variables = {}, ...who }: Sent, attempt: number): Promise<Answered> {
  const text = `${query} # ${attempt}`;
  if (typeof variables === 'object') return post(target.port, { query: text, variables, ...who });
  // Too deep for JSON.stringify: it comes as text.
  const body = `{"query":${JSON.stringify(text)},"variables":${variables}}`;
  return ask(target.port, { headers: { 'content-type': 'application/json' }, body });
}

function unknownKeys(count: number): { query: string; variables: object } {
  return {
    query: 'query($x: EventFilter) { events(filter: $x) { nodes { id } } }',
    variables: { x: Object.fromEntries(Array.from({ length: count }, (_, key) => [`k${key}`, 1])) },
  };
}

function inlineBomb(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, level) => {
    const below = level + 1 < levels ? `...f${level + 1}` : 'id';
    return `fragment f${level} on Event { ... on Event { ${below} } ... on Event { ${below} ... on Event { ${below} } } }`;
  });
  return `{ events { nodes { ...f0 } } } ${fragments.join(' ')}`;
}

function namedBomb(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, level) => {
    const below = level + 1 < levels ? `...f${level + 1}` : 'id';
    return `fragment f${level} on Event { ${`a: hall { id } ${below} `.repeat(3)} }`;
  });
  return `{ events { nodes { ...f0 } } } ${fragments.join(' ')}`;
}

export function aliasedLogins(count: number): string {
  const logins = Array.from(
    { length: count },
    (_, n) => `l${n}: login(input: { login: "nobody${n}", password: "password ${n}" }) { user { id } }`,
  );
  return `mutation { ${logins.join(' ')} }`;
}

/** Sends an operation over a socket and expects an `error` message with a code. */
export async function subscribeAndBeRefused(
  target: Target,
  payload: { query: string; variables?: object },
): Promise<{ held: boolean; answer: string; refusedMs: number[] }> {
  const times: number[] = [];
  let answer = 'no answer';
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const socket = await RawSocket.logIn(target.port);
    socket.received.length = 0;
    const begun = performance.now();
    socket.send({
      type: 'subscribe',
      id: '1',
      payload: { ...payload, query: `${payload.query} # ${attempt}` },
    });
    await socket.until(() => socket.received.length > 0 || socket.isClosed, 10_000);
    times.push(performance.now() - begun);
    const text = socket.received[0] ?? '';
    answer = `${/"type":"(\w+)"/.exec(text)?.[1] ?? `closed ${socket.closeCode ?? ''}`} ${/"code":"([A-Z_]+)"/.exec(text)?.[1] ?? ''}`;
    socket.end();
    if (!/^error [A-Z_]+$/.test(answer) || text.length > 16_384)
      return { held: false, answer, refusedMs: times };
  }
  return { held: true, answer, refusedMs: times };
}
