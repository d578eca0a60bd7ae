import type { ServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { SessionRules } from '../domain/tokens.ts';
import type {
  AccessTokens,
  Accounts,
  FailedLogins,
  MailRequests,
  MailTokens,
  PasswordResets,
  Passwords,
  Sessions,
} from './ports.ts';

/** All that the use cases of this subgraph work with. */
export interface Dependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly failedLogins: FailedLogins;
  readonly passwords: Passwords;
  readonly accessTokens: AccessTokens;
  readonly mailTokens: MailTokens;
  readonly mailRequests: MailRequests;
  readonly passwordResets: PasswordResets;
  readonly sessionRules: SessionRules;
  /** Whether an address becomes an account's own only when it is confirmed. */
  readonly requiresConfirmedEmail: boolean;
  /** Addresses that need no confirming: those of the demo. */
  readonly confirmedAddresses: ReadonlySet<string>;
  readonly logger: Logger;
  /** What administrators see of this service, and do about it. */
  readonly operations: ServiceOperations;
}
