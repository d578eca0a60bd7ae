import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@parterre/platform/config/read-config.ts';
import { readHouseConfig } from './house-config.ts';
import { newSecrets } from './secrets.ts';

const secrets = await newSecrets();
const read = (env: Record<string, string>) => readHouseConfig(env, secrets);

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

describe('rates', () => {
  it('are on unless said', () => {
    expect(readHouseConfig({}, secrets).RATE_LIMITS).toBe('on');
  });

  it.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('may be off at %s', (HOST) => {
    expect(readHouseConfig({ HOST, RATE_LIMITS: 'off' }, secrets).RATE_LIMITS).toBe('off');
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', '127.example.org'])('may not be off at %s', (HOST) => {
    expect(() => readHouseConfig({ HOST, RATE_LIMITS: 'off' }, secrets)).toThrow(
      new ConfigError([`RATE_LIMITS: expected on where others reach the server (HOST=${HOST}), got "off"`]),
    );
  });
});
