import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { operationsAsJson, operationsFile } from './operations.ts';

const site = new URL('./site/', import.meta.url);

describe('the operations of the web app', () => {
  it('are the saved ones: after a change, run node web/operations.ts', () => {
    expect(readFileSync(operationsFile, 'utf8')).toBe(operationsAsJson());
  });

  it('are each asked for by some page, under the name that they are saved by', () => {
    const saved = Object.keys(JSON.parse(operationsAsJson())).sort();
    const sources = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    const texts = sources.map((file) => readFileSync(new URL(file, site), 'utf8'));
    const asked = texts.flatMap((text) =>
      [...text.matchAll(/(?:\bask|\bact|\bsubscribe|\boperation|\benter)\('(\w+)'/g)].map(([, name]) => name),
    );
    expect([...new Set(asked)].sort()).toEqual(saved);
  });
});
