/** How the scalars of the schemas look to TypeScript inside a subgraph. */
export const scalars = {
  DateTime: 'Date',
  Decimal: 'string',
  ID: { input: 'string', output: 'string' },
} as const;

/** How they look on the wire, to one subgraph that asks another: JSON knows no dates. */
export const scalarsOnWire = { ...scalars, DateTime: 'string' } as const;
