import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The one library of the page, which has no build step: uqr (MIT) draws QR codes. It stands in `site/vendor` as
 * npm delivers it. Written by `node web/vendored.ts` after another version was installed.
 */
export const vendored = {
  source: fileURLToPath(import.meta.resolve('uqr')),
  copy: fileURLToPath(new URL('./site/vendor/uqr.js', import.meta.url)),
};

if (import.meta.main) copyFileSync(vendored.source, vendored.copy);
