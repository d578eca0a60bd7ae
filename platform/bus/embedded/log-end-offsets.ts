import type { LogEndOffsets } from './log-store.ts';

/** What this process knows of the end of each topic, and who wants to know when it moves. */
export interface HeadWatch {
  headOf(topic: string): number;
  /** Heard of new end offsets: from a publish in this process, or from a poll. They never go back. */
  moved(endOffsets: LogEndOffsets): void;
  /** Calls `wake` whenever one of the topics has moved. Answers how to stop it. */
  watch(topics: readonly string[], wake: () => void): () => void;
  /** Every topic that somebody watches. */
  watched(): readonly string[];
}

export function createHeadWatch(): HeadWatch {
  const known = new Map<string, number>();
  const watchers = new Set<{ readonly topics: readonly string[]; readonly wake: () => void }>();
  return {
    headOf: (topic) => known.get(topic) ?? 0,
    moved(endOffsets) {
      const news = [...endOffsets].filter(([topic, end]) => end > (known.get(topic) ?? 0));
      for (const [topic, end] of news) known.set(topic, end);
      for (const { topics, wake } of watchers) {
        if (news.some(([topic]) => topics.includes(topic))) wake();
      }
    },
    watch(topics, wake) {
      const watcher = { topics, wake };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    watched: () => [...new Set([...watchers].flatMap((watcher) => watcher.topics))],
  };
}
