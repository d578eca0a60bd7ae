import { describe, expect, it } from '@jest/globals';
import { type ASTVisitor, Kind } from 'graphql';
import { onType, soundSchemas, withSchemaEdit } from './fixture-schemas.ts';
import { listSizes } from './list-sizes.ts';

/** Takes the directive of this name off a field, or replaces its text in the schema of the field. */
const without = (type: string, field: string, directive: string): ASTVisitor =>
  onType(type, {
    [Kind.FIELD_DEFINITION]: (node: {
      readonly name: { readonly value: string };
      readonly directives?: readonly { readonly name: { readonly value: string } }[];
    }) =>
      node.name.value === field
        ? { ...node, directives: node.directives?.filter(({ name }) => name.value !== directive) }
        : undefined,
  });

describe('list sizes', () => {
  it('accepts schemas where every list says its size', () => {
    expect(listSizes.breaches({ schemas: soundSchemas() })).toEqual([]);
  });

  it.each([
    ['Venue', 'halls', 'Venue.halls is a list without a size'],
    ['UserError', 'field', 'UserError.field is a list without a size'],
    ['Query', 'events', 'EventConnection.nodes is a list without a size'],
    ['Query', 'events', 'EventConnection.edges is a list without a size'],
  ])('refuses %s.%s without one', (type, field, fault) => {
    const schemas = withSchemaEdit(soundSchemas(), 'events', without(type, field, 'listSize'));
    const breaches = listSizes.breaches({ schemas });
    expect(breaches).toContainEqual(expect.stringContaining(`events: ${fault}`));
  });

  it('refuses a total through what is no list', () => {
    const schemas = withSchemaEdit(soundSchemas(), 'events', {
      [Kind.STRING]: (node: { readonly value: string }) =>
        node.value === 'sections.outline' ? { ...node, value: 'sections.kind' } : undefined,
    });
    expect(listSizes.breaches({ schemas })).toEqual([
      'events: SeatingPlan: @listTotal goes through kind, which is no list of Section',
    ]);
  });

  it('refuses a size by an argument that is not there', () => {
    const schemas = withSchemaEdit(soundSchemas(), 'events', {
      [Kind.FIELD_DEFINITION]: {
        enter: (node: { readonly name: { readonly value: string } }) =>
          node.name.value === 'venues' ? undefined : false,
      },
      [Kind.STRING]: (node: { readonly value: string }) =>
        node.value === 'first' ? { ...node, value: 'last' } : undefined,
    });
    expect(listSizes.breaches({ schemas })).toEqual([
      'events: Query.venues: @listSize names the argument last, which the field has not',
    ]);
  });
});
