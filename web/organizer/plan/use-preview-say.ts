import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Say, SpokenArea } from '../../seat-map/say.ts';
import { useSay } from '../../shop/event/use-say.ts';

/** The words of a map without prices: how many places there are, not what they cost. */
export function usePreviewSay(): Say {
  const { t } = useLingui();
  const say = useSay(undefined, 0);
  return useMemo(() => {
    const count = ({ total, isStanding }: SpokenArea) =>
      isStanding
        ? plural(total, { one: '# standing place', other: '# standing places' })
        : plural(total, { one: '# seat', other: '# seats' });
    return {
      ...say,
      area: (area) => {
        const [name, places] = [area.label, count(area)];
        return t`${name}, ${places}`;
      },
      areaLines: (area) => [count(area)],
    };
  }, [say, t]);
}
