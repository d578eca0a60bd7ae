import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import office from '../office.module.css';
import { passFocus } from '../pass-focus.ts';
import { mostOf } from './plan-document.ts';
import type { DraftFault, SeatedDraft, SectionDraft, ZoneDraft } from './plan-draft.ts';

interface SectionEditorProps {
  readonly section: SectionDraft;
  readonly zones: readonly ZoneDraft[];
  /** Those of this section. */
  readonly faults: readonly DraftFault[];
  readonly isFirst: boolean;
  readonly onChange: (section: SectionDraft) => void;
  /** Nearer to the stage. */
  readonly onForward: () => void;
  readonly onRemove: () => void;
}

/** A section of a plan that is drawn by hand: rows of seats, or standing places. */
export function SectionEditor(props: SectionEditorProps) {
  const { section, zones, faults, isFirst, onChange, onForward, onRemove } = props;
  const { t } = useLingui();
  const has = (kind: DraftFault['kind']) => faults.some((fault) => fault.kind === kind);
  const label = section.label;
  return (
    <Card as="section" aria-label={label} className={office.part}>
      <div className={office.compact}>
        <Field
          label={t`Name of the section`}
          required
          error={
            (has('no-label') && t`A section needs a name.`) ||
            (has('label-twice') && t`Another section has this name.`)
          }
        >
          {(control) => (
            <TextInput
              {...control}
              value={label}
              maxLength={100}
              onChange={({ target }) => onChange({ ...section, label: target.value })}
            />
          )}
        </Field>
        <Field label={t`Price zone`} required>
          {(control) => (
            <Select
              {...control}
              value={section.zoneKey}
              onChange={({ target }) => onChange({ ...section, zoneKey: target.value })}
            >
              {zones.map((zone) => (
                <option key={zone.key} value={zone.key}>
                  {zone.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {section.kind === 'STANDING' ? (
          <NumberField
            label={t`Places`}
            value={section.capacity}
            most={mostOf.capacity}
            error={has('capacity') && t`A whole number from 1 to ${mostOf.capacity}.`}
            onChange={(capacity) => onChange({ ...section, capacity })}
          />
        ) : (
          <SeatedFields section={section} has={has} onChange={onChange} />
        )}
      </div>
      <div className={office.buttons}>
        {!isFirst && (
          <Button size="s" onClick={onForward}>
            <Trans>Nearer to the stage</Trans>
          </Button>
        )}
        <Button
          size="s"
          variant="quiet"
          onClick={(event) => {
            passFocus(event);
            onRemove();
          }}
        >
          {t`Remove ${label}`}
        </Button>
      </div>
    </Card>
  );
}

interface SeatedFieldsProps {
  readonly section: SeatedDraft;
  readonly has: (kind: DraftFault['kind']) => boolean;
  readonly onChange: (section: SeatedDraft) => void;
}

function SeatedFields({ section, has, onChange }: SeatedFieldsProps) {
  const { t } = useLingui();
  const text = (name: 'seats' | 'firstRow' | 'wheelchairs') => ({
    value: section[name],
    maxLength: 500,
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...section, [name]: target.value }),
  });
  return (
    <>
      <NumberField
        label={t`Rows`}
        value={section.rows}
        most={mostOf.rows}
        error={has('rows') && t`A whole number from 1 to ${mostOf.rows}.`}
        onChange={(rows) => onChange({ ...section, rows })}
      />
      <Field
        label={t`Seats in a row`}
        hint={t`12, or row by row: 10, 11, 12. The last number goes on.`}
        required
        error={has('seats') && t`Whole numbers from 1 to ${mostOf.seatsInRow}, no more of them than rows.`}
      >
        {(control) => <TextInput {...control} {...text('seats')} />}
      </Field>
      <Field
        label={t`First row`}
        hint={t`A letter or a number.`}
        required
        error={has('first-row') && t`One or two letters of A to Z, or a number.`}
      >
        {(control) => <TextInput {...control} {...text('firstRow')} />}
      </Field>
      <Field
        label={t`Wheelchair places`}
        hint={t`Row and seat: A1, A2.`}
        error={has('wheelchairs') && t`There is no such seat in this section.`}
      >
        {(control) => <TextInput {...control} {...text('wheelchairs')} />}
      </Field>
      <RadioGroup
        label={t`Seat 1 is`}
        value={section.numbersFrom}
        onChange={(numbersFrom) => onChange({ ...section, numbersFrom })}
        options={[
          { value: 'left', label: t`on the left` },
          { value: 'right', label: t`on the right` },
        ]}
      />
      <RadioGroup
        label={t`Rows are`}
        value={section.shape}
        onChange={(shape) => onChange({ ...section, shape })}
        options={[
          { value: 'straight', label: t`straight` },
          { value: 'curved', label: t`curved around the stage` },
        ]}
      />
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly error: ReactNode;
  readonly onChange: (value: number) => void;
}

/** An empty control is 0, which is no number of anything here: the field says so. */
function NumberField({ label, value, most, error, onChange }: NumberFieldProps) {
  return (
    <Field label={label} required error={error}>
      {(control) => (
        <TextInput
          {...control}
          type="number"
          inputMode="numeric"
          min={1}
          max={most}
          value={value || ''}
          onChange={({ target }) => onChange(Number(target.value))}
        />
      )}
    </Field>
  );
}
