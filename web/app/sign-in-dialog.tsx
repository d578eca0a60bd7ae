import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { graphql } from '../graphql/generated/gql.ts';
import { useMutation } from '../graphql/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { accountRefusals } from './account-refusals.ts';
import { type Refusal, refusalOf } from './attempt.ts';
import { i18n } from './language.ts';
import { useRefusalText } from './refusals.ts';
import { useServices } from './services.ts';
import { RequestRefused } from './session.ts';
import styles from './sign-in-dialog.module.css';
import { signInRequest } from './sign-in-request.ts';

const ForgotPassword = graphql(`
  mutation ForgotPassword($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      accepted
      userErrors {
        code
        field
      }
    }
  }
`);

const noAnswer = { message: 'NO_ANSWER', retryAfterMs: undefined };

type View = 'sign-in' | 'sign-up' | 'forgotten';

/** Stands over whatever page is open, so that nothing chosen there is lost. Opened by `signInRequest.ask()`. */
export default function SignInDialog() {
  const { t } = useLingui();
  const isOpen = useSyncExternalStore(signInRequest.onChange, signInRequest.isOpen);
  const [view, setView] = useState<View>('sign-in');
  const titles = {
    'sign-in': t`Sign in`,
    'sign-up': t`Create an account`,
    forgotten: t`Reset your password`,
  };
  if (!isOpen && view !== 'sign-in') setView('sign-in');
  return (
    <Dialog open={isOpen} onClose={() => signInRequest.end(false)} title={titles[view]} sticky>
      {isOpen && view === 'sign-in' && <SignInForm show={setView} />}
      {isOpen && view === 'sign-up' && <SignUpForm show={setView} />}
      {isOpen && view === 'forgotten' && <ForgottenForm show={setView} />}
    </Dialog>
  );
}

interface FormProps {
  readonly show: (view: View) => void;
}

interface Fault extends Refusal {
  readonly field?: string | undefined;
}

/** What a form of this dialog does with its fields: a code of the server, and the field that it is about. */
function useForm(submit: (fields: Record<string, string>) => Promise<Fault | null>) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const refusalText = useRefusalText(accountRefusals);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    setBusy(true);
    try {
      setFault(await submit(fields));
    } catch (error) {
      const { message: code, retryAfterMs } = error instanceof RequestRefused ? error : noAnswer;
      setFault({ code, retryAfterMs });
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (name: string) => (fault?.field === name ? refusalText(fault) : undefined);
  const general = fault && !fault.field ? refusalText(fault) : undefined;
  return { busy, onSubmit, errorOf, general };
}

function SignInForm({ show }: FormProps) {
  const { t } = useLingui();
  const { session } = useServices();
  const { busy, onSubmit, errorOf, general } = useForm(async ({ login = '', password = '' }) => {
    const refusal = await session.signIn(login, password);
    if (!refusal) signInRequest.end(true);
    return refusal && { code: refusal.code };
  });
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      {general && <Notice tone="danger">{general}</Notice>}
      <Field label={t`Nickname or e-mail address`} error={errorOf('login')} required>
        {(props) => <TextInput {...props} name="login" autoComplete="username" autoFocus />}
      </Field>
      <Field label={t`Password`} error={errorOf('password')} required>
        {(props) => <TextInput {...props} name="password" type="password" autoComplete="current-password" />}
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        <Trans>Sign in</Trans>
      </Button>
      <div className={styles.others}>
        <Button variant="quiet" onClick={() => show('sign-up')}>
          <Trans>Create an account</Trans>
        </Button>
        <Button variant="quiet" onClick={() => show('forgotten')}>
          <Trans>Forgot your password?</Trans>
        </Button>
      </div>
    </form>
  );
}

function SignUpForm({ show }: FormProps) {
  const { t } = useLingui();
  const { session } = useServices();
  const { busy, onSubmit, errorOf, general } = useForm(
    async ({ nickname = '', email = '', password = '' }) => {
      const language = i18n.locale === 'ru' ? 'RU' : 'EN';
      const refusal = await session.signUp({ nickname, email, password, language });
      if (!refusal) signInRequest.end(true);
      return refusal;
    },
  );
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      {general && <Notice tone="danger">{general}</Notice>}
      <Field
        label={t`Nickname`}
        hint={t`3 to 30 letters, digits, dots or hyphens`}
        error={errorOf('nickname')}
        required
      >
        {(props) => <TextInput {...props} name="nickname" autoComplete="username" autoFocus minLength={3} />}
      </Field>
      <Field
        label={t`E-mail address`}
        hint={t`Your tickets are sent there.`}
        error={errorOf('email')}
        required
      >
        {(props) => <TextInput {...props} name="email" type="email" autoComplete="email" />}
      </Field>
      <Field label={t`Password`} hint={t`At least 10 characters`} error={errorOf('password')} required>
        {(props) => (
          <TextInput
            {...props}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            maxLength={200}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        <Trans>Create the account</Trans>
      </Button>
      <div className={styles.others}>
        <Button variant="quiet" onClick={() => show('sign-in')}>
          <Trans>I have an account</Trans>
        </Button>
      </div>
    </form>
  );
}

function ForgottenForm({ show }: FormProps) {
  const { t } = useLingui();
  const [, forget] = useMutation(ForgotPassword);
  const [isSent, setSent] = useState(false);
  const { busy, onSubmit, errorOf, general } = useForm(async ({ email = '' }) => {
    const { data, error } = await forget({ input: { email } });
    const payload = data?.requestPasswordReset;
    const refusal = refusalOf({ error, payload });
    setSent(refusal === null);
    return refusal && payload ? { ...refusal, field: 'email' } : refusal;
  });
  if (isSent) {
    return (
      <FocusedNotice>
        <Trans>If there is an account with this address, an e-mail is on its way to it.</Trans>
      </FocusedNotice>
    );
  }
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      {general && <Notice tone="danger">{general}</Notice>}
      <Field label={t`E-mail address`} error={errorOf('email')} required>
        {(props) => <TextInput {...props} name="email" type="email" autoComplete="email" autoFocus />}
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        <Trans>Send an e-mail</Trans>
      </Button>
      <div className={styles.others}>
        <Button variant="quiet" onClick={() => show('sign-in')}>
          <Trans>Back</Trans>
        </Button>
      </div>
    </form>
  );
}

/** It stands where the button was that brought it: who listens is brought there. */
function FocusedNotice({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="ok">{children}</Notice>
    </div>
  );
}
