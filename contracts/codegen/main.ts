import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, type DocumentNode } from 'graphql';
import { isPublic, readOperations } from '../check/operation-files.ts';
import { readSubgraphSchemas } from '../check/subgraph-schemas.ts';
import { allFacts } from '../facts/all.ts';
import { asyncApi } from './asyncapi.ts';
import { currencies, currencyTable } from './currencies.ts';
import { type GeneratedFile, isOutOfDate, writeGenerated } from './generated-file.ts';
import { operationDocuments } from './operation-documents.ts';
import { resolverTypes } from './resolver-types.ts';
import { withSharedHead } from './shared-head.ts';
import { webDocuments } from './web-documents.ts';

// `npm run codegen` writes the types that follow from schemas and operations;
// `npm run codegen -- --check` writes nothing and exits 1 when one is out of date.

const root = fileURLToPath(new URL('../.././', import.meta.url));

const { files, unasked, faults, notices } = await generate();
const stale = files.filter((file) => isOutOfDate(root, file));
for (const notice of notices) console.log(notice);
if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`${file.path} is out of date: run npm run codegen and commit it`);
  for (const path of unasked) console.error(`${path} is asked by nothing: run npm run codegen and commit it`);
  process.exitCode = stale.length + unasked.length + faults.length > 0 ? 1 : 0;
} else {
  for (const file of stale) writeGenerated(root, file);
  for (const path of unasked) rmSync(join(root, path));
  console.log(`${files.length} generated files, ${stale.length} of them written anew`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
for (const fault of faults) console.error(fault);

async function generate() {
  const files: GeneratedFile[] = [];
  const { schemas, missing, faults: unreadable } = readSubgraphSchemas(root);
  const faults = [...unreadable];
  const documents: DocumentNode[] = [];
  for (const found of schemas) {
    try {
      const { subgraph, file } = withSharedHead(root, found);
      documents.push(subgraph.document);
      files.push(file, await resolverTypes(root, subgraph));
    } catch (error) {
      faults.push(`${found.schemaFile}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const operations = Map.groupBy(readOperations(root), (file) => file.consumer);
  for (const [consumer, saved] of operations) {
    if (isPublic(consumer)) continue;
    const generated = await operationDocuments(consumer, saved, documents);
    if (generated.file) files.push(generated.file);
    faults.push(...generated.faults);
  }
  // The web app asks the public API as it was published last: `npm run contracts -- --publish` comes before.
  const web = await webDocuments(
    root,
    buildSchema(readFileSync(join(root, 'contracts/api.graphql'), 'utf8')),
  );
  files.push(...web.files);
  faults.push(...web.faults);
  files.push(currencyTable(currencies()), asyncApi(allFacts));
  const notices = missing.map(({ name, schemaFile }) => `${name}: no ${schemaFile} yet, left out`);
  return { files, unasked: web.unasked, faults, notices };
}
