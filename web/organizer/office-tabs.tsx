import { useLingui } from '@lingui/react/macro';
import { Tabs } from '../ui/tabs.tsx';

/** The way through the office, above each of its pages. */
export function OfficeTabs() {
  const { t } = useLingui();
  return (
    <Tabs
      label={t`Office`}
      items={[
        { href: '/organizer', label: t`Today` },
        { href: '/organizer/events', label: t`Events`, also: ['/organizer/series'] },
        { href: '/organizer/orders', label: t`Orders` },
        { href: '/organizer/venues', label: t`Venues` },
        { href: '/organizer/promo-codes', label: t`Promo codes` },
      ]}
    />
  );
}
