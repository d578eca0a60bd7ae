import '../ui/tokens.css';
import '../ui/base.css';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { createClient } from '../graphql/client.ts';
import { LiveConnection } from '../graphql/live-connection.ts';
import { activateLanguage, i18n, preferredLanguage } from './language.ts';
import { movedAddress } from './old-addresses.ts';
import { AppContext, type AppServices } from './services.ts';
import { Session } from './session.ts';
import { Shell } from './shell.tsx';

const element = document.getElementById('app');
if (!element) throw new Error('expected an element #app in index.html');

const moved = movedAddress(location.hash);
if (moved) history.replaceState(null, '', moved);

const session = new Session();
await Promise.all([activateLanguage(preferredLanguage()), session.start().catch(() => {})]);
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

session.onChange(render);
render();
