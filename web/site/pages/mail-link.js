import { el } from '../dom.js';
import { form } from '../form.js';
import { act } from '../graphql.js';
import { forget, session } from '../session.js';

const newPassword = {
  name: 'newPassword',
  label: 'New password, at least 10 characters',
  type: 'password',
  autocomplete: 'new-password',
  minlength: 10,
  maxlength: 200,
};

/** Takes the token of a mail that confirms an address. */
export async function confirmPage(token) {
  const { userErrors } = await act('ConfirmAddress', { token });
  const words = userErrors.map(inWords).join(' ') || 'Your mail address is confirmed.';
  const isOld = userErrors.some(({ code }) => code === 'INVALID_TOKEN');
  return page(
    'Mail address',
    said(words),
    isOld ? el('p', {}, el('a', { href: '#/account' }, 'Your account'), ' sends another link.') : null,
    el('a', { href: '#/' }, 'To the events'),
  );
}

/** Sets a new password by the token of a mail. */
export async function resetPage(token) {
  const card = el('div');
  const fields = form({
    fields: [newPassword],
    action: 'Set the password',
    submit: async ({ newPassword }) => {
      const { user, userErrors } = await act('NewPassword', { newPassword, token });
      if (user) {
        // This tab's session has ended with all others of the account.
        if (session()?.user.id === user.id) forget();
        card.replaceChildren(said('Your password is set. All sessions have ended.'), logIn());
      }
      if (userErrors.some(({ code }) => code === 'INVALID_TOKEN')) {
        card.replaceChildren(
          said(userErrors.map(inWords).join(' ')),
          el('a', { href: '#/forgot' }, 'Send me another link'),
        );
      }
      return userErrors;
    },
  });
  card.replaceChildren(fields);
  return page('New password', card);
}

/** Asks for a mail by which a new password is set. */
export async function forgotPage() {
  const card = el('div');
  const fields = form({
    fields: [{ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email' }],
    action: 'Send me a link',
    submit: async (input) => {
      const { accepted, userErrors } = await act('ForgotPassword', input);
      if (accepted) card.replaceChildren(said('If an account has this address, a link is on its way to it.'));
      return userErrors;
    },
  });
  card.replaceChildren(fields);
  return page('Forgotten password', card);
}

function page(title, ...content) {
  return { title, element: el('section', { class: 'card' }, el('h1', {}, title), ...content) };
}

function inWords({ code, message }) {
  return code === 'INVALID_TOKEN'
    ? 'This link is not good any more: too old, used, or not the newest.'
    : message;
}

function said(words) {
  return el('p', { role: 'status' }, words);
}

function logIn() {
  return el('a', { href: '#/sign-in' }, 'Sign in');
}
