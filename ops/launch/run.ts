import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { collectAtRest } from './collect-at-rest.ts';
import { explain } from './explain.ts';

/** Whatever runs until it is told to stop. */
export interface Program<Running extends { stop(): Promise<void> }> {
  /** `onLost`: it can no longer do its work, in one line, and is to be stopped and started again. */
  start(onLost: (reason: string) => void): Promise<Running>;
  /** What is said when it is open. */
  greet(running: Running): string;
  /** Whether what kept it from starting may pass by itself, so that it is started again; never unless given. */
  passes?(error: unknown): boolean;
  /** Within this time after a signal the process has ended, whatever still runs; 9.5 s unless given. */
  readonly stopPatienceMs?: number;
}

const STOP_PATIENCE_MS = 9_500;
/** Ctrl-C may reach this process twice, from the terminal and through npm; that is one request. */
const SAME_SIGNAL_MS = 1_000;

/** Exit codes that the launcher tells apart: a person has to mend something, or it may be started again. */
const NEEDS_A_PERSON = 1;
const MAY_COME_BACK = 70;

/**
 * Runs a program until it is told to stop. Ends the process: 0 after a stop, 1 when it could not start for a
 * reason that a person has to mend, 70 when something happened that nobody foresaw or that may pass.
 */
export async function run<Running extends { stop(): Promise<void> }>(
  program: Program<Running>,
): Promise<void> {
  endOnWhatNobodyCaught();
  let stoppingSince: number | undefined;
  const stop = async (code: number) => {
    if (stoppingSince !== undefined) {
      if (Date.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(code || 1);
      return;
    }
    stoppingSince = Date.now();
    // What is cut off here is what a kill -9 would cut off: nothing that was answered is lost.
    setTimeout(() => process.exit(code), program.stopPatienceMs ?? STOP_PATIENCE_MS).unref();
    // A server that is being built is finished first: half of one is harder to take down.
    await starting.then((running) => running.stop()).catch((error: unknown) => tell(error));
    process.exit(code);
  };

  const starting = program.start((reason) => {
    console.error(`parterre: ${reason}`);
    void stop(MAY_COME_BACK);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  // Whoever started this process is gone, by kill -9 perhaps: nobody is left to be served by it.
  process.on('disconnect', () => void stop(0));

  try {
    const running = await starting;
    collectAtRest();
    if (stoppingSince === undefined) process.stdout.write(program.greet(running));
  } catch (error) {
    const code = tell(error);
    process.exit(program.passes?.(error) ? MAY_COME_BACK : code);
  }
}

/** Says why it did not start, and answers the exit code that goes with it. */
function tell(error: unknown): number {
  const lines = explain(error);
  if (lines) for (const line of lines) console.error(`parterre: ${line}`);
  else console.error('parterre: the server did not start.', error);
  return lines ? NEEDS_A_PERSON : MAY_COME_BACK;
}

/**
 * After an error that nobody caught, a rejection included, nobody knows what still holds: the process ends at
 * once, as by kill -9, which loses nothing that was answered, and the launcher starts another.
 */
function endOnWhatNobodyCaught(): void {
  const logger = createLogger({ level: 'error' });
  process.on('uncaughtException', (error, origin) => {
    logger.error({ error, origin }, 'an error that nobody caught ends the process');
    process.exit(MAY_COME_BACK);
  });
}
