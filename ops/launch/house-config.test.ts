import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@parterre/platform/config/read-config.ts';
import { readHouseConfig } from './house-config.ts';
import { newSecrets } from './secrets.ts';

const secrets = await newSecrets();

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
