import { assignRole } from './application/assign-role.ts';
import { blockUser } from './application/block-user.ts';
import { changePassword } from './application/change-password.ts';
import { ensureAdministrator } from './application/ensure-administrator.ts';
import { login } from './application/login.ts';
import { logout } from './application/logout.ts';
import { refreshSession } from './application/refresh-session.ts';
import { register } from './application/register.ts';
import { unblockUser } from './application/unblock-user.ts';

/** Everything that this room does; its queries are `Accounts` (application/ports). */
export const commands = {
  register,
  login,
  refreshSession,
  logout,
  changePassword,
  assignRole,
  blockUser,
  unblockUser,
  ensureAdministrator,
};
