import { join } from 'node:path';
import { type DocumentNode, Kind, type ObjectTypeDefinitionNode, type TypeNode } from 'graphql';
// TypeScript 7 has no JavaScript API.
import ts from 'typescript-5';

/** Codes by mutation; `null` where a type says no more than `string`. */
export type CodesByMutation = ReadonlyMap<string, ReadonlySet<string> | null>;

/** The codes that the error type of each public mutation names, one in each line `- \`CODE\`: …` of `code`. */
export function namedCodes(document: DocumentNode): ReadonlyMap<string, ReadonlySet<string>> {
  const objects = new Map<string, ObjectTypeDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION) objects.set(node.name.value, node);
  const typeOf = (type: string, field: string) => {
    const found = objects.get(type)?.fields?.find(({ name }) => name.value === field);
    return found && { ...found, typeName: nameOf(found.type) };
  };
  const named = new Map<string, ReadonlySet<string>>();
  for (const { name, type, directives = [] } of objects.get('Mutation')?.fields ?? []) {
    if (directives.some((directive) => directive.name.value === 'inaccessible')) continue;
    const errors = typeOf(nameOf(type), 'userErrors');
    const text = errors && typeOf(errors.typeName, 'code')?.description?.value;
    const lines = (text ?? '').matchAll(/^- `([A-Z_]+)`: /gm);
    named.set(name.value, new Set([...lines].map(([, code = '']) => code)));
  }
  return named;
}

/**
 * Reads the application of every subgraph once. What it returns answers the codes that the use case of each mutation can
 * refuse with, by its type; a use case has the name of its mutation.
 */
export function readUseCases(
  root: string,
  subgraphs: readonly string[],
): (subgraph: string, mutations: readonly string[]) => CodesByMutation {
  const folderOf = (subgraph: string) => join(root, 'subgraphs', subgraph, 'application/');
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram(
    subgraphs.map((subgraph) => join(folderOf(subgraph), 'application.ts')),
    { ...options, skipLibCheck: true },
  );
  const checker = program.getTypeChecker();
  return (subgraph, mutations) => {
    const refused = new Map<string, ReadonlySet<string> | null>();
    for (const file of program.getSourceFiles()) {
      const isOfIt = file.fileName.startsWith(folderOf(subgraph));
      const module = isOfIt ? checker.getSymbolAtLocation(file) : undefined;
      for (const symbol of module ? checker.getExportsOfModule(module) : []) {
        if (!mutations.includes(symbol.name)) continue;
        const [call] = checker.getTypeOfSymbol(symbol).getCallSignatures();
        if (call) refused.set(symbol.name, codesIn(checker, call.getReturnType()));
      }
    }
    return refused;
  };
}

/** What of an answer may be a rejection, beside the answer itself. */
const heldIn = ['rejection', 'outcome', 'refused'];

function codesIn(checker: ts.TypeChecker, answer: ts.Type): ReadonlySet<string> | null {
  const codes = new Set<string>();
  const seen = new Set<ts.Type>();
  const look = (type: ts.Type): boolean => {
    if (seen.has(type)) return true;
    seen.add(type);
    const promised = checker.getAwaitedType(type) ?? type;
    if (promised !== type) return look(promised);
    if (type.isUnion()) return type.types.every(look);
    if (checker.isArrayType(type)) return checker.getTypeArguments(type as ts.TypeReference).every(look);
    const code = type.getProperty('rejected') && type.getProperty('code');
    if (code) return keep(checker.getTypeOfSymbol(code));
    return heldIn.every((name) => {
      const held = type.getProperty(name);
      return !held || look(checker.getTypeOfSymbol(held));
    });
  };
  const keep = (type: ts.Type): boolean => {
    if (type.isUnion()) return type.types.every(keep);
    if (type.isStringLiteral()) codes.add(type.value);
    return type.isStringLiteral();
  };
  return look(answer) ? codes : null;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
