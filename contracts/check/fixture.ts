import type { ASTVisitor } from 'graphql';
import { allFacts } from '../facts/all.ts';
import { topics } from '../facts/topics.ts';
import type { ContractState } from './checked.ts';
import { type Composition, compose } from './compose.ts';
import { root, soundSchemas, withSchemaEdit } from './fixture-schemas.ts';
import { readOperations } from './operation-files.ts';
import { describeFacts } from './published-facts.ts';

// For tests: the real state, and ways to plant a breach in it. The present state counts as the published
// one, so whatever a check finds was planted.

/** The real schemas and operations, all published, no code of subgraphs behind them, nothing pending. */
export function soundState(): ContractState {
  state ??= readSoundState();
  return state;
}

let state: ContractState | undefined;

function readSoundState(): ContractState {
  const schemas = soundSchemas();
  const composition = composedOrThrow(compose(schemas));
  return {
    root,
    schemas,
    composition,
    subgraphs: [],
    operations: readOperations(root),
    pending: [],
    facts: allFacts,
    topics,
    published: {
      supergraph: composition.supergraph,
      api: composition.apiText,
      facts: describeFacts(allFacts),
      topics,
    },
  };
}

/** The same state with one subgraph's schema edited. Throws when the edit changes nothing. */
export function withSchema(state: ContractState, subgraph: string, edit: ASTVisitor): ContractState {
  const schemas = withSchemaEdit(state.schemas, subgraph, edit);
  return { ...state, schemas, composition: compose(schemas) };
}

function composedOrThrow(composition: Composition): Composition & { composed: true } {
  if (!composition.composed) throw new Error(composition.errors.join('\n'));
  return composition;
}
