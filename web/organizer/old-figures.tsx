import { Trans } from '@lingui/react/macro';
import { Notice } from '../ui/notice.tsx';
import { When } from '../ui/when.tsx';
import type { Polled } from './use-polled.ts';

/** Says that the figures below go on no more, and of when they are; nothing while they do. */
export function OldFigures({ of: { heard, error } }: { readonly of: Polled<unknown, unknown> }) {
  // A service that is down is missing in its own place: the others were heard.
  const isSilent = heard !== undefined && error?.networkError !== undefined;
  return (
    <div role="status">
      {isSilent && (
        <Notice tone="warn">
          <Trans>
            The server does not answer: what you see is as of{' '}
            <When at={new Date(heard.at).toISOString()} format="time" />.
          </Trans>
        </Notice>
      )}
    </div>
  );
}
