import { describe, expect, it } from '@jest/globals';
import { headed } from './shared-head.ts';

const shared = `# a remark about the whole file

extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@shareable"])

"Who may."
directive @allow(role: String!) on FIELD_DEFINITION

"A number as text."
scalar Decimal

"Money."
type Money @shareable {
  "How much."
  amount: Decimal!
}

"An instant."
scalar DateTime
`;
const own = 'type Query {\n  price: Money @allow(role: "ANYONE")\n}\n';

describe('the shared head of a schema', () => {
  it('holds what the schema uses, and what that uses, and nothing else', () => {
    const text = headed(shared, own);
    expect(text).toContain('extend schema @link');
    expect(text).toContain('"Who may."\ndirective @allow');
    expect(text).toContain('"Money."\ntype Money');
    expect(text).toContain('scalar Decimal');
    expect(text).not.toContain('DateTime');
    expect(text.endsWith(own)).toBe(true);
  });

  it('is put in the place of the one before, however that was changed', () => {
    const text = headed(shared, own);
    expect(headed(shared, text)).toBe(text);
    expect(headed(shared, text.replace('"Money."', '"Cash."'))).toBe(text);
  });

  it('loses what is no longer used', () => {
    const text = headed(shared, headed(shared, own).replace('price: Money', 'at: DateTime'));
    expect(text).toContain('scalar DateTime');
    expect(text).not.toContain('Money');
  });
});
