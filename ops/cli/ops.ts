import { main } from './main.ts';

const code = await main(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
// Whoever started this holds a channel to it, which would keep it alive.
process.disconnect?.();
process.exitCode = code;
