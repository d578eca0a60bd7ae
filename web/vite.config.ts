import { fileURLToPath } from 'node:url';
import { getConfig } from '@lingui/conf';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { firstChunkOf, mapChunkOf } from './chunks.ts';
import { shortClassNames } from './class-names.ts';
import { inlineDocuments } from './inline-documents.ts';
import { messageLists, messageNumbers, numberMessages } from './message-ids.ts';
import { shortShaders } from './short-shaders.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const linguiConfig = getConfig({ cwd: here });
// Not Lingui's native transform: npm leaves that out where Node 20 installs.
const macros = linguiTransformerBabelPreset({ linguiConfig }, { cwd: here });
const api = process.env.PARTERRE_URL ?? 'http://localhost:4000';

/**
 * `npm run dev -w web` serves the sources in front of a running server (`PARTERRE_URL`, http://localhost:4000 unless
 * given); the build itself is begun by build.ts.
 */
export default defineConfig(async ({ command }): Promise<UserConfig> => {
  const words = command === 'build' ? await numberMessages(linguiConfig) : null;
  return {
    root: here,
    plugins: [
      inlineDocuments(`${here}../contracts/operations/web`),
      babel({
        parserOpts: { plugins: ['typescript', 'jsx'] },
        presets: [
          macros,
          ...(words ? [{ ...macros, preset: { plugins: [messageNumbers(words.numbers)] } }] : []),
        ],
      }),
      lingui({ cwd: here, failOnCompileError: true }),
      words && messageLists(words.listOf),
      react(),
      shortShaders(),
    ],
    css: { modules: { generateScopedName: shortClassNames(here) } },
    build: {
      target: 'es2023',
      // The policy allows no data: address but for images, and what is small is not worth an exception.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          // What every page has comes in one file: a file costs a request and some 1.2 KB of headers.
          codeSplitting: {
            groups: [
              {
                name: 'base',
                test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@?urql|@0no-co|wonka|graphql-ws|wouter|regexparam|mitt|@lingui)\/|vite\/preload-helper/,
                entriesAware: false,
              },
              // One picture, one file, and one more for who turns to it.
              {
                name: (id, context) => mapChunkOf(id, (module) => context.getModuleInfo(module)),
                debugName: 'seat map',
                includeDependenciesRecursively: false,
              },
              {
                name: (id, context) => firstChunkOf(id, (module) => context.getModuleInfo(module)),
                debugName: 'first pages',
                includeDependenciesRecursively: false,
              },
              // What several pages of the office are made of: thirty small files otherwise.
              {
                name: 'office',
                test: /\/web\/organizer\//,
                minShareCount: 2,
                includeDependenciesRecursively: false,
              },
            ],
          },
        },
      },
      manifest: true,
    },
    server: { proxy: { '/graphql': { target: api, ws: true }, '/seating-plans': api } },
  };
});
