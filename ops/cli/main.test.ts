import { describe, expect, it } from '@jest/globals';
import { main } from './main.ts';
import { cut, duration, table } from './output.ts';

async function called(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await main(
    args,
    { PARTERRE_DATA_DIR: '/nowhere/at/all' },
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
  );
  return { code, out, err };
}

describe('npm run ops called wrongly', () => {
  it.each([
    [['frobnicate'], 'expected a command, got "frobnicate"'],
    [['dead-letters'], 'expected a command, got "dead-letters"'],
    [['dead-letters', 'show'], 'expected <id>, got ""'],
    [['dead-letters', 'replay', '--all', 'loyalty/1'], 'expected nothing more, got "loyalty/1"'],
    [['sagas', 'list', 'all'], 'expected nothing more, got "all"'],
    [['sagas', 'list', '--all'], '--all is no option of this command'],
    [['ledger'], 'expected a command, got "ledger"'],
    [['ledger', 'check', 'all'], 'expected nothing more, got "all"'],
    [['audit', '--no-such'], "Unknown option '--no-such'"],
    [['rebuild'], 'expected <subgraph>, got ""'],
    [['backup'], 'expected <folder>, got ""'],
    [['backup', 'a', 'b'], 'expected <folder>, got "a b"'],
    [['secrets', 'now'], 'expected nothing more, got "now"'],
    [['secrets', '--format', 'toml'], '--format: expected env or helm, got "toml"'],
    [['secrets', '--admin-email', "o'hara"], '--admin-email: expected a mail address'],
    [['secrets', '--force'], '--force is no option of this command'],
    [['restore', 'a', '--to', 'b'], '--to is no option of this command'],
  ])('%j ends with 2 and one line', async (args, line) => {
    const { code, out, err } = await called(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^parterre: .*\n$/);
    expect(err).toContain(line);
  });

  it('shows how it is called', async () => {
    expect(await called('--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('sagas resume'),
    });
    expect(await called()).toMatchObject({ code: 2, out: expect.stringContaining('sagas resume') });
  });
});

describe('npm run ops on nothing', () => {
  it.each([
    ['audit', 3, 'expected an installation in /nowhere/at/all, found none'],
    ['restore', 1, 'expected a backup in /nowhere, found none, or one that was cut off'],
  ])('%s says so in one line', async (command, code, line) => {
    const answer = await called(command, ...(command === 'restore' ? ['/nowhere'] : []));
    expect(answer).toMatchObject({ code, out: '' });
    expect(answer.err).toMatch(/^parterre: .*\n$/);
    expect(answer.err).toContain(line);
  });
});

describe('a table', () => {
  it('has columns of one width', () => {
    expect(
      table([
        { id: 'a', cause: 'x' },
        { id: 'abc', cause: null },
      ]),
    ).toBe('id   cause\na    x\nabc\n');
  });

  it('lets no control character of a foreign text reach the terminal', () => {
    expect(table([{ cause: 'a\u001b[2Jb\nc' }])).toBe('cause\na [2Jb c\n');
  });

  it.each([
    [0.4, '0s'],
    [75, '1m 15s'],
    [3_600, '1h 0m'],
    [90_061, '1d 1h'],
  ])('tells %d seconds as %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  it('cuts what is long', () => {
    expect([cut('abcdef', 4), cut('abcd', 4), cut(null, 4)]).toEqual(['abc…', 'abcd', '']);
  });
});
