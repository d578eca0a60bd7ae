import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation } from 'wouter';
import { graphql } from '../../graphql/generated/gql.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { type NewOffer, NewOfferForm } from '../event/new-offer-form.tsx';
import { useKeyedAction } from '../use-keyed-action.ts';

const OpenSeries = graphql(`
  mutation OpenSeries($input: CreateEventSeriesInput!) {
    createEventSeries(input: $input) {
      eventSeries {
        id
        title
      }
      userErrors {
        code
        field
      }
    }
  }
`);

/** Opens a series: one offer for all its dates, which are given on its page. */
export default function NewSeriesPage() {
  const { t } = useLingui();
  const [, go] = useLocation();
  const { run, busy, faults } = useKeyedAction(OpenSeries);
  const open = async (offer: NewOffer) => {
    const done = await run(offer);
    const id = done?.createEventSeries?.eventSeries?.id;
    if (id) go(`/organizer/series/${id}`);
  };
  return (
    <>
      <PageTitle
        above={
          <Link href="/organizer/events">
            <Trans>Your events</Trans>
          </Link>
        }
        below={t`A show with a timetable, such as an excursion. Its dates are given next.`}
      >
        {t`New series`}
      </PageTitle>
      <NewOfferForm
        verb={<Trans>Open the series</Trans>}
        busy={busy}
        faults={faults}
        onSubmit={(offer) => void open(offer)}
      />
    </>
  );
}
