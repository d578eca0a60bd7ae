import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useRef, useState } from 'react';
import { accountRefusals } from '../../app/account-refusals.ts';
import { type Refusal, refusalOf } from '../../app/attempt.ts';
import { useRefusalText } from '../../app/refusals.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import { useMutation } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import styles from './account.module.css';

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      user {
        id
      }
      userErrors {
        code
      }
    }
  }
`);

/** The present password and another one. The server ends all other sessions with it. */
export function ChangePasswordForm() {
  const { t } = useLingui();
  const { say } = useToasts();
  const refusalText = useRefusalText(accountRefusals);
  const form = useRef<HTMLFormElement>(null);
  const [{ fetching }, change] = useMutation(ChangePassword);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const { data, error } = await change({
      input: {
        currentPassword: String(fields.get('currentPassword')),
        newPassword: String(fields.get('newPassword')),
      },
    });
    const answer = refusalOf({ error, payload: data?.changePassword });
    setRefusal(answer);
    if (answer) return;
    form.current?.reset();
    say(t`Your password is changed.`);
  };
  const errorOf = (own: string) => (refusal?.code === own ? refusalText(refusal) : undefined);
  const isOfField = refusal?.code === 'WRONG_PASSWORD' || refusal?.code === 'INVALID_PASSWORD';
  return (
    <form className={styles.form} ref={form} onSubmit={submit}>
      {refusal && !isOfField && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <Field label={t`Current password`} error={errorOf('WRONG_PASSWORD')} required>
        {(control) => (
          <TextInput
            {...control}
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            maxLength={200}
          />
        )}
      </Field>
      <Field
        label={t`New password`}
        hint={t`At least 10 characters`}
        error={errorOf('INVALID_PASSWORD')}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name="newPassword"
            type="password"
            autoComplete="new-password"
            minLength={10}
            maxLength={200}
          />
        )}
      </Field>
      <Button type="submit" busy={fetching}>
        <Trans>Change the password</Trans>
      </Button>
    </form>
  );
}
