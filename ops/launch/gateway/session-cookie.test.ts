import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { sessionCookie } from './session-cookie.ts';

const api = buildSchema(readFileSync(new URL('../../../contracts/api.graphql', import.meta.url), 'utf8'));
const roots = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()].flatMap((type) =>
  type ? Object.values(type.getFields()).map((field) => ({ field, name: `${type.name}.${field.name}` })) : [],
);
const rootNames = new Set(['Query', 'Mutation', 'Subscription']);

describe('the address of the session', () => {
  it('has every field of the API that answers a refresh token, at the place where it does', () => {
    const found = Object.values(api.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('__') && !rootNames.has(name));
    const owners = found.filter((type) => type.getFields().refreshToken).map(({ name }) => name);
    expect(owners).toEqual(['Session']);
    const places = found.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name === 'Session')
        .map((field) => ({ payload: type.name, place: [field.name, 'refreshToken'] })),
    );
    const answering = roots.flatMap(({ field, name }) =>
      places
        .filter(({ payload }) => payload === getNamedType(field.type).name)
        .map(({ place }) => [name, place]),
    );
    expect(answering).not.toEqual([]);
    // No payload with a session is anywhere below another one.
    expect(new Set(answering.map(([name]) => name)).size).toBe(places.length);
    const known = Object.entries(sessionCookie.fields).flatMap(([name, { gives }]) =>
      gives ? [[name, gives]] : [],
    );
    expect(known).toEqual(expect.arrayContaining(answering));
    expect(known).toHaveLength(answering.length);
  });

  it('has every field of the API that takes one', () => {
    const taking = roots.flatMap(({ field, name }) =>
      field.args.flatMap((argument) => {
        const type = getNamedType(argument.type);
        const takes = isInputObjectType(type) && type.getFields().refreshToken;
        return takes ? [[name, [argument.name, 'refreshToken']]] : [];
      }),
    );
    const known = Object.entries(sessionCookie.fields).flatMap(([name, { takes }]) =>
      takes ? [[name, takes]] : [],
    );
    expect(taking).not.toEqual([]);
    expect(new Map(known as [string, string[]][])).toEqual(new Map(taking as [string, string[]][]));
  });
});
