// Run once while the image is made: loads what every service loads, and leaves what Node has compiled of it in
// .cache/node, where ops/launch/prepare-process.ts lets it look at every start.
const { prepareProcess } = await import('../launch/prepare-process.ts');
prepareProcess();
await import('../launch/run.ts');
await import('../launch/distributed/start-subgraph.ts');
await import('../launch/distributed/start-gateway-service.ts');
await import('../launch/migrate-databases.ts');
await import('../launch/demo/seed.ts');
