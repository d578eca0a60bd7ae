import { describe, expect, it } from '@jest/globals';
import { runTool, ToolFailed } from './tools.ts';

/** More than a pipe holds, so that it breaks when nobody reads it. */
const long = 'x'.repeat(4 * 1024 * 1024);

describe('a program that is run', () => {
  it('gets its input, and its output is answered', async () => {
    expect(await runTool('wc', ['-c'], { input: long })).toBe(`${long.length}\n`);
  });

  it('may end without having read its input', async () => {
    expect(await runTool('true', [], { input: long })).toBe('');
  });

  it('has failed with what it wrote last when its exit code is not 0', async () => {
    const failing = runTool('sh', ['-c', 'echo out of flour >&2; exit 3'], { input: long });
    await expect(failing).rejects.toThrow(ToolFailed);
    await expect(failing).rejects.toThrow('out of flour');
  });
});
