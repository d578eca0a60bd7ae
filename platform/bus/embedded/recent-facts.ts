import type { FactEnvelope } from '../bus.ts';
import type { PartFact } from '../keyed-queue.ts';
import { showPosition } from '../position.ts';
import type { LogStore } from './log-store.ts';

/** Of each topic: a batch of its relay. Facts may be some 60 kB large. */
const MOST_FACTS = 500;

/**
 * The log, which remembers what this process has appended last: its groups and tails read that without asking the
 * database, where each of them would ask for the same facts. Positions have no gaps, so facts that follow one another
 * here are all that there are between the first and the last; whatever lies before them, and everything of a topic that
 * another process appends to as well, is read.
 */
export function rememberingLog(log: LogStore): LogStore {
  const recent = new Map<string, PartFact[]>();

  function remember(topic: string, facts: readonly FactEnvelope[], last: number): void {
    const known = recent.get(topic) ?? [];
    const first = last - facts.length + 1;
    const added = facts.map((fact, place) => toPartFact(topic, fact, first + place));
    const isNext = known.at(-1)?.position === first - 1;
    recent.set(topic, (isNext ? [...known, ...added] : added).slice(-MOST_FACTS));
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
      const known = recent.get(topic) ?? [];
      const first = known[0]?.position;
      if (first === undefined || after < first - 1 || after >= first - 1 + known.length) {
        return log.read(topic, after, limit);
      }
      const from = after - (first - 1);
      return known.slice(from, from + limit);
    },
  };
}

function toPartFact(topic: string, fact: FactEnvelope, position: number): PartFact {
  return { part: topic, position, delivered: { fact, position: showPosition(position) } };
}
