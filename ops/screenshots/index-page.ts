import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folders } from './pages.ts';
import { looks } from './window.ts';

const headings = { shop: 'The shop', office: 'The office', administration: 'Administration' };

/** Writes README.md beside the pictures: a table a page, which shows it in all looks. */
export async function writeIndex(target: string): Promise<void> {
  const lines = [
    '# The web app in pictures',
    '',
    'Written by `npm run screenshots` (ops/screenshots), from a server with the demo; do not edit. Every page on a desktop (1280 px)',
    'and a phone (390 px), in light and dark, in English and Russian.',
  ];
  for (const [folder, shown] of Object.entries(folders)) {
    lines.push('', `## ${headings[folder as keyof typeof headings]}`);
    for (const { name, title } of shown) {
      const cells = looks.map(
        (look) =>
          `<img src="${folder}/${name}-${look.name}.jpg" width="${look.width > 640 ? 480 : 180}" alt="${title}, ${look.name.replaceAll('-', ', ')}">`,
      );
      lines.push('', `### ${title}`, '', cells.join('\n'));
    }
  }
  await writeFile(join(target, 'README.md'), `${lines.join('\n')}\n`);
  const files = (await readdir(target, { recursive: true })).filter((file) => file.endsWith('.jpg'));
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(target, file))).size));
  const megabytes = sizes.reduce((so, size) => so + size, 0) / 1_000_000;
  console.log(`${files.length} pictures, ${megabytes.toFixed(1)} MB`);
}
