import { afterEach, expect, it } from '@jest/globals';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

let server: Wired;
afterEach(() => server.stop());

it.each([
  {
    price: { amount: '1500.55', currencyCode: 'RUB' },
    money: '20000.00',
    // Five seats are 7502.75, three 4501.65; a third of one that was 5.00 cheaper is 493.53.
    earned: 7_502,
    spent: 1_500,
    told: { discount: '15.00', total: '4486.65', refunded: '493.53', left: '8504.13' },
  },
  {
    price: { amount: '1501', currencyCode: 'JPY' },
    money: '20000',
    // 1500 points pay 15 yen, and 33 % of 1496 are 493.68.
    earned: 7_505,
    spent: 1_500,
    told: { discount: '15', total: '4488', refunded: '494', left: '8501' },
  },
  {
    price: { amount: '12.345', currencyCode: 'KWD' },
    money: '200.000',
    // 61.725 earn 61 points, which pay 0.610; 33 % of 12.141, and of 12.142 alike, are 4.007.
    earned: 61,
    spent: 61,
    told: { discount: '0.610', total: '36.425', refunded: '4.007', left: '105.857' },
  },
])(
  'a purchase, a discount by points and a partial refund keep the digits of $price.currencyCode',
  async ({ price, money, earned, spent, told }) => {
    server = await wireSubgraphs({ price, refundTiers: [{ hoursBefore: 0, percent: 33 }] });
    const buyer = await server.buyer({ money });
    const { eventId } = server.show;
    const buy = async (seats: number, more: object = {}) => {
      const input = { eventId, seatIds: server.seats(seats), payNow: true, ...more };
      const { booking, userErrors } = await server.act('createBooking', buyer, input);
      if (!booking) throw new Error(`expected a booking, got ${JSON.stringify(userErrors)}`);
      return booking;
    };

    const first = await buy(5);
    await server.tellFacts();
    expect(await server.kept(first.id, buyer)).toMatchObject({ points: [{ points: earned }] });

    const second = await buy(3, { spendPoints: spent });
    expect(second).toMatchObject({ discount: { amount: told.discount }, total: { amount: told.total } });

    const refund = { bookingId: second.id, ticketIds: [second.tickets[0]?.id] };
    const { refunded } = await server.act('refundTickets', buyer, refund);
    expect(refunded).toMatchObject({ amount: told.refunded });
    const nothing = told.left.replace(/\d/g, '0').replace(/^0+(?=0)/, '');
    expect(await server.payments.balances(buyer.userId)).toEqual([told.left, nothing]);
    expect(await server.breaches()).toEqual([]);
  },
);
