import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { toDatabaseError } from './errors.ts';

/**
 * MikroORM's driver, but an outage met by entities outside of a transaction is named as such, exactly as one
 * met by a raw statement is. Any other error stays as MikroORM words it.
 */
export class OutageNamingDriver extends PostgreSqlDriver {
  protected override async rethrow<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await super.rethrow(work);
    } catch (error) {
      throw toDatabaseError(error);
    }
  }
}
