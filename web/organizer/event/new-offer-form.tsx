import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Fault } from '../faults.ts';
import { FormFaults, useFieldErrors } from '../form-faults.tsx';
import office from '../office.module.css';
import { usePlan, zonesWithPlaces } from '../plan/use-plan.ts';
import { type HallChoice, HallField } from './hall-field.tsx';
import { newOffer, type OfferDraft, offerInput, type TypeDraft, typesInput } from './offer-draft.ts';
import { offerFields, TermsFields, WhatFields } from './offer-fields.tsx';
import { PriceGrid } from './price-grid.tsx';
import { type PricedZone, pricesIn } from './price-table.ts';
import { TypesEditor } from './types-editor.tsx';
import { useCurrency, usePriceTable } from './use-price-table.ts';

/** What `createEvent` and `createEventSeries` have in common. */
export type NewOffer = ReturnType<typeof offerInput> & {
  readonly hallId: string;
  readonly ticketTypes: ReturnType<typeof typesInput>;
  readonly prices: ReturnType<ReturnType<typeof usePriceTable>['input']>;
};

interface NewOfferFormProps {
  readonly verb: ReactNode;
  readonly busy: boolean;
  readonly faults: readonly Fault[];
  /** Fields of the page's own, within the part about the hall; `zone` is the hall's once one is chosen. */
  readonly when?: (zone: string | undefined) => ReactNode;
  readonly whenFields?: readonly string[];
  readonly onSubmit: (offer: NewOffer, zone: string) => void;
}

/** The whole offer of a new event or series: what, where, which tickets at which prices, on what terms. */
export function NewOfferForm({ verb, busy, faults, when, whenFields = [], onSubmit }: NewOfferFormProps) {
  const { t } = useLingui();
  const error = useFieldErrors(faults);
  const [draft, setDraft] = useState<OfferDraft>(newOffer);
  const [types, setTypes] = useState<readonly TypeDraft[]>(() => [
    { key: 'adult', label: t`Adult`, maxPerBooking: '', maxPerEvent: '', needsKey: '', proof: '' },
  ]);
  const [choice, setChoice] = useState<HallChoice | null>(null);
  const [zones, setZones] = useState<readonly PricedZone[]>([]);
  const currencyCode = useCurrency();
  const table = usePriceTable({}, currencyCode);
  const hall = choice?.hall;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const keys = types.map(({ key }) => key);
    if (!choice || !hall || table.hasUnread(keys, zones)) return;
    const prices = table.input(pricesIn(table.cells, keys, zones));
    onSubmit(
      { ...offerInput(draft), hallId: hall.id, ticketTypes: typesInput(types), prices },
      choice.timeZone,
    );
  };
  return (
    <form className={office.form} onSubmit={submit}>
      <Card as="section" className={office.part}>
        <h2>{t`About the event`}</h2>
        <WhatFields draft={draft} onChange={setDraft} faults={faults} />
      </Card>
      <Card as="section" className={office.part}>
        <h2>{when ? t`Where and when` : t`Where`}</h2>
        <HallField
          value={choice}
          onChange={(chosen) => {
            setChoice(chosen);
            // Those of the hall before are not those of this one.
            if (chosen.hall?.id !== hall?.id) setZones([]);
          }}
          error={error('hallId')}
        />
        {when?.(choice?.timeZone)}
      </Card>
      <Card as="section" className={office.part}>
        <h2>{t`Tickets and prices`}</h2>
        <TypesEditor types={types} onChange={setTypes} faults={faults} />
        {hall?.seatingPlan && !currencyCode && <Skeleton height={96} />}
        {hall?.seatingPlan && currencyCode && (
          <ZonePrices key={hall.seatingPlan.id} geometryUrl={hall.seatingPlan.geometryUrl} onZones={setZones}>
            {(shown) => (
              <PriceGrid
                types={types}
                zones={shown}
                currencyCode={currencyCode}
                texts={table.texts}
                onChange={table.setTexts}
                errors={table.errors(faults)}
              />
            )}
          </ZonePrices>
        )}
        {!hall?.seatingPlan && <p className={office.muted}>{t`Choose a hall to price its zones.`}</p>}
        <p className={office.muted}>{t`Prices may follow later, before it goes on sale.`}</p>
      </Card>
      <Card as="section" className={office.part}>
        <h2>{t`Terms`}</h2>
        <TermsFields draft={draft} onChange={setDraft} faults={faults} />
      </Card>
      <FormFaults
        faults={faults}
        shown={[...offerFields, ...whenFields, 'hallId', 'prices', 'ticketTypes']}
      />
      {faults.length > 0 && (
        <p className={office.muted}>
          <Trans>Nothing was created yet. Check the fields that are marked.</Trans>
        </p>
      )}
      <div className={office.buttons}>
        <Button type="submit" variant="primary" busy={busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}

interface ZonePricesProps {
  readonly geometryUrl: string;
  readonly onZones: (zones: readonly PricedZone[]) => void;
  readonly children: (zones: readonly PricedZone[]) => ReactNode;
}

/** The zones of a hall's plan that have places: only these are sold. */
function ZonePrices({ geometryUrl, onZones, children }: ZonePricesProps) {
  const state = usePlan(geometryUrl);
  const [told, setTold] = useState<readonly PricedZone[] | null>(null);
  if (state.kind === 'fault') return <FaultState cause={state.cause} onRetry={state.again} />;
  if (state.kind === 'loading') return <Skeleton height={96} />;
  if (told === null) {
    const used = zonesWithPlaces(state.plan);
    const zones = state.plan.zones.filter(({ id }) => used.has(id));
    setTold(zones);
    queueMicrotask(() => onZones(zones));
    return null;
  }
  return children(told);
}
