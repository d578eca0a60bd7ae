import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

/** A jest transform that does what Node does at run time: blank out the types and nothing else. */
export default {
  process(sourceText) {
    return { code: stripTypeScriptTypes(sourceText) };
  },
  getCacheKey(sourceText, sourcePath) {
    return createHash('sha1').update(process.version).update(sourcePath).update(sourceText).digest('hex');
  },
};
