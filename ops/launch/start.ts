// `npm start`: what has to be set before the first import, and then the server.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// graphql reads NODE_ENV when it is first imported, and is twice as fast in production. What the public gets
// to see depends on the NODE_ENV that was given, which the server still learns.
const given = { ...process.env };
process.env.NODE_ENV = 'production';
process.env.APOLLO_TELEMETRY_DISABLED = '1';
process.env.KAFKAJS_NO_PARTITIONER_WARNING = '1';
// Spares every later start a second of compiling. Where the folder cannot be written, it does nothing.
enableCompileCache(fileURLToPath(new URL('../../.cache/node', import.meta.url)));

const { run } = await import('./run.ts');
await run(given);
