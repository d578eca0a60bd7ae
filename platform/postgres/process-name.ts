import { randomUUID } from 'node:crypto';

/**
 * What this process is called in PostgreSQL's list of connections (application_name), unlike any other's:
 * others can tell by it that the process is gone.
 */
export const processName = `parterre-${randomUUID()}`;
