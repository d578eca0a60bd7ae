// `npm start`: what has to be set before the first import, and then the server.
import { prepareProcess } from './prepare-process.ts';

const env = prepareProcess();
const { run } = await import('./run.ts');
const { startServer } = await import('./server.ts');
const { welcome } = await import('./welcome.ts');
await run({ start: (onLost) => startServer({ env, onLost }), greet: welcome });
