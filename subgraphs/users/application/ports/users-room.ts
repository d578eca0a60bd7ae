import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { SessionRules } from '../../domain/tokens.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Accounts } from './accounts.ts';
import type { FailedSignIns } from './failed-sign-ins.ts';
import type { MailRequests, MailTokens, PasswordResets } from './mails.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';

/** Everything that the use cases of this room work with. */
export interface UsersRoom {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly failedSignIns: FailedSignIns;
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
}
