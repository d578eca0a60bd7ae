import { spawn } from 'node:child_process';

/** The program has ended because a person has to mend something first: to start it again would change nothing. */
export const NEEDS_A_PERSON = 1;
/** What Node gets for every program of ours: kafkajs sets a timer for a moment that has passed, and nothing comes of it but a warning. */
export const PROGRAM_FLAGS = ['--disable-warning=TimeoutNegativeWarning'];
/**
 * What Node gets for a server. Space for what is new of 8 MiB instead of 16: more of it stays in the processor's cache,
 * so that a request costs no more, and the process holds some 40 MiB less at most. And what is old is collected when
 * it has grown by two fifths instead of threefold: 5,000 requests a second let it grow by 1.4 MiB a second, from 165 to
 * 250 MiB in a minute and on (bench/gateway), while collecting takes 45 ms every quarter of a minute.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=40', ...PROGRAM_FLAGS];
/**
 * What the C library's allocator gets for a server, where it is glibc's; it reads them before Node runs. Buffers of a MiB and
 * more go back to the system at once, and what is free at the end of the heap as well. Left to itself it raises
 * both limits to the largest buffer that it was given back, 16 MiB for each password of the demo, in each thread's heap: the
 * process kept 303 MB of its own at rest where it keeps 186, and 363 MB selling to 8 buyers where it keeps 195, at the same
 * processor time a booking (bench/bookings --memory; in turns 7.5 and 7.7, 5.9 and 5.7 ms).
 */
export const SERVER_ENVIRONMENT = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1048576',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
/**
 * How long to wait before the program is started again, by how often it has died lately: at once the first
 * time, since whoever is served must not wait, and then ever longer, so that one that cannot live does not
 * keep the machine busy. The last pause is taken for all further deaths.
 */
const PAUSES_MS = [0, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000];
/** Whoever has lived for so long dies for the first time again. */
const GOOD_LIFE_MS = 10 * 60_000;

/**
 * Runs a program and starts it again whenever it dies without having been told to: by an error that nobody
 * caught, out of memory, by kill -9. Not when it was told to stop (by a signal, to this process or to
 * itself), and not when it ends with 0 or with NEEDS_A_PERSON. Says a line for every death.
 *
 * The program holds the far end of an IPC channel: when this process dies, even by kill -9, the channel
 * closes and the program stops by itself.
 *
 * @param {{
 *   command: string,
 *   args: readonly string[],
 *   options?: object,
 *   comesBack?: boolean,
 *   pausesMs?: readonly number[],
 *   goodLifeMs?: number,
 *   say?: (line: string) => void,
 *   onMessage?: (message: unknown) => void,
 *   name?: string,
 *   output?: number,
 * }} program `output`: a file descriptor for what it writes; where this process writes unless given
 * @returns {{ pid(): number | null, deaths(): number, stop(signal: string): void, ended: Promise<number> }}
 *   `ended` is the exit code to end with
 */
export function supervise(program) {
  const { command, args, options = {}, comesBack = true } = program;
  const { pausesMs = PAUSES_MS, goodLifeMs = GOOD_LIFE_MS, say = console.error, onMessage } = program;
  const { name = 'the server', output = 'inherit' } = program;
  let child;
  let isStopping = false;
  let deaths = 0;
  let allDeaths = 0;
  let pause;
  let end;
  const ended = new Promise((resolve) => {
    end = resolve;
  });

  const start = () => {
    const startedAt = performance.now();
    child = spawn(command, args, { ...options, stdio: ['inherit', output, output, 'ipc'] });
    if (onMessage) child.on('message', onMessage);
    child.on('error', (error) => {
      say(`parterre: expected to run ${command}, got: ${error.message}`);
      end(NEEDS_A_PERSON);
    });
    child.on('exit', (code, signal) => {
      if (isStopping || !comesBack || !isDeath(code, signal)) {
        if (signal) say(`parterre: ended by ${signal}`);
        end(code ?? NEEDS_A_PERSON);
        return;
      }
      if (performance.now() - startedAt > goodLifeMs) deaths = 0;
      deaths += 1;
      allDeaths += 1;
      const pauseMs = pausesMs[Math.min(deaths, pausesMs.length) - 1];
      const cause = signal ? `killed by ${signal}` : `exit code ${code}`;
      const when = pauseMs === 0 ? 'at once' : `in ${pauseMs / 1_000} s`;
      say(`parterre: ${name} died (${cause}; death ${deaths}) and is started again ${when}`);
      pause = setTimeout(() => {
        pause = undefined;
        start();
      }, pauseMs);
    });
  };
  start();

  return {
    pid: () => (child.exitCode === null && child.signalCode === null ? (child.pid ?? null) : null),
    deaths: () => allDeaths,
    stop(signal) {
      isStopping = true;
      if (pause === undefined) {
        child.kill(signal);
        return;
      }
      clearTimeout(pause);
      end(0);
    },
    ended,
  };
}

/** Whoever sends one of these to the program itself wants it to stop, also before it can listen to them. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function isDeath(code, signal) {
  if (signal) return !stopSignals.includes(signal);
  return code !== 0 && code !== NEEDS_A_PERSON;
}
