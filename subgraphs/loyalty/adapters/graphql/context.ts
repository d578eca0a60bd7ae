import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Loaders } from './loaders.ts';

export type LoyaltyContext = RequestContext<Loaders>;
