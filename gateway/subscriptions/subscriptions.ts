import { serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import { gauge } from '@parterre/platform/telemetry/metrics.ts';
import { type DocumentNode, type GraphQLError, Kind } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import { bytesOfDocument } from '../admission/create-admission.ts';
import type { Caller } from '../caller.ts';
import { AnsweredStream, type AnswerTools, type StreamQuestion } from './answered-stream.ts';
import type { Engine } from './engine.ts';
import { Hub } from './hub.ts';
import { type KeptQuestions, keepsTooMuch } from './kept-questions.ts';
import { readLiveDirectives } from './live-directives.ts';
import type { Member, Position, Source } from './member.ts';
import type { Membership } from './membership.ts';
import {
  askedFrom,
  type LiveOperation,
  LONGEST_CURSOR,
  positionAsked,
  readLiveOperation,
  variablesAsked,
  withoutWhatIsNotAsked,
} from './resume.ts';

/** A subscription that a client asks for. */
export interface SubscriptionRequest {
  readonly operation: AdmittedOperation;
  readonly caller: Caller;
  /** Where it came from, as far as that is believed. */
  readonly address: string;
  /** Characters that came with it. */
  readonly sent: number;
  /** The last cursor that the client has seen; comes before the argument of the field. */
  readonly since?: string;
}

/** Answers subscriptions: every event of a subgraph, completed by the others, made once for all who watch it. */
export interface Subscriptions {
  subscribe(request: SubscriptionRequest, member: Member): Membership;
  /**
   * Goes on with a newer supergraph. Subscriptions stay open; one that is not valid any more, or whose answers
   * may not be shared any more as they were, ends with an error.
   */
  use(engine: Engine): Promise<void>;
}

export interface SubscriptionsOptions extends AnswerTools {
  readonly engine: Engine;
  /** In whose name answers are made that are the same for all. */
  readonly anonymous: Caller;
  /** What is kept of questions for as long as they are open. */
  readonly questions: KeptQuestions;
}

/** What a group asks: the operation as the present engine has admitted it, and in whose name it is answered. */
interface Question {
  readonly caller: Caller;
  readonly address: string;
  engine: Engine;
  operation: AdmittedOperation;
  live: LiveOperation;
}

const MAX_LIVE_OPERATIONS = 1_000;
const MAX_LIVE_BYTES = 32 * 1024 * 1024;
const streamsOpen = gauge(
  'parterre_gateway_upstream_streams',
  'Streams of events that are open to subgraphs.',
);

export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { questions } = options;
  const hub = new Hub();
  /** What is open upstream, with what it takes to ask for it again. */
  const open = new Map<AnsweredStream, Question>();
  let engine = options.engine;
  let readLive = liveReader(engine);
  let unshared = 0;

  /** Names what is asked: members of one key are owed the same messages. */
  const keyOf = ({ operation, live }: Question, { scope }: Caller): string => {
    // A field without cursors tells nobody where it stands, so nobody can be let in beside another.
    unshared += live.resume ? 0 : 1;
    const sharing = live.isSameForAll ? 'all' : `scope ${scope}`;
    return JSON.stringify([
      operation.key,
      variablesAsked(operation, live),
      sharing,
      live.resume ? null : unshared,
    ]);
  };

  /** Has the present engine admit the question. Answers why not, where it cannot be asked as it was. */
  const renew = (question: Question): readonly GraphQLError[] | undefined => {
    if (question.engine === engine) return undefined;
    const { query, operationName, variables } = question.operation;
    const admitted = engine.admission.admit({ query, operationName, variables });
    if (admitted.kind === 'refused') return admitted.errors;
    const live = readLive(admitted);
    const { isSameForAll, resume } = question.live;
    if (live.isSameForAll !== isSameForAll || Boolean(live.resume) !== Boolean(resume)) {
      return [
        serviceUnavailable('expected the schema to stay as it was, but it has changed; subscribe again'),
      ];
    }
    Object.assign(question, { engine, operation: admitted, live });
    return undefined;
  };

  const openStream = async (question: Question, from: Position): Promise<Source> => {
    const faults = renew(question);
    if (faults) return overWith(faults);
    const opened = question.engine;
    streamsOpen.inc();
    const asked = askedOf(question);
    const stream = await AnsweredStream.open(opened, asked, question.caller, from, options, (ended) => {
      streamsOpen.dec();
      open.delete(ended);
    });
    if (stream.isOver) return stream;
    open.set(stream, question);
    // A newer supergraph has come while this one was being asked.
    if (opened !== engine) await replan(stream, question);
    return stream;
  };

  const replan = async (stream: AnsweredStream, question: Question): Promise<void> => {
    try {
      const faults = renew(question);
      if (faults) return stream.fail(faults);
      await stream.replan(engine, askedOf(question));
    } catch (error) {
      stream.fail([options.mask(error)]);
    }
  };

  return {
    subscribe({ operation: sentOperation, caller, address, sent, since }, member) {
      const live = readLive(sentOperation);
      const asked: Position =
        since === undefined ? positionAsked(sentOperation, live) : { kind: 'after', cursor: since };
      const isCursor = asked.kind === 'after' && live.resume && asked.cursor.length <= LONGEST_CURSOR;
      const from: Position = asked.kind === 'after' && !isCursor ? { kind: 'lost' } : asked;
      const operation = withoutWhatIsNotAsked(sentOperation, live);
      const { document, query } = operation;
      const watched = fieldOf(operation);
      const onOver = questions.keep({ document, documentBytes: bytesOfDocument(query), sent }, address);
      if (!onOver) {
        unshared += 1;
        return hub.join(`refused ${unshared}`, member, from, tooMuchKept, { watched });
      }
      const question: Question = {
        caller: live.isSameForAll ? options.anonymous : caller,
        address,
        engine,
        operation,
        live,
      };
      const open = (position: Position) => openStream(question, position);
      return hub.join(keyOf(question, caller), member, from, open, { watched, onOver });
    },

    async use(next) {
      engine = next;
      readLive = liveReader(next);
      await Promise.all([...open].map(([stream, question]) => replan(stream, question)));
    },
  };
}

