import type { Bus, DeliveredFact, FactEnvelope, TailOptions } from '../bus/bus.ts';
import { newId } from '../kernel/ids.ts';

/**
 * A bus that lasts as long as the test: tails see what is published, at once; there are no groups, because
 * a test hands facts to consumers itself. Not for anything but tests of one subgraph.
 */
export function memoryBus(): Bus & { readonly log: readonly DeliveredFact[] } {
  const log: DeliveredFact[] = [];
  const tails = new Set<TailOptions>();
  const epoch = newId().replaceAll('-', '').slice(-12);
  return {
    system: 'memory',
    log,
    async publish(facts: readonly FactEnvelope[]) {
      for (const fact of facts) {
        const delivered = { fact, position: String(log.length + 1).padStart(16, '0') };
        log.push(delivered);
        for (const tail of tails) if (tail.topics.includes(fact.source)) tail.handle(delivered);
      }
    },
    async consume() {
      return { async stop() {} };
    },
    async tail(options) {
      if (options.since) {
        const since = options.since.toISOString();
        for (const delivered of log) {
          const isWanted = options.topics.includes(delivered.fact.source) && delivered.fact.time >= since;
          if (isWanted) options.handle(delivered);
        }
      }
      tails.add(options);
      return {
        caughtUp: Promise.resolve(),
        async stop() {
          tails.delete(options);
        },
      };
    },
    async endPosition(topic, key) {
      const last = log.findLast(({ fact }) => fact.source === topic && fact.subject === key);
      return last?.position ?? '0';
    },
    async backlog(topic, positions) {
      const position = positions.get(topic) ?? '0';
      const after = log.filter(({ fact, position: at }) => fact.source === topic && at > position);
      return { facts: after.length, oldestAt: after[0] ? new Date(after[0].fact.time) : null };
    },
    async positionsBefore(topic, time) {
      const last = log.findLast(({ fact }) => fact.source === topic && new Date(fact.time) < time);
      return new Map([[topic, last?.position ?? '0']]);
    },
    async epoch() {
      return epoch;
    },
    async isReady() {
      return true;
    },
    async close() {
      tails.clear();
    },
  };
}
