import type { z } from 'zod';

/** The environment does not hold what is needed. `faults` names each variable, one sentence each. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses environment variables once, all of them before anything starts. An empty variable counts as
 * absent, because that is how Compose and Helm pass an unset one.
 *
 * @throws ConfigError naming every faulty variable, what was expected and what came. Values that look like
 *   secrets are not repeated.
 */
export function readConfig<Schema extends z.ZodType>(schema: Schema, env: Environment): z.output<Schema> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => faultOf(issue, present)));
}

function faultOf(issue: z.core.$ZodIssue, env: Environment): string {
  const variable = String(issue.path[0] ?? 'the environment');
  return `${variable}: ${expectation(issue)}, got ${shown(variable, env[variable])}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_format' && issue.message.startsWith('Invalid ')) {
    return `expected a valid ${issue.format === 'url' ? 'URL' : issue.format}`;
  }
  // zod says "Invalid input: expected number, received NaN"; what came is told in our own words.
  const words = issue.message.replace(/^(Invalid \w+|Too \w+): /, '').replace(/, received .*$/, '');
  return words.startsWith('expected') ? words : `expected ${words}`;
}

const secretName = /PASSWORD|SECRET|TOKEN|KEY|DATABASE_URL|SMTP_URL/;
const LONGEST_SHOWN = 60;

function shown(variable: string, value: string | undefined): string {
  if (value === undefined) return 'nothing';
  if (secretName.test(variable)) return 'a value that is not repeated here';
  return `"${value.slice(0, LONGEST_SHOWN)}"`;
}
