import type { Budget } from '@parterre/platform/graphql/budget.ts';
import { withSpan } from '@parterre/platform/telemetry/tracing.ts';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { Caller } from '../caller.ts';
import type { SubscriptionPlan } from '../execution/executor.ts';
import type { Workload } from '../workload.ts';
import type { Engine } from './engine.ts';
import type { Position, Source } from './member.ts';
import { SharedMessage } from './shared-message.ts';
import { createStreamBudget, type StreamBudget } from './stream-budget.ts';

/** What the answers to a subscription are made with. */
export interface AnswerTools {
  /** What one event may use; closed when its answer is made. */
  newBudget(): Budget;
  /** An error in words for the public. */
  mask(error: unknown): GraphQLError;
  /** When an event may be completed and written; at once unless given. */
  readonly workload?: Pick<Workload, 'enter' | 'turnToWrite'>;
}

/** What is asked upstream. */
export interface StreamQuestion {
  /** The operation, asked from a position. */
  from(position: Position): AdmittedOperation;
  /** Whether the field says from where on it is read. */
  readonly canResume: boolean;
  /** Who has asked for it first, and so for its plan. */
  readonly address: string;
}

/** A subscription that runs: what is asked, of what, and how each event is completed. */
interface Running {
  readonly engine: Engine;
  readonly operation: AdmittedOperation;
  readonly plan: SubscriptionPlan;
  readonly text: string;
  readonly events: AsyncIterator<ExecutionResult>;
  readonly budget: StreamBudget;
}

const eventSpan = { 'graphql.operation.type': 'subscription' };

/**
 * The answers to one subscription: every event of the subgraph that sends them, completed by the others and
 * written as JSON. Lives on through a new supergraph: `replan` changes what it runs on.
 */
export class AnsweredStream implements Source {
  readonly #caller: Caller;
  readonly #tools: AnswerTools;
  readonly #onEnd: () => void;
  #running: Running | undefined;
  #position: Position;
  /** The first message that comes has to say that it starts anew, whatever upstream says. */
  #startsAnew: boolean;
  #hasAnswered = false;
  #end: { readonly errors: readonly GraphQLError[] | undefined } | undefined;
  #refusal: SharedMessage | undefined;

  private constructor(caller: Caller, from: Position, tools: AnswerTools, onEnd: () => void) {
    this.#caller = caller;
    this.#position = from;
    this.#startsAnew = from.kind === 'lost';
    this.#tools = tools;
    this.#onEnd = onEnd;
  }

  /** Never rejects. `onEnd` is called once, when the stream is over for whatever reason. */
  static async open(
    engine: Engine,
    question: StreamQuestion,
    caller: Caller,
    from: Position,
    tools: AnswerTools,
    onEnd: (stream: AnsweredStream) => void,
  ): Promise<AnsweredStream> {
    const stream: AnsweredStream = new AnsweredStream(caller, from, tools, () => onEnd(stream));
    const opened = await stream.#open(engine, question.from(from), question);
    if ('events' in opened) stream.#running = opened;
    else stream.#refuse(opened.refusal);
    return stream;
  }

