/**
 * A broker whose data nobody keeps and that lives for minutes: it is to cost little to start and to leave idle, and
 * need not be fast for long. Measured in README.md.
 */

/** The quick compiler alone; no counters for `jstat`. */
export const fleetingJvm: readonly string[] = ['-XX:TieredStopAtLevel=1', '-XX:-UsePerfData'];

export const fleetingSettings: Readonly<Record<string, string>> = {
  'num.network.threads': '2',
  'num.io.threads': '2',
  'background.threads': '2',
  'num.recovery.threads.per.data.dir': '1',
  'group.coordinator.threads': '1',
  'group.coordinator.background.threads': '1',
  'share.coordinator.threads': '1',
  'offsets.topic.num.partitions': '2',
  // Nothing is old enough to be cleaned, and nobody looks at metrics.
  'log.cleaner.enable': 'false',
  'metric.reporters': '',
  // No record twice a second that says only that the controller is there.
  'metadata.max.idle.interval.ms': '0',
};
