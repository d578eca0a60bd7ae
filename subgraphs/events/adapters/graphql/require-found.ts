/** What a row of this subgraph's own database refers to is there: a foreign key says so. */
export function requireFound<Value>(value: Value | null, what: string, id: string): Value {
  if (value === null) throw new Error(`expected the ${what} ${id}, got none`);
  return value;
}
