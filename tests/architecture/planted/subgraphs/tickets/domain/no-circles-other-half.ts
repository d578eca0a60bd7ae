import type { One } from './no-circles.ts';

export type Other = { readonly one: One };
