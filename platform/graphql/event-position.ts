/** Where an event of a subscription stands, for `extensions` of its message. */
export interface EventPosition {
  /** Opaque; whoever has read the event may go on from it. */
  readonly cursor: string;
  /** The event does not continue what its reader held: what came before is to be forgotten. */
  readonly startsAnew: boolean;
}

const positions = new WeakMap<object, EventPosition>();

/**
 * Says where an event stands. The event is what a subscription's stream yields, an object of its own for each
 * reader; it stays as it is.
 */
export function withPosition<Event extends object>(event: Event, position: EventPosition): Event {
  positions.set(event, position);
  return event;
}

/** The `extensions` of an event's message; undefined when nothing has been said of its position. */
export function positionExtensions(event: unknown): { cursor: string; reset?: true } | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const position = positions.get(event);
  return position && { cursor: position.cursor, ...(position.startsAnew ? { reset: true } : {}) };
}
