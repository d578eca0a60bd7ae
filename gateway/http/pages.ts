import type { Policy } from './security-headers.ts';

/** A page whose looks and whose script, if any, come from elsewhere; nothing runs or shines inline. */
export function page(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${head}</head>
  <body>
    ${body}
  </body>
</html>
`;
}

/** For a page of words. */
export const wordsPolicy: Policy = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** What a browser gets at / where the web app has not been built. */
export function noWebAppPage(): string {
  return page(
    'Parterre',
    '<p>The web app has not been built. The API is at <a href="/graphql">/graphql</a>.</p>',
  );
}

/** What a browser gets at /graphql where nobody is to explore. */
export function plainPage(): string {
  return page(
    'Parterre API',
    '<p>This is the GraphQL API of Parterre. Send operations by POST, or subscribe over a WebSocket.</p>',
  );
}
