import type { Check } from './check.ts';

export const composition: Check = {
  promise: 'the subgraphs compose',
  breaches({ schemas, composition }) {
    const missing = schemas.missing.map(
      ({ name, schemaFile }) => `${name}: supergraph.yaml lists ${schemaFile}, but there is no such file`,
    );
    return [...schemas.faults, ...missing, ...(composition.composed ? [] : composition.errors)];
  },
};
