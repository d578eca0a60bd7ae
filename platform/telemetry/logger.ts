import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { redact, redactText } from './redact.ts';
import { currentTraceId } from './tracing.ts';

/** Structured log lines. The first argument carries fields, the second says in words what happened. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  /** A logger whose every line also carries these fields. */
  child(fields: object): Logger;
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LoggerOptions {
  readonly level?: LogLevel;
  /** Lines for people instead of JSON. By default: when standard output is a terminal. */
  readonly readable?: boolean;
  /** Where the lines go. By default standard output. */
  readonly destination?: { write(line: string): void };
}

/**
 * A logger on pino. Every line carries the trace id of the request it belongs to. Passwords, tokens and
 * mail addresses are hidden, in fields (by name) and in texts (by shape), so no caller has to think of it.
 */
export function createLogger(options: LoggerOptions = {}): Logger {
  const readable = options.readable ?? (options.destination === undefined && process.stdout.isTTY === true);
  return wrap(
    pino(
      {
        level: options.level ?? 'info',
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      },
      destinationOf(options, readable),
    ),
  );
}

/** Says nothing. For tests. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLogger,
};

function destinationOf(options: LoggerOptions, readable: boolean): pino.DestinationStream {
  const target = options.destination ?? pino.destination(1);
  if (!readable) return target;
  // Loaded only here: a process that nobody watches at a terminal has no use for its forty modules.
  const pretty = createRequire(import.meta.url)('pino-pretty') as typeof import('pino-pretty');
  return pretty({
    colorize: options.destination === undefined,
    destination: options.destination ? writableOf(options.destination) : 1,
    ignore: 'pid,hostname,trace',
    translateTime: 'HH:MM:ss.l',
    // Lines must come out before the process ends and in order with what else is printed.
    sync: true,
  });
}

function writableOf(destination: { write(line: string): void }): NodeJS.WritableStream {
  return new Writable({
    write(chunk, _encoding, done) {
      destination.write(String(chunk));
      done();
    },
  });
}

function wrap(target: pino.Logger): Logger {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (fields: object, message: string) => {
    if (!target.isLevelEnabled(level)) return;
    const trace = currentTraceId();
    target[level]({ ...(redact(fields) as object), ...(trace ? { trace } : {}) }, redactText(message));
  };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => wrap(target.child(redact(fields) as object)),
  };
}
