import { useLingui } from '@lingui/react/macro';
import { DateTimeInput } from '../../ui/date-time-input.tsx';
import { Field } from '../../ui/field.tsx';
import type { Fault } from '../faults.ts';
import { useFieldErrors } from '../form-faults.tsx';
import office from '../office.module.css';

/** Local times of the hall, `2027-05-01T19:30`; empty until typed. */
export interface TimesDraft {
  readonly startsAt: string;
  readonly endsAt: string;
}

interface TimesFieldsProps {
  readonly draft: TimesDraft;
  readonly onChange: (draft: TimesDraft) => void;
  readonly zone: string | undefined;
  readonly faults: readonly Fault[];
}

/** When it begins and ends, by the hall's clock. An end that is not typed yet follows the beginning by two hours. */
export function TimesFields({ draft, onChange, zone, faults }: TimesFieldsProps) {
  const { t } = useLingui();
  const error = useFieldErrors(faults);
  const shown = zone === undefined ? {} : { zone };
  return (
    <div className={office.fields}>
      <Field label={t`Begins`} required error={error('startsAt')}>
        {(props) => (
          <DateTimeInput
            {...props}
            {...shown}
            value={draft.startsAt}
            onChange={({ target }) =>
              onChange({
                startsAt: target.value,
                endsAt:
                  draft.endsAt === '' || draft.endsAt <= target.value
                    ? twoHoursAfter(target.value)
                    : draft.endsAt,
              })
            }
          />
        )}
      </Field>
      <Field label={t`Ends`} required error={error('endsAt')}>
        {(props) => (
          <DateTimeInput
            {...props}
            {...shown}
            value={draft.endsAt}
            min={draft.startsAt || undefined}
            onChange={({ target }) => onChange({ ...draft, endsAt: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function twoHoursAfter(local: string): string {
  const at = Date.parse(`${local}Z`);
  return Number.isNaN(at) ? '' : new Date(at + 7_200_000).toISOString().slice(0, 16);
}
