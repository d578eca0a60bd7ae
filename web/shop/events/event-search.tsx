import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './event-search.module.css';
import { searchOf } from './search-address.ts';

/** Words, city, days, free places: written into the address when the form is sent. */
export function EventSearch() {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const { q, city, from, to, free, artist } = searchOf(parameters);
  // Folded on a phone alone, where the events would begin below its edge.
  const [isFolded, setFolded] = useState(city === '' && from === '' && to === '' && !free);
  const form = useRef<HTMLFormElement>(null);
  // The back button brings another address: the fields follow it, and keep the focus.
  const address = parameters.toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what it happens for
  useEffect(() => form.current?.reset(), [address]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const filled = [...fields].flatMap(([name, value]): [string, string][] => {
      const text = String(value).trim();
      return text === '' ? [] : [[name, text]];
    });
    // The artist is chosen by a link and let go by a button of its own.
    setParameters(Object.fromEntries(artist === '' ? filled : [...filled, ['artist', artist]]));
  };
  return (
    <search>
      <form ref={form} className={styles.form} onSubmit={submit} data-folded={isFolded || undefined}>
        <Field label={t({ message: 'Search', context: 'what for' })} isFilter>
          {(props) => (
            <TextInput
              {...props}
              name="q"
              type="search"
              defaultValue={q}
              placeholder={t`Title, artist, venue`}
              maxLength={100}
            />
          )}
        </Field>
        <Button className={styles.fold} aria-expanded={!isFolded} onClick={() => setFolded(!isFolded)}>
          <Trans>Filters</Trans>
        </Button>
        <Field className={styles.folded} label={t`City`} isFilter>
          {(props) => <TextInput {...props} name="city" defaultValue={city} maxLength={100} />}
        </Field>
        <Field className={styles.folded} label={t`From`} isFilter>
          {(props) => <TextInput {...props} name="from" type="date" defaultValue={from} />}
        </Field>
        <Field className={styles.folded} label={t`To`} isFilter>
          {(props) => <TextInput {...props} name="to" type="date" defaultValue={to} />}
        </Field>
        <Checkbox
          className={styles.folded}
          name="free"
          value="1"
          defaultChecked={free}
          label={t`Free places only`}
        />
        <Button type="submit" variant="secondary">
          <Trans>Search</Trans>
        </Button>
      </form>
    </search>
  );
}
