import type { Other } from './no-circles-other-half.ts';

export type One = readonly Other[];
