import { type Id, isId } from '../kernel/ids.ts';
import { badUserInput } from './errors.ts';

/**
 * An identifier that another subgraph hands in. The server made it, so another shape is a fault of the caller and no
 * business no.
 *
 * @throws BAD_USER_INPUT
 */
export function readId<Kind extends string>(name: string, text: string): Id<Kind> {
  if (isId<Kind>(text)) return text;
  throw badUserInput(`expected "${name}" to be a UUID, got "${text.slice(0, 40)}"`);
}
