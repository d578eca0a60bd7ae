import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** English stands in the sources; `npm run messages -w web` takes it from there into the catalogues. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ru'],
  catalogs: [
    {
      path: '<rootDir>/locales/{locale}',
      include: ['app', 'ui', 'shop', 'organizer', 'admin'].map((folder) => `<rootDir>/${folder}`),
    },
  ],
  // Without line numbers, which change with every edit.
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
});