/** The root field, of which a subscription has one; behind a fragment it is not looked for. */
function fieldOf({ operation }: AdmittedOperation): string {
  const [first] = operation.selectionSet.selections;
  return first?.kind === Kind.FIELD ? first.name.value : 'other';
}

/** What is asked upstream of whatever the question has become by now. */
function askedOf(question: Question): StreamQuestion {
  return {
    from: (position) => askedFrom(question.operation, question.live, position),
    canResume: question.live.resume !== undefined,
    address: question.address,
  };
}

interface KeptOperation {
  readonly document: DocumentNode;
  readonly live: LiveOperation;
  readonly bytes: number;
}

/** Reads an operation once for each document and operation name. */
function liveReader({ fullSchema }: Engine): (operation: AdmittedOperation) => LiveOperation {
  const directives = readLiveDirectives(fullSchema);
  const known = new BoundedMap<string, KeptOperation>(MAX_LIVE_OPERATIONS, {
    max: MAX_LIVE_BYTES,
    of: ({ bytes }) => bytes,
  });
  return (operation) => {
    const found = known.get(operation.key);
    if (found && found.document === operation.document) return found.live;
    const live = readLiveOperation(operation, fullSchema, directives);
    const bytes = bytesOfDocument(operation.query);
    known.set(operation.key, { document: operation.document, live, bytes });
    return live;
  };
}

const tooMuchKept = async (): Promise<Source> => overWith([keepsTooMuch()]);

/** A stream that is over before it has begun. */
function overWith(errors: readonly GraphQLError[]): Source {
  return { next: async () => ({ done: true, value: errors }), return() {} };
}
