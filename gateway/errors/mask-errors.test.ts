import { describe, expect, it } from '@jest/globals';
import { errorCodes } from '@parterre/platform/graphql/errors.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { GraphQLError } from 'graphql';
import { createErrorMask } from './mask-errors.ts';

const secret = 'connect ECONNREFUSED 10.0.0.7:5432 at /srv/parterre/gateway.ts';

describe('what an error says outside', () => {
  it.each([
    ['an error without a code', {}],
    ['an error of the gateway itself', { code: 'INTERNAL_SERVER_ERROR' }],
    [
      'a code that nobody has meant for the public',
      { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'tickets' },
    ],
    ['what a subgraph thinks of our document', { code: 'GRAPHQL_VALIDATION_FAILED', serviceName: 'tickets' }],
  ])('is a reference to the log for %s', (_what, extensions) => {
    const { errors, logged } = errorMask();
    const shown = errors.show(new GraphQLError(secret, { path: ['event'], extensions }));
    expect(shown.toJSON()).toEqual({
      message: expect.stringMatching(/^something went wrong, quote [\w-]+$/),
      path: ['event'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(logged()).toContain('ECONNREFUSED');
    expect(logged()).toContain(shown.message.split(' ').at(-1));
  });

  it.each(errorCodes.filter((code) => code !== 'INTERNAL_SERVER_ERROR'))(
    'is kept for %s, which whoever raises it has in words for the public',
    (code) => {
      const { errors, logged } = errorMask();
      const shown = errors.show(new GraphQLError('in words for the public', { extensions: { code } }));
      expect(shown.toJSON()).toEqual({ message: 'in words for the public', extensions: { code } });
      expect(logged()).toBe('');
    },
  );

  it.each([
    ['what a subgraph has said on purpose', { code: 'FORBIDDEN', serviceName: 'events' }],
    ['what a subgraph has masked already', { code: 'INTERNAL_SERVER_ERROR', serviceName: 'events' }],
    ['what is wrong with the document', { code: 'GRAPHQL_VALIDATION_FAILED' }],
  ])('is kept for %s, without the name of the subgraph', (_what, extensions) => {
    const { errors, logged } = errorMask();
    const original = new GraphQLError('in words for the public', {
      extensions: { ...extensions, stack: [] },
    });
    expect(errors.format(original.toJSON(), original)).toEqual({
      message: 'in words for the public',
      extensions: { code: extensions.code },
    });
    expect(logged()).toBe('');
  });
});

function errorMask() {
  const lines: string[] = [];
  const logger = createLogger({ destination: { write: (line) => lines.push(line) } });
  return { errors: createErrorMask(logger), logged: () => lines.join('') };
}
