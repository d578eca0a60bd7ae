import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { i18n } from '../../app/language.ts';
import type { SeatParts } from '../../seat-map/places/seat-names.ts';
import type { Reason } from '../../seat-map/places/store.ts';
import type { Say, SpokenArea, SpokenSeat } from '../../seat-map/say.ts';
import { formatLocale } from '../../ui/format-locale.ts';
import { formatMoney } from '../../ui/money-format.ts';

/** The words of the map in the reader's language; prices are minor units of one currency. */
export function useSay(currencyCode: string | undefined, digits: number): Say {
  const { t } = useLingui();
  return useMemo(() => {
    const price = (minor: number | null) =>
      minor === null || currencyCode === undefined
        ? ''
        : formatMoney({ amount: (minor / 10 ** digits).toFixed(digits), currencyCode }, formatLocale(i18n));
    const place = ({ section, row, seat }: SeatParts) =>
      row === '' ? t`${section}, seat ${seat}` : t`${section}, row ${row}, seat ${seat}`;
    const states = {
      free: t`free`,
      held: t`held by somebody`,
      sold: t`sold`,
      blocked: t`not on sale`,
      chosen: t`chosen`,
      mine: t`held for you`,
    };
    const extras = (parts: SeatParts) => [
      ...(parts.isAccessible ? [t`for a wheelchair`] : []),
      ...(parts.isCompanion ? [t`for a companion`] : []),
      ...(parts.hasRestrictedView ? [t`restricted view`] : []),
    ];
    return {
      map: () =>
        t`Map of the hall. Arrows go from seat to seat, Enter chooses, letters jump to sections, Escape goes up.`,
      stage: () => t`Stage`,
      seat: (parts: SpokenSeat) =>
        [place(parts), t`zone ${parts.letter}`, price(parts.price), ...extras(parts), states[parts.state]]
          .filter((text) => text !== '')
          .join(', '),
      area: ({ label, free, total, from }: SpokenArea) => {
        const lowest = price(from);
        return from === null ? t`${label}, sold out` : t`${label}, ${free} of ${total} free, from ${lowest}`;
      },
      areaLines: ({ free, from }: SpokenArea) => {
        if (free === 0) return [t`sold out`];
        const lowest = price(from);
        const count = plural(free, { one: '# free', other: '# free' });
        return from === null ? [count] : [count, t`from ${lowest}`];
      },
      lost: (lost) =>
        lost
          .map(({ seat, nextTo }) => {
            const name = place(seat);
            const free = nextTo.map((near) => near.seat).join(', ');
            return free === ''
              ? t`${name} was just taken.`
              : t`${name} was just taken. Free beside it: ${free}.`;
          })
          .join(' '),
      refused: (reason) => refusal(reason),
    };

    function refusal(reason: Reason): string {
      switch (reason.kind) {
        case 'not-free':
          return t`This place is not free.`;
        case 'too-many': {
          const { most } = reason;
          return plural(most, {
            one: 'One buyer may hold # place here.',
            other: 'One buyer may hold # places here.',
          });
        }
        case 'sold-out':
          return t`There are not that many places left there.`;
        case 'leaves-single':
          return t`A single free seat would be left. Choose the one beside it as well, or another place.`;
      }
    }
  }, [t, currencyCode, digits]);
}
