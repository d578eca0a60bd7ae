import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

/** The messages of a catalogue with their translations. */
function messagesOf(catalogue: string): Map<string, string> {
  const entries = catalogue.split('\n\n').slice(1);
  return new Map(
    entries.flatMap((entry) => {
      const id = /^msgid ((?:".*"\n?)+)/m.exec(entry)?.[1];
      const text = /^msgstr ((?:".*"\n?)+)/m.exec(entry)?.[1];
      return id && text ? [[joined(id), joined(text)] as const] : [];
    }),
  );
}

/** The text of a string that may be written over several lines. */
function joined(quoted: string): string {
  return quoted
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string)
    .join('');
}

/** `{name}` or `{name, plural, …}`, but no branch of a plural. */
const argument = /(?<!(?:=\d+|\b(?:zero|one|two|few|many|other)) )\{(\w+)(?=[,}])/g;

// That nothing is missing and nothing is old is a part of `npm run check` (`lingui check`).
it.each(['shop', 'later', 'office'])('translations of %s fill in the same values', (half) => {
  const russian = messagesOf(readFileSync(new URL(`${half}/ru.po`, import.meta.url), 'utf8'));
  expect(russian.size).toBeGreaterThan(100);
  const valuesOf = (text: string) =>
    [...new Set([...text.matchAll(argument)].map(([, name]) => name))].sort();
  const differing = [...russian].filter(
    ([id, text]) => text !== '' && String(valuesOf(id)) !== String(valuesOf(text)),
  );
  expect(differing).toEqual([]);
});
