import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EventFrame } from '../event-frame.tsx';
import { keptDoor } from './check-in/kept-door.ts';

const TodayPage = lazy(() => import('./today/today-page.tsx'));
const PromoCodesPage = lazy(() => import('./promo-codes/promo-codes-page.tsx'));
const SeatsPage = lazy(() => import('./seats/seats-page.tsx'));
const SalesPage = lazy(() => import('./sales/sales-page.tsx'));
const CheckInPage = lazy(() => import('./check-in/check-in-page.tsx'));
const OrdersPage = lazy(() => import('./orders/orders-page.tsx'));
const FindOrdersPage = lazy(() => import('./orders/find-orders-page.tsx'));
const AttendeesPage = lazy(() => import('./orders/attendees-page.tsx'));

const pagesOfEvent = [
  { path: 'seats', Page: SeatsPage },
  { path: 'sales', Page: SalesPage },
  { path: 'check-in', Page: CheckInPage },
  { path: 'orders', Page: OrdersPage },
  { path: 'attendees', Page: AttendeesPage },
] as const;

/**
 * The evening's pages: `/organizer`, `/organizer/orders`, `/organizer/promo-codes` and, in the EventFrame of their event,
 * `/organizer/events/:id/{seats,sales,check-in,orders,attendees}`. All paths are whole.
 */
export default function EveningPages() {
  return (
    <Switch>
      <Route path="/organizer" component={TodayPage} />
      <Route path="/organizer/promo-codes" component={PromoCodesPage} />
      <Route path="/organizer/orders" component={FindOrdersPage} />
      {pagesOfEvent.map(({ path, Page }) => (
        <Route key={path} path={`/organizer/events/:id/${path}`}>
          {({ id }: { readonly id: string }) => (
            <EventFrame
              id={id}
              key={id}
              {...(path === 'check-in' ? { kept: keptDoor(localStorage, id)?.event ?? null } : {})}
            >
              {(event) => (
                <Suspense fallback={<Skeleton height={400} />}>
                  <Page event={event} />
                </Suspense>
              )}
            </EventFrame>
          )}
        </Route>
      ))}
      <Route component={NotFoundPage} />
    </Switch>
  );
}
