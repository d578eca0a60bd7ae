/** Structured log lines. The first argument carries fields, the second says in words what happened. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  /** A logger whose every line also carries these fields. */
  child(fields: object): Logger;
}
