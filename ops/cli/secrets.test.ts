import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { readKnownServices, readServiceKey } from '@parterre/platform/auth/service-keys.ts';
import { readConfig } from '@parterre/platform/config/read-config.ts';
import { parseAllDocuments } from 'yaml';
import { services } from '../launch/services.ts';
import { main } from './main.ts';

async function printed(...args: string[]): Promise<string> {
  let out = '';
  const code = await main(
    ['secrets', ...args],
    {},
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        throw new Error(text);
      },
    },
  );
  expect(code).toBe(0);
  return out;
}

/** What Compose makes of the file: what stands between single quotes is taken as it is. */
function asEnvironment(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const literal = lines.map((line) => /^([A-Z_]+)='([^']*)'$/.exec(line));
  expect(literal).not.toContain(null);
  const environment = Object.fromEntries(literal.map((match) => [match?.[1], match?.[2]]));
  expect(parseEnv(text)).toEqual(environment);
  return environment;
}

describe('npm run ops -- secrets', () => {
  it('prints an env file of which every service can be started', async () => {
    const env = asEnvironment(await printed('--admin-email', 'ada@parterre.example'));
    const known = readKnownServices(env.SERVICE_KEYS ?? '');
    for (const name of ['gateway', ...subgraphNames]) {
      const own = readServiceKey(env[`SERVICE_KEY_${name.toUpperCase()}`] ?? '');
      expect(own.name).toBe(name);
      expect(known.find((each) => each.kid === own.kid)).toMatchObject({ name, speaksFor: own.speaksFor });
    }
    // What is no secret is chosen by whoever installs it.
    const chosen = { ...env, PAYMENT_PROVIDER: 'demo' };
    for (const service of services) expect(() => readConfig(service.config, chosen)).not.toThrow();
    expect(env.ADMIN_EMAIL).toBe('ada@parterre.example');
    expect(env.ADMIN_PASSWORD?.length).toBeGreaterThan(20);
  });

  it('gives every database a password of its own that needs no escaping in an address', async () => {
    const env = asEnvironment(await printed());
    const names = [
      'POSTGRES_PASSWORD',
      ...['gateway', ...subgraphNames].map((name) => `${name.toUpperCase()}_DATABASE_PASSWORD`),
    ];
    const passwords = names.map((name) => env[name] ?? '');
    expect(new Set(passwords).size).toBe(names.length);
    for (const password of passwords) expect(password).toMatch(/^[0-9a-f]{48}$/);
  });

  it('prints others every time', async () => {
    const [one, other] = [asEnvironment(await printed()), asEnvironment(await printed())];
    const same = Object.keys(one).filter((name) => one[name] === other[name]);
    expect(same).toEqual(['ADMIN_EMAIL']);
  });

  it('prints a Secret of Kubernetes a service, with its own key alone', async () => {
    const text = await printed('--format', 'helm', '--postgres', 'db.example:6432');
    const secrets = parseAllDocuments(text).map((document) => document.toJS());
    const byName = new Map(secrets.map((each) => [each.metadata.name, each.stringData]));
    expect([...byName.keys()]).toEqual(
      ['gateway', ...subgraphNames, 'postgres'].map((name) => `parterre-${name}`),
    );
    expect(secrets.every(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Secret')).toBe(true);
    for (const name of ['gateway', ...subgraphNames]) {
      const own = byName.get(`parterre-${name}`);
      expect(readServiceKey(own.SERVICE_KEY).name).toBe(name);
      const url = new URL(own[`${name.toUpperCase()}_DATABASE_URL`]);
      expect([url.username, url.host, url.pathname]).toEqual([
        `parterre_${name}`,
        'db.example:6432',
        `/${name}`,
      ]);
      const statement = `CREATE ROLE parterre_${name} LOGIN PASSWORD '${url.password}';`;
      expect(byName.get('parterre-postgres')['create-databases.sql']).toContain(statement);
      const others = subgraphNames.filter((other) => other !== name).map((other) => other.toUpperCase());
      expect(Object.keys(own).filter((key) => others.some((other) => key.startsWith(other)))).toEqual([]);
    }
    expect(Object.keys(byName.get('parterre-gateway'))).toEqual([
      'SERVICE_KEYS',
      'SERVICE_KEY',
      'GATEWAY_DATABASE_URL',
    ]);
  });
});
