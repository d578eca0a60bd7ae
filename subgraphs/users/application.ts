import { assignRole } from './application/assign-role.ts';
import { blockUser } from './application/block-user.ts';
import { changePassword } from './application/change-password.ts';
import { confirmEmail, issueMailToken, requestEmailConfirmation } from './application/confirm-email.ts';
import { ensureAdministrator } from './application/ensure-administrator.ts';
import { login } from './application/login.ts';
import { endOwnSession, logout } from './application/logout.ts';
import { refreshSession } from './application/refresh-session.ts';
import { register } from './application/register.ts';
import {
  handlePasswordResetRequests,
  requestPasswordReset,
  resetPassword,
} from './application/reset-password.ts';
import { unblockUser } from './application/unblock-user.ts';

/** Everything that this subgraph does; its queries are `Accounts` (application/ports). */
export const commands = {
  register,
  login,
  refreshSession,
  logout,
  endOwnSession,
  changePassword,
  confirmEmail,
  requestEmailConfirmation,
  requestPasswordReset,
  handlePasswordResetRequests,
  resetPassword,
  issueMailToken,
  assignRole,
  blockUser,
  unblockUser,
  ensureAdministrator,
};
