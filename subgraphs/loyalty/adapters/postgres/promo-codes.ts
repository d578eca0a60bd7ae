import type { EventId, EventSeriesId, PriceZoneId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { PromoCodes } from '../../application/ports/discounts.ts';
import type { Level } from '../../domain/level.ts';
import type { PromoCode, PromoCodeId, PromoEffect } from '../../domain/promo-code.ts';
import { PromoCodeRow } from './entities.ts';

/** Minor units: MikroORM reads a bigint as such, plain SQL as text. */
type Minor = bigint | string;

/** The columns of a promo code, whoever read them. */
interface PromoColumns {
  readonly id: PromoCodeId;
  readonly code: string;
  readonly currency: CurrencyCode;
  readonly percentOff?: number | null | undefined;
  readonly amountOffMinor?: Minor | null | undefined;
  readonly fixedPriceMinor?: Minor | null | undefined;
  readonly validFrom?: Date | null | undefined;
  readonly validUntil?: Date | null | undefined;
  /** Beside the events all that the two lists below have. */
  readonly eventIds: readonly (EventId | EventSeriesId | UserId)[];
  readonly seriesIds: readonly EventSeriesId[];
  readonly organizerIds: readonly UserId[];
  readonly priceZoneIds: readonly PriceZoneId[];
  readonly minimumTotalMinor?: Minor | null | undefined;
  readonly minimumLevel?: Level | null | undefined;
  readonly firstBookingOnly: boolean;
  readonly maxUses?: number | null | undefined;
  readonly maxUsesPerUser?: number | null | undefined;
  readonly budgetMinor?: Minor | null | undefined;
  readonly createdBy: UserId;
  readonly organizerId?: UserId | null | undefined;
  readonly createdAt: Date;
  readonly deactivatedAt?: Date | null | undefined;
  readonly uses: number;
  readonly discountedMinor: Minor;
}

const columns = `id, code, currency, percent_off as "percentOff", amount_off_minor as "amountOffMinor",
  fixed_price_minor as "fixedPriceMinor", valid_from as "validFrom", valid_until as "validUntil",
  event_ids as "eventIds", series_ids as "seriesIds", organizer_ids as "organizerIds",
  price_zone_ids as "priceZoneIds", minimum_total_minor as "minimumTotalMinor",
  minimum_level as "minimumLevel", first_booking_only as "firstBookingOnly", max_uses as "maxUses",
  max_uses_per_user as "maxUsesPerUser", budget_minor as "budgetMinor", created_by as "createdBy",
  organizer_id as "organizerId", created_at as "createdAt", deactivated_at as "deactivatedAt", uses,
  discounted_minor as "discountedMinor"`;
/** The code in use, or the last one that was. */
const ofKey = 'from promo_codes where code_key = $1 order by deactivated_at desc nulls first limit 1';

/** SQL, because a text that is taken already is no error, and because some that use a code wait for its lock. */
export const statements = {
  insert: statement<{ id: PromoCodeId }>(
    `insert into promo_codes (
       id, code, code_key, currency, percent_off, amount_off_minor, fixed_price_minor, valid_from, valid_until, event_ids,
       series_ids, organizer_ids, price_zone_ids, minimum_total_minor, minimum_level, first_booking_only, max_uses,
       max_uses_per_user, budget_minor, created_by, organizer_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
     on conflict (code_key) where deactivated_at is null do nothing returning id`,
  ),

  find: statement<PromoColumns>(`select ${columns} ${ofKey}`),

  // Whoever waits here for another use of the code sees it counted: PostgreSQL reads the row again once it is locked.
  lock: statement<PromoColumns>(`select ${columns} ${ofKey} for no key update`),

  lockById: statement<PromoColumns>(`select ${columns} from promo_codes where id = $1 for no key update`),
};

/** Promo codes in PostgreSQL. */
export function createPostgresPromoCodes(database: Database): PromoCodes {
  return {
    async insert(tx, { effect, rules, ...promoCode }, key) {
      const inserted = await tx.sql(statements.insert, [
        promoCode.id,
        promoCode.code,
        key,
        promoCode.currency,
        effect.kind === 'PERCENT_OFF' ? effect.percent : null,
        effect.kind === 'AMOUNT_OFF' ? effect.minor : null,
        effect.kind === 'FIXED_PRICE' ? effect.minor : null,
        rules.validFrom,
        rules.validUntil,
        [...rules.eventIds, ...rules.seriesIds, ...rules.organizerIds],
        rules.seriesIds,
        rules.organizerIds,
        rules.priceZoneIds,
        rules.minimumTotalMinor,
        rules.minimumLevel,
        rules.firstBookingOnly,
        rules.maxUses,
        rules.maxUsesPerUser,
        rules.budgetMinor,
        promoCode.createdBy,
        promoCode.organizerId,
        promoCode.createdAt,
      ]);
      return inserted.length === 1;
    },

    async find(key, tx) {
      const [row] = await (tx ?? database).sql(statements.find, [key]);
      return row ? toPromoCode(row) : null;
    },

    async lock(tx, key) {
      const [row] = await tx.sql(statements.lock, [key]);
      return row ? toPromoCode(row) : null;
    },

    async lockById(tx, id) {
      const [row] = await tx.sql(statements.lockById, [id]);
      return row ? toPromoCode(row) : null;
    },

    async deactivate(tx, id, now) {
      await tx.em.nativeUpdate(PromoCodeRow, { id }, { deactivatedAt: now });
    },

    async list({ limit, after }, createdBy) {
      const rows = await database
        .em()
        .find(
          PromoCodeRow,
          { ...(after && { id: { $lt: after } }), ...(createdBy && { createdBy }) },
          { orderBy: { id: 'desc' }, limit },
        );
      return rows.map(toPromoCode);
    },
  };
}

function toPromoCode(row: PromoColumns): PromoCode {
  return {
    id: row.id,
    code: row.code,
    currency: row.currency,
    effect: toEffect(row),
    rules: {
      validFrom: row.validFrom ?? null,
      validUntil: row.validUntil ?? null,
      eventIds: eventsOf(row),
      seriesIds: row.seriesIds,
      organizerIds: row.organizerIds,
      priceZoneIds: row.priceZoneIds,
      minimumTotalMinor: minorOf(row.minimumTotalMinor),
      minimumLevel: row.minimumLevel ?? null,
      firstBookingOnly: row.firstBookingOnly,
      maxUses: row.maxUses ?? null,
      maxUsesPerUser: row.maxUsesPerUser ?? null,
      budgetMinor: minorOf(row.budgetMinor),
    },
    createdBy: row.createdBy,
    organizerId: row.organizerId ?? null,
    createdAt: row.createdAt,
    deactivatedAt: row.deactivatedAt ?? null,
    uses: row.uses,
    discountedMinor: BigInt(row.discountedMinor),
  };
}

/** The events alone: identifiers of all kinds are different ones. */
function eventsOf({ eventIds, seriesIds, organizerIds }: PromoColumns): readonly EventId[] {
  const others = new Set<string>([...seriesIds, ...organizerIds]);
  return eventIds.filter((id): id is EventId => !others.has(id));
}

function toEffect(row: PromoColumns): PromoEffect {
  if (row.percentOff != null) return { kind: 'PERCENT_OFF', percent: row.percentOff };
  if (row.amountOffMinor != null) return { kind: 'AMOUNT_OFF', minor: BigInt(row.amountOffMinor) };
  if (row.fixedPriceMinor != null) return { kind: 'FIXED_PRICE', minor: BigInt(row.fixedPriceMinor) };
  throw new Error(`expected the promo code ${row.id} to have an effect`);
}

function minorOf(minor: Minor | null | undefined): bigint | null {
  return minor == null ? null : BigInt(minor);
}
