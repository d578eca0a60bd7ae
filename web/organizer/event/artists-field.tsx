import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useId, useState } from 'react';
import { useRefusalText } from '../../app/refusals.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import { useQuery } from '../../graphql/hooks.ts';
import fieldStyles from '../../ui/field.module.css';
import { FieldError } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { officeRefusals } from '../office-refusals.ts';
import { useKeyedAction } from '../use-keyed-action.ts';
import styles from './artists-field.module.css';
import type { ArtistShown } from './offer-draft.ts';
import { useListbox } from './use-listbox.ts';

const ArtistsNamed = graphql(`
  query ArtistsNamed($search: String) {
    artists(search: $search, first: 10) {
      nodes {
        id
        name
      }
    }
  }
`);

const IntroduceArtist = graphql(`
  mutation IntroduceArtist($input: CreateArtistInput!) {
    createArtist(input: $input) {
      artist {
        id
        name
      }
      userErrors {
        code
        field
      }
    }
  }
`);

/** Stands for the artist that is not there yet. */
const NEW = 'new';

interface ArtistsFieldProps {
  readonly value: readonly ArtistShown[];
  readonly onChange: (artists: readonly ArtistShown[]) => void;
  readonly error: string | undefined;
}

/**
 * The bill, in its order: found by name, or introduced on the spot. A combobox of the ARIA pattern with a list below;
 * Backspace in the empty control takes the last one off.
 */
export function ArtistsField({ value, onChange, error }: ArtistsFieldProps) {
  const { t } = useLingui();
  const id = useId();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const [{ data, fetching }] = useQuery({
    query: ArtistsNamed,
    variables: { search: search || null },
    pause: search === '',
  });
  const introduce = useKeyedAction(IntroduceArtist);
  const refusal = useRefusalText(officeRefusals);
  const found = search === '' || fetching ? [] : (data?.artists?.nodes ?? []);
  const isKnown = found.some(({ name }) => name.toLowerCase() === search.toLowerCase());
  const items: readonly ArtistShown[] = [
    ...found.filter((artist) => !value.some((chosen) => chosen.id === artist.id)),
    ...(search !== '' && !fetching && !isKnown ? [{ id: NEW, name: search }] : []),
  ];
  const list = useListbox(items.length, (at) => {
    const artist = items[at];
    if (artist) void choose(artist);
  });

  async function choose(artist: ArtistShown): Promise<void> {
    setText('');
    if (artist.id !== NEW) return onChange([...value, { id: artist.id, name: artist.name }]);
    const done = await introduce.run({ name: artist.name });
    const made = done?.createArtist?.artist;
    if (made) onChange([...value, { id: made.id, name: made.name }]);
  }

  const fault = introduce.faults[0];
  const count = items.length;
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        <Trans>Artists</Trans>
        <span className={fieldStyles.optional}>
          <Trans>optional</Trans>
        </span>
      </label>
      <div className={styles.group}>
        {value.map(({ id: key, name }) => (
          <span key={key} className={styles.chip}>
            {name}
            <button
              type="button"
              className={styles.remove}
              aria-label={t`Remove ${name}`}
              onClick={() => onChange(value.filter((other) => other.id !== key))}
            >
              <Icon name="close" size={14} />
            </button>
          </span>
        ))}
        <input
          id={id}
          className={styles.input}
          role="combobox"
          autoComplete="off"
          maxLength={100}
          placeholder={t`Name of an artist`}
          aria-autocomplete="list"
          aria-expanded={list.isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={list.at === null ? undefined : `${id}-${list.at}`}
          aria-describedby={`${id}-error`}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            list.open();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
            else list.press(event);
          }}
          onBlur={list.close}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t`Artists`}
          className={styles.list}
          hidden={!list.isOpen}
        >
          {items.map((artist, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the combobox's, which keeps the focus
            <div
              key={artist.id}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === list.at}
              className={styles.item}
              // Else the control would lose the focus before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => list.take(at)}
            >
              {artist.id === NEW ? <Trans>Add “{artist.name}” as a new artist</Trans> : artist.name}
            </div>
          ))}
        </div>
      </div>
      <VisuallyHidden role="status">{list.isOpen ? t`${count} to choose from` : ''}</VisuallyHidden>
      <FieldError id={`${id}-error`}>{error ?? (fault && refusal(fault.code))}</FieldError>
    </div>
  );
}
