import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import type { Bus, Positions } from '@parterre/platform/bus/bus.ts';
import {
  type ConsumerPosition,
  listConsumerPositions,
  rewindConsumer,
} from '@parterre/platform/inbox/consumer-positions.ts';
import { INBOX_DAYS } from '@parterre/platform/service/housekeeping.ts';
import type { Installation } from './installation.ts';
import { type Answer, duration, Refused, secondsSince, UsageError } from './output.ts';

export async function listConsumers(installation: Installation): Promise<Answer> {
  const bus = await installation.bus();
  const found: (ConsumerPosition & { readonly waiting: number; readonly oldestAt: Date | null })[] = [];
  for (const subgraph of subgraphNames) {
    for (const consumer of await listConsumerPositions(await installation.database(subgraph))) {
      const { facts, oldestAt } = await bus.backlog(consumer.topic, consumer.positions);
      found.push({ ...consumer, waiting: facts, oldestAt });
    }
  }
  return {
    json: found.map((each) => ({ ...each, positions: Object.fromEntries(each.positions) })),
    none: 'no consumers yet: the installation has not run',
    rows: found.map((each) => ({
      consumer: each.group,
      topic: each.topic,
      position: showPositions(each.positions),
      waiting: each.waiting,
      'oldest waits': each.oldestAt ? duration(secondsSince(each.oldestAt)) : '',
      'heard of': `${duration(each.silentSeconds)} ago`,
      replayable: each.isReplayable ? 'yes' : 'no',
    })),
  };
}

/** Of a topic in one part its position, of another one how many parts it has. */
function showPositions(positions: Positions): string {
  const [position] = positions.values();
  if (position === undefined || positions.size > 1) return `in ${positions.size} parts`;
  return position.replace(/^0+(?=\d)/, '');
}

export interface RewindOptions {
  /** "start", a time in ISO 8601, or the position in a topic that has one part. */
  readonly to: string;
  /** Also when facts come again that the inbox has forgotten. */
  readonly force: boolean;
}

/**
 * Lets a consumer read its topic again. What its inbox knows has no second effect; what that has forgotten has one,
 * unless the consumer is replayable.
 */
export async function rewind(
  installation: Installation,
  group: string,
  { to, force }: RewindOptions,
): Promise<Answer> {
  const subgraph = subgraphNames.find((name) => group.startsWith(`${name}.`));
  if (!subgraph) throw new UsageError(`expected a consumer such as loyalty.count-points, got "${group}"`);
  const database = await installation.database(subgraph);
  const own = (await listConsumerPositions(database)).filter((each) => each.group === group);
  if (own.length === 0)
    throw new Refused(`expected a consumer ${group}, found none; consumers list shows all`);

  const bus = await installation.bus();
  const targets = new Map<string, string>();
  let again = 0;
  let oldestAt: Date | null = null;
  for (const { topic, positions } of own) {
    const begin = await targetsOf(bus, topic, positions, to);
    for (const [part, target] of begin) {
      const position = positions.get(part) ?? '0';
      if (target > position) {
        throw new Refused(
          `expected a position before ${position} of ${group} in ${part}, got ${target}: facts would be left out`,
        );
      }
      targets.set(part, target);
    }
    const from = await bus.backlog(topic, begin);
    again += from.facts - (await bus.backlog(topic, positions)).facts;
    if (from.oldestAt && (!oldestAt || from.oldestAt < oldestAt)) oldestAt = from.oldestAt;
  }
  const isReplayable = own.every((each) => each.isReplayable);
  const isForgotten = oldestAt !== null && secondsSince(oldestAt) > INBOX_DAYS * 86_400;
  if (isForgotten && !isReplayable && !force) {
    throw new Refused(
      `${group} is not replayable: its inbox remembers ${INBOX_DAYS} days, and facts since ${oldestAt?.toISOString()} ` +
        'would be applied a second time; choose a later moment, or say --force',
    );
  }
  await rewindConsumer(database, group, targets);
  const warning = isReplayable
    ? []
    : [
        `warning: ${group} is not replayable. Facts of the last ${INBOX_DAYS} days have no second effect, ` +
          'since its inbox knows them; older ones have.',
      ];
  return {
    json: { consumer: group, positions: Object.fromEntries(targets), again, isReplayable, isForgotten },
    lines: [`${group}: ${again} facts come again`, ...warning],
  };
}

async function targetsOf(bus: Bus, topic: string, positions: Positions, to: string): Promise<Positions> {
  if (to === 'start') return bus.positionsBefore(topic, new Date(0));
  if (/^\d{1,16}$/.test(to)) {
    const [part, ...others] = positions.keys();
    if (part === undefined || others.length > 0) {
      throw new Refused(`--to: expected "start" or a time, got a position: ${topic} has more than one part`);
    }
    return new Map([[part, /^0+$/.test(to) ? '0' : to.padStart(16, '0')]]);
  }
  const time = new Date(to);
  if (!/^\d{4}-\d{2}-\d{2}/.test(to) || Number.isNaN(time.getTime())) {
    throw new UsageError(
      `--to: expected "start", a position or a time such as 2027-02-01T10:00:00Z, got "${to}"`,
    );
  }
  return bus.positionsBefore(topic, time);
}
