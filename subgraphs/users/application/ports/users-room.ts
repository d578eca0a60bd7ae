import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Accounts } from './accounts.ts';
import type { FailedSignIns } from './failed-sign-ins.ts';
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
  readonly logger: Logger;
}
