/** What is offered, by an event or by each slot of a series, as a form has it: numbers are texts until they are sent. */
export interface OfferDraft {
  readonly title: string;
  readonly description: string;
  readonly artists: readonly ArtistShown[];
  readonly refundTiers: readonly TierDraft[];
  readonly holdMinutes: string;
  readonly maxSeatsPerUser: string;
  readonly refusesSingleSeats: boolean;
  /** Empty for none. */
  readonly minimumGuests: string;
  /** Means nothing without a minimum. */
  readonly minimumDecidedHoursBefore: string;
}

export interface ArtistShown {
  readonly id: string;
  readonly name: string;
}

export interface TierDraft {
  readonly id: string;
  readonly hoursBefore: string;
  readonly percent: string;
}

export interface TypeDraft {
  /** Names the type for good; labels may change. */
  readonly key: string;
  readonly label: string;
  /** Empty for no limit. */
  readonly maxPerBooking: string;
  readonly maxPerEvent: string;
  /** Key of the type that has to be beside it; empty where it may stand alone. */
  readonly needsKey: string;
  readonly proof: string;
}

interface OfferSource {
  readonly title: string;
  readonly description?: string | null | undefined;
  readonly artists: readonly ArtistShown[];
  readonly refundTiers: readonly { readonly hoursBefore: number; readonly percent: number }[];
  readonly holdSeconds: number;
  readonly maxSeatsPerUser: number;
  readonly refusesSingleSeats: boolean;
  readonly minimumGuests?: number | null | undefined;
  readonly minimumDecidedHoursBefore?: number | null | undefined;
}

interface TypeSource {
  readonly key: string;
  readonly label: string;
  readonly maxPerBooking?: number | null | undefined;
  readonly maxPerEvent?: number | null | undefined;
  readonly proof?: string | null | undefined;
  readonly needs?: { readonly key: string } | null | undefined;
}

/** What somebody begins with: a quarter of an hour to pay, everything back until two days before. */
export const newOffer: OfferDraft = {
  title: '',
  description: '',
  artists: [],
  refundTiers: [{ id: 'first', hoursBefore: '48', percent: '100' }],
  holdMinutes: '15',
  maxSeatsPerUser: '10',
  refusesSingleSeats: false,
  minimumGuests: '',
  minimumDecidedHoursBefore: '24',
};

export function offerOf(source: OfferSource): OfferDraft {
  return {
    title: source.title,
    description: source.description ?? '',
    artists: source.artists.map(({ id, name }) => ({ id, name })),
    refundTiers: source.refundTiers.map(({ hoursBefore, percent }) => ({
      id: `${hoursBefore}`,
      hoursBefore: String(hoursBefore),
      percent: String(percent),
    })),
    // Seconds that are no whole minutes were set by another program: they stay as they are unless somebody types.
    holdMinutes: String(Number((source.holdSeconds / 60).toFixed(2))),
    maxSeatsPerUser: String(source.maxSeatsPerUser),
    refusesSingleSeats: source.refusesSingleSeats,
    minimumGuests: source.minimumGuests ? String(source.minimumGuests) : '',
    minimumDecidedHoursBefore: String(source.minimumDecidedHoursBefore ?? newOffer.minimumDecidedHoursBefore),
  };
}

export function typesOf(types: readonly TypeSource[]): readonly TypeDraft[] {
  return types.map(({ key, label, maxPerBooking, maxPerEvent, proof, needs }) => ({
    key,
    label,
    maxPerBooking: maxPerBooking == null ? '' : String(maxPerBooking),
    maxPerEvent: maxPerEvent == null ? '' : String(maxPerEvent),
    needsKey: needs?.key ?? '',
    proof: proof ?? '',
  }));
}

/** The offer as the API takes it. */
export function offerInput(draft: OfferDraft) {
  // None is 0: what is left out stays.
  const minimumGuests = Number(draft.minimumGuests);
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    artistIds: draft.artists.map(({ id }) => id),
    refundTiers: draft.refundTiers.map(({ hoursBefore, percent }) => ({
      hoursBefore: Number(hoursBefore),
      percent: Number(percent),
    })),
    holdSeconds: Math.round(Number(draft.holdMinutes) * 60),
    maxSeatsPerUser: Number(draft.maxSeatsPerUser),
    refusesSingleSeats: draft.refusesSingleSeats,
    minimumGuests,
    minimumDecidedHoursBefore: minimumGuests === 0 ? null : Number(draft.minimumDecidedHoursBefore),
  };
}

/** What of the offer is not as it was before: what is left out stays. */
export function offerChanges(before: OfferDraft, after: OfferDraft): Partial<ReturnType<typeof offerInput>> {
  const old = offerInput(before);
  const entries = Object.entries(offerInput(after)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name as keyof typeof old]),
  );
  return Object.fromEntries(entries);
}

/** Ticket types as the API takes them; limits that are not set are left out. */
export function typesInput(types: readonly TypeDraft[]) {
  const limit = (text: string) => (text.trim() === '' ? null : Number(text));
  return types.map(({ key, label, maxPerBooking, maxPerEvent, needsKey, proof }) => ({
    key,
    label: label.trim(),
    maxPerBooking: limit(maxPerBooking),
    maxPerEvent: limit(maxPerEvent),
    needsKey: needsKey || null,
    proof: proof.trim() || null,
  }));
}

export function isSameTypes(before: readonly TypeDraft[], after: readonly TypeDraft[]): boolean {
  return JSON.stringify(typesInput(before)) === JSON.stringify(typesInput(after));
}

/** The types without this one; others that need it beside them stand alone from now on. */
export function withoutType(types: readonly TypeDraft[], key: string): readonly TypeDraft[] {
  return types
    .filter((type) => type.key !== key)
    .map((type) => (type.needsKey === key ? { ...type, needsKey: '' } : type));
}

/** A key for a new type that none of these has: made of its label where that is in Latin letters. */
export function keyFor(label: string, taken: readonly string[]): string {
  const slug = label
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 30);
  const stem = /^[a-z0-9]/.test(slug) ? slug : 'type';
  let key = stem;
  for (let count = 2; taken.includes(key); count += 1) key = `${stem}-${count}`;
  return key;
}
