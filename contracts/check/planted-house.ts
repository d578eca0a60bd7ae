import type { ASTVisitor } from 'graphql';
import { allFacts } from '../facts/all.ts';
import { type Composition, compose } from './compose.ts';
import type { House } from './house.ts';
import { readOperations } from './operation-files.ts';
import { root, soundSchemas, withSchemaEdit } from './planted-schemas.ts';
import { describeFacts } from './published-facts.ts';

// For tests: the real house, and ways to plant a breach in it. The present state counts as the published
// one, so whatever a check finds was planted.

/** The real schemas and operations, all published, no room code behind them, nothing pending. */
export function soundHouse(): House {
  house ??= readSoundHouse();
  return house;
}

let house: House | undefined;

function readSoundHouse(): House {
  const schemas = soundSchemas();
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
  const schemas = withSchemaEdit(house.schemas, room, edit);
  return { ...house, schemas, composition: compose(schemas) };
}

function composedOrThrow(composition: Composition): Composition & { composed: true } {
  if (!composition.composed) throw new Error(composition.errors.join('\n'));
  return composition;
}
