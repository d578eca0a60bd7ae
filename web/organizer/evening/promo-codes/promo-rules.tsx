import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { LoyaltyLevel } from '../../../graphql/generated/graphql.ts';
import { Money } from '../../../ui/money.tsx';
import { When } from '../../../ui/when.tsx';
import type { PromoCodeShown } from './promo-code-documents.ts';
import styles from './promo-codes.module.css';

/** What a code does to a price. */
export function PromoEffect({ code }: { readonly code: PromoCodeShown }) {
  const { percentOff, amountOff, fixedPrice } = code;
  if (percentOff) return <Trans>{percentOff}% off</Trans>;
  if (amountOff) {
    return (
      <Trans>
        <Money value={amountOff} short /> off
      </Trans>
    );
  }
  if (fixedPrice) {
    return (
      <Trans>
        <Money value={fixedPrice} short /> a place
      </Trans>
    );
  }
  return null;
}

/** Everything that keeps somebody from it, a line a rule. */
export function PromoRules({ code }: { readonly code: PromoCodeShown }) {
  const levels = useLevelNames();
  const { validFrom, validUntil, events, series, organizers, priceZones, minimumTotal, minimumLevel } = code;
  const dates = series?.map(({ title }) => title).join(', ');
  const people = organizers?.map(({ nickname }) => nickname).join(', ');
  const { firstBookingOnly, maxUsesPerUser, budget } = code;
  const isFree = !(
    validFrom ||
    validUntil ||
    events ||
    series ||
    organizers ||
    priceZones ||
    minimumTotal ||
    minimumLevel ||
    firstBookingOnly ||
    maxUsesPerUser ||
    budget
  );
  if (isFree) return <Trans>no restrictions</Trans>;
  return (
    <ul className={styles.rules}>
      {validFrom && (
        <li>
          <Trans context="date">
            from <When at={validFrom} format="dateTime" />
          </Trans>
        </li>
      )}
      {validUntil && (
        <li>
          <Trans>
            until <When at={validUntil} format="dateTime" />
          </Trans>
        </li>
      )}
      {events && <li>{events.map(({ title }) => title).join(', ')}</li>}
      {series && (
        <li>
          <Trans>all dates of {dates}</Trans>
        </li>
      )}
      {organizers && (
        <li>
          <Trans>all events of {people}</Trans>
        </li>
      )}
      {priceZones && <li>{priceZones.map(({ label }) => label).join(', ')}</li>}
      {minimumTotal && (
        <li>
          <Trans>
            bookings of <Money value={minimumTotal} short /> or more
          </Trans>
        </li>
      )}
      {minimumLevel && (
        <li>
          <Trans>from level {levels[minimumLevel]}</Trans>
        </li>
      )}
      {firstBookingOnly && (
        <li>
          <Trans>first booking only</Trans>
        </li>
      )}
      {maxUsesPerUser && (
        <li>
          <Plural value={maxUsesPerUser} one="# time a buyer" other="# times a buyer" />
        </li>
      )}
      {budget && (
        <li>
          <Trans>
            at most <Money value={budget} short /> in all
          </Trans>
        </li>
      )}
    </ul>
  );
}

export function useLevelNames(): Readonly<Record<LoyaltyLevel, string>> {
  const { t } = useLingui();
  return { BRONZE: t`Bronze`, SILVER: t`Silver`, GOLD: t`Gold`, PLATINUM: t`Platinum` };
}
