import { graphql } from '../graphql/generated/gql.ts';

// What opens, renews and ends a session goes to an address of its own, the only one that the cookie with the refresh
// token is sent to: the gateway takes the token out of the answer, so `refreshToken` comes back empty.

export const SignIn = graphql(`
  mutation SignIn($input: LoginInput!) {
    login(input: $input) {
      user {
        id
        nickname
        role
      }
      session {
        accessToken
        accessTokenExpiresAt
        refreshToken
        refreshTokenExpiresAt
      }
      userErrors {
        code
        field
      }
    }
  }
`);

export const SignUp = graphql(`
  mutation SignUp($input: RegisterInput!) {
    register(input: $input) {
      user {
        id
        nickname
        role
      }
      session {
        accessToken
        accessTokenExpiresAt
        refreshToken
        refreshTokenExpiresAt
      }
      userErrors {
        code
        field
      }
    }
  }
`);

export const StaySignedIn = graphql(`
  mutation StaySignedIn($input: RefreshSessionInput!) {
    refreshSession(input: $input) {
      user {
        id
        nickname
        role
      }
      session {
        accessToken
        accessTokenExpiresAt
        refreshToken
        refreshTokenExpiresAt
      }
      userErrors {
        code
        field
      }
    }
  }
`);

export const SignOut = graphql(`
  mutation SignOut($input: LogoutInput!) {
    logout(input: $input) {
      signedOut
      userErrors {
        code
        field
      }
    }
  }
`);
