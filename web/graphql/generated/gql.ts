/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation ConfirmAddress($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      user {\n        id\n        isEmailConfirmed\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.ConfirmAddressDocument,
    "\n  query Unread {\n    me {\n      id\n      unreadNotificationCount\n    }\n  }\n": typeof types.UnreadDocument,
    "\n  subscription NotificationAdded {\n    notificationAdded {\n      id\n      kind\n      subject\n      createdAt\n      readAt\n    }\n  }\n": typeof types.NotificationAddedDocument,
    "\n  query HeldPlaces {\n    me {\n      id\n      bookings(statuses: [AWAITING_PAYMENT], first: 5) {\n        nodes {\n          id\n          status\n          expiresAt\n          event {\n            id\n            title\n          }\n          items {\n            price {\n              amount\n              currencyCode\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.HeldPlacesDocument,
    "\n  mutation NewPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.NewPasswordDocument,
    "\n  mutation SignIn($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignUp($input: RegisterInput!) {\n    register(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.SignUpDocument,
    "\n  mutation StaySignedIn($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.StaySignedInDocument,
    "\n  mutation SignOut($input: LogoutInput!) {\n    logout(input: $input) {\n      signedOut\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation ForgotPassword($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.ForgotPasswordDocument,
};
const documents: Documents = {
    "\n  mutation ConfirmAddress($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      user {\n        id\n        isEmailConfirmed\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.ConfirmAddressDocument,
    "\n  query Unread {\n    me {\n      id\n      unreadNotificationCount\n    }\n  }\n": types.UnreadDocument,
    "\n  subscription NotificationAdded {\n    notificationAdded {\n      id\n      kind\n      subject\n      createdAt\n      readAt\n    }\n  }\n": types.NotificationAddedDocument,
    "\n  query HeldPlaces {\n    me {\n      id\n      bookings(statuses: [AWAITING_PAYMENT], first: 5) {\n        nodes {\n          id\n          status\n          expiresAt\n          event {\n            id\n            title\n          }\n          items {\n            price {\n              amount\n              currencyCode\n            }\n          }\n        }\n      }\n    }\n  }\n": types.HeldPlacesDocument,
    "\n  mutation NewPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.NewPasswordDocument,
    "\n  mutation SignIn($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignUp($input: RegisterInput!) {\n    register(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.SignUpDocument,
    "\n  mutation StaySignedIn($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.StaySignedInDocument,
    "\n  mutation SignOut($input: LogoutInput!) {\n    logout(input: $input) {\n      signedOut\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation ForgotPassword($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.ForgotPasswordDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmAddress($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      user {\n        id\n        isEmailConfirmed\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ConfirmAddressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Unread {\n    me {\n      id\n      unreadNotificationCount\n    }\n  }\n"): typeof import('./graphql.ts').UnreadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription NotificationAdded {\n    notificationAdded {\n      id\n      kind\n      subject\n      createdAt\n      readAt\n    }\n  }\n"): typeof import('./graphql.ts').NotificationAddedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HeldPlaces {\n    me {\n      id\n      bookings(statuses: [AWAITING_PAYMENT], first: 5) {\n        nodes {\n          id\n          status\n          expiresAt\n          event {\n            id\n            title\n          }\n          items {\n            price {\n              amount\n              currencyCode\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HeldPlacesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').NewPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignUp($input: RegisterInput!) {\n    register(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SignUpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StaySignedIn($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StaySignedInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut($input: LogoutInput!) {\n    logout(input: $input) {\n      signedOut\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ForgotPassword($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ForgotPasswordDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

