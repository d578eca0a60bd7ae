import { isIPv4 } from 'node:net';
import { createClientAddresses } from '@parterre/gateway/http/client-address.ts';
import { asOrigin } from '@parterre/gateway/http/origins.ts';
import { logLevels } from '@parterre/platform/telemetry/logger.ts';
import { z } from 'zod';

// What environment variables of the embedded server and of single services look like.

export const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'expected an address such as postgres://user:password@host:5432/database',
});

const expectedPort = { error: 'expected a whole number from 0 to 65535' };
export const port = z.coerce
  .number(expectedPort)
  .int(expectedPort)
  .min(0, expectedPort)
  .max(65_535, expectedPort);

const expectedSeconds = { error: 'expected seconds from 1 to 86400, or 0 for never' };
export const seconds = z.coerce
  .number(expectedSeconds)
  .int(expectedSeconds)
  .min(0, expectedSeconds)
  .max(86_400, expectedSeconds);

/** Many proxies or front ends are still few. */
const MOST_IN_A_LIST = 100;

/** Texts between commas. */
export const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  )
  .refine(({ length }) => length <= MOST_IN_A_LIST, { error: `expected at most ${MOST_IN_A_LIST}` });

export const origins = list.transform((texts, context) =>
  texts.map((text) => {
    const origin = asOrigin(text);
    if (origin) return origin;
    context.addIssue('expected origins such as https://tickets.example between commas');
    return z.NEVER;
  }),
);

export const proxies = list.superRefine((texts, context) => {
  for (const text of texts) {
    try {
      createClientAddresses([text]);
    } catch {
      context.addIssue('expected addresses or ranges such as 10.0.0.0/8 between commas, or loopback');
    }
  }
});

export const logLevel = z
  .enum(logLevels, { error: `expected one of ${logLevels.join(', ')}` })
  .default('info');

export const rateLimitsSwitch = z.enum(['on', 'off'], { error: 'expected on or off' }).default('on');

export const safelistSwitch = z.enum(['on', 'off'], { error: 'expected on or off' }).default('off');

export const tracesEndpoint = z.url({ error: 'expected a URL such as http://localhost:4318' }).optional();

/** Whether an address is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
