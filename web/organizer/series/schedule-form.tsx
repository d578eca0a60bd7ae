import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmAmount } from '../../ui/confirm-amount.tsx';
import { DateTimeInput } from '../../ui/date-time-input.tsx';
import { Field } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { FormFaults, useFieldErrors } from '../form-faults.tsx';
import office from '../office.module.css';
import { useKeyedAction } from '../use-keyed-action.ts';
import { instantOf } from '../zoned-time.ts';
import { ScheduleSlots } from './series-documents.ts';
import { MOST_SLOTS, ruleOf, type SeriesRule, slotsOf, type Timetable } from './series-rule.ts';
import { WeeklyFields } from './weekly-fields.tsx';

interface ScheduleFormProps {
  readonly seriesId: string;
  readonly zone: string;
  readonly placesEach: number;
  readonly onDone: () => void;
}

const emptyTimetable: Timetable = { from: '', until: '', days: ['SA', 'SU'], times: ['10:00'], except: [] };

/** Gives a series dates: by weekdays and times, or by a rule of RFC 5545. */
export function ScheduleForm({ seriesId, zone, placesEach, onDone }: ScheduleFormProps) {
  const { t } = useLingui();
  const { say } = useToasts();
  const [mode, setMode] = useState<'weekly' | 'rule'>('weekly');
  const [timetable, setTimetable] = useState(emptyTimetable);
  const [written, setWritten] = useState<SeriesRule>({ startsAt: '', recurrenceRule: '' });
  const [minutes, setMinutes] = useState('60');
  const [publish, setPublish] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { run, busy, faults, clear } = useKeyedAction(ScheduleSlots);
  const error = useFieldErrors(faults);
  const slots = mode === 'weekly' ? slotsOf(timetable) : null;
  const rule = mode === 'weekly' ? ruleOf(timetable) : written;
  const isTooMany = slots !== null && slots.length > MOST_SLOTS;
  const review = (submitted: FormEvent) => {
    submitted.preventDefault();
    clear();
    if (rule && !isTooMany) setOpen(true);
  };
  const schedule = async () => {
    const startsAt = rule && instantOf(rule.startsAt, zone);
    if (!startsAt) return;
    const { recurrenceRule } = rule;
    const input = {
      eventSeriesId: seriesId,
      startsAt,
      recurrenceRule,
      durationMinutes: Number(minutes),
      publish,
    };
    const done = await run(input);
    setOpen(false);
    if (!done) return;
    say(publish ? t`The dates are made and on sale.` : t`The dates are made, as drafts.`);
    onDone();
  };
  return (
    <section className={office.section}>
      <div className={office.heading}>
        <h2>{t`More dates`}</h2>
      </div>
      <Card>
        <form className={office.part} onSubmit={review}>
          <RadioGroup
            label={t`How`}
            value={mode}
            onChange={setMode}
            options={[
              { value: 'weekly', label: t`Weekly, on some days at some times` },
              { value: 'rule', label: t`By a rule of iCalendar (RFC 5545)` },
            ]}
          />
          {mode === 'weekly' ? (
            <WeeklyFields timetable={timetable} onChange={setTimetable} zone={zone} />
          ) : (
            <RuleFields rule={written} onChange={setWritten} zone={zone} error={error} />
          )}
          <div className={office.fields}>
            <Field label={t`Minutes each`} required error={error('durationMinutes')}>
              {(props) => (
                <TextInput
                  {...props}
                  type="number"
                  min={1}
                  max={527_040}
                  value={minutes}
                  onChange={({ target }) => setMinutes(target.value)}
                />
              )}
            </Field>
          </div>
          <Checkbox
            checked={publish}
            onChange={({ target }) => setPublish(target.checked)}
            label={t`Put them on sale at once`}
            hint={t`Every zone needs its price for that.`}
          />
          <p aria-live="polite">
            <strong>
              {isTooMany && t`More than ${MOST_SLOTS} dates: take a shorter time.`}
              {!isTooMany && slots && (
                <Plural value={slots.length} _0="No date yet" one="# date" other="# dates" />
              )}
            </strong>
          </p>
          <FormFaults
            faults={faults}
            shown={mode === 'rule' ? ['startsAt', 'recurrenceRule', 'durationMinutes'] : ['durationMinutes']}
          />
          <div className={office.buttons}>
            <Button
              type="submit"
              variant="primary"
              {...(slots !== null && (slots.length === 0 || isTooMany)
                ? { disabledReason: t`Give days, times, and from when to when.` }
                : {})}
            >
              <Trans>Make the dates…</Trans>
            </Button>
          </div>
        </form>
      </Card>
      <ConfirmAmount
        open={isOpen}
        title={t`Make the dates`}
        amount={
          slots ? <Plural value={slots.length} one="# date" other="# dates" /> : <Trans>By your rule</Trans>
        }
        consequence={
          <>
            {slots && (
              <p>
                <Plural value={slots.length * placesEach} one="# place in all." other="# places in all." />{' '}
                <Trans>A time that has its date already keeps it.</Trans>
              </p>
            )}
            {publish ? (
              <Trans>They are on sale at once, and cannot become drafts again.</Trans>
            ) : (
              <Trans>They are drafts: nobody else sees them yet.</Trans>
            )}
          </>
        }
        verb={publish ? t`Make and put on sale` : t`Make the dates`}
        onConfirm={() => void schedule()}
        onClose={() => setOpen(false)}
        busy={busy}
      />
    </section>
  );
}

interface RuleFieldsProps {
  readonly rule: SeriesRule;
  readonly onChange: (rule: SeriesRule) => void;
  readonly zone: string;
  readonly error: (path: string) => string | undefined;
}

function RuleFields({ rule, onChange, zone, error }: RuleFieldsProps) {
  const { t } = useLingui();
  return (
    <div className={office.part}>
      <Field label={t`Begins`} required error={error('startsAt')}>
        {(props) => (
          <DateTimeInput
            {...props}
            zone={zone}
            value={rule.startsAt}
            onChange={({ target }) => onChange({ ...rule, startsAt: target.value })}
          />
        )}
      </Field>
      <Field
        label={t`Rule`}
        hint={t`FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20270930. EXDATE and RDATE may stand on lines of their own.`}
        required
        error={error('recurrenceRule')}
      >
        {(props) => (
          <TextArea
            {...props}
            spellCheck={false}
            maxLength={20_000}
            value={rule.recurrenceRule}
            onChange={({ target }) => onChange({ ...rule, recurrenceRule: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
