import { createHash } from 'node:crypto';
import { relative } from 'node:path';

/** The first of a name is a letter; 40 million of them for some 500 classes. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SIGNS = `${LETTERS}0123456789`;
const LENGTH = 5;

/**
 * Names for the classes of CSS modules that are as short as can be, the same in every build. What Vite gives them
 * (`_title_1x2y3_45`) stands in styles and scripts, and hashes do not compress.
 *
 * @param root folder that files are named from, so that a build is the same wherever it is made
 * @throws Error from the function when two classes would have one name
 */
export function shortClassNames(root: string): (name: string, file: string) => string {
  const taken = new Map<string, string>();
  return (name, file) => {
    const [path = ''] = file.split('?');
    const known = `${relative(root, path)}:${name}`;
    const short = shortNameOf(known);
    const other = taken.get(short);
    if (other !== undefined && other !== known)
      throw new Error(`expected names of their own for ${known} and ${other}`);
    taken.set(short, known);
    return short;
  };
}

function shortNameOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest();
  return Array.from({ length: LENGTH }, (_, place) => {
    const signs = place === 0 ? LETTERS : SIGNS;
    return signs[bytes.readUInt32BE(4 * place) % signs.length];
  }).join('');
}
