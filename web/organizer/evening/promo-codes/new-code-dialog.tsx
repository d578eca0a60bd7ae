import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId, useState } from 'react';
import { useRefusalText } from '../../../app/refusals.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { DateTimeInput } from '../../../ui/date-time-input.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { formatLocale } from '../../../ui/format-locale.ts';
import { MoneyInput } from '../../../ui/money-input.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import { useCurrency } from '../../event/use-price-table.ts';
import { type Fault, faultAt, otherFaults } from '../../faults.ts';
import { useAction } from '../../use-action.ts';
import { eveningRefusals } from '../evening-refusals.ts';
import { EventsAndZones } from './events-and-zones.tsx';
import { CreatePromoCode } from './promo-code-documents.ts';
import styles from './promo-codes.module.css';
import { emptyDraft, type PromoDraft, promoInput } from './promo-draft.ts';
import { useLevelNames } from './promo-rules.tsx';

interface NewCodeDialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const shownFaults = [
  'code',
  'percentOff',
  'amountOff',
  'fixedPrice',
  'validFrom',
  'validUntil',
  'minimumTotal',
  'maxUses',
  'maxUsesPerUser',
  'budget',
];

/** A code and its rules, each of which may be left out. */
export function NewCodeDialog({ onClose, onDone }: NewCodeDialogProps) {
  const { t, i18n } = useLingui();
  const refusalText = useRefusalText(eveningRefusals);
  const { say } = useToasts();
  const formId = useId();
  const action = useAction(CreatePromoCode);
  const currencyCode = useCurrency() ?? 'EUR';
  const [draft, setDraft] = useState<PromoDraft>(emptyDraft);
  const [unread, setUnread] = useState<readonly Fault[]>([]);
  const faults = unread.length > 0 ? unread : action.faults;
  const set = (changes: Partial<PromoDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const errorOf = (field: string) => {
    const fault = faultAt(faults, field);
    return fault && refusalText(fault.code);
  };
  const submit = async (sent: FormEvent) => {
    sent.preventDefault();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { input, faults: found } = promoInput(draft, { currencyCode, locale: formatLocale(i18n), zone });
    setUnread(found);
    if (found.length > 0) return;
    if (!(await action.run({ input }))) return;
    say(t`${input.code} can be used from now on.`);
    onDone();
  };
  const others = otherFaults(faults, shownFaults);
  return (
    <Dialog
      open
      sticky
      locked={action.busy}
      width={640}
      onClose={onClose}
      title={t`New promo code`}
      footer={
        <>
          <Button onClick={onClose} disabled={action.busy}>
            <Trans>Go back</Trans>
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={action.busy}>
            <Trans>Make the code</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        <div role="alert">
          {others.map(({ code }) => (
            <Notice key={code} tone="danger">
              {refusalText(code)}
            </Notice>
          ))}
        </div>
        <Field
          label={t`Code`}
          hint={t`What buyers type, in capitals or not.`}
          required
          error={errorOf('code')}
        >
          {(props) => (
            <TextInput
              {...props}
              autoFocus
              autoComplete="off"
              maxLength={50}
              value={draft.code}
              onChange={({ currentTarget }) => set({ code: currentTarget.value })}
            />
          )}
        </Field>
        <Effect draft={draft} set={set} errorOf={errorOf} currencyCode={currencyCode} />
        <EventsAndZones draft={draft} set={set} />
        <Rules draft={draft} set={set} errorOf={errorOf} currencyCode={currencyCode} />
      </form>
    </Dialog>
  );
}

interface PartProps {
  readonly draft: PromoDraft;
  readonly set: (changes: Partial<PromoDraft>) => void;
  readonly errorOf: (field: string) => string | undefined;
  readonly currencyCode: string;
}

function Effect({ draft, set, errorOf, currencyCode }: PartProps) {
  const { t } = useLingui();
  const { kind, value } = draft;
  return (
    <div className={styles.fields}>
      <RadioGroup
        label={t`What it does`}
        value={kind}
        onChange={(next) => set({ kind: next, value: '' })}
        options={[
          { value: 'percentOff', label: t`Takes a share off` },
          { value: 'amountOff', label: t`Takes a sum off the booking` },
          { value: 'fixedPrice', label: t`Sets the price of each place` },
        ]}
      />
      <Field
        key={kind}
        label={kind === 'percentOff' ? t`Percent` : kind === 'amountOff' ? t`Sum` : t`Price of a place`}
        required
        error={errorOf(kind)}
      >
        {(props) =>
          kind === 'percentOff' ? (
            <TextInput
              {...props}
              type="number"
              inputMode="numeric"
              min={1}
              max={100}
              value={value}
              onChange={({ currentTarget }) => set({ value: currentTarget.value })}
            />
          ) : (
            <MoneyInput
              {...props}
              currencyCode={currencyCode}
              value={value}
              onChange={(text) => set({ value: text })}
            />
          )
        }
      </Field>
    </div>
  );
}

function Rules({ draft, set, errorOf, currencyCode }: PartProps) {
  const { t } = useLingui();
  const levels = useLevelNames();
  const time = (field: 'validFrom' | 'validUntil', label: string) => (
    <Field label={label} hint={t`By the clock of this device.`} error={errorOf(field)}>
      {(props) => (
        <DateTimeInput
          {...props}
          value={draft[field]}
          onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
        />
      )}
    </Field>
  );
  const count = (field: 'maxUses' | 'maxUsesPerUser', label: string) => (
    <Field label={label} error={errorOf(field)}>
      {(props) => (
        <TextInput
          {...props}
          type="number"
          inputMode="numeric"
          min={1}
          value={draft[field]}
          onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
        />
      )}
    </Field>
  );
  const money = (field: 'minimumTotal' | 'budget', label: string) => (
    <Field label={label} error={errorOf(field)}>
      {(props) => (
        <MoneyInput
          {...props}
          currencyCode={currencyCode}
          value={draft[field]}
          onChange={(text) => set({ [field]: text })}
        />
      )}
    </Field>
  );
  return (
    <fieldset className={styles.part}>
      <legend>{t`Rules`}</legend>
      <div className={styles.fields}>
        {time('validFrom', t`Valid from`)}
        {time('validUntil', t`Valid until`)}
        {count('maxUses', t`Uses in all`)}
        {count('maxUsesPerUser', t`Uses by one buyer`)}
        {money('minimumTotal', t`The booking costs at least`)}
        {money('budget', t`Takes off in all at most`)}
        <Field label={t`Loyalty level at least`}>
          {(props) => (
            <Select
              {...props}
              value={draft.minimumLevel}
              onChange={({ currentTarget }) =>
                set({ minimumLevel: currentTarget.value as PromoDraft['minimumLevel'] })
              }
            >
              <option value="">{t`Any`}</option>
              {(['SILVER', 'GOLD', 'PLATINUM'] as const).map((level) => (
                <option key={level} value={level}>
                  {levels[level]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Checkbox
        label={t`Only for the first booking of a buyer`}
        checked={draft.firstBookingOnly}
        onChange={({ currentTarget }) => set({ firstBookingOnly: currentTarget.checked })}
      />
    </fieldset>
  );
}
