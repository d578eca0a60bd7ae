import type { Logger } from '@parterre/platform/telemetry/logger.ts';

/** The logger that Apollo expects: texts without fields. */
export interface TextLogger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Apollo tells at level info of each schema it loads; that is a detail here. */
export function textLogger(logger: Logger): TextLogger {
  return {
    debug: (message) => logger.debug({}, message),
    info: (message) => logger.debug({}, message),
    warn: (message) => logger.warn({}, message),
    error: (message) => logger.error({}, message),
  };
}
