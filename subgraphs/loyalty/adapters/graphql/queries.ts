import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { fromDecimal, money, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { byId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { readId } from '@parterre/platform/graphql/read-id.ts';
import { requireSubgraph, requireUser } from '@parterre/platform/graphql/require-caller.ts';
import type { Application } from '../../application/application.ts';
import type { DiscountQuote } from '../../application/quote-discount.ts';
import type { QueryResolvers, UserErrorCode } from './schema.generated.ts';

/** What can be read: by organizers their codes, by buyers what they would pay, by tickets what would come back. */
export function createQueries({ queries }: Application) {
  return {
    promoCodes: async (_query, args, context) => {
      const page = readPage(args, byId<'PromoCode'>);
      const codes = await queries.visiblePromoCodes(oneMore(page), requireOrganizer(context));
      return toConnection(codes, page, (promoCode) => [promoCode.id]);
    },

    quoteDiscount: async (_query, { input }, context) =>
      shownQuote(await queries.quoteDiscount(input, requireUser(context))),

    refundedPoints: async (_query, { input: { bookingId, discount, points, percent } }, context) => {
      requireSubgraph(context, 'tickets');
      return queries.refundedPoints({
        bookingId: readId<'Booking'>('bookingId', bookingId),
        discountMinor: fromDecimal(discount).minor,
        pointsMinor: points ? fromDecimal(points).minor : null,
        percent,
      });
    },
  } satisfies QueryResolvers;
}

function shownQuote({ amounts, rejections }: DiscountQuote) {
  const shown = rejections.map(({ code, message, field }) => ({
    code: inBuyersWords(code),
    message,
    field: field && [...field],
  }));
  if (!amounts) return { subtotal: null, discount: null, total: null, rejections: shown };
  const { subtotal, discount } = amounts;
  const total = money(subtotal.minor - discount.minor, subtotal.currency);
  return {
    subtotal: toDecimal(subtotal),
    discount: toDecimal(discount),
    total: toDecimal(total),
    rejections: shown,
  };
}

/** What `createBooking` calls the same reason. */
function inBuyersWords(code: DiscountQuote['rejections'][number]['code']): UserErrorCode {
  return code === 'ACCOUNT_FROZEN' ? 'LOYALTY_ACCOUNT_UNAVAILABLE' : code;
}
