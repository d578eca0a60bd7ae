import { Trans } from '@lingui/react/macro';
import { Notice } from '../ui/notice.tsx';

/** While an attempt waits for its turn. Stands where it is always, so that what it comes to say is spoken. */
export function BusyNotice({ isWaiting }: { readonly isWaiting: boolean }) {
  return (
    <div role="status">
      {isWaiting && (
        <Notice>
          <Trans>Many people are buying right now; trying again…</Trans>
        </Notice>
      )}
    </div>
  );
}
