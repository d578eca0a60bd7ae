import { el } from './dom.js';
import { accountPage } from './pages/account.js';
import { eventPage } from './pages/event.js';
import { eventsPage } from './pages/events.js';
import { confirmPage, forgotPage, resetPage } from './pages/mail-link.js';
import { loginAddress, loginPage } from './pages/sign-in.js';
import { onSession, session } from './session.js';

const routes = [
  [/^#\/events\/([^/]+)$/, eventPage],
  [/^#\/account$/, accountPage],
  [/^#\/confirm\?token=(.*)$/, confirmPage],
  [/^#\/reset\?token=(.*)$/, resetPage],
  [/^#\/forgot$/, forgotPage],
  [/^#\/sign-in(?:\/(.+))?$/, loginPage],
  [/^#?\/?$/, eventsPage],
];
const main = document.getElementById('main');
let leave = () => {};
let visit = 0;

/** Shows the page that the address names. A page answers its element, and may answer how to leave it. */
async function show() {
  visit += 1;
  const mine = visit;
  leave();
  leave = () => {};
  showWho();
  const found = routes
    .map(([pattern, page]) => ({ page, match: pattern.exec(location.hash) }))
    .find(({ match }) => match);
  try {
    const { element, title, stop } = await (found?.page ?? eventsPage)(
      ...(found?.match?.slice(1).map(decoded) ?? []),
    );
    if (mine !== visit) return stop?.();
    leave = stop ?? leave;
    document.title = title ? `${title} · Parterre` : 'Parterre';
    main.replaceChildren(element);
  } catch (error) {
    if (mine === visit) main.replaceChildren(faultPage(error));
  }
  if (visit > 1) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

/** A part of the address as it was meant; as it stands when somebody has cut or changed it. */
function decoded(part) {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return part;
  }
}

function faultPage(error) {
  return el(
    'section',
    {},
    el('h1', {}, 'That did not work'),
    el('p', {}, error.message),
    el('a', { href: '#/' }, 'Back to the events'),
  );
}

function showWho() {
  const now = session();
  document
    .getElementById('who')
    .replaceChildren(
      el('a', { href: '#/' }, 'Events'),
      now ? el('a', { href: '#/account' }, now.user.nickname) : el('a', { href: loginAddress() }, 'Sign in'),
    );
}

// The address after # is the page's own: the link must move the focus, not the page.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', show);
onSession(showWho);
show();
