import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '../graphql/generated/gql.ts';
import type { Role, UsersFoundQuery } from '../graphql/generated/graphql.ts';
import { useAction } from '../organizer/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useToasts } from '../ui/toasts.tsx';
import styles from './admin.module.css';
import { Faults } from './faults.tsx';
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
  const { say } = useToasts();
  const assign = useAction(AssignRole);
  const block = useAction(BlockUser);
  const unblock = useAction(UnblockUser);
  const actions = [assign, block, unblock];
  const [role, setRole] = useState<Role>(user.role ?? 'USER');
  const [reason, setReason] = useState('');

  const run = async (done: string, ask: () => Promise<unknown>) => {
    for (const { clear } of actions) clear();
    if ((await ask()) === null) return;
    say(done);
    onClose();
  };
  const changeRole = () =>
    run(t`The role is changed.`, () => assign.run({ input: { userId: user.id, role } }));
  const changeBlock = () =>
    user.isBlocked
      ? run(t`The user is let in again.`, () => unblock.run({ input: { userId: user.id } }))
      : run(t`The user is blocked.`, () => block.run({ input: { userId: user.id, reason } }));

  return (
    <Dialog open sticky locked={actions.some(({ busy }) => busy)} onClose={onClose} title={user.nickname}>
      <div className={styles.form}>
        <Faults faults={actions.flatMap(({ faults }) => faults)} />
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
        <Button variant="primary" busy={assign.busy} disabled={role === user.role} onClick={changeRole}>
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
          busy={block.busy || unblock.busy}
          disabled={!user.isBlocked && reason.trim() === ''}
          onClick={changeBlock}
        >
          {user.isBlocked ? <Trans>Let in again</Trans> : <Trans>Block this user</Trans>}
        </Button>
      </div>
    </Dialog>
  );
}
