import { Trans, useLingui } from '@lingui/react/macro';
import { lazy } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useUser } from '../app/services.ts';
import { signInRequest } from '../app/sign-in-request.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { keptDoorAt } from './evening/check-in/kept-door.ts';
import { OfficeTabs } from './office-tabs.tsx';

const OfficeEventsPage = lazy(() => import('./events/office-events-page.tsx'));
const NewEventPage = lazy(() => import('./event/new-event-page.tsx'));
const EventDetailsPage = lazy(() => import('./event/event-details-page.tsx'));
const EventPricesPage = lazy(() => import('./event/event-prices-page.tsx'));
const MovePage = lazy(() => import('./event/move-page.tsx'));
const CancelPage = lazy(() => import('./event/cancel-page.tsx'));
const NewSeriesPage = lazy(() => import('./series/new-series-page.tsx'));
const SeriesPage = lazy(() => import('./series/series-page.tsx'));
const VenuesPage = lazy(() => import('./venues/venues-page.tsx'));
const VenuePage = lazy(() => import('./venues/venue-page.tsx'));
const PlanPage = lazy(() => import('./plan/plan-page.tsx'));
const PlanEditorPage = lazy(() => import('./plan/plan-editor-page.tsx'));
const EveningPages = lazy(() => import('./evening/evening-pages.tsx'));

/** The office: for organizers and administrators alone, and loaded by nobody else. */
export default function OrganizerPages() {
  const { t } = useLingui();
  const user = useUser();
  const [path] = useLocation();
  // Without a network it is not known who is here, but the door goes on: who signs out leaves none behind.
  const isDoor = user === null && keptDoorAt(localStorage, path) !== null;
  if (isDoor || user?.role === 'ORGANIZER' || user?.role === 'ADMIN') {
    return (
      <>
        <OfficeTabs />
        <Switch>
          <Route path="/organizer/events" component={OfficeEventsPage} />
          <Route path="/organizer/events/new" component={NewEventPage} />
          <Route path="/organizer/events/:id">{({ id }) => <EventDetailsPage id={id} key={id} />}</Route>
          <Route path="/organizer/events/:id/details">
            {({ id }) => <Redirect to={`/organizer/events/${id}`} replace />}
          </Route>
          <Route path="/organizer/events/:id/prices">
            {({ id }) => <EventPricesPage id={id} key={id} />}
          </Route>
          <Route path="/organizer/events/:id/move">{({ id }) => <MovePage id={id} key={id} />}</Route>
          <Route path="/organizer/events/:id/cancel">{({ id }) => <CancelPage id={id} key={id} />}</Route>
          <Route path="/organizer/series/new" component={NewSeriesPage} />
          <Route path="/organizer/series/:id">{({ id }) => <SeriesPage id={id} key={id} />}</Route>
          <Route path="/organizer/venues" component={VenuesPage} />
          <Route path="/organizer/venues/:id">{({ id }) => <VenuePage id={id} key={id} />}</Route>
          <Route path="/organizer/venues/:id/halls/:hallId/plan">
            {({ id, hallId }) => <PlanPage venueId={id} hallId={hallId} key={hallId} />}
          </Route>
          <Route path="/organizer/venues/:id/halls/:hallId/plan/draw">
            {({ id, hallId }) => <PlanEditorPage venueId={id} hallId={hallId} key={hallId} />}
          </Route>
          {/* The evening: today, seats, sales, check-in, orders, attendees, promo codes, and what nobody knows. */}
          <Route component={EveningPages} />
        </Switch>
      </>
    );
  }
  return (
    <>
      <PageTitle>{t`Office`}</PageTitle>
      <EmptyState
        icon="lock"
        title={t`The office is for organizers`}
        action={
          user === null && (
            <Button variant="primary" onClick={() => signInRequest.ask()}>
              <Trans>Sign in</Trans>
            </Button>
          )
        }
      >
        {user ? (
          <Trans>An administrator can make an organizer of your account.</Trans>
        ) : (
          <Trans>Sign in with the account that you organize with.</Trans>
        )}
      </EmptyState>
    </>
  );
}
