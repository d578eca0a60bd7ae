import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { arenaPlan } from './arena-plan.ts';
import { folders } from './pages.ts';
import { steady } from './steady.ts';
import { wordsOf } from './words.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the pictures', () => {
  it('ask for nothing that the public API does not have', () => {
    const api = buildSchema(read('../../contracts/api.graphql'));
    expect(validate(api, parse(read('./operations.graphql')))).toEqual([]);
  });

  it('have a name each', () => {
    for (const shown of Object.values(folders)) {
      expect(new Set(shown.map(({ name }) => name)).size).toBe(shown.length);
    }
  });

  it.each([
    ['that stays from the third on', 'a b c c c d', 'c', 5],
    ['that comes back', 'a a b a a a b', 'a', 6],
    ['the twelfth of a page that has a clock', 'a b a b a b a b a b a b a b', 'b', 12],
  ])('are the one %s', async (_, shown, expected, count) => {
    const pictures = shown.split(' ').map((text) => Buffer.from(text));
    let taken = 0;
    const last = await steady(async () => pictures[taken++] ?? Buffer.from('none'));
    expect([String(last), taken]).toEqual([expected, count]);
  });

  it('find controls by their Russian names', () => {
    expect(wordsOf('ru')('Sign in')).toBe('Войти');
    expect(() => wordsOf('ru')('Sing in')).toThrow('to translate "Sing in"');
  });

  it('show a hall of no two seats in one place', () => {
    const { sections } = JSON.parse(arenaPlan()) as {
      sections: { rows: { seats: { x: number; y: number }[] }[] }[];
    };
    const places = sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats));
    expect(places.length).toBe(7_910);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length);
  });
});
