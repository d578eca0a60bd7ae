import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useRef, useState } from 'react';
import { useRefusalText } from '../../app/refusals.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { ChipsField } from '../chips-field.tsx';
import { officeRefusals } from '../office-refusals.ts';
import { useKeyedAction } from '../use-keyed-action.ts';
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

  // An artist is introduced while the form goes on: what comes of it belongs to what stands there then.
  const latest = useRef({ value, onChange });
  latest.current = { value, onChange };
  const add = ({ id: chosen, name }: ArtistShown) =>
    latest.current.onChange([...latest.current.value, { id: chosen, name }]);

  async function choose(artist: ArtistShown): Promise<void> {
    setText('');
    if (artist.id !== NEW) return add(artist);
    const done = await introduce.run({ name: artist.name });
    const made = done?.createArtist?.artist;
    if (made) add(made);
    else setText((typed) => typed || artist.name);
  }

  const fault = introduce.faults[0];
  return (
    <ChipsField
      label={t`Artists`}
      placeholder={t`Name of an artist`}
      value={value}
      items={items}
      text={text}
      onText={setText}
      onChoose={(artist) => void choose(artist)}
      onRemove={({ id }) => onChange(value.filter((artist) => artist.id !== id))}
      describe={({ id, name }) => (id === NEW ? <Trans>Add “{name}” as a new artist</Trans> : name)}
      error={error ?? (fault && refusal(fault.code))}
    />
  );
}
