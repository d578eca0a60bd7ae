import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../.cache/bench/', import.meta.url));

/** A table in Markdown; numbers stand to the right. */
export function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const rules = heads.map((_, column) => (rows.every((row) => isFigure(row[column])) ? '---:' : '---'));
  return [line(heads), line(rules), ...rows.map(line)].join('\n');
}

function isFigure(cell: string | number | undefined): boolean {
  return typeof cell === 'number' || /^[–\d.,]+$/.test(cell ?? '');
}

/** Keeps everything that was measured as JSON below .cache/bench; answers the file's name. */
export function keepRaw(bench: string, raw: object): string {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}${bench}-${new Date().toISOString().replaceAll(':', '-')}.json`;
  writeFileSync(file, `${JSON.stringify({ machine: machine(), ...raw }, null, 1)}\n`);
  return file;
}

/** On what and of what the figures are. */
export function machine(): object {
  return {
    at: new Date().toISOString(),
    commit: execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    }).trim(),
    node: process.version,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
  };
}
