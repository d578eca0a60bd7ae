import type { AccessRules } from '@parterre/platform/graphql/enforce-access.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { type CalledBy, requireUser } from '@parterre/platform/graphql/require-caller.ts';
import type { Caller, UserCaller } from '@parterre/platform/kernel/caller.ts';
import { isAdmin, isOrganizer } from '../kernel/caller.ts';

interface Asked {
  readonly caller: Caller;
}

/** The same context, asked by an organizer or administrator. @throws UNAUTHENTICATED or FORBIDDEN. */
export function requireOrganizer<Context extends Asked>(context: Context): CalledBy<UserCaller, Context> {
  const asked = requireUser(context);
  if (!isOrganizer(asked.caller)) throw forbidden('expected an organizer');
  return asked;
}

/** The same context, asked by an administrator. @throws UNAUTHENTICATED or FORBIDDEN. */
export function requireAdmin<Context extends Asked>(context: Context): CalledBy<UserCaller, Context> {
  const asked = requireUser(context);
  if (!isAdmin(asked.caller)) throw forbidden('expected an administrator');
  return asked;
}

/** The roles of users that `@allow(role: …)` may name in a schema. */
export const roleRules: AccessRules = {
  ORGANIZER: (asked) => void requireOrganizer(asked),
  ADMIN: (asked) => void requireAdmin(asked),
};
