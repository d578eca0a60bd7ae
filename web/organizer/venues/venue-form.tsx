import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Fault } from '../faults.ts';
import { useFieldErrors } from '../form-faults.tsx';
import office from '../office.module.css';

export interface VenueDraft {
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly timeZone: string;
}

/** The fields that show their own faults. */
export const venueFields = ['name', 'address', 'city', 'timeZone'] as const;

/** As somebody begins: in the zone where they are. */
export function emptyVenue(): VenueDraft {
  return { name: '', address: '', city: '', timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
}

interface VenueFormProps {
  readonly draft: VenueDraft;
  readonly onChange: (draft: VenueDraft) => void;
  readonly faults: readonly Fault[];
}

/** Name, address and clock of a venue. */
export function VenueForm({ draft, onChange, faults }: VenueFormProps) {
  const { t } = useLingui();
  const error = useFieldErrors(faults);
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const set = (name: keyof VenueDraft) => (value: string) => onChange({ ...draft, [name]: value });
  return (
    <div className={office.fields}>
      <Field label={t`Name`} required error={error('name')} className={office.wide}>
        {(props) => (
          <TextInput
            {...props}
            value={draft.name}
            maxLength={200}
            onChange={({ target }) => set('name')(target.value)}
          />
        )}
      </Field>
      <Field label={t`Street and number`} required error={error('address')}>
        {(props) => (
          <TextInput
            {...props}
            value={draft.address}
            maxLength={300}
            onChange={({ target }) => set('address')(target.value)}
          />
        )}
      </Field>
      <Field label={t`City`} required error={error('city')}>
        {(props) => (
          <TextInput
            {...props}
            value={draft.city}
            maxLength={100}
            onChange={({ target }) => set('city')(target.value)}
          />
        )}
      </Field>
      <Field
        label={t`Time zone`}
        hint={t`All its events are shown in this time zone.`}
        required
        error={error('timeZone')}
      >
        {(props) => (
          <>
            <TextInput
              {...props}
              value={draft.timeZone}
              list="time-zones"
              onChange={({ target }) => set('timeZone')(target.value.trim())}
            />
            <datalist id="time-zones">
              {zones.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </Field>
    </div>
  );
}
