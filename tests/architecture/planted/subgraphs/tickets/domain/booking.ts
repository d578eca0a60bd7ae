import { zero } from '../../../platform/kernel/money.ts';

export const booking = { total: zero };
