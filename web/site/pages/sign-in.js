import { el } from '../dom.js';
import { form } from '../form.js';
import { act } from '../graphql.js';
import { remember } from '../session.js';

const password = { name: 'password', label: 'Password', type: 'password', maxlength: 200 };

/** Sign in with an account, or open one. Both lead back to where one came from. */
export async function signInPage() {
  const enter = (operation) => async (input) => {
    const { user, session, userErrors } = await act(operation, input);
    if (session) {
      remember(user, session);
      if (history.length > 1) history.back();
      else location.hash = '#/';
    }
    return userErrors;
  };
  const signIn = form({
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
      el('section', { class: 'card' }, el('h2', {}, 'Sign in'), signIn),
      el('section', { class: 'card' }, el('h2', {}, 'New here?'), signUp),
    ),
  };
}
