import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { type CurrencyCode, money, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { byId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { type Id, isId } from '@parterre/platform/kernel/ids.ts';
import type { Application } from '../../application/application.ts';
import { accountIdOf } from '../../domain/account.ts';
import type { Resolvers } from './schema.generated.ts';

/** What the types of the schema answer, field by field. */
export function createTypes({ queries }: Application) {
  return {
    User: {
      __resolveReference: ({ id }) => (isId<'User'>(id) ? { id } : null),
      loyalty: ({ id }, _args, context) => {
        requireUser(context);
        if (!mayActFor(context.caller, id)) throw forbidden("expected one's own loyalty account");
        return context.loaders.accountOf.load(id);
      },
    },
    LoyaltyAccount: {
      id: (account) => accountIdOf(account.userId),
      reservedPoints: (account) => account.reserved,
      owedPoints: (account) => account.owed,
      frozen: (account) => account.isFrozen,
      operations: async ({ userId }, args) => {
        const page = readPage(args, byId<'PointsOperation'>);
        const operations = await queries.history(userId, oneMore(page));
        return toConnection(operations, page, (operation) => [operation.id]);
      },
    },
    PointsOperation: {
      booking: (operation) => ({ id: operation.bookingId }),
    },
    PromoCode: {
      percentOff: ({ effect }) => (effect.kind === 'PERCENT_OFF' ? effect.percent : null),
      amountOff: ({ effect, currency }) =>
        effect.kind === 'AMOUNT_OFF' ? toDecimal(money(effect.minor, currency)) : null,
      fixedPrice: ({ effect, currency }) =>
        effect.kind === 'FIXED_PRICE' ? toDecimal(money(effect.minor, currency)) : null,
      validFrom: ({ rules }) => rules.validFrom,
      validUntil: ({ rules }) => rules.validUntil,
      events: ({ rules }) => referencesTo(rules.eventIds),
      series: ({ rules }) => referencesTo(rules.seriesIds),
      organizers: ({ rules }) => referencesTo(rules.organizerIds),
      priceZones: ({ rules }) => referencesTo(rules.priceZoneIds),
      minimumTotal: ({ rules, currency }) => amountOf(rules.minimumTotalMinor, currency),
      minimumLevel: ({ rules }) => rules.minimumLevel,
      firstBookingOnly: ({ rules }) => rules.firstBookingOnly,
      maxUses: ({ rules }) => rules.maxUses,
      maxUsesPerUser: ({ rules }) => rules.maxUsesPerUser,
      budget: ({ rules, currency }) => amountOf(rules.budgetMinor, currency),
      discounted: ({ discountedMinor, currency }) => toDecimal(money(discountedMinor, currency)),
      active: ({ deactivatedAt }) => deactivatedAt === null,
      createdBy: ({ createdBy }) => ({ id: createdBy }),
    },
  } satisfies Resolvers;
}

function amountOf(minor: bigint | null, currency: CurrencyCode) {
  return minor === null ? null : toDecimal(money(minor, currency));
}

/** Null for none: then nothing is limited. */
function referencesTo<Kind extends string>(ids: readonly Id<Kind>[]): { readonly id: Id<Kind> }[] | null {
  return ids.length === 0 ? null : ids.map((id) => ({ id }));
}
