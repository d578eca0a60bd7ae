import { Redirect, Route, Switch } from 'wouter';
import { NotFoundPage } from '../../app/not-found-page.tsx';

/**
 * The evening's pages: `/organizer`, `/organizer/promo-codes` and, in the EventFrame of their event,
 * `/organizer/events/:id/{seats,sales,check-in,orders,attendees}`. All paths are whole.
 */
export default function EveningPages() {
  return (
    <Switch>
      <Route path="/organizer">
        <Redirect to="/organizer/events" replace />
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
