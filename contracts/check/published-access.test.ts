import { describe, expect, it } from '@jest/globals';
import { type ASTVisitor, Kind } from 'graphql';
import { soundState, withSchema } from './fixture.ts';
import { onType } from './fixture-schemas.ts';
import { publishedAccess } from './published-access.ts';

describe('published access', () => {
  it('accepts access as it was published', () => {
    expect(publishedAccess.breaches(soundState())).toEqual([]);
  });

  it('refuses to ask for a login where none was needed', () => {
    expect(publishedAccess.breaches(withSchema(soundState(), 'events', eventFor('USER')))).toEqual([
      'events: Query.event was published for ANYONE and is now for USER; widen it again, or add a new field',
    ]);
  });

  it('accepts a field that more people may ask for', () => {
    const narrow = withSchema(soundState(), 'events', eventFor('ADMIN'));
    if (!narrow.composition.composed) throw new Error('expected the edited schemas to compose');
    const published = { ...narrow.published, supergraph: narrow.composition.supergraph };
    expect(publishedAccess.breaches({ ...soundState(), published })).toEqual([]);
  });
});

/** Query.event with another role. */
function eventFor(role: string): ASTVisitor {
  return onType('Query', {
    [Kind.FIELD_DEFINITION]: {
      enter: (field) => (field.name.value === 'event' ? undefined : false),
    },
    [Kind.STRING]: (node) => (node.value === 'ANYONE' ? { ...node, value: role } : undefined),
  });
}
