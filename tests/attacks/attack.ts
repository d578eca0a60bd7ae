import type { Target } from './target.ts';
import { type Answered, codesOf } from './wire.ts';

/** Something that somebody may try, and what must come of it. */
export interface Attack {
  /** The threat in the table of docs/security.md. */
  readonly threat: string;
  readonly name: string;
  /** The right outcome, in words. */
  readonly expected: string;
  /** Rates are off unless said: every other wall must hold without them. */
  readonly rates?: 'on';
  /** Makes ready what is needed, while nobody measures. */
  prepare?(target: Target): Promise<void>;
  run(target: Target): Promise<Outcome>;
}

export interface Outcome {
  /** Whether the right thing happened. */
  readonly held: boolean;
  /** What happened, in a few words. */
  readonly answer: string;
  /** How long each refusal took; these are held to the bound on refusals. */
  readonly refusedMs?: readonly number[];
}

const TRIES = 5;

/**
 * An attack that is one request, tried some times and refused each time.
 *
 * @param isRefusal what the answer must be
 */
export function refused(
  attack: Omit<Attack, 'run'>,
  send: (target: Target, attempt: number) => Promise<Answered>,
  isRefusal: (answered: Answered) => boolean,
  tries = TRIES,
): Attack {
  return {
    ...attack,
    async run(target) {
      const answers: Answered[] = [];
      for (let attempt = 0; attempt < tries && target.server.isAlive; attempt += 1) {
        answers.push(await send(target, attempt));
      }
      const wrong = answers.find((answered) => !isRefusal(answered));
      const last = answers.at(-1);
      return {
        held: answers.length === tries && wrong === undefined,
        answer: describe(wrong ?? last),
        refusedMs: answers.map(({ ms }) => ms),
      };
    },
  };
}

/** Whether it is refused before anything ran: a status, and a code for programs. */
export function isBadRequest({ status, text, bytes }: Answered): boolean {
  // A message of bounded length: a refusal is never a large answer.
  return status === 400 && /"code":\s*"/.test(text) && !/"data":\s*\{/.test(text) && bytes < 16_384;
}

/** The same, or refused for its size, which may be seen before anything is read. */
export function isRefusedBody(answered: Answered): boolean {
  return answered.status === 413 ? codesOf(answered).includes('PAYLOAD_TOO_LARGE') : isBadRequest(answered);
}

export function describe(answered: Answered | undefined): string {
  if (!answered) return 'no answer';
  if (answered.status === 0) return `no answer (${answered.text.slice(0, 40)})`;
  const codes = [...new Set(codesOf(answered))].slice(0, 3).join(', ');
  const size = answered.bytes > 16_384 ? ` ${(answered.bytes / 1_048_576).toFixed(1)} MB` : '';
  return `${answered.status}${size}${codes ? ` ${codes}` : ''}`;
}
