import { Plural, Trans } from '@lingui/react/macro';
import type { EventShown } from './event-documents.ts';

/** What comes back of the price, and until when: the steps of the policy, in words. */
export function RefundTerms({ tiers }: { readonly tiers: EventShown['refundTiers'] }) {
  if (tiers.length === 0) {
    return (
      <p>
        <Trans>Tickets cannot be given back.</Trans>
      </p>
    );
  }
  return (
    <ul>
      {tiers.map(({ hoursBefore, percent }) => (
        <li key={hoursBefore}>
          {hoursBefore === 0 ? (
            <Trans>{percent} % back until the beginning</Trans>
          ) : (
            <Trans>
              {percent} % back until <Plural value={hoursBefore} one="# hour" other="# hours" /> before
            </Trans>
          )}
        </li>
      ))}
    </ul>
  );
}
