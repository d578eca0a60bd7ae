import { zero } from '../../../contracts/kernel/money.ts';

export const booking = { total: zero };
