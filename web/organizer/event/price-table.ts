/** Prices as typed, by `cellOf` a ticket type and a zone: decimals such as "12.50", empty where there is none yet. */
export type PriceCells = Readonly<Record<string, string>>;

export interface PricedZone {
  readonly id: string;
  readonly label: string;
}

interface PricedType {
  readonly key: string;
  readonly prices: readonly {
    readonly priceZone: { readonly id: string };
    readonly price: { readonly amount: string };
  }[];
}

export interface PriceChange {
  readonly priceZoneId: string;
  readonly ticketTypeKey: string;
  readonly amount: string;
}

export interface PriceCell {
  readonly typeKey: string;
  readonly zoneId: string;
}

/** Names a cell of the table. Keys of ticket types have no blanks. */
export function cellOf(typeKey: string, zoneId: string): string {
  return `${typeKey} ${zoneId}`;
}

/** The table of an event as the server has it. */
export function cellsOf(types: readonly PricedType[]): PriceCells {
  return Object.fromEntries(
    types.flatMap(({ key, prices }) =>
      prices.map(({ priceZone, price }) => [cellOf(key, priceZone.id), price.amount]),
    ),
  );
}

/** All prices of these types and zones that are given, in the table's order. */
export function pricesIn(
  cells: PriceCells,
  typeKeys: readonly string[],
  zones: readonly PricedZone[],
): readonly PriceChange[] {
  return typeKeys.flatMap((ticketTypeKey) =>
    zones.flatMap(({ id: priceZoneId }) => {
      const amount = cells[cellOf(ticketTypeKey, priceZoneId)] ?? '';
      return amount === '' ? [] : [{ priceZoneId, ticketTypeKey, amount }];
    }),
  );
}

/** Those that are not as they were before; one that was emptied counts for nothing, since a price cannot be taken away. */
export function changedPrices(
  before: PriceCells,
  cells: PriceCells,
  typeKeys: readonly string[],
  zones: readonly PricedZone[],
): readonly PriceChange[] {
  return pricesIn(cells, typeKeys, zones).filter(
    ({ ticketTypeKey, priceZoneId, amount }) => !isSame(before[cellOf(ticketTypeKey, priceZoneId)], amount),
  );
}

/** Whether a price that there was is given no more. */
export function hasEmptied(
  before: PriceCells,
  cells: PriceCells,
  typeKeys: readonly string[],
  zones: readonly PricedZone[],
): boolean {
  return pricesIn(before, typeKeys, zones).some(
    ({ ticketTypeKey, priceZoneId }) => (cells[cellOf(ticketTypeKey, priceZoneId)] ?? '') === '',
  );
}

/** Whether one of these cells of the table is among those of types and zones that are shown. */
export function isAnyShown(
  cells: readonly string[],
  typeKeys: readonly string[],
  zones: readonly PricedZone[],
): boolean {
  return typeKeys.some((key) => zones.some(({ id }) => cells.includes(cellOf(key, id))));
}

/** The cells that keep an event from going on sale. */
export function missingPrices(
  cells: PriceCells,
  typeKeys: readonly string[],
  zones: readonly PricedZone[],
): readonly PriceCell[] {
  return typeKeys.flatMap((typeKey) =>
    zones.flatMap(({ id: zoneId }) =>
      (cells[cellOf(typeKey, zoneId)] ?? '') === '' ? [{ typeKey, zoneId }] : [],
    ),
  );
}

/** "12.5" and "12.50" are the same sum. */
function isSame(before: string | undefined, amount: string): boolean {
  return before !== undefined && plain(before) === plain(amount);
}

function plain(amount: string): string {
  const [whole = '', fraction = ''] = amount.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`;
}
