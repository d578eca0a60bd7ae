import { type ComponentType, lazy } from 'react';
import { Route, Switch } from 'wouter';
import { openWords } from './language.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { useUser } from './services.ts';

const EventsPage = lazy(() => import('../shop/events/events-page.tsx'));
const EventPage = lazy(() => import('../shop/event/event-page.tsx'));
const SeriesPage = lazyWith('later', () => import('../shop/series/series-page.tsx'));
const BookingPage = lazyWith('later', () => import('../shop/booking/booking-page.tsx'));
const TicketPage = lazyWith('later', () => import('../shop/ticket/ticket-page.tsx'));
const AccountPages = lazyWith('later', () => import('../shop/account/account-pages.tsx'));
const OrganizerPages = lazyWith('office', () => import('../organizer/organizer-pages.tsx'));
const AdminPages = lazyWith('office', () => import('../admin/admin-pages.tsx'));
const ConfirmEmailPage = lazy(() => import('./confirm-email-page.tsx'));
const ResetPasswordPage = lazy(() => import('./reset-password-page.tsx'));

/** Every page of the app. Shop and office are halves that load by themselves: a buyer never loads the office. */
export function Routes() {
  // What is somebody's own begins anew with whoever is there: a query keeps what it has answered before.
  const user = useUser()?.id;
  return (
    <Switch>
      <Route path="/" component={EventsPage} />
      <Route path="/events/:id">{({ id }) => <EventPage id={id} key={id} />}</Route>
      <Route path="/series/:id">{({ id }) => <SeriesPage id={id} key={id} />}</Route>
      <Route path="/bookings/:id">{({ id }) => <BookingPage id={id} key={`${user} ${id}`} />}</Route>
      <Route path="/tickets/:id">{({ id }) => <TicketPage id={id} key={`${user} ${id}`} />}</Route>
      <Route path="/account/*?">{() => <AccountPages key={user} />}</Route>
      <Route path="/organizer/*?">{() => <OrganizerPages />}</Route>
      <Route path="/admin/*?">{() => <AdminPages />}</Route>
      <Route path="/confirm-email" component={ConfirmEmailPage} />
      <Route path="/reset-password" component={ResetPasswordPage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}

/** A page that comes with words of its own. */
function lazyWith<Props>(
  words: Parameters<typeof openWords>[0],
  load: () => Promise<{ default: ComponentType<Props> }>,
) {
  return lazy(async () => {
    const [page] = await Promise.all([load(), openWords(words)]);
    return page;
  });
}
