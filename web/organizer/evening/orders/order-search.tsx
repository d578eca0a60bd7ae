import { Trans, useLingui } from '@lingui/react/macro';
import type { FormEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { useFollowed } from '../../use-followed.ts';
import styles from './orders.module.css';

interface OrderSearchProps {
  /** What is searched for now; may be empty. */
  readonly search: string;
  /** Told without the blanks around it. */
  readonly onSearch: (search: string) => void;
}

/** An order by what its buyer shows or says. */
export function OrderSearch({ search, onSearch }: OrderSearchProps) {
  const { t } = useLingui();
  const field = useFollowed(search);
  const submit = (sent: FormEvent<HTMLFormElement>) => {
    sent.preventDefault();
    onSearch(String(new FormData(sent.currentTarget).get('q')).trim());
  };
  return (
    <form className={styles.search} onSubmit={submit}>
      <Field label={t`Ticket code, order number or nickname`} isFilter>
        {(props) => (
          <TextInput {...props} ref={field} name="q" type="search" defaultValue={search} maxLength={1000} />
        )}
      </Field>
      <Button type="submit">
        <Trans>Search</Trans>
      </Button>
    </form>
  );
}

/** In place of orders, where the search finds none. */
export function NoSuchOrder() {
  const { t } = useLingui();
  return (
    <EmptyState icon="search" title={t`No order is like that`}>
      <Trans>
        Scan or type the code of a ticket, at least 8 characters of a number, or a whole nickname.
      </Trans>
    </EmptyState>
  );
}
