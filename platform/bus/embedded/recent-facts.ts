import type { FactEnvelope } from '../bus.ts';
import type { PartFact } from '../keyed-queue.ts';
import { showPosition } from '../position.ts';
import type { LogStore } from './log-store.ts';

/** Of each topic: a batch of its relay. */
const MOST_FACTS = 500;
/** Of each topic, in all its facts: a fact is large, some 60 kB, by its lists alone, whose entries are 100 to 600 bytes. */
const MOST_ENTRIES = 5_000;

interface Recent {
  readonly facts: readonly PartFact[];
  readonly entries: number;
}

/**
 * The log, which remembers what this process has appended last: its groups and tails read that without asking the
 * database, where each of them would ask for the same facts. Positions have no gaps, so facts that follow one another
 * here are all that there are between the first and the last; whatever lies before them, and everything of a topic that
 * another process appends to as well, is read.
 */
export function rememberingLog(log: LogStore): LogStore {
  const recent = new Map<string, Recent>();

  function remember(topic: string, appended: readonly FactEnvelope[], last: number): void {
    const known = recent.get(topic);
    const first = last - appended.length + 1;
    const added = appended.map((fact, place) => toPartFact(topic, fact, first + place));
    const isNext = known?.facts.at(-1)?.position === first - 1;
    const facts = isNext && known ? [...known.facts, ...added] : added;
    let entries = added.reduce((sum, fact) => sum + entriesOf(fact), isNext && known ? known.entries : 0);
    let dropped = 0;
    // The very last is kept, whatever its size.
    while (facts.length - dropped > MOST_FACTS || (entries > MOST_ENTRIES && dropped < facts.length - 1)) {
      entries -= entriesOf(facts[dropped]);
      dropped += 1;
    }
    recent.set(topic, { facts: facts.slice(dropped), entries });
  }

  return {
    ...log,

    async append(facts) {
      const ends = await log.append(facts);
      const byTopic = Map.groupBy(facts, (fact) => fact.source);
      for (const [topic, last] of ends) remember(topic, byTopic.get(topic) ?? [], last);
      return ends;
    },

    async read(topic, after, limit) {
      const known = recent.get(topic)?.facts ?? [];
      const first = known[0]?.position;
      if (first === undefined || after < first - 1 || after >= first - 1 + known.length) {
        return log.read(topic, after, limit);
      }
      const from = after - (first - 1);
      return known.slice(from, from + limit);
    },
  };
}

function entriesOf(known: PartFact | undefined): number {
  const values = Object.values((known?.delivered.fact.data ?? {}) as object);
  return values.reduce((sum: number, value: unknown) => sum + (Array.isArray(value) ? value.length : 0), 1);
}

function toPartFact(topic: string, fact: FactEnvelope, position: number): PartFact {
  return { part: topic, position, delivered: { fact, position: showPosition(position) } };
}
