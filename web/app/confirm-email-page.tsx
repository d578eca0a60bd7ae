import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { graphql } from '../graphql/generated/gql.ts';
import { useMutation } from '../graphql/hooks.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { accountRefusals } from './account-refusals.ts';
import { takeMailToken } from './mail-token.ts';
import { useRefusalText } from './refusals.ts';

const ConfirmAddress = graphql(`
  mutation ConfirmAddress($input: ConfirmEmailInput!) {
    confirmEmail(input: $input) {
      user {
        id
        isEmailConfirmed
      }
      userErrors {
        code
        field
      }
    }
  }
`);

/** Where the link of a mail leads that asks for an address to be confirmed. */
export default function ConfirmEmailPage() {
  const { t } = useLingui();
  const refusalText = useRefusalText(accountRefusals);
  const [, confirm] = useMutation(ConfirmAddress);
  const [outcome, setOutcome] = useState<'asking' | 'done' | { code: string }>('asking');
  const isAsked = useRef(false);
  useEffect(() => {
    // A token works once, and React runs effects twice in development.
    if (isAsked.current) return;
    isAsked.current = true;
    confirm({ input: { token: takeMailToken() } }).then(({ data, error }) => {
      const [refusal] = data?.confirmEmail?.userErrors ?? [];
      setOutcome(error ? { code: 'NO_ANSWER' } : refusal ? { code: refusal.code } : 'done');
    });
  }, [confirm]);
  if (outcome === 'asking') {
    return (
      <>
        <PageTitle>{t`Your e-mail address`}</PageTitle>
        <Skeleton lines={2} />
      </>
    );
  }
  return (
    <EmptyState
      isPage
      title={
        outcome === 'done' ? t`Your e-mail address is confirmed` : t`Your e-mail address is not confirmed`
      }
      action={
        <LinkButton href="/">
          <Trans>To the events</Trans>
        </LinkButton>
      }
    >
      {outcome === 'done' ? <Trans>Your tickets will be sent there.</Trans> : refusalText(outcome.code)}
    </EmptyState>
  );
}
