import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { formatLocale } from '../../ui/format-locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import office from '../office.module.css';
import { passFocus } from '../pass-focus.ts';
import { type Timetable, type Weekday, weekdays } from './series-rule.ts';

interface WeeklyFieldsProps {
  readonly timetable: Timetable;
  readonly onChange: (timetable: Timetable) => void;
  readonly zone: string;
}

/** Days of the week, times of the day, and from when to when; by the clock of the venue. */
export function WeeklyFields({ timetable, onChange, zone }: WeeklyFieldsProps) {
  const { t, i18n } = useLingui();
  const { days, times, except } = timetable;
  const toggle = (day: Weekday) =>
    onChange({
      ...timetable,
      days: days.includes(day) ? days.filter((each) => each !== day) : [...days, day],
    });
  const names = new Intl.DateTimeFormat(formatLocale(i18n), { weekday: 'long', timeZone: 'UTC' });
  // 4 January 2027 is a Monday.
  const nameOf = (at: number) => names.format(Date.UTC(2027, 0, 4 + at));
  return (
    <div className={office.part}>
      <fieldset className={office.part}>
        <legend>
          <strong>{t`Days`}</strong>
        </legend>
        <div className={office.chips}>
          {weekdays.map((day, at) => (
            <Chip key={day} pressed={days.includes(day)} onPress={() => toggle(day)}>
              {nameOf(at)}
            </Chip>
          ))}
        </div>
      </fieldset>
      <Times
        label={t`Times, by the clock of ${zone}`}
        type="time"
        values={times}
        add={t`Add a time`}
        onChange={(changed) => onChange({ ...timetable, times: changed })}
      />
      <div className={office.fields}>
        <Field label={t`First day`} required>
          {(props) => (
            <TextInput
              {...props}
              type="date"
              value={timetable.from}
              onChange={({ target }) => onChange({ ...timetable, from: target.value })}
            />
          )}
        </Field>
        <Field label={t`Last day`} required>
          {(props) => (
            <TextInput
              {...props}
              type="date"
              min={timetable.from || undefined}
              value={timetable.until}
              onChange={({ target }) => onChange({ ...timetable, until: target.value })}
            />
          )}
        </Field>
      </div>
      <Times
        label={t`Not on these days`}
        type="date"
        values={except}
        add={t`Leave a day out`}
        onChange={(changed) => onChange({ ...timetable, except: changed })}
      />
    </div>
  );
}

interface TimesProps {
  readonly label: string;
  readonly type: 'time' | 'date';
  readonly values: readonly string[];
  readonly add: string;
  readonly onChange: (values: readonly string[]) => void;
}

/** A set of times or days, in order, with one control to add another. */
function Times({ label, type, values, add, onChange }: TimesProps) {
  const { t, i18n } = useLingui();
  const [next, setNext] = useState('');
  const shown = (value: string) =>
    type === 'time'
      ? value
      : new Intl.DateTimeFormat(formatLocale(i18n), { dateStyle: 'medium', timeZone: 'UTC' }).format(
          Date.parse(`${value}T00:00Z`),
        );
  const take = () => {
    if (next !== '') onChange([...new Set([...values, next])].sort());
    setNext('');
  };
  return (
    <fieldset className={office.part} data-list>
      <legend>
        <strong>{label}</strong>
      </legend>
      <div className={office.row}>
        {values.map((value) => (
          <Button
            key={value}
            aria-label={t`Remove ${shown(value)}`}
            onClick={(event) => {
              passFocus(event);
              onChange(values.filter((each) => each !== value));
            }}
          >
            {shown(value)} <Icon name="close" size={14} />
          </Button>
        ))}
        <input
          type={type}
          data-add
          className={office.picker}
          aria-label={add}
          value={next}
          onChange={({ target }) => setNext(target.value)}
        />
        <Button onClick={take} disabled={next === ''}>
          <Icon name="plus" size={16} /> {add}
        </Button>
      </div>
      {values.length === 0 && type === 'time' && (
        <p className={office.muted}>
          <Trans>At least one.</Trans>
        </p>
      )}
    </fieldset>
  );
}
