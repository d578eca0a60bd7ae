import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRefusalText } from '../../app/refusals.ts';
import { useAskedAnew } from '../../app/use-asked-anew.ts';
import type { CurrencyCode } from '../../graphql/generated/graphql.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { formatLocale } from '../../ui/format-locale.ts';
import { parseAmount } from '../../ui/money-format.ts';
import { type Fault, faultAt } from '../faults.ts';
import { officeRefusals } from '../office-refusals.ts';
import { OfficeCurrency } from './event-documents.ts';
import { cellOf, isAnyShown, type PriceCells, type PriceChange, type PricedZone } from './price-table.ts';

const ASK_AGAIN_MS = 5_000;

/** The currency of all prices; undefined until it is known. What gets no answer is asked for again. */
export function useCurrency(): CurrencyCode | undefined {
  const [{ data, error }, ask] = useQuery({ query: OfficeCurrency, variables: {} });
  const currencyCode = data?.me?.wallet?.available.currencyCode;
  const isMissed = error !== undefined && currencyCode === undefined;
  useAskedAnew(() => isMissed && ask({ requestPolicy: 'network-only' }), ASK_AGAIN_MS, isMissed);
  return currencyCode;
}

/** A table of prices while it is typed in, and what the server said of the prices that were sent last. */
export function usePriceTable(before: PriceCells, currencyCode: CurrencyCode | undefined) {
  const { t, i18n } = useLingui();
  const refusal = useRefusalText(officeRefusals);
  const [texts, setTexts] = useState(before);
  const [sent, setSent] = useState<readonly PriceChange[]>([]);
  const cells: Record<string, string> = {};
  const unread: string[] = [];
  for (const [cell, text] of Object.entries(texts)) {
    const amount = text.trim() === '' ? '' : parseAmount(text, currencyCode ?? 'EUR', formatLocale(i18n));
    if (amount === null) unread.push(cell);
    else cells[cell] = amount;
  }
  return {
    texts,
    setTexts,
    /** Decimals; what is no price yet is missing. */
    cells: cells as PriceCells,
    /** Whether what is no price stands in a cell of these: one of a type or a zone that went counts for nothing. */
    hasUnread: (typeKeys: readonly string[], zones: readonly PricedZone[]) =>
      isAnyShown(unread, typeKeys, zones),
    /** The prices as the API takes them; remembered, so that a refusal finds its cell. */
    input: (changes: readonly PriceChange[]) => {
      setSent(changes);
      return changes.map(({ priceZoneId, ticketTypeKey, amount }) => ({
        priceZoneId,
        ticketTypeKey,
        price: { amount, currencyCode: currencyCode ?? 'EUR' },
      }));
    },
    errors: (faults: readonly Fault[]): ReadonlyMap<string, string> => {
      const errors = new Map(unread.map((cell) => [cell, t`Enter a price like 25.00.`]));
      for (const [at, { ticketTypeKey, priceZoneId }] of sent.entries()) {
        const fault = faultAt(faults, `prices.${at}`);
        if (fault) errors.set(cellOf(ticketTypeKey, priceZoneId), refusal(fault.code));
      }
      return errors;
    },
  };
}
