import { Combobox } from '@base-ui/react/combobox';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useId, useState } from 'react';
import { graphql } from '../../graphql/generated/gql.ts';
import { useQuery } from '../../graphql/hooks.ts';
import fieldStyles from '../../ui/field.module.css';
import { FieldError } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useOfficeRefusalText } from '../office-refusals.tsx';
import { useAction } from '../use-action.ts';
import styles from './artists-field.module.css';
import type { ArtistShown } from './offer-draft.ts';

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

/** The bill, in its order: found by name, or introduced on the spot. */
export function ArtistsField({ value, onChange, error }: ArtistsFieldProps) {
  const { t } = useLingui();
  const id = useId();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const [{ data }] = useQuery({
    query: ArtistsNamed,
    variables: { search: search || null },
    pause: search === '',
  });
  const introduce = useAction(IntroduceArtist);
  const refusal = useOfficeRefusalText();
  const found = search === '' ? [] : (data?.artists?.nodes ?? []);
  const isKnown = found.some(({ name }) => name.toLowerCase() === search.toLowerCase());
  const items: ArtistShown[] = [
    ...found.filter((artist) => !value.some((chosen) => chosen.id === artist.id)),
    ...(search !== '' && !isKnown ? [{ id: NEW, name: search }] : []),
  ];

  async function choose(next: readonly ArtistShown[]): Promise<void> {
    setText('');
    const wanted = next.find((artist) => artist.id === NEW);
    if (!wanted) return onChange(next);
    const done = await introduce.run({ input: { name: wanted.name } });
    const artist = done?.createArtist?.artist;
    if (artist) onChange([...value, { id: artist.id, name: artist.name }]);
  }

  const fault = introduce.faults[0];
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        <Trans>Artists</Trans>
        <span className={fieldStyles.optional}>
          <Trans>optional</Trans>
        </span>
      </label>
      <Combobox.Root
        multiple
        filter={null}
        items={items}
        value={[...value]}
        inputValue={text}
        onInputValueChange={setText}
        onValueChange={(next) => void choose(next)}
        itemToStringLabel={({ name }: ArtistShown) => name}
        isItemEqualToValue={(a: ArtistShown, b: ArtistShown) => a.id === b.id}
      >
        <Combobox.InputGroup className={styles.group}>
          <Combobox.Chips className={styles.chips} aria-label={value.length > 0 ? t`On the bill` : undefined}>
            {value.map(({ id: key, name }) => (
              <Combobox.Chip key={key} className={styles.chip} aria-label={name}>
                {name}
                <Combobox.ChipRemove className={styles.remove} aria-label={t`Remove ${name}`}>
                  <Icon name="close" size={14} />
                </Combobox.ChipRemove>
              </Combobox.Chip>
            ))}
            <Combobox.Input
              id={id}
              className={styles.input}
              placeholder={t`Name of an artist`}
              maxLength={100}
            />
          </Combobox.Chips>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className={styles.positioner} sideOffset={4}>
            <Combobox.Popup className={styles.popup}>
              <Combobox.List className={styles.list}>
                {(artist: ArtistShown) => (
                  <Combobox.Item key={artist.id} value={artist} className={styles.item}>
                    {artist.id === NEW ? <Trans>Add “{artist.name}” as a new artist</Trans> : artist.name}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      <FieldError id={`${id}-error`}>{error ?? (fault && refusal(fault.code))}</FieldError>
    </div>
  );
}
