import { listSizeFaults } from '@parterre/platform/graphql/list-sizes.ts';
import type { Check } from './check.ts';
import type { ContractState } from './checked.ts';
import { plainSchema } from './plain-schema.ts';

export const listSizes = {
  promise: 'every list says how long it may be',
  breaches: ({ schemas }: Pick<ContractState, 'schemas'>) =>
    schemas.schemas.flatMap(({ name, document }) =>
      listSizeFaults(plainSchema([document])).map((fault) => `${name}: ${fault}`),
    ),
} satisfies Check;
