/** Apollo Sandbox at this address, subscriptions included. The page asks the server in the browser's name. */
export function sandboxPage(): string {
  return page(
    'Parterre Sandbox',
    `<style>html, body, #sandbox { height: 100%; margin: 0 }</style>
    <div id="sandbox"></div>
    <noscript>Sandbox needs JavaScript. The API itself is here: send a POST.</noscript>
    <script src="https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js"></script>
    <script>
      const endpoint = location.origin + location.pathname;
      if (window.EmbeddedSandbox) {
        new window.EmbeddedSandbox({
          target: '#sandbox',
          initialEndpoint: endpoint,
          initialSubscriptionEndpoint: endpoint.replace(/^http/, 'ws'),
          endpointIsEditable: false,
          includeCookies: false,
          runTelemetry: false,
        });
      } else {
        document.getElementById('sandbox').textContent =
          'Sandbox could not be loaded from its network. The API itself is here: send a POST.';
      }
    </script>`,
  );
}

/** What a browser gets at /graphql in production. */
export function plainPage(): string {
  return page(
    'Parterre API',
    '<p>This is the GraphQL API of Parterre. Send operations by POST, or subscribe over a WebSocket.</p>',
  );
}

/** What a browser gets at / where the web app has not been built. */
export function noWebAppPage(): string {
  return page(
    'Parterre',
    '<p>The web app has not been built. The API is at <a href="/graphql">/graphql</a>.</p>',
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${title}</title></head>
  <body>
    ${body}
  </body>
</html>
`;
}
