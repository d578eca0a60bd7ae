import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findTool } from '../verify/tools.ts';
import { findPrometheus } from './start-prometheus.ts';

describe('the Prometheus that is run', () => {
  const { PATH, PROMETHEUS_BIN } = process.env;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parterre-find-'));
    writeFileSync(join(folder, 'promtool'), '#!/bin/sh\n', { mode: 0o755 });
    delete process.env.PROMETHEUS_BIN;
  });
  afterEach(() => {
    process.env.PATH = PATH;
    if (PROMETHEUS_BIN === undefined) delete process.env.PROMETHEUS_BIN;
    else process.env.PROMETHEUS_BIN = PROMETHEUS_BIN;
    rmSync(folder, { recursive: true });
  });

  it('is the one in the folder that is named', () => {
    process.env.PROMETHEUS_BIN = folder;
    expect(findPrometheus('promtool')).toBe(join(folder, 'promtool'));
  });

  it('is else the one that ops:verify has fetched or finds on the PATH', () => {
    process.env.PATH = [folder, PATH].join(delimiter);
    expect(findPrometheus('promtool')).toBe(findTool('promtool'));
    expect(findPrometheus('promtool')).toMatch(/^\/.*\/promtool$/);
  });
});
