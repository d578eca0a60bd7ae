import { newId } from '../../kernel/ids.ts';
import { until } from '../../testing/until.ts';
import type { Bus, ConsumeOptions, DeliveredFact, FactEnvelope, Subscription } from '../bus.ts';

/** The topic that the suite works with; every bus under test has `payments` and `loyalty` besides. */
export const TOPIC = 'tickets';

export const fact = (key: string, n: number): FactEnvelope<{ n: number }> => ({
  specversion: '1.0',
  id: newId(),
  type: 'Counted',
  source: TOPIC,
  subject: key,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  data: { n },
});
/** Facts of a key with the numbers from `from` to `to`. */
export const facts = (key: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => fact(key, from + index));

/** What a handler was shown: as it was, and as "a1", its key and number. */
export function witness() {
  const seen: DeliveredFact[] = [];
  const text = ({ fact: { subject, data } }: DeliveredFact) => `${subject}${(data as { n: number }).n}`;
  return {
    seen,
    see: (delivered: DeliveredFact) => void seen.push(delivered),
    all: () => seen.map(text),
    of: (key: string) => seen.filter(({ fact: { subject } }) => subject === key).map(text),
    text,
  };
}
export type Witness = ReturnType<typeof witness>;

/** Joins a group that handles facts of the topic, each shown to the witness first. */
export function join(
  who: Bus,
  group: string,
  { see, text }: Witness,
  handle: (fact: string) => Promise<void> | void = () => {},
): Promise<Subscription> {
  const options: ConsumeOptions = {
    group,
    topics: [TOPIC],
    async handle(delivered) {
      see(delivered);
      await handle(text(delivered));
    },
  };
  return who.consume(options);
}

export const seesAll = (some: Witness, wanted: readonly string[]) =>
  until(`${wanted.length} facts to be seen`, () => {
    const all = new Set(some.all());
    return wanted.every((each) => all.has(each));
  });
/** The same as a witness tells them. */
export const names = (key: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${key}${from + index}`);
