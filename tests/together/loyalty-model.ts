// What the loyalty subgraph promises, kept in memory: points, levels and promo codes. Amounts are minor units, and a
// point pays one of them. It shares no code with the subgraph: it is what the subgraph is compared with.

/** `numerator / denominator` of an amount that is not below zero, rounded half up. */
export function shareOf(minor: number, numerator: number, denominator: number): number {
  return Math.floor((2 * minor * numerator + denominator) / (2 * denominator));
}

/** Splits an amount by weights, to the unit: who loses most by rounding down gets the units that are left. */
export function allocate(minor: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  const exact = weights.map((weight, place) => ({ place, lost: (minor * weight) % whole }));
  const parts = weights.map((weight) => Math.floor((minor * weight) / whole));
  const left = minor - sum(parts);
  const first = exact.sort((a, b) => b.lost - a.lost || a.place - b.place).slice(0, left);
  for (const { place } of first) parts[place] = (parts[place] ?? 0) + 1;
  return parts;
}

export const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);

/** The codes that there are, each with rules that are met and broken within a few bookings. */
export const promoCodes = {
  SHARE: { percentOff: 15, maxUses: 4, maxUsesPerUser: 2, minimumTotal: 0, budget: null },
  AMOUNT: { amountOff: 700, maxUses: null, maxUsesPerUser: null, minimumTotal: 3_000, budget: 1_500 },
} as const;
export type CodeName = keyof typeof promoCodes;

export interface Account {
  points: number;
  reserved: number;
  owed: number;
  /** What bookings earned, less what was to be taken back: the level follows from it. */
  earned: number;
  isFrozen: boolean;
}

/** What one place costs less: by the code, and by points. */
export interface PlaceOff {
  readonly promo: number;
  readonly points: number;
}

/** What a booking has of its buyer's points and of a code. */
export interface Discount {
  readonly buyer: number;
  readonly code: CodeName | null;
  readonly points: number;
  readonly places: readonly PlaceOff[];
}

/** What a paid booking earned. */
export interface Earning {
  readonly buyer: number;
  readonly points: number;
  readonly paid: number;
  /** What was paid for tickets that were given back since. */
  paidBack: number;
}

/** From the highest down: points earned, and how many quarters of a point a whole unit of money then earns. */
const levels = [
  { from: 20_000, quarters: 8 },
  { from: 5_000, quarters: 6 },
  { from: 1_000, quarters: 5 },
  { from: 0, quarters: 4 },
];

export class LoyaltyModel {
  readonly accounts: readonly Account[];
  readonly codes: Record<CodeName, { discounted: number; users: number[] }> = {
    SHARE: { discounted: 0, users: [] },
    AMOUNT: { discounted: 0, users: [] },
  };

  constructor(buyers: number) {
    this.accounts = Array.from({ length: buyers }, () => {
      return { points: 0, reserved: 0, owed: 0, earned: 0, isFrozen: false };
    });
  }

  account(buyer: number): Account {
    const account = this.accounts[buyer];
    if (!account) throw new Error(`expected a buyer of the model, got ${buyer}`);
    return account;
  }

  /** Sets points and the use of a code aside for places at these prices, or says why not. */
  reserve(
    buyer: number,
    prices: readonly number[],
    { code, points }: Pick<Discount, 'code' | 'points'>,
  ): Discount | string {
    const promo = promoOff(code, prices);
    const refusal =
      this.#refuseCode(buyer, sum(prices), code, sum(promo)) ??
      this.#refusePoints(buyer, sum(prices), sum(promo), points);
    if (refusal) return refusal;
    const left = prices.map((price, place) => price - (promo[place] ?? 0));
    const byPoints = allocate(points, left);
    this.account(buyer).reserved += points;
    if (code) {
      this.codes[code].discounted += sum(promo);
      this.codes[code].users.push(buyer);
    }
    const places = prices.map((_, place) => ({ promo: promo[place] ?? 0, points: byPoints[place] ?? 0 }));
    return { buyer, code, points, places };
  }