  async next(): Promise<IteratorResult<SharedMessage, readonly GraphQLError[] | undefined>> {
    for (;;) {
      if (this.#refusal) {
        const refusal = this.#refusal;
        this.#refusal = undefined;
        return { done: false, value: refusal };
      }
      const running = this.#running;
      if (this.#end || !running) return { done: true, value: this.#end?.errors };
      const event = await nextOf(running.events);
      // Other events have taken their place: those tell it again.
      if (running.events !== this.#running?.events || this.#end) continue;
      if ('failure' in event) this.#finish([this.#tools.mask(event.failure)]);
      else if (event.done) this.#finish(undefined);
      else if (!this.#hasAnswered && event.value.data === undefined) {
        // Refused, as it is learned of a subgraph in another process: after the stream was opened. It then ends.
        const errors = await this.#errorsOf(this.#running, event.value);
        if (running.events !== this.#running?.events || this.#end) continue;
        return { done: false, value: new SharedMessage(JSON.stringify({ errors })) };
      } else {
        const { result, budget } = await this.#answer(this.#running, event.value);
        if (running.events !== this.#running?.events || this.#end) continue;
        return { done: false, value: this.#write(result, event.value, budget) };
      }
    }
  }

  return(): void {
    this.#finish(undefined);
  }

  /** Whether it has been refused, has failed or has ended. */
  get isOver(): boolean {
    return this.#end !== undefined;
  }

  /** Ends the stream: it can no longer be answered. */
  fail(errors: readonly GraphQLError[]): void {
    this.#finish(errors);
  }

  /**
   * Goes on with another engine. `question` is the same as before, admitted anew; where it is sent upstream
   * unchanged the events go on as they are, else they are asked for from the present position.
   */
  async replan(engine: Engine, question: StreamQuestion): Promise<void> {
    const old = this.#running;
    if (!old || this.#end) return;
    const operation = question.from(this.#position);
    const plan = engine.executor.planSubscription(operation);
    const { text } = plan.request(operation, { caller: this.#caller, budget: old.budget });
    const isSameSource =
      engine.dataSourceOf(plan.subgraph) === old.engine.dataSourceOf(old.plan.subgraph) && text === old.text;
    if (isSameSource) {
      this.#running = { ...old, engine, operation, plan };
      return;
    }
    const opened = await this.#open(engine, operation, question);
    if (this.#end) {
      if ('events' in opened) letGo(opened);
      return;
    }
    if (!('events' in opened)) return this.#finish(opened.errors);
    // Where nothing says how far the old events came, the new ones are no continuation.
    if (this.#position.kind !== 'after' && this.#hasAnswered) this.#startsAnew = true;
    this.#running = opened;
    letGo(old);
  }

  async #open(
    engine: Engine,
    operation: AdmittedOperation,
    question: StreamQuestion,
  ): Promise<Running | { readonly refusal: string; readonly errors: readonly GraphQLError[] }> {
    const budget = createStreamBudget();
    try {
      const plan = engine.executor.planSubscription(operation, question.address);
      const context = { caller: this.#caller, budget };
      const requestFrom = (cursor: string) => plan.request(question.from({ kind: 'after', cursor }), context);
      const request = {
        ...plan.request(operation, context),
        ...(question.canResume ? { resumeAfter: requestFrom } : {}),
      };
      const events = await engine.dataSourceOf(plan.subgraph).subscribe(request);
      if ('next' in events) return { engine, operation, plan, text: request.text, events, budget };
      const errors = await this.#errorsOf({ operation, plan, budget }, events);
      budget.end();
      return { refusal: JSON.stringify({ errors }), errors };
    } catch (error) {
      budget.end();
      const errors = [this.#tools.mask(error)];
      return { refusal: JSON.stringify({ errors }), errors };
    }
  }

  /** A refusal is shaped as any answer is. */
  async #errorsOf(
    { operation, plan, budget }: Pick<Running, 'operation' | 'plan' | 'budget'>,
    refusal: ExecutionResult,
  ): Promise<readonly GraphQLError[]> {
    const { errors = [] } = this.#masked(
      await plan.complete(refusal, operation, { caller: this.#caller, budget }),
    );
    return errors;
  }

  async #answer(
    { plan, operation }: Running,
    event: ExecutionResult,
  ): Promise<{ readonly result: ExecutionResult; readonly budget: Budget }> {
    const { workload } = this.#tools;
    const budget = this.#tools.newBudget();
    const caller = this.#caller;
    const address = caller.address ?? caller.scope;
    // An event that is given up is missed by all who watch: it waits as long as it has time.
    const patience = 'until the budget ends';
    const entered = workload?.enter({ operation, caller, address, budget, patience });
    const permit = entered instanceof Promise ? await entered : entered;
    try {
      if (permit instanceof GraphQLError) throw permit;
      const result = await withSpan('subscription', eventSpan, async () =>
        plan.complete(event, operation, { caller, budget }),
      );
      await workload?.turnToWrite(budget.spentBytes);
      return { result: this.#masked(budget.fault ? { errors: [budget.fault] } : result), budget };
    } catch (error) {
      return { result: { errors: [this.#tools.mask(error)] }, budget };
    } finally {
      if (permit && 'leave' in permit) permit.leave();
      budget.close();
    }
  }

  #write(result: ExecutionResult, event: ExecutionResult, budget: Budget): SharedMessage {
    const { data, errors } = result;
    const { cursor, reset } = positionIn(event);
    // An event of which the client sees nothing brings it nowhere: it must be able to ask for it again.
    const isShown = !errors || (data != null && Object.values(data).some((value) => value !== null));
    const reached = isShown ? cursor : undefined;
    // Who asked to go on and hears of no position is told that nobody vouches for what lies between.
    const isLost = !this.#hasAnswered && this.#position.kind === 'after' && cursor === undefined;
    const startsAnew = reset || isLost || this.#startsAnew;
    const extensions = {
      ...(reached === undefined ? {} : { cursor: reached }),
      ...(startsAnew ? { reset: true } : {}),
    };
    const body = JSON.stringify({
      data,
      ...(errors ? { errors } : {}),
      ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
    });
    if (!budget.chargeBytes(Buffer.byteLength(body)) && budget.fault) {
      this.#startsAnew = startsAnew;
      return new SharedMessage(JSON.stringify({ errors: [this.#tools.mask(budget.fault)] }));
    }
    this.#hasAnswered = true;
    this.#startsAnew = startsAnew && !isShown;
    if (reached !== undefined) this.#position = { kind: 'after', cursor: reached };
    return new SharedMessage(body, reached);
  }

  #masked(result: ExecutionResult): ExecutionResult {
    return result.errors ? { ...result, errors: result.errors.map(this.#tools.mask) } : result;
  }

  #refuse(body: string): void {
    this.#refusal = new SharedMessage(body);
    this.#finish(undefined);
  }

  #finish(errors: readonly GraphQLError[] | undefined): void {
    if (this.#end) return;
    this.#end = { errors };
    if (this.#running) letGo(this.#running);
    this.#onEnd();
  }
}

type NextEvent =
  | { readonly done?: false; readonly value: ExecutionResult }
  | { readonly done: true }
  | { readonly failure: unknown };

async function nextOf(events: AsyncIterator<ExecutionResult>): Promise<NextEvent> {
  try {
    const step = await events.next();
    return step.done ? { done: true } : { value: step.value };
  } catch (failure) {
    return { failure };
  }
}

function letGo({ events, budget }: Running): void {
  budget.end();
  // Its failure would be about a stream that nobody reads any more.
  void Promise.resolve(events.return?.()).catch(() => undefined);
}

/** What the subgraph says of the position of its event. */
function positionIn({ extensions }: ExecutionResult): { readonly cursor?: string; readonly reset: boolean } {
  const { cursor, reset } = extensions ?? {};
  // A line break would end the line of an event stream that it stands in.
  const isCursor = typeof cursor === 'string' && cursor !== '' && !/[\r\n\0]/.test(cursor);
  return { ...(isCursor ? { cursor } : {}), reset: reset === true };
}
