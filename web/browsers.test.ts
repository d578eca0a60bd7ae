import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const web = new URL('.', import.meta.url);
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(app|graphql|ui|seat-map|shop|organizer|admin|public)\//.test(path))
  .filter((path) => /\.(tsx?|css|js)$/.test(path) && !path.includes('.test.') && !path.includes('generated/'))
  .map((path) => ({ path, text: readFileSync(new URL(path, web), 'utf8') }));

/**
 * What a browser of README.md's table lacks, and TypeScript or the build lets through: what has come to the DOM and to CSS
 * since. Of the language itself `lib` in tsconfig.json allows no more than ES2024.
 */
const newer: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['anchor positioning', /\banchor-name\b|\bposition-anchor\b|\banchor\(/],
  ['@starting-style', /@starting-style/],
  ['discrete transitions', /allow-discrete/],
  ['scroll-driven animations', /animation-timeline|view-timeline|scroll-timeline/],
  ['interpolate-size', /interpolate-size|calc-size\(/],
  ['CSS if() and functions', /:\s*if\(|@function\b/],
  ['<dialog closedby>', /\bclosedby\b|closedBy/i],
  ['commandfor', /\bcommandfor\b|commandFor/],
  ['popover=hint', /popover="hint"/],
  ['URL.parse', /\bURL\.parse\(/],
  ['Promise.try', /\bPromise\.try\(/],
  ['RegExp.escape', /\bRegExp\.escape\(/],
  ['methods of sets', /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/],
  ['base64 of bytes', /\.(fromBase64|toBase64|fromHex|toHex)\(/],
  ['view transitions', /startViewTransition|@view-transition/],
  ['moveBefore', /\.moveBefore\(/],
  ['Intl.DurationFormat', /Intl\.DurationFormat/],
];

describe('browsers of two years ago', () => {
  it.each(newer)('find nothing that they lack: %s', (_, pattern) => {
    const found = sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
    expect(found).toEqual([]);
  });

  it('are those of README.md: it names what asks for the most', () => {
    const readme = readFileSync(new URL('README.md', web), 'utf8');
    const uses = (pattern: RegExp) => sources.some(({ text }) => pattern.test(text));
    const named = [/light-dark\(/, /popover="auto"/, /AbortSignal\.any\(/, /Map\.groupBy\(/];
    expect(named.map(uses)).toEqual([true, true, true, true]);
    expect(readme).toContain('Chrome and Edge 123, Firefox 125, Safari 17.5');
  });
});
