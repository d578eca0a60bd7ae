import { describe, expect, it } from '@jest/globals';
import type { Complete } from './complete-resolvers.ts';

interface Resolvers {
  readonly Seat?: {
    readonly label?: (seat: Seat) => string;
    readonly price?: (seat: Seat) => Promise<{ amount: string }>;
    readonly row?: (seat: Seat) => string | null;
  };
  readonly Row?: { readonly label?: (row: Row) => string };
}
/** Carries its label, a price of another shape, and no row. */
interface Seat {
  readonly label: string;
  readonly price: { minor: bigint };
}
interface Row {
  readonly label: string;
}

type Needed = Complete<Resolvers, { Seat: Seat; Row: Row }>;
type IsRequired<Of, Key extends keyof Of> = undefined extends Of[Key] ? false : true;

describe('complete resolvers', () => {
  it('require what the model does not carry, or carries in another shape, and nothing else', () => {
    // The compiler decides: another value does not have the type.
    const required: {
      readonly type: IsRequired<Needed, 'Seat'>;
      readonly label: IsRequired<Needed['Seat'], 'label'>;
      readonly price: IsRequired<Needed['Seat'], 'price'>;
      readonly row: IsRequired<Needed['Seat'], 'row'>;
      readonly carried: IsRequired<Needed, 'Row'>;
    } = { type: true, label: false, price: true, row: true, carried: false };
    expect(required).toMatchObject({ type: true, price: true, row: true });
  });
});
