import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { newIdempotencyKey } from '../../app/idempotency.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field, FieldError } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Fault } from '../faults.ts';
import { useFieldErrors } from '../form-faults.tsx';
import office from '../office.module.css';
import { passFocus } from '../pass-focus.ts';
import { ArtistsField } from './artists-field.tsx';
import type { OfferDraft, TierDraft } from './offer-draft.ts';
import styles from './offer-fields.module.css';

/** The fields that show their own faults. */
export const offerFields = [
  'title',
  'description',
  'artistIds',
  'refundTiers',
  'holdSeconds',
  'maxSeatsPerUser',
  'minimumGuests',
  'minimumDecidedHoursBefore',
] as const;

interface OfferFieldsProps {
  readonly draft: OfferDraft;
  readonly onChange: (draft: OfferDraft) => void;
  readonly faults: readonly Fault[];
}

/** What it is: title, bill and description. */
export function WhatFields({ draft, onChange, faults }: OfferFieldsProps) {
  const { t } = useLingui();
  const error = useFieldErrors(faults);
  return (
    <div className={office.part}>
      <Field label={t`Title`} required error={error('title')}>
        {(props) => (
          <TextInput
            {...props}
            value={draft.title}
            maxLength={200}
            onChange={({ target }) => onChange({ ...draft, title: target.value })}
          />
        )}
      </Field>
      <ArtistsField
        value={draft.artists}
        onChange={(artists) => onChange({ ...draft, artists })}
        error={error('artistIds')}
      />
      <Field label={t`Description`} hint={t`Plain text, with line breaks.`} error={error('description')}>
        {(props) => (
          <TextArea
            {...props}
            value={draft.description}
            maxLength={5_000}
            onChange={({ target }) => onChange({ ...draft, description: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

/** On what terms: how long to pay, how many, and what goes back. */
export function TermsFields({ draft, onChange, faults }: OfferFieldsProps) {
  const { t } = useLingui();
  const error = useFieldErrors(faults);
  return (
    <div className={office.part}>
      <RefundTiers
        tiers={draft.refundTiers}
        error={error('refundTiers')}
        onChange={(refundTiers) => onChange({ ...draft, refundTiers })}
      />
      <div className={office.fields}>
        <Field
          label={t`Minutes to pay`}
          hint={t`How long places are held for a buyer.`}
          required
          error={error('holdSeconds')}
        >
          {(props) => (
            <TextInput
              {...props}
              type="number"
              min={0.02}
              max={1_440}
              step="any"
              value={draft.holdMinutes}
              onChange={({ target }) => onChange({ ...draft, holdMinutes: target.value })}
            />
          )}
        </Field>
        <Field
          label={t`Places per buyer`}
          hint={t`How many may be held at one time.`}
          required
          error={error('maxSeatsPerUser')}
        >
          {(props) => (
            <TextInput
              {...props}
              type="number"
              min={1}
              max={500}
              value={draft.maxSeatsPerUser}
              onChange={({ target }) => onChange({ ...draft, maxSeatsPerUser: target.value })}
            />
          )}
        </Field>
      </div>
      <MinimumFields draft={draft} onChange={onChange} faults={faults} />
      <Checkbox
        checked={draft.refusesSingleSeats}
        onChange={({ target }) => onChange({ ...draft, refusesSingleSeats: target.checked })}
        label={t`No seat may be left alone`}
        hint={t`A choice that would leave a single free seat between others is refused.`}
      />
    </div>
  );
}

/** How many guests it takes, and when that is decided. */
function MinimumFields({ draft, onChange, faults }: OfferFieldsProps) {
  const { t } = useLingui();
  const error = useFieldErrors(faults);
  return (
    <div className={office.fields}>
      <Field
        label={t`Minimum of guests`}
        hint={t`With fewer it is cancelled, and all is refunded. Empty for none.`}
        error={error('minimumGuests')}
      >
        {(props) => (
          <TextInput
            {...props}
            type="number"
            min={1}
            value={draft.minimumGuests}
            onChange={({ target }) => onChange({ ...draft, minimumGuests: target.value })}
          />
        )}
      </Field>
      <Field
        label={t`Decided so many hours before`}
        hint={t`It stays as it is once on sale.`}
        required={draft.minimumGuests !== ''}
        error={error('minimumDecidedHoursBefore')}
      >
        {(props) => (
          <TextInput
            {...props}
            type="number"
            min={1}
            max={8_784}
            disabled={draft.minimumGuests === ''}
            value={draft.minimumDecidedHoursBefore}
            onChange={({ target }) => onChange({ ...draft, minimumDecidedHoursBefore: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

const MOST_TIERS = 10;

interface RefundTiersProps {
  readonly tiers: readonly TierDraft[];
  readonly error: string | undefined;
  readonly onChange: (tiers: readonly TierDraft[]) => void;
}

function RefundTiers({ tiers, error, onChange }: RefundTiersProps) {
  const { t } = useLingui();
  const errorId = useId();
  // Not by `randomUUID`, which pages without TLS do not have.
  const add = () =>
    onChange([
      ...tiers,
      { id: newIdempotencyKey(), hoursBefore: tiers.length === 0 ? '24' : '0', percent: '50' },
    ]);
  return (
    <fieldset className={styles.tiers} data-list aria-describedby={error === undefined ? undefined : errorId}>
      <legend>
        <strong>{t`Refunds`}</strong>
        <span className={office.small}>
          {tiers.length === 0 ? (
            <Trans>No refunds. If you cancel or move the event, buyers are refunded all the same.</Trans>
          ) : (
            <Trans>After the last of these deadlines nothing is refunded.</Trans>
          )}
        </span>
      </legend>
      {tiers.map((tier, at) => (
        <div key={tier.id} className={styles.tier}>
          <TextInput
            type="number"
            min={0}
            max={100}
            required
            aria-label={t`Percent that goes back`}
            value={tier.percent}
            onChange={({ target }) => onChange(tiers.with(at, { ...tier, percent: target.value }))}
          />
          <span>
            <Trans>% until</Trans>
          </span>
          <TextInput
            type="number"
            min={0}
            max={8_784}
            required
            aria-label={t`Hours before the start`}
            value={tier.hoursBefore}
            onChange={({ target }) => onChange(tiers.with(at, { ...tier, hoursBefore: target.value }))}
          />
          <span>
            <Trans>hours before</Trans>
          </span>
          <Button
            variant="quiet"
            aria-label={t`Remove this time`}
            onClick={(event) => {
              passFocus(event);
              onChange(tiers.toSpliced(at, 1));
            }}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <FieldError id={errorId}>{error}</FieldError>
      {tiers.length < MOST_TIERS && (
        <Button size="s" className={styles.add} onClick={add} data-add>
          <Trans>Add a deadline</Trans>
        </Button>
      )}
    </fieldset>
  );
}
