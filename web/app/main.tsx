import '../ui/tokens.css';
import '../ui/base.css';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { createClient } from '../graphql/client.ts';
import { LiveConnection } from '../graphql/live-connection.ts';
import { activateLanguage, i18n, preferredLanguage } from './language.ts';
import { keepForOffline } from './offline-copy.ts';
import { movedAddress } from './old-addresses.ts';
import { AppContext, type AppServices } from './services.ts';
import { Session } from './session.ts';
import { Shell } from './shell.tsx';

/** So long a page stays empty at most while nobody says who is here. */
const KNOWN_WITHIN_MS = 5_000;

const element = document.getElementById('app');
if (!element) throw new Error('expected an element #app in index.html');

const moved = movedAddress(location.hash);
if (moved) history.replaceState(null, '', moved);

const session = new Session();
// A network that swallows may answer that late or never: then the page is there, and follows when it is known who is here.
const isKnownSoon = Promise.race([
  session.start().catch(() => {}),
  new Promise((resolve) => setTimeout(resolve, KNOWN_WITHIN_MS)),
]);
await Promise.all([activateLanguage(preferredLanguage()), isKnownSoon]);
const live = new LiveConnection(session);
const services: AppServices = { session, live };
const root = createRoot(element);

/** Somebody else's entities must not be seen: each user has a client, and with it a cache, of his own. */
function render(): void {
  const client = createClient(session, live);
  root.render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <AppContext value={services}>
          <Provider value={client}>
            <Shell />
          </Provider>
        </AppContext>
      </I18nProvider>
    </StrictMode>,
  );
}

// At once: whoever goes on after a sign-in asks by the client of who has signed in.
session.onChange(() => flushSync(render));
render();
void keepForOffline();
