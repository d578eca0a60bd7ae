import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { buildSchema, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { pagedLists } from './cache.ts';

const contracts = new URL('../../contracts/', import.meta.url);
const operations = new URL('operations/web/', contracts);

it('lists that pages go on with, and no others, are kept as one', () => {
  const schema = buildSchema(readFileSync(new URL('api.graphql', contracts), 'utf8'), { assumeValid: true });
  const types = new TypeInfo(schema);
  const goneOnWith = new Set<string>();
  for (const file of readdirSync(operations)) {
    visit(
      parse(readFileSync(new URL(file, operations), 'utf8')),
      visitWithTypeInfo(types, {
        Field(node) {
          const isGoneOnWith = node.arguments?.some(
            ({ name, value }) => name.value === 'after' && value.kind === 'Variable',
          );
          if (isGoneOnWith) goneOnWith.add(`${types.getParentType()?.name}.${node.name.value}`);
        },
      }),
    );
  }
  const kept = Object.entries(pagedLists).flatMap(([type, fields]) =>
    fields.map((field) => `${type}.${field}`),
  );
  expect([...goneOnWith].toSorted()).toEqual(kept.toSorted());
});