  release(discount: Discount): void {
    this.account(discount.buyer).reserved -= discount.points;
    this.#endUse(discount);
    if (discount.code) this.codes[discount.code].discounted -= sum(discount.places.map(({ promo }) => promo));
    this.#settle(discount.buyer);
  }

  /** A booking is paid: its points are spent, and what was paid earns others. */
  confirm(buyer: number, paid: number, discount: Discount | null): Earning {
    const account = this.account(buyer);
    if (discount) {
      account.reserved -= discount.points;
      account.points -= discount.points;
      this.#settle(buyer);
    }
    const quarters = levels.find(({ from }) => account.earned >= from)?.quarters ?? 4;
    const points = Math.floor((Math.floor(paid / 100) * quarters) / 4);
    account.points += points;
    account.earned += points;
    this.#settle(buyer);
    return { buyer, points, paid, paidBack: 0 };
  }

  /** Tickets are given back: points come back, and are taken back, in the proportion of the money. */
  refund(
    earning: Earning,
    discount: Discount | null,
    tickets: readonly { readonly paid: number; readonly off: PlaceOff }[],
    { percent, isLast }: { readonly percent: number; readonly isLast: boolean },
  ): void {
    const account = this.account(earning.buyer);
    account.points += shareOf(sum(tickets.map(({ off }) => off.points)), percent, 100);
    if (discount?.code) this.codes[discount.code].discounted -= sum(tickets.map(({ off }) => off.promo));
    if (discount && isLast) this.#endUse(discount);

    const before = earnedUpTo(earning, earning.paidBack);
    earning.paidBack += sum(tickets.map(({ paid }) => paid));
    const due = shareOf(earnedUpTo(earning, earning.paidBack) - before, percent, 100);
    account.earned -= due;
    account.owed += due;
    this.#settle(earning.buyer);
  }

  /** Takes what is owed from what is there. */
  #settle(buyer: number): void {
    const account = this.account(buyer);
    const taken = Math.min(account.owed, account.points - account.reserved);
    account.points -= taken;
    account.owed -= taken;
  }

  #endUse({ buyer, code }: Discount): void {
    if (!code) return;
    const { users } = this.codes[code];
    users.splice(users.indexOf(buyer), 1);
  }

  #refuseCode(buyer: number, subtotal: number, code: CodeName | null, off: number): string | null {
    if (!code) return null;
    const { minimumTotal, maxUses, maxUsesPerUser, budget } = promoCodes[code];
    const { users, discounted } = this.codes[code];
    if (subtotal < minimumTotal) return 'PROMO_CODE_TOTAL_TOO_LOW';
    if (maxUses !== null && users.length >= maxUses) return 'PROMO_CODE_USED_UP';
    const own = users.filter((user) => user === buyer).length;
    if (maxUsesPerUser !== null && own >= maxUsesPerUser) return 'PROMO_CODE_ALREADY_USED';
    if (budget !== null && discounted + off > budget) return 'PROMO_CODE_BUDGET_SPENT';
    return null;
  }

  #refusePoints(buyer: number, subtotal: number, promoOff: number, points: number): string | null {
    if (points > Math.min(Math.floor(subtotal / 2), subtotal - promoOff)) return 'TOO_MANY_POINTS';
    const account = this.account(buyer);
    if (points > account.points - account.reserved) return 'INSUFFICIENT_POINTS';
    return null;
  }
}

function promoOff(code: CodeName | null, prices: readonly number[]): number[] {
  if (!code) return prices.map(() => 0);
  const terms = promoCodes[code];
  const whole = sum(prices);
  const off =
    'percentOff' in terms ? shareOf(whole, terms.percentOff, 100) : Math.min(terms.amountOff, whole);
  return allocate(off, prices);
}

/** Of what a booking earned, the part of its first tickets that so much was paid for: all parts are exactly all. */
function earnedUpTo({ points, paid }: Earning, upTo: number): number {
  if (paid === 0) return 0;
  return upTo >= paid ? points : shareOf(points, upTo, paid);
}
