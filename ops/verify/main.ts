// `npm run ops:verify [-- --fetch] [-- name…]`: proves what can be proved of docker-compose.yml, the image, the chart, nginx
// and Prometheus on this machine. One line a check: done, left out and why, or failed. Exit code 1 when one has failed.
import { parseArgs } from 'node:util';
import { checks, LeftOut } from './checks.ts';
import { engineChecks } from './engine-checks.ts';
import { fetchTools } from './fetch-tools.ts';
import { kubernetesCheck } from './kubernetes-check.ts';
import { findTool } from './tools.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fetch: { type: 'boolean', default: false } },
});
const all = [...checks, kubernetesCheck, ...engineChecks];
const unknown = positionals.find((name) => !all.some((check) => check.name === name));
if (unknown) {
  console.error(`expected names of ${all.map(({ name }) => name).join(', ')}, got "${unknown}"`);
  process.exit(2);
}
const wanted = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
if (values.fetch)
  await fetchTools(
    wanted.flatMap(({ tools }) => tools),
    (line) => console.log(line),
  );

let failures = 0;
for (const { name, proves, tools, run } of wanted) {
  const missing = tools.filter((tool) => findTool(tool) === undefined);
  if (missing.length > 0) {
    console.log(`left out  ${name}: ${missing.join(', ')} not found; --fetch brings it`);
    continue;
  }
  try {
    console.log(`done      ${name}: ${(await run()) ?? proves}`);
  } catch (error) {
    if (error instanceof LeftOut) {
      console.log(`left out  ${name}: ${error.message}`);
      continue;
    }
    failures += 1;
    console.log(`FAILED    ${name}: ${(error as Error).message}`);
  }
}
console.log(failures === 0 ? 'nothing has failed' : `${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
