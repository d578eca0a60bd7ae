import { describe, expect, it } from '@jest/globals';
import type { TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { readTicketTypes, refuseOverLimit, refuseTypes, type TicketTypes } from './ticket-type.ts';

const adult = { key: 'adult', label: 'Adult' };
const companion = { key: 'companion', label: 'Companion', maxPerBooking: 1, needsKey: 'disabled' };
const disabled = { key: 'disabled', label: 'Disabled', proof: 'a card' };

describe('ticket types', () => {
  it('are one where none is named', () => {
    expect(readTicketTypes([])).toEqual([expect.objectContaining({ key: 'standard', needsId: null })]);
  });

  it('are kept in their order, and know which one they need', () => {
    const types = readTicketTypes([adult, companion, disabled]) as TicketTypes;
    expect(types.map(({ key }) => key)).toEqual(['adult', 'companion', 'disabled']);
    expect(types[1]).toMatchObject({
      maxPerBooking: 1,
      maxPerEvent: null,
      needsId: types[2]?.id,
      proof: null,
    });
    expect(types[2]?.proof).toBe('a card');
  });

  it.each([
    ['a key twice', [adult, adult], ['ticketTypes', '1', 'key']],
    ['a key of other characters', [{ ...adult, key: 'a b' }], ['ticketTypes', '0', 'key']],
    ['no label', [{ ...adult, label: ' ' }], ['ticketTypes', '0', 'label']],
    ['a limit of none', [{ ...adult, maxPerBooking: 0 }], ['ticketTypes', '0', 'maxPerBooking']],
    ['a limit of none at the event', [{ ...adult, maxPerEvent: -1 }], ['ticketTypes', '0', 'maxPerEvent']],
    ['the need of itself', [{ ...adult, needsKey: 'adult' }], ['ticketTypes', '0', 'needsKey']],
    ['the need of one that is not there', [companion], ['ticketTypes', '0', 'needsKey']],
    ['more than 20', Array.from({ length: 21 }, (_, n) => ({ ...adult, key: `t${n}` })), ['ticketTypes']],
  ])('are refused with %s', (_what, inputs, field) => {
    expect(readTicketTypes(inputs)).toMatchObject({ code: 'INVALID_INPUT', field });
  });
});

describe('the ticket types of one booking', () => {
  const types = readTicketTypes([adult, companion, disabled]) as TicketTypes;
  const wanted = (...counts: [number, number][]) =>
    new Map(counts.map(([index, count]) => [types[index]?.id as TicketTypeId, count]));

  it('may be any of the event, as many as each allows', () => {
    expect(refuseTypes(types, wanted([0, 5]))).toBeUndefined();
    expect(refuseTypes(types, wanted([1, 1], [2, 2]))).toBeUndefined();
  });

  it('are refused above the limit, without the one that is needed, and of another event', () => {
    expect(refuseTypes(types, wanted([1, 2], [2, 2]))).toMatchObject({
      code: 'TICKET_TYPE_RULES',
      message: 'expected at most 1 of "Companion" in one booking, got 2',
    });
    expect(refuseTypes(types, wanted([0, 1], [1, 1]))).toMatchObject({
      code: 'TICKET_TYPE_RULES',
      message: 'expected "Disabled" beside "Companion", got none',
    });
    expect(refuseTypes(types, new Map([[newId<'TicketType'>(), 1]]))).toMatchObject({
      code: 'TICKET_TYPE_NOT_FOUND',
    });
  });

  it('are refused beyond what the event has left', () => {
    const limited = { ...types[0], maxPerEvent: 3 };
    expect(refuseOverLimit(limited, 2, 1)).toBeUndefined();
    expect(refuseOverLimit(limited, 2, 2)?.message).toBe(
      'expected at most 1 more of "Adult", of which the event has 3, got 2',
    );
    expect(refuseOverLimit(types[0], 1_000, 1_000)).toBeUndefined();
  });
});
