import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { npmRunsOf } from './stand-ins.ts';

const dockerfile = new URL('../docker/Dockerfile', import.meta.url);

describe('what an image asks of npm', () => {
  it('is every npm that its Dockerfile runs, with all of its arguments', () => {
    const text = [
      'FROM node AS dependencies',
      'RUN npm ci --omit=dev --prefer-offline \\',
      ' && rm -rf node_modules/node',
      'FROM dependencies AS web',
      'RUN npm ci --prefer-offline',
      'RUN node web/build.ts && npm-check',
    ].join('\n');
    expect(npmRunsOf(text)).toEqual([
      ['ci', '--omit=dev', '--prefer-offline'],
      ['ci', '--prefer-offline'],
    ]);
  });

  it('is both what the services need and what the web app is built with', () => {
    const runs = npmRunsOf(readFileSync(dockerfile, 'utf8'));
    expect(runs.map(([command]) => command)).toEqual(['ci', 'ci']);
    expect(runs.map((args) => args.includes('--omit=dev'))).toEqual([true, false]);
  });
});
