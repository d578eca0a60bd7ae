import { domainToASCII } from 'node:url';
import type { InferEntity } from '@mikro-orm/core';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Database, Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Accounts } from '../../application/ports.ts';
import type { Account } from '../../domain/account.ts';
import { normaliseEmailAddress } from '../../domain/email-address.ts';
import { normaliseLogin } from '../../domain/login-limit.ts';
import { UserRow } from './entities.ts';

type AccountColumns = Omit<InferEntity<typeof UserRow>, 'blockedReason' | 'foundBy'>;

const columns = `id, nickname, email, email_confirmed_at as "emailConfirmedAt", owns_email as "ownsEmail",
  password_hash as "passwordHash", role, blocked_at as "blockedAt", created_at as "createdAt",
  sessions_ended_at as "sessionsEndedAt", organizer_since as "organizerSince",
  language`;

/**
 * SQL, because texts that anybody may send are looked up as parameters, never written into a statement; the search
 * calls functions of this database; what is there already is no error; and locks are weaker than `for update`, so
 * that sessions can be opened beside them.
 */
export const statements = {
  findByNickname: statement<AccountColumns>(`select ${columns} from users where lower(nickname) = $1`),

  findByOwnEmail: statement<AccountColumns>(`select ${columns} from users where email = $1 and owns_email`),

  // A mail address, or a part of one that has an "@", is one word.
  search: statement<AccountColumns>(
    `select ${columns} from users
     where id < coalesce($1::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') and case
       when search_form($2) = '' then position(lower($2) in nickname || ' ' || email) > 0
       else has_words(
              case when position('@' in $2) > 0 then array[search_form($2)]
                   else string_to_array(search_form($2), ' ') end,
              found_by)
            or email = $3 or ($4 <> '' and position($4 in email) > 0)
       end
     order by id desc limit $5`,
  ),

  taken: statement<{ nickname: boolean; email: boolean }>(
    `select exists (select from users where lower(nickname) = lower($1)) as nickname,
            exists (select from users where email = $2 and owns_email) as email`,
  ),

  // Waits for another who registers the same name at this moment, then lets the first one have it.
  add: statement<{ id: UserId }>(
    `insert into users
       (id, nickname, email, email_confirmed_at, owns_email, password_hash, role, created_at, organizer_since, language)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
  ),

  lock: statement<AccountColumns>(`select ${columns} from users where id = $1 for no key update`),

  // In id order, so that two transactions that want the same rows cannot wait for each other. Whoever
  // waited sees the row as it is afterwards: an administrator no more is not in the answer.
  lockAdministrators: statement<{ id: UserId }>(
    `select id from users where role = 'ADMIN' and blocked_at is null order by id for no key update`,
  ),

  lockFirstAdministrator: statement(
    `select pg_advisory_xact_lock(hashtextextended('first administrator', 0))`,
  ),

  lockEmail: statement('select pg_advisory_xact_lock(hashtextextended($1, 2))'),
};

/** Accounts in PostgreSQL. */
export function createPostgresAccounts(database: Database): Accounts {
  const change = async (tx: Transaction, id: UserId, columns: Partial<InferEntity<typeof UserRow>>) => {
    await tx.em.nativeUpdate(UserRow, { id }, columns);
  };

  return {
    async find(id) {
      const row = await database.em().findOne(UserRow, { id });
      return row && toAccount(row);
    },

    async findMany(ids) {
      const rows = await database.em().find(UserRow, { id: { $in: [...ids] } });
      return rows.map(toAccount);
    },

    async findByLogin(login) {
      // A nickname never holds an "@", so no login can mean two accounts.
      const find = login.includes('@') ? statements.findByOwnEmail : statements.findByNickname;
      return readAccount(await database.sql(find, [normaliseLogin(login)]));
    },

    async page({ search, after, limit }) {
      // Ids are UUIDv7: their order is the order in which accounts were opened.
      if (search === null) {
        const older = after ? { id: { $lt: after } } : {};
        const rows = await database.em().find(UserRow, older, { orderBy: { id: 'desc' }, limit });
        return rows.map(toAccount);
      }
      // An international address is stored otherwise than it is written.
      const [address, domain] = [normaliseEmailAddress(search), domainToASCII(search.toLowerCase())];
      const rows = await database.sql(statements.search, [after, search, address, domain, limit]);
      return rows.map(toAccount);
    },

    async ownerOf(email, tx) {
      return readAccount(await (tx ?? database).sql(statements.findByOwnEmail, [email]));
    },

    async taken(nickname, email, tx) {
      const [row] = await (tx ?? database).sql(statements.taken, [nickname, email]);
      return row ?? { nickname: false, email: false };
    },

    async hasAdministrator(tx) {
      return (await (tx?.em ?? database.em()).count(UserRow, { role: 'ADMIN' })) > 0;
    },

    async add(tx, account) {
      const { id, nickname, email, emailConfirmedAt, ownsEmail, passwordHash, role } = account;
      const added = await tx.sql(statements.add, [
        id,
        nickname,
        email,
        emailConfirmedAt,
        ownsEmail,
        passwordHash,
        role,
        account.createdAt,
        account.organizerSince,
        account.language,
      ]);
      return added.length === 1;
    },

    async lock(tx, id) {
      return readAccount(await tx.sql(statements.lock, [id]));
    },

    async lockAdministrators(tx) {
      return (await tx.sql(statements.lockAdministrators)).map((row) => row.id);
    },

    async lockFirstAdministrator(tx) {
      await tx.sql(statements.lockFirstAdministrator);
    },

    async lockEmail(tx, email) {
      await tx.sql(statements.lockEmail, [email]);
    },

    async confirmEmail(tx, { id, email }, at) {
      // Whoever had the address without having confirmed it loses it first: the index allows one owner.
      const others = { email, ownsEmail: true, emailConfirmedAt: null, id: { $ne: id } };
      await tx.em.nativeUpdate(UserRow, others, { ownsEmail: false });
      await change(tx, id, { ownsEmail: true, emailConfirmedAt: at });
    },

    async confirmEmails(emails, at) {
      const unconfirmed = { email: { $in: [...emails] }, ownsEmail: true, emailConfirmedAt: null };
      await database.em().nativeUpdate(UserRow, unconfirmed, { emailConfirmedAt: at });
    },

    setPassword: (tx, id, passwordHash) => change(tx, id, { passwordHash }),
    setLanguage: (tx, id, language) => change(tx, id, { language }),
    setRole: (tx, id, role, organizerSince) => change(tx, id, { role, organizerSince }),
    setSessionsEnded: (tx, id, at) => change(tx, id, { sessionsEndedAt: at }),
    setBlocked: (tx, id, blocked) =>
      change(tx, id, { blockedAt: blocked?.at ?? null, blockedReason: blocked?.reason ?? null }),
  };
}

function readAccount([row]: readonly AccountColumns[]): Account | null {
  return row ? toAccount(row) : null;
}

function toAccount(row: AccountColumns): Account {
  return {
    id: row.id,
    nickname: row.nickname,
    email: row.email,
    emailConfirmedAt: row.emailConfirmedAt ?? null,
    ownsEmail: row.ownsEmail,
    passwordHash: row.passwordHash,
    role: row.role,
    language: row.language,
    isBlocked: row.blockedAt != null,
    createdAt: row.createdAt,
    sessionsEndedAt: row.sessionsEndedAt ?? null,
    organizerSince: row.organizerSince ?? null,
  };
}
