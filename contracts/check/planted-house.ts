import { fileURLToPath } from 'node:url';
import { type ASTVisitor, Kind, print, visit } from 'graphql';
import { allFacts } from '../facts/all.ts';
import { type Composition, compose } from './compose.ts';
import type { House } from './house.ts';
import { readOperations } from './operation-files.ts';
import { describeFacts } from './published-facts.ts';
import { readRoomSchemas, roomSchema } from './room-schemas.ts';

// For tests: the real house, and ways to plant a breach in it. The present state counts as the published
// one, so whatever a check finds was planted.

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The real schemas and operations, all published, no room code behind them, nothing pending. */
export function soundHouse(): House {
  house ??= readSoundHouse();
  return house;
}

let house: House | undefined;

function readSoundHouse(): House {
  const schemas = readRoomSchemas(root);
  const composition = composedOrThrow(compose(schemas));
  return {
    schemas,
    composition,
    rooms: [],
    operations: readOperations(root),
    pending: [],
    facts: allFacts,
    published: {
      supergraph: composition.supergraph,
      api: composition.apiText,
      facts: describeFacts(allFacts),
    },
  };
}

/** The same house with one room's schema edited. Throws when the edit changes nothing. */
export function withSchema(house: House, room: string, edit: ASTVisitor): House {
  const schemas = house.schemas.schemas.map((schema) => {
    if (schema.name !== room) return schema;
    const text = print(visit(schema.document, edit));
    if (text === print(schema.document)) throw new Error(`the planted breach changes nothing in ${room}`);
    return roomSchema(schema, text);
  });
  const edited = { ...house.schemas, schemas };
  return { ...house, schemas: edited, composition: compose(edited) };
}

/** Takes one field away: `withoutField('Event', 'title')`. Works for object, interface and input types. */
export function withoutField(type: string, field: string): ASTVisitor {
  return onType(type, { [Kind.FIELD_DEFINITION]: gone(field), [Kind.INPUT_VALUE_DEFINITION]: gone(field) });
}

/** Edits only inside one type definition. */
export function onType(type: string, edit: ASTVisitor): ASTVisitor {
  return {
    enter: (node) =>
      'name' in node && node.name?.value === type && node.kind.endsWith('TypeDefinition')
        ? visit(node, edit)
        : undefined,
  };
}

function gone(name: string) {
  return (node: { readonly name: { readonly value: string } }) =>
    node.name.value === name ? null : undefined;
}

function composedOrThrow(composition: Composition): Composition & { composed: true } {
  if (!composition.composed) throw new Error(composition.errors.join('\n'));
  return composition;
}
