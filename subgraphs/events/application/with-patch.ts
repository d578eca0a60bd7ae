/** What an update may change: a field that is missing or null stays as it is. */
export type Patch<Fields> = { readonly [Key in keyof Fields]?: Fields[Key] | null };

/** The fields as they are after a patch. */
export function withPatch<Fields extends object>(current: Fields, patch: Patch<Fields>): Fields {
  const given = Object.entries(patch).filter(([, value]) => value !== null && value !== undefined);
  return { ...current, ...Object.fromEntries(given) };
}
