import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { allFacts } from '../facts/all.ts';
import { defineFact, type FactDefinition } from '../facts/fact.ts';
import { describeFacts, publishedFacts } from './published-facts.ts';

const shape = {
  coatId: z.uuid(),
  hook: z.int(),
  reason: z.enum(['WARM', 'WET']),
  note: z.string().optional(),
  buttons: z.array(z.object({ colour: z.string() })),
};
const example = {
  coatId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b22',
  hook: 7,
  reason: 'WET',
  buttons: [{ colour: 'red' }],
};
const coatHung = coatFact(shape);

describe('published facts', () => {
  it('accepts the facts as they are', () => {
    expect(
      publishedFacts.breaches({ facts: allFacts, published: { facts: describeFacts(allFacts) } }),
    ).toEqual([]);
  });

  it('accepts a new optional field', () => {
    expect(breaches(coatFact({ ...shape, wetness: z.number().optional() }))).toEqual([]);
  });

  it('accepts a new fact', () => {
    const published = { facts: describeFacts(allFacts) };
    expect(publishedFacts.breaches({ facts: [...allFacts, coatHung], published })).toEqual([]);
  });

  const { hook: _hook, ...withoutHook } = shape;
  it.each<[string, FactDefinition, string]>([
    [
      'a removed field',
      coatFact(withoutHook),
      'events: CoatHung.hook: was published and is gone; put it back',
    ],
    [
      'a newly required field',
      coatFact({ ...shape, note: z.string() }, { ...example, note: 'x' }),
      'events: CoatHung.note: is newly required, old facts lack it; make it optional',
    ],
    [
      'a field that need not come any more',
      coatFact({ ...shape, hook: z.int().optional() }),
      'events: CoatHung.hook: is no longer required, old readers count on it; keep it required',
    ],
    [
      'a narrowed enum',
      coatFact({ ...shape, reason: z.enum(['WET']) }),
      'events: CoatHung.reason enum: was ["WARM","WET"], is ["WET"]; keep what was published',
    ],
    [
      'a narrowed value deep inside',
      coatFact({ ...shape, buttons: z.array(z.object({ colour: z.string().max(3) })) }),
      'events: CoatHung.buttons[].colour maxLength: was undefined, is 3; keep what was published',
    ],
    [
      'another type',
      coatFact({ ...shape, hook: z.string() }, { ...example, hook: 'seven' }),
      'events: CoatHung.hook type: was "integer", is "string"; keep what was published',
    ],
    [
      'another topic',
      { ...coatHung, subgraph: 'users' },
      'events: fact CoatHung moved from topic events to users; publish it where readers wait',
    ],
  ])('refuses %s', (_what, changed, message) => {
    expect(breaches(changed)).toContain(message);
  });

  it('refuses to forget a fact', () => {
    const published = { facts: describeFacts([coatHung]) };
    expect(publishedFacts.breaches({ facts: [], published })).toEqual([
      'events: fact CoatHung was published and is gone; define it again',
    ]);
  });

  it('refuses an example that is no example', async () => {
    const [breach] = await breaches(coatFact(shape, { ...example, hook: 'seven' }));
    expect(breach).toContain('CoatHung: its example does not parse');
  });

  it('refuses a reader that no longer parses a fact of old', async () => {
    const picky = coatFact({ ...shape, hook: z.int().refine((hook) => hook !== 7) }, { ...example, hook: 8 });
    const found = await breaches(picky);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('CoatHung: the example published before does not parse');
  });
});

function coatFact(data: z.core.$ZodLooseShape, given: object = example): FactDefinition {
  return defineFact({
    type: 'CoatHung',
    subgraph: 'events',
    description: 'A coat hangs.',
    data: z.object(data),
    example: given as Record<string, never>,
    keyOf: (coat) => String(coat.coatId),
  }) as FactDefinition;
}

function breaches(changed: FactDefinition) {
  return publishedFacts.breaches({ facts: [changed], published: { facts: describeFacts([coatHung]) } });
}
