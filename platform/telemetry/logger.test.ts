import { describe, expect, it } from '@jest/globals';
import { createLogger, type Logger } from './logger.ts';

describe('the logger', () => {
  it('writes one JSON object a line, with the fields of its child', () => {
    const line = lineOf((logger) => logger.child({ subgraph: 'tickets' }).info({ seats: 3n }, 'seats held'));
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      subgraph: 'tickets',
      seats: '3',
      msg: 'seats held',
    });
  });

  it.each([
    ['password', { input: { password: 'hunter22', newPassword: 'hunter22' } }],
    ['token', { accessToken: 'hunter22', headers: { authorization: 'Bearer hunter22' } }],
    ['mail address', { user: { email: 'hunter22' }, to: 'hunter22@example.org' }],
    ['mail address in an error', { error: new Error('Key (email)=(hunter22@example.org) exists') }],
    ['bearer in a text', { sent: 'authorization: Bearer hunter22' }],
    ['password of a URL', { url: 'postgres://ada:hunter22@localhost:5432/users' }],
  ])('hides a %s', (_what, fields) => {
    expect(lineOf((logger) => logger.error(fields, 'failed'))).not.toContain('hunter22');
  });

  it('hides a signed token wherever it stands', () => {
    const token = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
    expect(lineOf((logger) => logger.warn({ tried: token }, `refused ${token}`))).not.toContain('eyJ');
  });

  it('tells the cause of an error', () => {
    const error = new Error('could not hold', { cause: new Error('connection refused') });
    expect(lineOf((logger) => logger.error({ error }, 'failed'))).toContain('connection refused');
  });

  it('writes lines for people where asked', () => {
    const line = lineOf((logger) => logger.info({}, 'the server stands'), { readable: true });
    expect(line).toContain('INFO');
    expect(line).toContain('the server stands');
  });
});

function lineOf(write: (logger: Logger) => void, options: { readable?: boolean } = {}): string {
  const lines: string[] = [];
  write(createLogger({ ...options, destination: { write: (line) => lines.push(line) } }));
  return lines.join('');
}
