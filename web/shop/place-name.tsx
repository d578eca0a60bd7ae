import { Trans } from '@lingui/react/macro';

interface PlaceNameProps {
  readonly section?: { readonly label: string } | null;
  readonly seat?: {
    readonly label: string;
    readonly row: { readonly label: string };
  } | null;
}

/** What a place is called, with its row: "Parterre, row C, seat 16"; a standing place by its section. */
export function PlaceName({ section, seat }: PlaceNameProps) {
  const sectionLabel = section?.label ?? '';
  if (!seat) {
    return (
      <span>
        <Trans>{sectionLabel}, standing</Trans>
      </span>
    );
  }
  const { label } = seat;
  const row = seat.row.label;
  return (
    <span>
      <Trans>
        {sectionLabel}, row {row}, seat {label}
      </Trans>
    </span>
  );
}
