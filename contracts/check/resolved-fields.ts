import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isOutOfDate } from '../codegen/generated-file.ts';
import { resolverTypes } from '../codegen/resolver-types.ts';
import type { Check } from './check.ts';
import type { ContractState } from './checked.ts';

/** The compiler knows it: `CompleteResolvers` requires whatever the model of a type does not carry. */
export const resolvedFields = {
  promise: 'every field has data or a resolver',
  async breaches({ root, schemas }: Pick<ContractState, 'root' | 'schemas'>) {
    const types = await Promise.all(schemas.schemas.map((schema) => resolverTypes(root, schema)));
    const stale = types.filter((file) => isOutOfDate(root, file));
    if (stale.length > 0)
      return stale.map(({ path }) => `${path} is older than its schema; run npm run codegen`);
    return readCompiler(await compile(root));
  },
} satisfies Check;

/** What the compiler says of the resolvers of all subgraphs; nothing where all is well. */
async function compile(root: string): Promise<string> {
  const config = join(root, 'contracts/check/tsconfig.resolvers.json');
  try {
    await promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', config, '--pretty', 'false'], {
      cwd: root,
    });
    return '';
  } catch (error) {
    const { stdout, message } = error as Error & { readonly stdout?: string };
    return stdout || message;
  }
}

const REFUSED = /^subgraphs\/(\w+)\/[^(]+\(\d+,\d+\): error TS\d+: /;
const ONE = /Property '(\w+)' is missing in type .* but required in type 'Required<Pick<(\w+)Resolvers\b/;
const SEVERAL = /missing the following properties from type 'Required<Pick<(\w+)Resolvers\b.*': ([\w, ]+)/;

/** One message a field, from the compiler's words; what says something else is told as it is. */
export function readCompiler(output: string): string[] {
  const errors = output.split(/\n(?=\S)/).filter((error) => error.trim() !== '');
  return errors.flatMap((error) => {
    const [, subgraph] = REFUSED.exec(error) ?? [];
    const lacks = (type = '', fields = '') =>
      fields.split(', ').map((field) => {
        // Of five and more the compiler names four.
        const [, more] = /^and (\d+) more$/.exec(field) ?? [];
        if (more) return `${subgraph}: ${more} more fields of ${type} have neither data nor a resolver`;
        return `${subgraph}: ${type}.${field} has neither data nor a resolver; write one, or let the model of ${type} carry it`;
      });
    const several = SEVERAL.exec(error);
    if (subgraph && several) return lacks(several[1], several[2]);
    const one = ONE.exec(error);
    return subgraph && one ? lacks(one[2], one[1]) : [error.split('\n')[0] ?? error];
  });
}
