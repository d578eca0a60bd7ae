import { requireAdmin } from '@parterre/contracts/access/require-role.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import type { Application } from '../../application/application.ts';
import type { Context } from './loaders.ts';

/**
 * The same context, of a caller who is an administrator still. An access token says for ten minutes what was true
 * when it was signed; here, where rights are given and taken, that is too long.
 *
 * @throws UNAUTHENTICATED or FORBIDDEN
 */
export async function requireCurrentAdmin({ queries }: Application, context: Context) {
  const byAdmin = requireAdmin(context);
  if (await queries.isCurrentAdmin(byAdmin.caller.userId)) return byAdmin;
  throw forbidden('expected somebody who is an administrator still');
}
