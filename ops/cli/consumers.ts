import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import {
  type ConsumerPosition,
  listConsumerPositions,
  rewindConsumer,
} from '@parterre/platform/inbox/consumer-positions.ts';
import { INBOX_DAYS } from '@parterre/platform/service/housekeeping.ts';
import type { Installation, Subgraph } from './installation.ts';
import { type Answer, duration, Refused, secondsSince, UsageError } from './output.ts';

export async function listConsumers(installation: Installation): Promise<Answer> {
  const bus = await installation.bus();
  const found: (ConsumerPosition & { readonly waiting: number; readonly oldestAt: Date | null })[] = [];
  for (const subgraph of subgraphNames) {
    for (const position of await listConsumerPositions(await installation.database(subgraph))) {
      const { facts, oldestAt } = await bus.backlog(position.topic as Subgraph, position.position);
      found.push({ ...position, waiting: facts, oldestAt });
    }
  }
  return {
    json: found,
    none: 'no consumers yet: the installation has not run',
    rows: found.map((each) => ({
      consumer: each.group,
      topic: each.topic,
      position: each.position.replace(/^0+(?=\d)/, ''),
      waiting: each.waiting,
      'oldest waits': each.oldestAt ? duration(secondsSince(each.oldestAt)) : '',
      'heard of': `${duration(each.silentSeconds)} ago`,
      replayable: each.isReplayable ? 'yes' : 'no',
    })),
  };
}

export interface RewindOptions {
  /** "start", a position, or a time in ISO 8601. */
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
  const positions = new Map<string, string>();
  let again = 0;
  let oldestAt: Date | null = null;
  for (const { topic, position } of own) {
    const target = await targetOf(installation, topic as Subgraph, to);
    if (target > position) {
      throw new Refused(
        `expected a position before ${position} of ${group}, got ${target}: facts would be left out`,
      );
    }
    positions.set(topic, target);
    const from = await bus.backlog(topic as Subgraph, target);
    again += from.facts - (await bus.backlog(topic as Subgraph, position)).facts;
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
  await rewindConsumer(database, group, positions);
  const warning = isReplayable
    ? []
    : [
        `warning: ${group} is not replayable. Facts of the last ${INBOX_DAYS} days have no second effect, ` +
          'since its inbox knows them; older ones have.',
      ];
  return {
    json: { consumer: group, positions: Object.fromEntries(positions), again, isReplayable, isForgotten },
    lines: [`${group}: ${again} facts come again`, ...warning],
  };
}

async function targetOf(installation: Installation, topic: Subgraph, to: string): Promise<string> {
  if (to === 'start') return '0';
  if (/^\d{1,16}$/.test(to)) return /^0+$/.test(to) ? '0' : to.padStart(16, '0');
  const time = new Date(to);
  if (!/^\d{4}-\d{2}-\d{2}/.test(to) || Number.isNaN(time.getTime())) {
    throw new UsageError(
      `--to: expected "start", a position or a time such as 2027-02-01T10:00:00Z, got "${to}"`,
    );
  }
  return (await installation.bus()).positionBefore(topic, time);
}
