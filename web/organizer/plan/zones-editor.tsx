import { Trans, useLingui } from '@lingui/react/macro';
import { palette } from '../../seat-map/colors/zones.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import office from '../office.module.css';
import { passFocus } from '../pass-focus.ts';
import { nextName, type ZoneDraft } from './plan-draft.ts';
import styles from './plan-editor.module.css';

interface ZonesEditorProps {
  readonly zones: readonly ZoneDraft[];
  /** Keys of those in which there are places. */
  readonly used: ReadonlySet<string>;
  readonly onChange: (zones: readonly ZoneDraft[]) => void;
}

const MOST_ZONES = 20;

/** What costs the same: a name and a colour each. Prices are the event's. */
export function ZonesEditor({ zones, used, onChange }: ZonesEditorProps) {
  const { t } = useLingui();
  const add = () =>
    onChange([
      ...zones,
      {
        key: nextName(
          'zone',
          zones.map(({ key }) => key),
        ),
        label: t`Zone ${zones.length + 1}`,
        color: palette.light[zones.length % palette.light.length] ?? '#1F2F9E',
      },
    ]);
  return (
    <section className={office.part} data-list>
      <h2>{t`Price zones`}</h2>
      {zones.map((zone, at) => {
        const name = zone.label || t`Zone ${at + 1}`;
        return (
          <div key={zone.key} className={styles.zone}>
            <input
              type="color"
              className={styles.color}
              aria-label={t`Colour of ${name}`}
              value={zone.color}
              onChange={({ target }) => onChange(zones.with(at, { ...zone, color: target.value }))}
            />
            <TextInput
              aria-label={t`Name of zone ${at + 1}`}
              aria-invalid={zone.label.trim() === '' || undefined}
              value={zone.label}
              maxLength={100}
              onChange={({ target }) => onChange(zones.with(at, { ...zone, label: target.value }))}
            />
            <Button
              variant="quiet"
              aria-label={t`Remove ${name}`}
              disabled={used.has(zone.key) || zones.length === 1}
              title={used.has(zone.key) ? t`A section is in this zone` : undefined}
              onClick={(event) => {
                passFocus(event);
                onChange(zones.toSpliced(at, 1));
              }}
            >
              <Icon name="close" />
            </Button>
          </div>
        );
      })}
      <div className={office.buttons}>
        <Button data-add onClick={add} disabled={zones.length >= MOST_ZONES}>
          <Trans>Add a zone</Trans>
        </Button>
      </div>
    </section>
  );
}
