import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { serverVariables } from '../ops/launch/server-config.ts';
import { services } from '../ops/launch/services.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)) && !/\/samples\/|node_modules/.test(path));

const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

interface Link {
  readonly page: string;
  readonly text: string;
  /** The file it leads to, from the root. */
  readonly to: string;
}

function linksOf(page: string): Link[] {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\[([^\]]+)\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .filter(([, , to = '']) => !/^[a-z]+:/.test(to))
    .map(([, label = '', to = '']) => ({ page, text: label, to: join(dirname(page), to) }));
}

/** Whether a file declares what a link to it is called: a function, type, constant, member, table or field. */
function declares(file: string, name: string): boolean {
  const text = readFileSync(join(root, file), 'utf8');
  const word = name.replaceAll('$', '\\$');
  return new RegExp(
    `(function|const|class|interface|type|table|input|enum) ${word}\\b|^\\s*(async )?${word}[:(,?]`,
    'm',
  ).test(text);
}

describe('the documentation', () => {
  it('links to files that are there', () => {
    const links = pages.flatMap(linksOf);
    expect(links.length).toBeGreaterThan(50);
    const lost = links.filter(({ to }) => !existsSync(join(root, to)));
    expect(lost.map(({ page, to }) => `${page} → ${to}`)).toEqual([]);
  });

  it('names files and scripts that are there', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: object };
    const { scripts: webScripts } = JSON.parse(textOf('web/package.json')) as { readonly scripts: object };
    const lost = pages.flatMap((page) => [
      ...[...textOf(page).matchAll(/`((?:contracts|docs|gateway|ops|platform|tests|web)\/[\w./-]+\.\w+)`/g)]
        .map(([, path = '']) => path)
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${page} → ${path}`),
      ...[...textOf(page).matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)]
        .map(([, script = '']) => script)
        .filter((script) => !(script in scripts) && !(script in webScripts))
        .map((script) => `${page} → npm run ${script}`),
    ]);
    expect(lost).toEqual([]);
  });

  it('names every variable that the server and its subgraphs read', () => {
    const ofSubgraphs = services.flatMap(({ config }) => {
      const shape = config instanceof z.ZodObject ? config.shape : {};
      return Object.keys(shape);
    });
    const settings = `${textOf('README.md')}${textOf('docs/operations.md')}`;
    const read = new Set([...serverVariables, ...ofSubgraphs]);
    expect(read.size).toBeGreaterThan(30);
    // Of each subgraph one, by its name.
    const single = [...read].filter((name) => !name.endsWith('_DATABASE_URL'));
    expect(single.filter((name) => !settings.includes(`\`${name}\``))).toEqual([]);
  });

  it('adds a migration with a number above all that there are', () => {
    const [, folder = '', added = ''] =
      /^--- (\S+\/migrations\/)(\S+)$/m.exec(textOf('CONTRIBUTING.md')) ?? [];
    expect([...readdirSync(join(root, folder)), added].sort().at(-1)).toBe(added);
  });

  it('names in the trace of a booking what the files declare', () => {
    const named = linksOf('docs/a-booking-traced.md').filter(({ text }) => /^`[\w$]+`$/.test(text));
    expect(named.length).toBeGreaterThan(25);
    const wrong = named.filter(({ text, to }) => !declares(to, text.slice(1, -1)));
    expect(wrong.map(({ text, to }) => `${to} does not declare ${text}`)).toEqual([]);
    expect(declares('package.json', 'holdSeats')).toBe(false);
  });
});
