// `npm run service -- <name>`: one service in a process of its own, the gateway or a subgraph. Which, and how it
// reaches the others, say the argument and the environment (docs/running-distributed.md).
import { prepareProcess } from './prepare-process.ts';

const env = prepareProcess();
const [name] = process.argv.slice(2);
const { run } = await import('./run.ts');
const { startService, mayPass } = await import('./distributed/start-service.ts');
await run({
  start: (onLost) => startService(name, env, onLost),
  greet: (service) => `${service.name} is open at ${service.url}\n`,
  passes: mayPass,
});
