// `npm start`. graphql reads NODE_ENV when it is first imported, and is twice as fast in production; what the
// public gets to see depends on the NODE_ENV that was given, which the house still learns.
const given = { ...process.env };
process.env.NODE_ENV = 'production';
process.env.APOLLO_TELEMETRY_DISABLED = '1';
process.env.KAFKAJS_NO_PARTITIONER_WARNING = '1';

const { run } = await import('./run.ts');
await run(given);

export {};
