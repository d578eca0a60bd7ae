import { type ConstDirectiveNode, type DocumentNode, Kind, parse } from 'graphql';
import { fieldsOf } from './coordinates.ts';

/**
 * Which subgraphs a coordinate of the published API belongs to, read off the supergraph that was published with
 * it: `Venue.city` → events. A type that is no object answers with the subgraphs that share it.
 */
export function publishedOwners(supergraph: string): (coordinate: string) => string {
  const document = parse(supergraph);
  const types = typeGraphs(document);
  const fields = new Map(
    fieldsOf(document).map(({ coordinate, field }) => [coordinate, graphs(field.directives, 'join__field')]),
  );
  return (coordinate) => {
    const [type = '', field = ''] = coordinate.split('.');
    const own = fields.get(`${type}.${field}`) ?? [];
    const subgraphs = own.length > 0 ? own : (types.get(type) ?? []);
    return subgraphs.map((graph) => graph.toLowerCase()).join(', ');
  };
}

function typeGraphs(document: DocumentNode): Map<string, string[]> {
  return new Map(
    document.definitions.flatMap((node) =>
      'name' in node && node.name && 'directives' in node
        ? [[node.name.value, graphs(node.directives as ConstDirectiveNode[], 'join__type')] as const]
        : [],
    ),
  );
}

function graphs(directives: readonly ConstDirectiveNode[] | undefined, name: string): string[] {
  return (directives ?? [])
    .filter((directive) => directive.name.value === name)
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ name: { value: argument }, value }) =>
      argument === 'graph' && value.kind === Kind.ENUM ? [value.value] : [],
    );
}
