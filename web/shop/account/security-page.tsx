import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { accountRefusals } from '../../app/account-refusals.ts';
import { type Refusal, refusalOf } from '../../app/attempt.ts';
import { useRefusalText } from '../../app/refusals.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import type { Language } from '../../graphql/generated/graphql.ts';
import { useMutation, useQuery } from '../../graphql/hooks.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import styles from './account.module.css';
import { ChangePasswordForm } from './change-password-form.tsx';
import { Sessions } from './sessions.tsx';

const MyAddress = graphql(`
  query MyAddress {
    me {
      id
      email
      isEmailConfirmed
      language
    }
  }
`);

const AskConfirmation = graphql(`
  mutation AskConfirmation($input: RequestEmailConfirmationInput!) {
    requestEmailConfirmation(input: $input) {
      user {
        id
        isEmailConfirmed
      }
      userErrors {
        code
      }
    }
  }
`);

const MailLanguage = graphql(`
  mutation MailLanguage($input: ChangeLanguageInput!) {
    changeLanguage(input: $input) {
      user {
        id
        language
      }
      userErrors {
        code
      }
    }
  }
`);

/** The mail address and its language, the password, and where one is signed in. */
export function SecurityPage() {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({
    query: MyAddress,
    variables: {},
    requestPolicy: 'cache-and-network',
  });
  const me = data?.me;
  return (
    <>
      <PageTitle>{t`Sign-in and security`}</PageTitle>
      {!me && error && <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!me && !error && <Skeleton height={160} />}
      {me && (
        <Card as="section" className={styles.block}>
          <h2>{t`Mail`}</h2>
          <MailAddress email={me.email ?? ''} isConfirmed={me.isEmailConfirmed ?? false} />
          <MailLanguageChoice language={me.language} />
        </Card>
      )}
      <Card as="section" className={styles.block}>
        <h2>{t`Password`}</h2>
        <ChangePasswordForm />
      </Card>
      <Card as="section" className={styles.block}>
        <h2>{t`Where you are signed in`}</h2>
        <Sessions />
      </Card>
    </>
  );
}

function MailAddress({ email, isConfirmed }: { readonly email: string; readonly isConfirmed: boolean }) {
  const refusalText = useRefusalText(accountRefusals);
  const [{ fetching }, askConfirmation] = useMutation(AskConfirmation);
  const [outcome, setOutcome] = useState<'sent' | Refusal | null>(null);
  const send = async () => {
    const { data, error } = await askConfirmation({ input: {} });
    setOutcome(refusalOf({ error, payload: data?.requestEmailConfirmation }) ?? 'sent');
  };
  return (
    <>
      <p>
        {email}{' '}
        {isConfirmed ? (
          <Badge tone="ok" icon="check">
            <Trans>Confirmed</Trans>
          </Badge>
        ) : (
          <Badge tone="warn">
            <Trans>Not confirmed</Trans>
          </Badge>
        )}
      </p>
      {!isConfirmed && outcome !== 'sent' && (
        <Button busy={fetching} onClick={send}>
          <Trans>Send an e-mail to confirm it</Trans>
        </Button>
      )}
      <div aria-live="polite">
        {outcome === 'sent' && !isConfirmed && (
          <Notice tone="ok">
            <Trans>An e-mail is on its way. Follow the link in it, here or on another device.</Trans>
          </Notice>
        )}
        {outcome !== null && outcome !== 'sent' && <Notice tone="danger">{refusalText(outcome)}</Notice>}
      </div>
    </>
  );
}

function MailLanguageChoice({ language }: { readonly language: Language | null }) {
  const { t } = useLingui();
  const { say } = useToasts();
  const refusalText = useRefusalText(accountRefusals);
  const [{ fetching }, change] = useMutation(MailLanguage);
  const [fault, setFault] = useState<string | null>(null);
  const choose = async (wanted: Language) => {
    const { data, error } = await change({ input: { language: wanted } });
    const refusal = refusalOf({ error, payload: data?.changeLanguage });
    setFault(refusal && refusalText(refusal));
    if (!refusal) say(t`E-mails will be written in this language.`);
  };
  return (
    <RadioGroup
      label={t`Language of the e-mails`}
      options={[
        { value: 'EN', label: 'English' },
        { value: 'RU', label: 'Русский' },
      ]}
      value={language}
      onChange={(wanted) => !fetching && choose(wanted)}
      error={fault}
    />
  );
}
