import { Plural, Trans } from '@lingui/react/macro';
import type { EventShown } from './event-documents.ts';

type Minimum = Pick<EventShown, 'minimumGuests' | 'minimumDecidedHoursBefore'>;

/** How many guests it takes, and when that is decided; nothing where any number will do. */
export function MinimumTerms({
  of,
  isReached,
}: {
  readonly of: Minimum;
  readonly isReached?: boolean | null;
}) {
  const { minimumGuests: guests, minimumDecidedHoursBefore: hours } = of;
  if (!guests || !hours) return null;
  return (
    <p>
      <Trans>
        Takes place with at least <Plural value={guests} one="# guest" other="# guests" />; decided{' '}
        <Plural value={hours} one="# hour" other="# hours" /> before.
      </Trans>
      {isReached && (
        <>
          {' '}
          <Trans>Enough have booked.</Trans>
        </>
      )}
    </p>
  );
}
