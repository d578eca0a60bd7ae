import { connections } from '../../../platform/postgres/database.ts';

export const busy = connections > 0;
