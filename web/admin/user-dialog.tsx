import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRefusalText } from '../app/refusals.ts';
import { graphql } from '../graphql/generated/gql.ts';
import type { Role, UsersFoundQuery } from '../graphql/generated/graphql.ts';
import { useMutation } from '../graphql/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useToasts } from '../ui/toasts.tsx';
import styles from './admin.module.css';
import { adminRefusals } from './admin-refusals.ts';
import { roles as allRoles, useRoleNames } from './role-names.ts';

const AssignRole = graphql(`
  mutation AssignRole($input: AssignRoleInput!) {
    assignRole(input: $input) {
      user {
        id
        role
      }
      userErrors {
        code
      }
    }
  }
`);

const BlockUser = graphql(`
  mutation BlockUser($input: BlockUserInput!) {
    blockUser(input: $input) {
      user {
        id
        isBlocked
      }
      userErrors {
        code
      }
    }
  }
`);

const UnblockUser = graphql(`
  mutation UnblockUser($input: UnblockUserInput!) {
    unblockUser(input: $input) {
      user {
        id
        isBlocked
      }
      userErrors {
        code
      }
    }
  }
`);

export type UserFound = NonNullable<UsersFoundQuery['users']>['nodes'][number];

interface UserDialogProps {
  readonly user: UserFound;
  readonly onClose: () => void;
}

/** One person: the role, and whether he is let in. Blocking says beforehand what it ends. */
export function UserDialog({ user, onClose }: UserDialogProps) {
  const { t } = useLingui();
  const roles = useRoleNames();
  const refusalText = useRefusalText(adminRefusals);
  const { say } = useToasts();
  const [, assign] = useMutation(AssignRole);
  const [, block] = useMutation(BlockUser);
  const [, unblock] = useMutation(UnblockUser);
  const [role, setRole] = useState<Role>(user.role ?? 'USER');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState<'role' | 'block' | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const run = async (what: 'role' | 'block', done: string, ask: () => Promise<string | undefined>) => {
    setBusy(what);
    const code = await ask();
    setBusy(null);
    if (code !== undefined) return setFault(refusalText(code));
    say(done);
    onClose();
  };
  const changeRole = () =>
    run('role', t`The role is changed.`, async () => {
      const { data, error } = await assign({ input: { userId: user.id, role } });
      return error ? 'NO_ANSWER' : data?.assignRole?.userErrors[0]?.code;
    });
  const changeBlock = () =>
    run('block', user.isBlocked ? t`The user is let in again.` : t`The user is blocked.`, async () => {
      if (user.isBlocked) {
        const { data, error } = await unblock({ input: { userId: user.id } });
        return error ? 'NO_ANSWER' : data?.unblockUser?.userErrors[0]?.code;
      }
      const { data, error } = await block({ input: { userId: user.id, reason } });
      return error ? 'NO_ANSWER' : data?.blockUser?.userErrors[0]?.code;
    });

  return (
    <Dialog open onClose={onClose} title={user.nickname}>
      <div className={styles.form}>
        {fault && <Notice tone="danger">{fault}</Notice>}
        <Field label={t`Role`} required>
          {(props) => (
            <Select
              {...props}
              value={role}
              onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
            >
              {allRoles.map((name) => (
                <option key={name} value={name}>
                  {roles[name]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button variant="primary" busy={busy === 'role'} disabled={role === user.role} onClick={changeRole}>
          <Trans>Change the role</Trans>
        </Button>
        <hr />
        {user.isBlocked ? (
          <p>
            <Trans>Signing in is refused, and nothing can be bought.</Trans>
          </p>
        ) : (
          <>
            <p>
              <Trans>
                Blocking ends all sessions at once, and unpaid bookings. Paid tickets stay; the wallet takes
                and pays nothing new.
              </Trans>
            </p>
            <Field label={t`Reason`} required>
              {(props) => (
                <TextInput
                  {...props}
                  value={reason}
                  maxLength={500}
                  onChange={({ currentTarget }) => setReason(currentTarget.value)}
                />
              )}
            </Field>
          </>
        )}
        <Button
          variant={user.isBlocked ? 'secondary' : 'danger'}
          busy={busy === 'block'}
          disabled={!user.isBlocked && reason.trim() === ''}
          onClick={changeBlock}
        >
          {user.isBlocked ? <Trans>Let in again</Trans> : <Trans>Block this user</Trans>}
        </Button>
      </div>
    </Dialog>
  );
}
