import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import { UserLanguageChanged } from '../facts/users.ts';
import { languages } from './language.ts';

it('clients may name the languages that are written, and no others', () => {
  const api = buildSchema(readFileSync(new URL('../api.graphql', import.meta.url), 'utf8'));
  const type = api.getType('Language');
  expect(isEnumType(type) && type.getValues().map(({ name }) => name)).toEqual([...languages]);
});

it('a fact carries any of them', () => {
  const { data, example } = UserLanguageChanged;
  for (const language of languages) expect(data.parse({ ...example, language })).toMatchObject({ language });
});
