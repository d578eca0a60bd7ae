import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Fault } from '../faults.ts';
import { useFieldErrors } from '../form-faults.tsx';
import office from '../office.module.css';
import { passFocus } from '../pass-focus.ts';
import { keyFor, type TypeDraft, withoutType } from './offer-draft.ts';
import styles from './offer-fields.module.css';

const MOST_TYPES = 20;

interface TypesEditorProps {
  readonly types: readonly TypeDraft[];
  readonly onChange: (types: readonly TypeDraft[]) => void;
  readonly faults: readonly Fault[];
}

/** The kinds of tickets, in the order in which they are offered. */
export function TypesEditor({ types, onChange, faults }: TypesEditorProps) {
  const { t } = useLingui();
  const add = () => {
    const label = types.length === 1 ? t`Reduced` : t`Type ${types.length + 1}`;
    const keys = types.map(({ key }) => key);
    onChange([
      ...types,
      { key: keyFor(label, keys), label, maxPerBooking: '', maxPerEvent: '', needsKey: '', proof: '' },
    ]);
  };
  return (
    <div className={styles.types} data-list>
      {types.map((type, at) => (
        <TypeBox
          key={type.key}
          type={type}
          at={at}
          others={types.filter(({ key }) => key !== type.key)}
          onChange={(changed) => onChange(types.with(at, changed))}
          onRemove={() => onChange(withoutType(types, type.key))}
          faults={faults}
        />
      ))}
      {types.length < MOST_TYPES && (
        <div className={office.buttons}>
          <Button onClick={add} data-add>
            <Trans>Add a ticket type</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

interface TypeBoxProps {
  readonly type: TypeDraft;
  readonly at: number;
  readonly others: readonly TypeDraft[];
  readonly onChange: (type: TypeDraft) => void;
  readonly onRemove: () => void;
  readonly faults: readonly Fault[];
}

function TypeBox({ type, at, others, onChange, onRemove, faults }: TypeBoxProps) {
  const { t } = useLingui();
  const errorAt = useFieldErrors(faults);
  const error = (name: string) => errorAt(`ticketTypes.${at}.${name}`);
  const text = (name: 'label' | 'maxPerBooking' | 'maxPerEvent' | 'proof') => ({
    value: type[name],
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...type, [name]: target.value }),
  });
  const hasLimits = `${type.maxPerBooking}${type.maxPerEvent}${type.needsKey}${type.proof}` !== '';
  return (
    <div className={styles.type}>
      <div className={styles.typeHead}>
        <Field
          label={at === 0 ? t`Ticket type, offered first` : t`Ticket type`}
          required
          error={error('label')}
        >
          {(props) => <TextInput {...props} {...text('label')} maxLength={100} />}
        </Field>
        {others.length > 0 && (
          <Button
            variant="quiet"
            aria-label={t`Remove ${type.label}`}
            onClick={(event) => {
              passFocus(event);
              onRemove();
            }}
          >
            <Icon name="close" />
          </Button>
        )}
      </div>
      <details open={hasLimits || undefined}>
        <summary>
          <Trans>Limits and proof</Trans>
        </summary>
        <div className={office.fields}>
          <Field label={t`At most in a booking`} error={error('maxPerBooking')}>
            {(props) => <TextInput {...props} {...text('maxPerBooking')} type="number" min={1} />}
          </Field>
          <Field label={t`At most at the event`} error={error('maxPerEvent')}>
            {(props) => <TextInput {...props} {...text('maxPerEvent')} type="number" min={1} />}
          </Field>
          <Field label={t`Only together with`} error={error('needsKey')}>
            {(props) => (
              <Select
                {...props}
                value={type.needsKey}
                onChange={({ target }) => onChange({ ...type, needsKey: target.value })}
              >
                <option value="">{t`nothing: it may stand alone`}</option>
                {others.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t`What is shown at the door`} error={error('proof')}>
            {(props) => (
              <TextInput {...props} {...text('proof')} maxLength={200} placeholder={t`A student card`} />
            )}
          </Field>
        </div>
      </details>
    </div>
  );
}
