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
  const account = { ADMIN_EMAIL: 'root@tickets.example', ADMIN_PASSWORD: 'a password of its own' };
  const admin = { ...account, PAYMENT_PROVIDER: 'demo' };

  it.each(['0.0.0.0', '::', '192.0.2.1', 'tickets.example'])(
    'there is no start without an administrator at %s',
    (HOST) => {
      const words = `ADMIN_PASSWORD: expected a password of its own, and ADMIN_EMAIL, where others reach the server (HOST=${HOST}), got none`;
      expect(() => read({ HOST, PAYMENT_PROVIDER: 'demo' })).toThrow(new ConfigError([words]));
      expect(() => read({ HOST, PARTERRE_DEMO: '1' })).toThrow(new ConfigError([words]));
      expect(read({ HOST, ...admin }).HOST).toBe(HOST);
    },
  );

  it('money is free only when it is asked for, as itself or with a demo', () => {
    const HOST = '0.0.0.0';
    const words =
      'PAYMENT_PROVIDER: expected stripe, or demo, where money is free, because others reach the server (HOST=0.0.0.0), got nothing';
    expect(() => read({ HOST, ...account })).toThrow(new ConfigError([words]));
    expect(() => read({ HOST, ...account, PARTERRE_DEMO: '0' })).toThrow(new ConfigError([words]));
    expect(read({ HOST, ...account, PARTERRE_DEMO: '1' }).HOST).toBe(HOST);
    expect(read({ HOST, ...admin }).HOST).toBe(HOST);
    expect(subgraphEnvironment({}, secrets).PAYMENT_PROVIDER).toBe('demo');
  });

  it('a provider takes its secrets, which are not repeated', () => {
    const PAYMENT_PROVIDER = 'stripe';
    expect(() => read({ PAYMENT_PROVIDER, STRIPE_SECRET_KEY: 'sk_hush' })).toThrow(
      /^STRIPE_WEBHOOK_SECRET: expected what Stripe gave out[^\n]*, got nothing$/,
    );
    const given = { PAYMENT_PROVIDER, STRIPE_SECRET_KEY: 'sk_hush', STRIPE_WEBHOOK_SECRET: 'whsec_hush' };
    expect(() => read({ ...given, STRIPE_API_URL: 'ftp://stripe' })).toThrow('STRIPE_API_URL: expected');
    expect(read(given).PAYMENT_PROVIDER).toBe('stripe');
    expect(() => read({ PAYMENT_PROVIDER: 'paypal' })).toThrow('PAYMENT_PROVIDER: expected stripe, or demo');
  });

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

describe('saved operations', () => {
  it('are not the only ones unless said', () => {
    expect(readServerConfig({}, secrets).SAFELIST).toBe('off');
    expect(readServerConfig({ SAFELIST: 'on' }, secrets).SAFELIST).toBe('on');
    expect(() => readServerConfig({ SAFELIST: '1' }, secrets)).toThrow(
      'SAFELIST: expected on or off, got "1"',
    );
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
    const account = { ADMIN_EMAIL: 'root@tickets.example', ADMIN_PASSWORD: 'a password of its own' };
    const admin = { ...account, PAYMENT_PROVIDER: 'demo' };
    expect(() => readServerConfig({ ...admin, HOST, RATE_LIMITS: 'off' }, secrets)).toThrow(
      new ConfigError([`RATE_LIMITS: expected on where others reach the server (HOST=${HOST}), got "off"`]),
    );
  });
});
