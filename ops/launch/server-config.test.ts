import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@parterre/platform/config/read-config.ts';
import { newSecrets } from './secrets.ts';
import { readServerConfig, subgraphEnvironment } from './server-config.ts';

const secrets = await newSecrets();
const read = (env: Record<string, string>) => readServerConfig(env, secrets);

describe('the configuration', () => {
  it('names no other origin, no proxy and no port for metrics unless told', () => {
    const config = read({ ALLOWED_ORIGINS: '', TRUSTED_PROXIES: '' });
    expect([config.ALLOWED_ORIGINS, config.TRUSTED_PROXIES, config.METRICS_PORT]).toEqual([
      [],
      [],
      undefined,
    ]);
  });

  it('takes lists between commas, origins as browsers write them', () => {
    const config = read({
      ALLOWED_ORIGINS: 'https://Tickets.example/, http://localhost:5173',
      TRUSTED_PROXIES: '10.0.0.0/8,loopback, 2001:db8::/32',
      METRICS_PORT: '9400',
    });
    expect(config.ALLOWED_ORIGINS).toEqual(['https://tickets.example', 'http://localhost:5173']);
    expect(config.TRUSTED_PROXIES).toEqual(['10.0.0.0/8', 'loopback', '2001:db8::/32']);
    expect(config.METRICS_PORT).toBe(9400);
  });

  it.each([
    ['ALLOWED_ORIGINS', '*', 'expected origins such as https://tickets.example between commas, got "*"'],
    ['ALLOWED_ORIGINS', 'https://a.example/shop', 'expected origins'],
    ['TRUSTED_PROXIES', '10.0.0.0/64', 'expected addresses or ranges such as 10.0.0.0/8'],
    ['TRUSTED_PROXIES', 'proxy.example', 'expected addresses or ranges'],
    ['AUDIT_SECONDS', '-1', 'expected seconds from 1 to 86400, or 0 for never, got "-1"'],
    ['METRICS_PORT', '70000', 'expected a whole number from 0 to 65535, got "70000"'],
  ])('refuses %s=%s in words', (variable, value, words) => {
    expect(() => read({ [variable]: value })).toThrow(ConfigError);
    expect(() => read({ [variable]: value })).toThrow(`${variable}: ${words}`);
  });
});

describe('where others reach the server', () => {
  const admin = { ADMIN_EMAIL: 'root@tickets.example', ADMIN_PASSWORD: 'a password of its own' };

  it.each(['0.0.0.0', '::', '192.0.2.1', 'tickets.example'])(
    'there is no start without an administrator at %s',
    (HOST) => {
      const words = `ADMIN_PASSWORD: expected a password of its own, and ADMIN_EMAIL, where others reach the server (HOST=${HOST}), got none`;
      expect(() => read({ HOST })).toThrow(new ConfigError([words]));
      expect(() => read({ HOST, PARTERRE_DEMO: '1' })).toThrow(new ConfigError([words]));
      expect(read({ HOST, ...admin }).HOST).toBe(HOST);
    },
  );

  it('there is no demo unless it is asked for; on this machine alone there is one unless it is not wanted', () => {
    expect(read({ HOST: '0.0.0.0', ...admin }).PARTERRE_DEMO).toBe('0');
    expect(read({ HOST: '0.0.0.0', ...admin, PARTERRE_DEMO: '1' }).PARTERRE_DEMO).toBe('1');
    expect(read({}).PARTERRE_DEMO).toBe('1');
    expect(read({ PARTERRE_DEMO: '0' }).PARTERRE_DEMO).toBe('0');
  });
});

describe('mail addresses', () => {
  it('of the demo need no confirming where there is a demo', () => {
    const of = (PARTERRE_DEMO: string) => subgraphEnvironment({ PARTERRE_DEMO }, secrets).CONFIRMED_ADDRESSES;
    expect(of('1')).toBe('olga@parterre.example,bea@parterre.example,ben@parterre.example');
    expect(of('0')).toBeUndefined();
  });
});

describe('rates', () => {
  it('are on unless said', () => {
    expect(readServerConfig({}, secrets).RATE_LIMITS).toBe('on');
  });

  it.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('may be off at %s', (HOST) => {
    expect(readServerConfig({ HOST, RATE_LIMITS: 'off' }, secrets).RATE_LIMITS).toBe('off');
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', '127.example.org'])('may not be off at %s', (HOST) => {
    const admin = { ADMIN_EMAIL: 'root@tickets.example', ADMIN_PASSWORD: 'a password of its own' };
    expect(() => readServerConfig({ ...admin, HOST, RATE_LIMITS: 'off' }, secrets)).toThrow(
      new ConfigError([`RATE_LIMITS: expected on where others reach the server (HOST=${HOST}), got "off"`]),
    );
  });
});
