import { describe, expect, it } from '@jest/globals';
import { inlined } from './inline-documents.ts';

const wholeOf = (name: string) =>
  `# Saved.\nquery ${name} {\n  me {\n    ...Who\n  }\n}\n\nfragment Who on User {\n  id\n}\n`;

describe('a document that is put where it is asked', () => {
  it('comes whole, without what only people need, and without the module of all documents', () => {
    const code = [
      "import { graphql } from '../graphql/generated/gql.ts';",
      'const Me = graphql(`',
      '  query Me { me { ...Who } }',
      '`);',
    ].join('\n');
    const text = inlined(code, wholeOf);
    expect(text).toBe('\nconst Me = "query Me{me{...Who}}fragment Who on User{id}";');
  });

  it('is nothing where it is a fragment, which operations bring', () => {
    expect(inlined('const Who = graphql(`fragment Who on User { id }`);', wholeOf)).toBe('const Who = "";');
  });

  it('has to have a name', () => {
    expect(() => inlined('graphql(`{ me { id } }`)', wholeOf)).toThrow('expected an operation with a name');
  });

  it('leaves all else alone', () => {
    const code = 'const graphql = 1;\nuse(graphql);';
    expect(inlined(code, wholeOf)).toBe(code);
  });
});
