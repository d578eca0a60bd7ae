/** A place in a saga where a process may die: before a step is asked for, or after it has answered. */
export interface StepPoint {
  readonly saga: string;
  readonly sagaId: string;
  readonly step: string;
  readonly moment: 'before' | 'after';
}

/** Told of every step of every saga, in the order in which they happen. Must not throw. */
export interface StepObserver {
  /** What it returns is waited for: the saga stands at the point until then. */
  reached(point: StepPoint): void | Promise<void>;
}

export const silentObserver: StepObserver = { reached() {} };
