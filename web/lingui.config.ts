import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** Pages that one comes to from the list of events or from a map. */
const pagesThatFollow = ['shop/series', 'shop/booking', 'shop/ticket', 'shop/account'];

/** English stands in the sources; `npm run messages -w web` takes it from there into the catalogues. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ru'],
  // A buyer never loads the office, nor its words; and those of what follows a choice only when it follows.
  catalogs: [
    {
      path: '<rootDir>/locales/shop/{locale}',
      include: foldersOf('app', 'ui', 'shop'),
      exclude: foldersOf(...pagesThatFollow),
    },
    { path: '<rootDir>/locales/later/{locale}', include: foldersOf(...pagesThatFollow) },
    { path: '<rootDir>/locales/office/{locale}', include: foldersOf('organizer', 'admin') },
  ],
  // Without line numbers, which change with every edit.
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
});

function foldersOf(...names: string[]): string[] {
  return names.map((name) => `<rootDir>/${name}`);
}
