import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { graphql } from '../graphql/generated/gql.ts';
import { useMutation } from '../graphql/hooks.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { accountRefusals } from './account-refusals.ts';
import { type Refusal, refusalOf } from './attempt.ts';
import { takeMailToken } from './mail-token.ts';
import { useRefusalText } from './refusals.ts';
import { signInRequest } from './sign-in-request.ts';

const NewPassword = graphql(`
  mutation NewPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      user {
        id
      }
      userErrors {
        code
        field
      }
    }
  }
`);

/** Where the link of a mail leads that was asked for by who has forgotten the password. */
export default function ResetPasswordPage() {
  const { t } = useLingui();
  const refusalText = useRefusalText(accountRefusals);
  const [token] = useState(takeMailToken);
  const [{ fetching }, reset] = useMutation(NewPassword);
  const [outcome, setOutcome] = useState<'open' | 'done' | Refusal>('open');
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get('password'));
    const { data, error } = await reset({ input: { token, newPassword } });
    setOutcome(refusalOf({ error, payload: data?.resetPassword }) ?? 'done');
  };
  if (outcome === 'done') {
    return (
      <EmptyState
        isPage
        title={t`Your password is changed`}
        action={
          <Button onClick={() => signInRequest.ask()}>
            <Trans>Sign in</Trans>
          </Button>
        }
      >
        <Trans>Wherever you were signed in, you are signed out.</Trans>
      </EmptyState>
    );
  }
  return (
    <form onSubmit={onSubmit}>
      <PageTitle>{t`A new password`}</PageTitle>
      <Field
        label={t`New password`}
        hint={t`At least 10 characters`}
        error={outcome === 'open' ? undefined : refusalText(outcome)}
        required
      >
        {(props) => (
          <TextInput {...props} name="password" type="password" autoComplete="new-password" minLength={10} />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={fetching}>
        <Trans>Change the password</Trans>
      </Button>
    </form>
  );
}
