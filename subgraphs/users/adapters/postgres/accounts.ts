import { domainToASCII } from 'node:url';
import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Accounts } from '../../application/ports.ts';
import type { Account } from '../../domain/account.ts';
import { normaliseEmailAddress } from '../../domain/email-address.ts';
import { normaliseLogin } from '../../domain/login-limit.ts';
import { toAccount, UserEntity } from './user-entity.ts';

/** Accounts in PostgreSQL: entities for plain reads, statements where something is locked or decided. */
export function createAccounts(database: Database): Accounts {
  return {
    async find(id) {
      const row = await database.em().findOne(UserEntity, { id });
      return row && toAccount(row);
    },

    async findMany(ids) {
      const rows = await database.em().find(UserEntity, { id: { $in: [...ids] } });
      return rows.map(toAccount);
    },

    async findByLogin(login) {
      // A nickname never holds an "@", so no login can mean two accounts.
      const condition = login.includes('@') ? 'email = $1 and owns_email' : 'lower(nickname) = $1';
      const rows = await database.sql<AccountRow>(`select ${columns} from users where ${condition}`, [
        normaliseLogin(login),
      ]);
      return readAccount(rows);
    },

    async page({ search, after, limit }) {
      // Ids are UUIDv7: their order is the order in which accounts were opened.
      const rows = await database.sql<AccountRow>(
        `select ${columns} from users
         where ($1::uuid is null or id < $1) and ($2::text is null or ${isFound})
         order by id desc limit $5`,
        // An international address is stored otherwise than it is written.
        [
          after,
          search,
          search && normaliseEmailAddress(search),
          search && domainToASCII(search.toLowerCase()),
          limit,
        ],
      );
      return rows.map(accountOf);
    },

    async taken(sql, nickname, email) {
      const [row] = await sql.sql<{ nickname: boolean; email: boolean }>(
        `select exists (select from users where lower(nickname) = lower($1)) as nickname,
                exists (select from users where email = $2 and owns_email) as email`,
        [nickname, email],
      );
      return row ?? { nickname: false, email: false };
    },

    async hasAdministrator(sql) {
      return (await sql.sql(`select 1 from users where role = 'ADMIN' limit 1`)).length > 0;
    },

    async add(tx, account) {
      const { id, nickname, email, emailConfirmedAt, ownsEmail, passwordHash, role } = account;
      // Waits for another who registers the same name at this moment, then lets the first one have it.
      const rows = await tx.sql(
        `insert into users
           (id, nickname, email, email_confirmed_at, owns_email, password_hash, role, created_at, organizer_since)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
        [
          id,
          nickname,
          email,
          emailConfirmedAt,
          ownsEmail,
          passwordHash,
          role,
          account.createdAt,
          account.organizerSince,
        ],
      );
      return rows.length === 1;
    },

    async lock(tx, id) {
      return readAccount(
        await tx.sql<AccountRow>(`select ${columns} from users where id = $1 for no key update`, [id]),
      );
    },

    async ownerOf(sql, email) {
      return readAccount(
        await sql.sql<AccountRow>(`select ${columns} from users where email = $1 and owns_email`, [email]),
      );
    },

    async lockEmail(tx, email) {
      await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 2))', [email]);
    },

    async confirmEmail(tx, id, at) {
      // Whoever had the address without having confirmed it loses it first: the index allows one owner.
      await tx.sql(
        `update users set owns_email = false
         where email = (select email from users where id = $1) and owns_email and email_confirmed_at is null and id <> $1`,
        [id],
      );
      await tx.sql('update users set owns_email = true, email_confirmed_at = $2 where id = $1', [id, at]);
    },

    async confirmEmails(sql, emails, at) {
      await sql.sql(
        'update users set email_confirmed_at = $2 where email = any ($1) and owns_email and email_confirmed_at is null',
        [emails, at],
      );
    },

    async lockAdministrators(tx) {
      // In id order, so that two transactions that want the same rows cannot wait for each other. Whoever
      // waited sees the row as it is afterwards: an administrator no more is not in the answer.
      const rows = await tx.sql<{ id: UserId }>(
        `select id from users where role = 'ADMIN' and blocked_at is null order by id for no key update`,
      );
      return rows.map((row) => row.id);
    },

    async lockFirstAdministrator(tx) {
      await tx.sql(`select pg_advisory_xact_lock(hashtextextended('first administrator', 0))`);
    },

    async setPassword(tx, id, passwordHash) {
      await tx.sql('update users set password_hash = $2 where id = $1', [id, passwordHash]);
    },

    async setRole(tx, id, role, organizerSince) {
      await tx.sql('update users set role = $2, organizer_since = $3 where id = $1', [
        id,
        role,
        organizerSince,
      ]);
    },

    async setSessionsEnded(tx, id, at) {
      await tx.sql('update users set sessions_ended_at = $2 where id = $1', [id, at]);
    },

    async setBlocked(tx, id, blocked) {
      await tx.sql('update users set blocked_at = $2, blocked_reason = $3 where id = $1', [
        id,
        blocked?.at ?? null,
        blocked?.reason ?? null,
      ]);
    },
  };
}

const columns =
  'id, nickname, email, email_confirmed_at, owns_email, password_hash, role, blocked_at, created_at, sessions_ended_at, organizer_since';

interface AccountRow {
  readonly id: UserId;
  readonly nickname: string;
  readonly email: string;
  readonly email_confirmed_at: Date | null;
  readonly owns_email: boolean;
  readonly password_hash: string;
  readonly role: Role;
  readonly blocked_at: Date | null;
  readonly created_at: Date;
  readonly sessions_ended_at: Date | null;
  readonly organizer_since: Date | null;
}

/** A mail address, or a part of one that has an "@", is one word. */
const isFound = `case
  when search_form($2) = '' then position(lower($2) in nickname || ' ' || email) > 0
  else has_words(
         case when position('@' in $2) > 0 then array[search_form($2)]
              else string_to_array(search_form($2), ' ') end,
         found_by)
       or email = $3 or ($4 <> '' and position($4 in email) > 0)
  end`;

function readAccount([row]: readonly AccountRow[]): Account | null {
  return row ? accountOf(row) : null;
}

function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    nickname: row.nickname,
    email: row.email,
    emailConfirmedAt: row.email_confirmed_at,
    ownsEmail: row.owns_email,
    passwordHash: row.password_hash,
    role: row.role,
    isBlocked: row.blocked_at !== null,
    createdAt: row.created_at,
    sessionsEndedAt: row.sessions_ended_at,
    organizerSince: row.organizer_since,
  };
}
