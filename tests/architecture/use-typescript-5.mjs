import { registerHooks } from 'node:module';

// dependency-cruiser reads source through the compiler's JavaScript API, which TypeScript 7 no longer has.
// Preloaded into its process, this hands it the TypeScript 5 that is installed beside it for that purpose.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.replace(/^typescript(?=\/|$)/, 'typescript-5'), context),
});
