import { requireAdmin } from '@parterre/platform/graphql/askers.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import type { Person } from '@parterre/platform/kernel/asker.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { UsersRoom } from '../../application/ports/users-room.ts';

/**
 * The administrator who asks, as the database knows them now. An access token says for ten minutes what was
 * true when it was signed; here, where rights are given and taken, that is too long.
 *
 * @throws UNAUTHENTICATED or FORBIDDEN
 */
export async function requireLiveAdmin(room: UsersRoom, context: RequestContext): Promise<Person> {
  const person = requireAdmin(context);
  const account = await room.accounts.find(person.userId);
  if (account?.role !== 'ADMIN' || account.isBlocked) {
    throw forbidden('expected somebody who is an administrator still');
  }
  return person;
}
