import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState } from 'react';
import { useQuery } from '../../../graphql/hooks.ts';
import { type Chip, ChipsField } from '../../chips-field.tsx';
import { OrganizersFound } from './promo-code-documents.ts';

interface OrganizersFieldProps {
  readonly value: readonly Chip[];
  readonly onChange: (organizers: readonly Chip[]) => void;
}

/** Organizers by nickname or mail address, for administrators: nobody else may look for people. */
export function OrganizersField({ value, onChange }: OrganizersFieldProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const [{ data, fetching }] = useQuery({
    query: OrganizersFound,
    variables: { search },
    pause: search === '',
  });
  const found = search === '' || fetching ? [] : (data?.users?.nodes ?? []);
  const items = found
    .filter(({ id, role }) => role !== 'USER' && !value.some((chosen) => chosen.id === id))
    .map(({ id, nickname }) => ({ id, name: nickname }));
  return (
    <ChipsField
      label={t`All events of these organizers`}
      placeholder={t`Nickname or e-mail address`}
      value={value}
      items={items}
      text={text}
      onText={setText}
      onChoose={(organizer) => {
        setText('');
        onChange([...value, organizer]);
      }}
      onRemove={({ id }) => onChange(value.filter((organizer) => organizer.id !== id))}
    />
  );
}
