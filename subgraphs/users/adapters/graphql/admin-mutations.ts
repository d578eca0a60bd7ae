import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import { commands } from '../../application.ts';
import type { Account } from '../../domain/account.ts';
import { requireCurrentAdmin } from './require-current-admin.ts';
import type { MutationResolvers } from './schema.generated.ts';
import { ownUser } from './user-view.ts';

type AdminMutations = Required<
  Pick<MutationResolvers<RequestContext>, 'assignRole' | 'blockUser' | 'unblockUser'>
>;

/** What administrators do about other people's accounts. */
export function createAdminMutations(deps: Dependencies): AdminMutations {
  return {
    async assignRole(_source, { input }, context) {
      await requireCurrentAdmin(deps, context);
      return shown(
        await aboutUser(input.userId, (userId) =>
          commands.assignRole(deps, { ...input, userId }, context.now),
        ),
      );
    },

    async blockUser(_source, { input }, context) {
      await requireCurrentAdmin(deps, context);
      return shown(
        await aboutUser(input.userId, (userId) =>
          commands.blockUser(deps, { ...input, userId }, context.now),
        ),
      );
    },

    async unblockUser(_source, { input }, context) {
      await requireCurrentAdmin(deps, context);
      return shown(
        await aboutUser(input.userId, (userId) => commands.unblockUser(deps, { userId }, context.now)),
      );
    },
  };
}

/** A text that is no id names nobody. */
async function aboutUser<Code extends string>(
  id: string,
  command: (id: UserId) => Promise<Account | Rejection<Code>>,
): Promise<Account | Rejection<Code | 'USER_NOT_FOUND'>> {
  if (isId<'User'>(id)) return command(id);
  return reject('USER_NOT_FOUND', 'there is no such user', ['userId']);
}

function shown<Code extends string>(outcome: Account | Rejection<Code>) {
  if ('rejected' in outcome) return { user: null, userErrors: toUserErrors(outcome) };
  return { user: ownUser(outcome), userErrors: [] };
}
