/** One subgraph as supergraph.yaml lists it. `schemaFile` is relative to the repository's root. */
export interface SubgraphEntry {
  readonly name: string;
  readonly routingUrl: string;
  readonly schemaFile: string;
}

/**
 * Reads supergraph.yaml, the part of rover's format that Parterre uses: two spaces a level, and for each
 * subgraph a `routing_url` and a `schema.file`. Anything else is refused with its line number, so that a
 * mistake never silently leaves a subgraph out.
 */
export function readSupergraphConfig(text: string): SubgraphEntry[] {
  const entries: { name: string; routingUrl?: string; schemaFile?: string }[] = [];
  let section = '';
  for (const { indent, key, value, line } of readLines(text)) {
    if (indent === 0) {
      section = key;
      if (key !== 'federation_version' && key !== 'subgraphs') throw unexpected(line, key);
      continue;
    }
    const entry = entries.at(-1);
    if (section === 'subgraphs' && indent === 2 && value === '') entries.push({ name: key });
    else if (entry && indent === 4 && key === 'routing_url') entry.routingUrl = value;
    else if (entry && indent === 4 && key === 'schema' && value === '') continue;
    else if (entry && indent === 6 && key === 'file') entry.schemaFile = value;
    else throw unexpected(line, key);
  }
  return entries.map(({ name, routingUrl, schemaFile }) => {
    if (!routingUrl || !schemaFile) {
      throw new Error(`supergraph.yaml: expected routing_url and schema.file for subgraph "${name}"`);
    }
    return { name, routingUrl, schemaFile };
  });
}

function* readLines(text: string) {
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.replace(/(^|\s)#.*$/, '').trimEnd();
    if (content === '') continue;
    const match = /^( *)([\w-]+):(?: +(.+))?$/.exec(content);
    if (!match) throw unexpected(index + 1, content.trim());
    const [, spaces = '', key = '', value = ''] = match;
    yield { indent: spaces.length, key, value: value.replace(/^(['"])(.*)\1$/, '$2'), line: index + 1 };
  }
}

function unexpected(line: number, what: string): Error {
  return new Error(
    `supergraph.yaml:${line}: expected federation_version, or subgraphs with routing_url and schema.file, got "${what}"`,
  );
}
