import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { seatParts } from '../../../seat-map/places/seat-names.ts';
import type { SeatStore } from '../../../seat-map/places/store.ts';
import type { Say } from '../../../seat-map/say.ts';
import type { SeatMap } from '../../../seat-map/seat-map.ts';
import { useStore } from '../../../shop/event/use-store.ts';
import { Button } from '../../../ui/button.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import type { EveningPageProps } from '../evening-page-props.ts';
import { BlockDialog } from './block-dialog.tsx';
import styles from './seats.module.css';
import { seatsAround, sortChosen } from './zone-counts.ts';

interface ChosenPanelProps extends EveningPageProps {
  readonly store: SeatStore;
  readonly map: SeatMap | null;
  readonly say: Say;
}

/** What is chosen on the map, and what can be done with it. */
export function ChosenPanel({ event, store, map, say }: ChosenPanelProps) {
  const { t } = useLingui();
  const { warn } = useToasts();
  const [act, setAct] = useState<'block' | 'unblock' | null>(null);
  useStore(store);
  const { chosen } = store;
  const last = chosen.at(-1);
  const { free, blocked, held, sold } = sortChosen(chosen, store.stateOf);
  const add = (of: 'row' | 'section') => {
    if (last === undefined) return;
    const refused = store.choose(seatsAround(store.plan, last, of));
    if (refused) warn(say.refused(refused));
  };
  return (
    <section className={styles.panel} aria-labelledby="chosen">
      <h2 id="chosen">{t`Chosen`}</h2>
      {last === undefined ? (
        <p className={styles.muted}>
          <Trans>Choose seats on the map or from the list to take them off sale, or to put them back.</Trans>
        </p>
      ) : (
        <>
          <p className={styles.count} aria-live="polite">
            <Plural value={chosen.length} one="# seat" other="# seats" />
          </p>
          <ul className={styles.parts}>
            {free.length > 0 && (
              <li>
                <Plural value={free.length} one="# is free" other="# are free" />
              </li>
            )}
            {blocked.length > 0 && (
              <li>
                <Plural value={blocked.length} one="# is blocked" other="# are blocked" />
              </li>
            )}
            {held.length + sold.length > 0 && (
              <li>
                <Plural
                  value={held.length + sold.length}
                  one="# is held or sold, and stays as it is"
                  other="# are held or sold, and stay as they are"
                />
              </li>
            )}
          </ul>
          <div className={styles.more}>
            <Button size="s" onClick={() => add('row')}>
              <RowName store={store} seat={last} />
            </Button>
            <Button size="s" onClick={() => add('section')}>
              <Trans>All of {seatParts(store.plan, last).section}</Trans>
            </Button>
            {map && (
              <Button size="s" variant="quiet" onClick={() => map.flyTo({ seats: chosen })}>
                <Trans>Show</Trans>
              </Button>
            )}
            <Button size="s" variant="quiet" onClick={() => store.clear()}>
              <Trans>Clear the choice</Trans>
            </Button>
          </div>
          <div className={styles.acts}>
            {free.length > 0 && (
              <Button variant="primary" wide onClick={() => setAct('block')}>
                <Plural value={free.length} one="Block # seat" other="Block # seats" />
              </Button>
            )}
            {blocked.length > 0 && (
              <Button
                wide
                variant={free.length > 0 ? 'secondary' : 'primary'}
                onClick={() => setAct('unblock')}
              >
                <Plural
                  value={blocked.length}
                  one="Put # seat back on sale"
                  other="Put # seats back on sale"
                />
              </Button>
            )}
          </div>
        </>
      )}
      {act && (
        <BlockDialog
          event={event}
          act={act}
          store={store}
          seats={act === 'block' ? free : blocked}
          onClose={() => setAct(null)}
        />
      )}
    </section>
  );
}

function RowName({ store, seat }: { readonly store: SeatStore; readonly seat: number }) {
  const { row } = seatParts(store.plan, seat);
  return row === '' ? <Trans>The whole row</Trans> : <Trans>All of row {row}</Trans>;
}
