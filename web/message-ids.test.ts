import { fileURLToPath } from 'node:url';
import { transformAsync } from '@babel/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { getConfig, type LinguiConfigNormalized } from '@lingui/conf';
import { listed, messageNumbers, numbered, numberMessages } from './message-ids.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const listIn = (source: string): unknown[] => new Function(`return ${source.replace(/^.*?\[/s, '[')}`)();

describe('numbers of messages', () => {
  it('follow the order of the catalogues, each message having one', () => {
    expect([...numbered([['b', 'a'], ['c', 'a'], ['d']])]).toEqual([
      ['b', 0],
      ['a', 1],
      ['c', 2],
      ['d', 3],
    ]);
  });

  it('put each message at its place in a list, which leaves the others alone', () => {
    const numbers = numbered([['b', 'a'], ['c'], ['d']]);
    const list = listed(
      [
        ['d', ['four']],
        ['b', ['one']],
      ],
      numbers,
    );
    expect(list).toBe('[["one"],,,["four"]]');
    expect(Object.assign([['before'], ['two']], listIn(list))).toEqual([
      ['one'],
      ['two'],
      undefined,
      ['four'],
    ]);
  });

  it('are for messages of a catalogue alone', () => {
    expect(() => listed([['z', ['what']]], numbered([['a']]))).toThrow('expected the message z');
  });
});

describe('the messages of the app', () => {
  let config: LinguiConfigNormalized;
  let words: Awaited<ReturnType<typeof numberMessages>>;
  beforeAll(async () => {
    config = getConfig({ cwd: here });
    words = await numberMessages(config);
  });
  const listOf = async (name: string) => listIn((await words.listOf(`${here}locales/${name}.po`)) ?? '');
  const transformed = async (code: string) => {
    const result = await transformAsync(code, {
      configFile: false,
      parserOpts: { plugins: ['jsx'] },
      plugins: [
        ['@lingui/babel-plugin-lingui-macro', { linguiConfig: config, descriptorFields: 'id-only' }],
        messageNumbers(words.numbers),
      ],
    });
    return result?.code ?? '';
  };

  it('have the number in a script that they have in every language', async () => {
    const macro = await transformed(
      "import { t } from '@lingui/core/macro'; export const text = () => t`Stage`;",
    );
    const number = Number(/id: "(\d+)"/.exec(macro)?.[1]);
    const component = await transformed("import { Trans } from '@lingui/react/macro'; <Trans>Stage</Trans>;");
    expect(component).toContain(`id: "${number}"`);
    expect((await listOf('shop/en'))[number]).toEqual(['Stage']);
    expect((await listOf('shop/ru'))[number]).toEqual(['Сцена']);
  });

  it('leave ids alone that are no message', async () => {
    expect(await transformed('export const seat = { id: "Stage" };')).toContain('id: "Stage"');
  });

  it('stop a build that has words of which no catalogue knows', async () => {
    const code = "import { t } from '@lingui/core/macro'; export const text = () => t`Never written`;";
    await expect(transformed(code)).rejects.toThrow('npm run messages -w web');
  });

  it('come once: what is always loaded is not in the parts that follow', async () => {
    const first = (await listOf('shop/ru')).length;
    for (const part of ['later', 'office']) {
      const list = await listOf(`${part}/ru`);
      expect(Object.keys(list).length).toBeGreaterThan(50);
      expect(Math.min(...Object.keys(list).map(Number))).toBeGreaterThanOrEqual(first);
    }
  });

  it('are numbered alike in each build', async () => {
    const again = await numberMessages(getConfig({ cwd: here }));
    expect([...again.numbers]).toEqual([...words.numbers]);
  });
});
