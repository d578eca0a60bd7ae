import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { allFacts } from '@parterre/contracts/facts/all.ts';
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
  /** The heading in it, as an address has it; empty: all of it. */
  readonly fragment: string;
}

function linksOf(page: string): Link[] {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  const links = [...text.matchAll(/\[([^\]]+)\]\(([^)\s#]*)(?:#([^)]*))?\)/g)]
    .filter(([, , to = '']) => !/^[a-z]+:/.test(to))
    .map(([, label = '', to = '', fragment = '']) => ({
      ...{ page, text: label, fragment },
      to: to === '' ? page : join(dirname(page), to),
    }));
  const pictures = [...text.matchAll(/<img src="([^"]+)"[^>]* alt="([^"]+)"/g)].map(
    ([, to = '', label = '']) => ({
      ...{ page, text: label, fragment: '' },
      to: join(dirname(page), to),
    }),
  );
  return [...links, ...pictures];
}

/** The fragments of a page's headings, as GitHub makes them. */
function fragmentsOf(page: string): readonly string[] {
  return [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** All code of the repository, as one text in which white space is one space. */
function code(): string {
  const args = [
    'grep',
    '-hI',
    '',
    '--',
    ':!*.md',
    ':!tests',
    ':!*.test.ts',
    ':!*/samples/*',
    ':!package-lock.json',
  ];
  const text = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  return text.replaceAll(/\s+/g, ' ');
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

  it('links to headings that are there', () => {
    const links = pages.flatMap(linksOf).filter(({ fragment }) => fragment !== '');
    expect(links.length).toBeGreaterThan(5);
    const lost = links.filter(({ to, fragment }) => !fragmentsOf(to).includes(fragment));
    expect(lost.map(({ page, to, fragment }) => `${page} → ${to}#${fragment}`)).toEqual([]);
  });

  it('repeats in the runbook what the log and the API say, word for word', () => {
    const said = pages
      .filter((page) => page.startsWith('docs/runbook/'))
      .flatMap((page) => [
        ...textOf(page)
          .replaceAll(/\s+/g, ' ')
          .matchAll(/(?<=\s)"([a-z][^"]+)"/g),
      ])
      .map(([, text = '']) => text);
    expect(said.length).toBeGreaterThan(5);
    const all = code();
    expect(said.filter((text) => !all.includes(text))).toEqual([]);
  });

  it('names commands of npm run ops that there are', () => {
    const usage = textOf('ops/cli/main.ts');
    const named = pages.flatMap((page) =>
      [
        ...textOf(page).matchAll(
          /npm run (?:--silent )?ops\s-- (?:--data-dir \S+ )?([a-z][a-z-]*(?: [a-z]+)?)/g,
        ),
      ].map(([, command = '']) => ({ page, command })),
    );
    expect(named.length).toBeGreaterThan(20);
    const isKnown = (command: string) => {
      const [first = ''] = command.split(' ');
      return [command, first].some((words) => new RegExp(`^  ${words}(?= )`, 'm').test(usage));
    };
    const lost = named.filter(({ command }) => !isKnown(command));
    expect(lost.map(({ page, command }) => `${page} → ${command}`)).toEqual([]);
    expect(isKnown('wallets list')).toBe(false);
  });

  it('says of each subgraph which facts it publishes', () => {
    for (const { name } of services) {
      const [, said = ''] = textOf(`subgraphs/${name}/README.md`).split(/^## (?:Publishes|Consumes)$/m);
      const published = allFacts.filter(({ subgraph }) => subgraph === name).map(({ type }) => type);
      const named = [...said.matchAll(/`([A-Z][A-Za-z]+)`/g)].map(([, type]) => type);
      expect([name, named.sort()]).toEqual([name, published.sort()]);
    }
  });

  it('names files and scripts that are there', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: object };
    const { scripts: webScripts } = JSON.parse(textOf('web/package.json')) as { readonly scripts: object };
    const lost = pages.flatMap((page) => [
      ...[
        ...textOf(page).matchAll(
          /`((?:bench|contracts|docs|examples|gateway|ops|platform|subgraphs|tests|web)\/[\w./-]+\.\w+)`/g,
        ),
      ]
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

  it('names in the README of a folder files that are in it', () => {
    const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
    const readmes = pages.filter((page) => page.endsWith('/README.md'));
    const named = readmes.flatMap((page) =>
      [...textOf(page).matchAll(/`([\w-]+(?:\.[\w-]+)*\.(?:tsx?|mjs|graphql|sql))`/g)]
        .map(([, name = '']) => ({ page, name }))
        // "x.test.ts" is what tests are called.
        .filter(({ name }) => !name.startsWith('x.')),
    );
    expect(named.length).toBeGreaterThan(60);
    const lost = named.filter(
      ({ page, name }) =>
        !files.some((file) => file.startsWith(`${dirname(page)}/`) && file.endsWith(`/${name}`)),
    );
    expect(lost.map(({ page, name }) => `${page} → ${name}`)).toEqual([]);
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
