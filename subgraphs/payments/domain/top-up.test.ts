import { describe, expect, it } from '@jest/globals';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import {
  firstAskAt,
  type ProviderVerdict,
  pageOpenedWithin,
  refusePage,
  stateAfter,
  type TopUp,
  type TopUpState,
  verdictOnUnknown,
} from './top-up.ts';

const verdicts: readonly ProviderVerdict[] = ['PAID', 'EXPIRED', 'FAILED', 'UNDECIDED'];

describe('a top-up', () => {
  it.each<[TopUpState, ProviderVerdict, TopUpState]>([
    ['PENDING', 'UNDECIDED', 'PENDING'],
    ['PENDING', 'PAID', 'PAID'],
    ['PENDING', 'EXPIRED', 'EXPIRED'],
    ['PENDING', 'FAILED', 'FAILED'],
    ['EXPIRED', 'PAID', 'PAID'],
    ['FAILED', 'PAID', 'PAID'],
    ['PAID', 'EXPIRED', 'PAID'],
    ['PAID', 'FAILED', 'PAID'],
    ['EXPIRED', 'UNDECIDED', 'EXPIRED'],
    ['EXPIRED', 'FAILED', 'EXPIRED'],
    ['REFUNDED', 'PAID', 'REFUNDED'],
    ['REFUNDED', 'EXPIRED', 'REFUNDED'],
  ])('that is %s and is called %s is %s', (state, verdict, after) => {
    expect(stateAfter(state, verdict)).toBe(after);
  });

  it('is paid in the end if it was ever called so, whatever else was said before and after', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verdicts), { maxLength: 12 }), (said) => {
        const end = said.reduce<TopUpState>(stateAfter, 'PENDING');
        expect(end === 'PAID').toBe(said.includes('PAID'));
      }),
    );
  });
});

describe('the page of a top-up', () => {
  const createdAt = new Date('2027-03-01T12:00:00.000Z');
  const topUp = (state: TopUpState): TopUp => ({
    id: newId<'TopUp'>(),
    userId: newId<'User'>(),
    amount: money(1n, 'EUR'),
    state,
    page: null,
    createdAt,
  });
  const after = (hours: number) => new Date(createdAt.getTime() + hours * 3_600_000);

  it('is asked for again while the provider remembers that it was, and not later', () => {
    expect(refusePage(topUp('PENDING'), after(22))).toBeNull();
    expect(refusePage(topUp('PENDING'), after(23))).toMatchObject({ code: 'PROVIDER_REFUSED' });
  });

  it('is not asked for once the provider has refused', () => {
    expect(refusePage(topUp('FAILED'), after(0))).toMatchObject({ code: 'PROVIDER_REFUSED' });
  });

  it('was opened between the beginning and the last moment in which it is asked for', () => {
    const { from, to } = pageOpenedWithin(topUp('PENDING'));
    expect(from).toEqual(createdAt);
    expect(refusePage(topUp('PENDING'), new Date(to.getTime() - 1))).toBeNull();
    expect(refusePage(topUp('PENDING'), to)).toMatchObject({ code: 'PROVIDER_REFUSED' });
  });

  it('is asked about when it has ended, if it was opened at once', () => {
    expect(firstAskAt(createdAt)).toEqual(after(25));
  });

  it('that the provider does not know is taken for ended a week after the beginning', () => {
    expect(verdictOnUnknown(topUp('PENDING'), new Date(after(7 * 24).getTime() - 1))).toBe('UNDECIDED');
    expect(verdictOnUnknown(topUp('PENDING'), after(7 * 24))).toBe('EXPIRED');
  });
});
