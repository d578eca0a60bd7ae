import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';

/** For an address that nothing stands at. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <EmptyState
      isPage
      title={t`There is no such page`}
      action={
        <LinkButton href="/" variant="primary">
          <Trans>To the events</Trans>
        </LinkButton>
      }
    >
      <Trans>The address may have been cut off, or what was here is gone.</Trans>
    </EmptyState>
  );
}
