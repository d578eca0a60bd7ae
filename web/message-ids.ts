import type { PluginObj } from '@babel/core';
import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api';
import type { LinguiConfigNormalized } from '@lingui/conf';
import type { Plugin } from 'vite';

/** What Lingui's macros put before the descriptor of a message. */
const MARK = '* i18n ';

/** Numbers of messages by the ids that Lingui makes. */
export type MessageNumbers = ReadonlyMap<string, number>;

/**
 * Gives every message a number, so that catalogues are lists and scripts have a short id: the hashes that Lingui makes
 * do not compress, and were a third of a catalogue. The order is that of the files, so a build is the same everywhere.
 *
 * @param config the catalogue that is always loaded comes first in it: what it has, the others leave out
 */
export async function numberMessages(config: LinguiConfigNormalized): Promise<{
  readonly numbers: MessageNumbers;
  /** Source of a module of Lingui's with the messages of a catalogue. Undefined for what is no catalogue. */
  readonly listOf: (file: string) => Promise<string | undefined>;
}> {
  const catalogues = await getCatalogs(config);
  const { sourceLocale = '', fallbackLocales } = config;
  const messagesOf = async (at: number, locale: string) =>
    (await catalogues[at]?.getTranslations(locale, { sourceLocale, fallbackLocales }))?.messages ?? {};
  const ids = await Promise.all(
    catalogues.map(async (_, at) => Object.keys(await messagesOf(at, sourceLocale))),
  );
  const numbers = numbered(ids);
  const always = new Set(ids[0]);
  return {
    numbers,
    async listOf(file) {
      for (const [at, catalogue] of catalogues.entries()) {
        const locale = config.locales.find((tongue) => catalogue.getFilename(tongue) === file);
        if (locale === undefined) continue;
        const { source } = createCompiledCatalog(locale, await messagesOf(at, locale), { namespace: 'json' });
        const messages: Record<string, unknown> = JSON.parse(source).messages;
        const own = Object.entries(messages).filter(([id]) => at === 0 || !always.has(id));
        return `export const messages=${listed(own, numbers)};`;
      }
    },
  };
}

/** @param catalogues ids of messages, some of them in several catalogues */
export function numbered(catalogues: readonly (readonly string[])[]): MessageNumbers {
  return new Map([...new Set(catalogues.flat())].map((id, number) => [id, number]));
}

/**
 * A list with each message at its number, as source. Elsewhere it has holes, not values: catalogues are put together by
 * `Object.assign`, which passes over holes.
 */
export function listed(messages: Iterable<readonly [string, unknown]>, numbers: MessageNumbers): string {
  const texts: string[] = [];
  for (const [id, message] of messages) texts[numberOf(numbers, id)] = JSON.stringify(message);
  return `[${Array.from(texts, (text) => text ?? '').join(',')}]`;
}

/** Comes after Lingui's plugin, and writes the catalogues as lists. */
export function messageLists(listOf: (file: string) => Promise<string | undefined>): Plugin {
  return {
    name: 'parterre:message-lists',
    transform: {
      filter: { id: /\.po$/ },
      handler: async (_, id) => {
        const code = await listOf(id);
        return code === undefined ? undefined : { code, map: null, moduleType: 'js' };
      },
    },
  };
}

/**
 * Comes with Lingui's macros, and puts the number where they have put a hash.
 * @throws Error from the transformation when no catalogue has a message
 */
export function messageNumbers(numbers: MessageNumbers): PluginObj {
  return {
    name: 'parterre:message-numbers',
    visitor: {
      Program: {
        // The macros do their work when it is entered.
        exit: (program) =>
          program.traverse({
            ObjectExpression({ node }) {
              if (!node.leadingComments?.some(({ value }) => value === MARK)) return;
              for (const property of node.properties) {
                if (property.type !== 'ObjectProperty' || property.value.type !== 'StringLiteral') continue;
                if (property.key.type !== 'Identifier' || property.key.name !== 'id') continue;
                property.value.value = String(numberOf(numbers, property.value.value));
              }
            },
          }),
      },
    },
  };
}

function numberOf(numbers: MessageNumbers, id: string): number {
  const number = numbers.get(id);
  if (number === undefined)
    throw new Error(
      `expected the message ${id} in the catalogues, got none: run \`npm run messages -w web\` after a change of words`,
    );
  return number;
}
