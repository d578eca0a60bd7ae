import { describe, expect, it } from '@jest/globals';
import { faultAt, otherFaults } from './faults.ts';

const faults = [
  { code: 'INVALID_AMOUNT', field: ['prices', '2', 'price'] },
  { code: 'INVALID_TIMES', field: ['endsAt'] },
  { code: 'EVENT_IS_CANCELLED', field: null },
];

describe('faults of a form', () => {
  it('stand beside the field that they name, or a part of it', () => {
    expect(faultAt(faults, 'endsAt')?.code).toBe('INVALID_TIMES');
    expect(faultAt(faults, 'prices')?.code).toBe('INVALID_AMOUNT');
    expect(faultAt(faults, 'prices.2')?.code).toBe('INVALID_AMOUNT');
    expect(faultAt(faults, 'prices.1')).toBeUndefined();
    expect(faultAt(faults, 'ends')).toBeUndefined();
  });

  it('stand above the button when the form has no such field', () => {
    expect(otherFaults(faults, ['endsAt', 'prices']).map(({ code }) => code)).toEqual(['EVENT_IS_CANCELLED']);
    expect(otherFaults(faults, ['prices']).map(({ code }) => code)).toEqual([
      'INVALID_TIMES',
      'EVENT_IS_CANCELLED',
    ]);
  });
});
