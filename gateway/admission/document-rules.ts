import { argumentsOf } from '@parterre/platform/graphql/list-sizes.ts';
import { isStorable } from '@parterre/platform/kernel/text.ts';
import {
  type ASTVisitor,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  type ListValueNode,
  type ObjectValueNode,
  type ValidationRule,
} from 'graphql';
import { rootFieldsOf } from './document-shape.ts';
import { storableExpectation } from './variables.ts';

/**
 * Refuses an alias such as `id: title`. The planner would take the title for the key of the entity, or for a
 * field that another subgraph requires, and fetch another entity, or none (apollographql/federation#3036).
 */
export function noShadowedKeys(fullSchema: GraphQLSchema): ValidationRule {
  const namesOf = shadowableNames(fullSchema);
  return (context) => ({
    Field(field) {
      const alias = field.alias?.value;
      const parent = context.getParentType();
      if (alias === undefined || alias === field.name.value || !parent) return;
      if (alias !== '__typename' && !namesOf(parent.name).has(alias)) return;
      const message = `expected "${alias}" to name the field ${alias} itself, got an alias of ${field.name.value}; choose another alias`;
      context.reportError(new GraphQLError(message, { nodes: field }));
    },
  });
}

/** For the name of a type: the fields by which subgraphs find its objects again, or compute others from. */
function shadowableNames(fullSchema: GraphQLSchema): (type: string) => ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  const note = (type: GraphQLNamedType, fieldSet: unknown) => {
    if (typeof fieldSet !== 'string') return;
    noteFieldSet(type, fieldSet, names);
  };
  for (const type of Object.values(fullSchema.getTypeMap())) {
    for (const { key } of argumentsOf(type, 'join__type')) note(type, key);
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const { requires } of argumentsOf(field, 'join__field')) note(type, requires);
    }
  }
  // Whoever asks through an abstract type asks for any of its objects.
  for (const type of Object.values(fullSchema.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    const all = fullSchema.getPossibleTypes(type).flatMap(({ name }) => [...(names.get(name) ?? [])]);
    names.set(type.name, new Set([...(names.get(type.name) ?? []), ...all]));
  }
  const none: ReadonlySet<string> = new Set();
  return (type) => names.get(type) ?? none;
}

/** Reads a field set such as `id organization { id }`: each name counts for the type that it is selected on. */
function noteFieldSet(type: GraphQLNamedType, fieldSet: string, names: Map<string, Set<string>>): void {
  const parents: (GraphQLNamedType | undefined)[] = [type];
  let last: GraphQLNamedType | undefined;
  for (const token of fieldSet.match(/\w+|[{}]/g) ?? []) {
    const parent = parents.at(-1);
    if (token === '{') parents.push(last);
    else if (token === '}') parents.pop();
    else if (parent) {
      names.set(parent.name, (names.get(parent.name) ?? new Set()).add(token));
      const field = isObjectType(parent) || 'getFields' in parent ? parent.getFields()[token] : undefined;
      last = field && getNamedType(field.type);
    }
  }
}

/**
 * Refuses an operation that asks twice, under two names, for a root field with `@oncePerOperation`: what
 * counts each call, or is dear by nature, must not be called fifty times in one request.
 */
export function oncePerOperation(fullSchema: GraphQLSchema): ValidationRule {
  const once = new Set(
    [fullSchema.getQueryType(), fullSchema.getMutationType()]
      .flatMap((type) => Object.values(type?.getFields() ?? {}))
      .filter((field) => argumentsOf(field, 'oncePerOperation').length > 0)
      .map(({ name }) => name),
  );
  return (context) => ({
    OperationDefinition(operation) {
      const fragments = new Map(
        context.getRecursivelyReferencedFragments(operation).map((each) => [each.name.value, each]),
      );
      const asked = new Map<string, Set<string>>();
      for (const { name, alias } of rootFieldsOf(operation.selectionSet, fragments).fields) {
        if (!once.has(name.value)) continue;
        const keys = (asked.get(name.value) ?? new Set()).add(alias?.value ?? name.value);
        asked.set(name.value, keys);
        if (keys.size !== 2) continue;
        const message = `expected ${name.value} at most once in an operation, got it again; ask in several operations`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      }
    },
  });
}

/**
 * Refuses texts that no subgraph can keep, and literals that nest deeper than `depth`. PostgreSQL has no NUL
 * in a text, and half of a surrogate pair has no UTF-8.
 */
export function boundedLiterals(depth: number): ValidationRule {
  return (context): ASTVisitor => {
    let level = 0;
    const nesting = {
      enter(node: ListValueNode | ObjectValueNode) {
        level += 1;
        if (level !== depth + 1) return;
        const message = `expected literals at most ${depth} deep; send the value as a variable`;
        context.reportError(new GraphQLError(message, { nodes: node }));
      },
      leave() {
        level -= 1;
      },
    };
    return {
      StringValue(literal) {
        if (isStorable(literal.value)) return;
        const message = `${storableExpectation}, got one in the document`;
        context.reportError(new GraphQLError(message, { nodes: literal }));
      },
      ListValue: nesting,
      ObjectValue: nesting,
    };
  };
}
