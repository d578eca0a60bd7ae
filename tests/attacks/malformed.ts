import type { Attack } from './attack.ts';
import { sellOne } from './target.ts';
import { throwAndReset, throwBytes, upgradeRequest } from './wire.ts';

const REQUESTS = 10_000;
const WIDTH = 50;
/** Most malformed requests are answered or cut at once; the others wait for more, which does not come. */
const PATIENCE_MS = 150;

/** The same seed throws the same bytes: it is printed, and may be given to see a failure again. */
export function malformedRequests(seed: number): Attack {
  return {
    threat: 'A1',
    name: `10,000 malformed requests and upgrades at random (seed ${seed})`,
    expected: 'the server lives and sells a seat',
    async run(target) {
      const random = mulberry32(seed);
      let next = 0;
      await Promise.all(
        Array.from({ length: WIDTH }, async () => {
          while (next < REQUESTS && target.server.isAlive) {
            next += 1;
            const bytes = malformed(random);
            if (random() < 0.3) await throwAndReset(target.port, bytes);
            else await throwBytes(target.port, bytes, PATIENCE_MS);
          }
        }),
      );
      if (!target.server.isAlive) return { held: false, answer: `died after ${next}` };
      const sold = await sellOne(target, 3).then(
        () => 'sold',
        (error: Error) => error.message,
      );
      return { held: sold === 'sold', answer: sold };
    },
  };
}

const paths = [
  '/graphql',
  '//',
  'http://[',
  '/%',
  '/graphql?%zz',
  '*',
  '/\u0000',
  '/health/live',
  '/..%2f',
  '?',
];

function malformed(random: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const noise = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(Math.floor(random() * 256))).join('');
  switch (Math.floor(random() * 7)) {
    case 0:
      return upgradeRequest(pick(paths), [noise(8)]);
    case 1:
      return upgradeRequest(pick(paths), [`Origin: ${noise(12)}`]);
    case 2:
      return `${pick(['GET', 'POST', 'PUT', noise(3)])} ${pick(paths)} HTTP/${pick(['1.1', '9', 'x'])}\r\n\r\n`;
    case 3:
      return `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${pick(['-1', '5', '1e9', 'x'])}\r\n\r\n${noise(5)}`;
    case 4:
      return `POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n${pick(['zz', '5\r\n{}', 'ffffffff\r\n'])}\r\n`;
    case 5:
      return noise(1 + Math.floor(random() * 200));
    default:
      return `GET ${pick(paths)} HTTP/1.1\r\nHost: x\r\n${`${noise(20)}: ${noise(20)}\r\n`.repeat(10)}\r\n`;
  }
}

/** A small generator of random numbers from 0 to 1 that a seed decides. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
