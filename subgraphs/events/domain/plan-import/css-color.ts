import names from 'color-name';
import { z } from 'zod';
import { describe } from './document-part.ts';

const byName: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(names));

/** A colour as CSS writes it, by its name or in hexadecimal, as #RRGGBB. How transparent it is does not count. */
export const cssColor = z.unknown().transform((value, { addIssue }) => {
  const color = typeof value === 'string' ? hexOf(value.trim().toLowerCase()) : null;
  if (color === null) {
    addIssue(`expected a colour such as "#87A9CD" or "red", got ${describe(value)}`);
    return z.NEVER;
  }
  return color;
});

function hexOf(text: string): string | null {
  const parts = byName.get(text);
  if (parts) return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
  if (/^#[0-9a-f]{3,4}$/.test(text))
    return text
      .slice(0, 4)
      .replaceAll(/[0-9a-f]/g, '$&$&')
      .toUpperCase();
  return /^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/.test(text) ? text.slice(0, 7).toUpperCase() : null;
}
