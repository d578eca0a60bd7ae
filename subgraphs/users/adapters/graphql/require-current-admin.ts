import { requireAdmin } from '@parterre/contracts/access/require-role.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Dependencies } from '../../application/dependencies.ts';

/**
 * The administrator who asks, as the database knows them now. An access token says for ten minutes what was
 * true when it was signed; here, where rights are given and taken, that is too long.
 *
 * @throws UNAUTHENTICATED or FORBIDDEN
 */
export async function requireCurrentAdmin(deps: Dependencies, context: RequestContext): Promise<UserCaller> {
  const { caller: person } = requireAdmin(context);
  const account = await deps.accounts.find(person.userId);
  if (account?.role !== 'ADMIN' || account.isBlocked) {
    throw forbidden('expected somebody who is an administrator still');
  }
  return person;
}
