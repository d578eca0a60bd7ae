import { el } from '../dom.js';
import { form } from '../form.js';
import { act } from '../graphql.js';
import { remember } from '../session.js';

const password = { name: 'password', label: 'Password', type: 'password', maxlength: 200 };

/** Where one signs in to come back to the present page. */
export function loginAddress() {
  const isThere = location.hash.startsWith('#/sign-in');
  return isThere ? location.hash : `#/sign-in/${encodeURIComponent(location.hash || '#/')}`;
}

/** Sign in with an account, or open one. Both lead to the page that the address names. */
export async function loginPage(target = '') {
  const enter = (operation) => async (input) => {
    const { user, session, userErrors } = await act(operation, input);
    if (session) {
      remember(user, session);
      const next = target.startsWith('#/') ? target : '#/account';
      // The account page itself shows this form to who is not signed in: then the address stays the same.
      if (location.hash === next) dispatchEvent(new Event('hashchange'));
      else location.hash = next;
    }
    return userErrors;
  };
  const logIn = form({
    fields: [
      { name: 'login', label: 'Nickname or e-mail', autocomplete: 'username' },
      { ...password, autocomplete: 'current-password' },
    ],
    action: 'Sign in',
    submit: enter('SignIn'),
  });
  const signUp = form({
    fields: [
      {
        name: 'nickname',
        label: 'Nickname',
        autocomplete: 'nickname',
        minlength: 3,
        maxlength: 30,
        id: 'new-nickname',
      },
      { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email', id: 'new-email' },
      {
        ...password,
        label: 'Password, at least 10 characters',
        autocomplete: 'new-password',
        minlength: 10,
        id: 'new-password',
      },
    ],
    action: 'Open an account',
    submit: enter('SignUp'),
  });
  return {
    title: 'Sign in',
    element: el(
      'div',
      { class: 'columns' },
      el(
        'section',
        { class: 'card' },
        el('h2', {}, 'Sign in'),
        logIn,
        el('a', { href: '#/forgot' }, 'Forgotten your password?'),
      ),
      el('section', { class: 'card' }, el('h2', {}, 'New here?'), signUp),
    ),
  };
}
