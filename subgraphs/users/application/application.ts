import { bindAll } from '@parterre/platform/service/use-case.ts';
import { accountsOf, isCurrentAdmin, isEmailConfirmed, userWithNickname } from './accounts.ts';
import { assignRole } from './assign-role.ts';
import { blockUser, unblockUser } from './block-user.ts';
import { changeLanguage } from './change-language.ts';
import { changePassword } from './change-password.ts';
import {
  confirmEmail,
  confirmListedEmails,
  issueMailToken,
  requestEmailConfirmation,
} from './confirm-email.ts';
import type { Dependencies } from './dependencies.ts';
import { endSession, logout, pruneSessions } from './end-sessions.ts';
import { ensureAdministrator } from './ensure-administrator.ts';
import { login } from './login.ts';
import { refreshSession } from './refresh-session.ts';
import { register } from './register.ts';
import { handlePasswordResetRequests, requestPasswordReset, resetPassword } from './reset-password.ts';

/** What the users subgraph does. */
export function application(deps: Dependencies) {
  return {
    commands: bindAll(deps, {
      // on one's own account
      register,
      login,
      refreshSession,
      logout,
      endSession,
      changePassword,
      changeLanguage,
      // by links in mails
      confirmEmail,
      requestEmailConfirmation,
      requestPasswordReset,
      resetPassword,
      // by administrators
      assignRole,
      blockUser,
      unblockUser,
      // for the notifications subgraph, when it sends a mail
      issueMailToken,
      // as the server starts
      confirmListedEmails,
      ensureAdministrator,
      // as time goes by
      handlePasswordResetRequests,
      pruneSessions,
    }),
    queries: {
      ...bindAll(deps, { accountsOf, isCurrentAdmin, isEmailConfirmed, userWithNickname }),
      accounts: deps.accounts.page,
      sessions: deps.sessions.page,
      publicKeys: () => deps.accessTokens.publicKeys,
    },
    operations: deps.operations,
  };
}

export type Application = ReturnType<typeof application>;
