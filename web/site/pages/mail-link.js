import { el } from '../dom.js';
import { form } from '../form.js';
import { act } from '../graphql.js';

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
  const { userErrors } = await act('ConfirmAddress', { token: decodeURIComponent(token) });
  const words = userErrors.map(({ message }) => message).join(' ') || 'Your mail address is confirmed.';
  return page('Mail address', el('p', { role: 'status' }, words), el('a', { href: '#/' }, 'To the events'));
}

/** Sets a new password by the token of a mail. */
export async function resetPage(token) {
  const card = el('div');
  const fields = form({
    fields: [newPassword],
    action: 'Set the password',
    submit: async (input) => {
      const { user, userErrors } = await act('NewPassword', { ...input, token: decodeURIComponent(token) });
      if (user) card.replaceChildren(said('Your password is set. All sessions have ended.'), signIn());
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

function said(words) {
  return el('p', { role: 'status' }, words);
}

function signIn() {
  return el('a', { href: '#/sign-in' }, 'Sign in');
}
