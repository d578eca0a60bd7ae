import { useLingui } from '@lingui/react/macro';
import type { Role } from '../graphql/generated/graphql.ts';

/** What people call the roles. */
export function useRoleNames(): Readonly<Record<Role, string>> {
  const { t } = useLingui();
  return { USER: t`Buyer`, ORGANIZER: t`Organizer`, ADMIN: t`Administrator` };
}

/** From the least to the most. */
export const roles = ['USER', 'ORGANIZER', 'ADMIN'] as const;
