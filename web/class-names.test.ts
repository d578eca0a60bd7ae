import { describe, expect, it } from '@jest/globals';
import { shortClassNames } from './class-names.ts';

describe('a short class name', () => {
  it('is a name that CSS takes, the same in every build and wherever it is made', () => {
    const name = shortClassNames('/here/web')('title', '/here/web/ui/card.module.css?used');
    expect(name).toMatch(/^[a-z][a-z0-9]{4}$/);
    expect(shortClassNames('/there/web')('title', '/there/web/ui/card.module.css')).toBe(name);
  });

  it('is another one for another class and in another file', () => {
    const nameOf = shortClassNames('/web');
    const names = ['title', 'row', 'Title'].flatMap((name) => [
      nameOf(name, '/web/a.css'),
      nameOf(name, '/web/b.css'),
    ]);
    expect(new Set(names).size).toBe(6);
  });

  it('is told to be no name when two classes would share it', () => {
    const nameOf = shortClassNames('/web');
    const tooMany = () => {
      for (let at = 0; at < 100_000; at += 1) nameOf(`class-${at}`, '/web/a.css');
    };
    expect(tooMany).toThrow('expected names of their own for a.css:class-');
  });
});
