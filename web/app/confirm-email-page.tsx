import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { graphql } from '../graphql/generated/gql.ts';
import { useMutation } from '../graphql/hooks.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { accountRefusals } from './account-refusals.ts';
import { isDecided, type Refusal, refusalOf } from './attempt.ts';
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
  const [token] = useState(takeMailToken);
  const [outcome, setOutcome] = useState<'asking' | 'done' | Refusal>('asking');
  const ask = useCallback(async () => {
    setOutcome('asking');
    const { data, error } = await confirm({ input: { token } });
    setOutcome(refusalOf({ error, payload: data?.confirmEmail }) ?? 'done');
  }, [confirm, token]);
  const isAsked = useRef(false);
  useEffect(() => {
    // A token works once, and React runs effects twice in development.
    if (isAsked.current) return;
    isAsked.current = true;
    void ask();
  }, [ask]);
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
        outcome === 'done' || isDecided(outcome) ? (
          <LinkButton href="/">
            <Trans>To the events</Trans>
          </LinkButton>
        ) : (
          <Button onClick={ask}>
            <Trans>Try again</Trans>
          </Button>
        )
      }
    >
      {outcome === 'done' ? <Trans>Your tickets will be sent there.</Trans> : refusalText(outcome)}
    </EmptyState>
  );
}
