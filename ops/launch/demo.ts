// `GRAPHQL_URL=… ADMIN_EMAIL=… ADMIN_PASSWORD=… node ops/launch/demo.ts`: fills an installation that runs with the demo's
// halls, events and accounts, by its public API, and ends. What is there already is left alone.
import { prepareProcess } from './prepare-process.ts';

const env = prepareProcess();
const { z } = await import('zod');
const { currencyCodes } = await import('@parterre/contracts/kernel/money.ts');
const { readConfig } = await import('@parterre/platform/config/read-config.ts');
const { explain } = await import('./explain.ts');
const { seedDemo } = await import('./demo/seed.ts');

const shape = z.object({
  GRAPHQL_URL: z.url({
    protocol: /^https?$/,
    error: 'expected an address such as http://localhost:4000/graphql',
  }),
  ADMIN_EMAIL: z.string(),
  ADMIN_PASSWORD: z.string(),
  CURRENCY: z.enum(currencyCodes, { error: 'expected an ISO 4217 code such as EUR' }).default('EUR'),
});

try {
  const config = readConfig(shape, env);
  await seedDemo({
    graphqlUrl: config.GRAPHQL_URL,
    administrator: { email: config.ADMIN_EMAIL, password: config.ADMIN_PASSWORD },
    currency: config.CURRENCY,
    now: new Date(),
  });
  console.log(`the demo is complete at ${config.GRAPHQL_URL}`);
} catch (error) {
  for (const line of explain(error) ?? [`expected to make the demo: ${(error as Error).message}`]) {
    console.error(`parterre: ${line}`);
  }
  process.exitCode = 1;
}
