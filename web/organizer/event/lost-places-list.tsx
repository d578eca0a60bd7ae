import { Plural, Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/notice.tsx';
import type { Fault } from '../faults.ts';
import { readLostPlaces } from './lost-places.ts';

/** Which places keep an event from another plan; nothing where another fault does. */
export function LostPlacesList({ faults }: { readonly faults: readonly Fault[] }) {
  const fault = faults.find(({ code }) => code === 'PLACES_WOULD_BE_LOST');
  const lost = fault?.message == null ? null : readLostPlaces(fault.message);
  if (!lost) return null;
  const { seats, standing, names } = lost;
  return (
    <Notice
      tone="danger"
      title={<Plural value={seats + standing} one="# place would be lost" other="# places would be lost" />}
    >
      <ul>
        {names.map((name) => (
          <li key={name} lang="en">
            {name}
          </li>
        ))}
      </ul>
      {seats > names.length && <Trans>and others.</Trans>}
    </Notice>
  );
}
