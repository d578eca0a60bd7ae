import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import fieldStyles from '../ui/field.module.css';
import { FieldError } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './chips-field.module.css';
import { passFocus } from './pass-focus.ts';
import { useListbox } from './use-listbox.ts';

/** One who is chosen, or can be. */
export interface Chip {
  readonly id: string;
  readonly name: string;
}

interface ChipsFieldProps<Item extends Chip> {
  readonly label: string;
  readonly placeholder: string;
  readonly value: readonly Chip[];
  /** What the text finds, without those that are chosen. */
  readonly items: readonly Item[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (item: Item) => void;
  readonly onRemove: (chip: Chip) => void;
  /** What the list says of an item; its name unless given. */
  readonly describe?: (item: Item) => ReactNode;
  readonly error?: string | undefined;
}

/**
 * Several, found by name, in the order in which they were chosen. A combobox of the ARIA pattern with a list below; Backspace in
 * the empty control takes the last one off.
 */
export function ChipsField<Item extends Chip>(props: ChipsFieldProps<Item>) {
  const { label, placeholder, value, items, text, onText, onChoose, onRemove, error } = props;
  const { describe = ({ name }: Item) => name } = props;
  const { t } = useLingui();
  const id = useId();
  const list = useListbox(items.length, (at) => {
    const item = items[at];
    if (item) onChoose(item);
  });
  const count = items.length;
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        {label}
        <span className={fieldStyles.optional}>
          <Trans>optional</Trans>
        </span>
      </label>
      <div className={styles.group} data-list>
        {value.map((chip) => {
          const { name } = chip;
          return (
            <span key={chip.id} className={styles.chip}>
              {name}
              <button
                type="button"
                className={styles.remove}
                aria-label={t`Remove ${name}`}
                onClick={(event) => {
                  passFocus(event);
                  onRemove(chip);
                }}
              >
                <Icon name="close" size={14} />
              </button>
            </span>
          );
        })}
        <input
          id={id}
          data-add
          className={styles.input}
          role="combobox"
          autoComplete="off"
          maxLength={100}
          placeholder={placeholder}
          aria-autocomplete="list"
          aria-expanded={list.isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={list.at === null ? undefined : `${id}-${list.at}`}
          aria-describedby={`${id}-error`}
          value={text}
          onChange={({ target }) => {
            onText(target.value);
            list.open();
          }}
          onKeyDown={(event) => {
            const last = value.at(-1);
            if (event.key !== 'Backspace' || text !== '') list.press(event);
            else if (last) onRemove(last);
          }}
          onBlur={list.close}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          className={styles.list}
          hidden={!list.isOpen}
        >
          {items.map((item, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the combobox's, which keeps the focus
            <div
              key={item.id}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === list.at}
              className={styles.item}
              // Else the control would lose the focus before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => list.take(at)}
            >
              {describe(item)}
            </div>
          ))}
        </div>
      </div>
      <VisuallyHidden role="status">{list.isOpen ? t`${count} to choose from` : ''}</VisuallyHidden>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}
