const user = 'user { id nickname email isEmailConfirmed role isBlocked createdAt }';
const session = 'session { accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt }';
const userErrors = 'userErrors { code message field }';

/** A document for each mutation of the subgraph, asking for all that it can answer. */
export const mutations = {
  register: `mutation ($input: RegisterInput!) { register(input: $input) { ${user} ${session} ${userErrors} } }`,
  login: `mutation ($input: LoginInput!) { login(input: $input) { ${user} ${session} ${userErrors} } }`,
  refreshSession: `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${user} ${session} ${userErrors} } }`,
  logout: `mutation ($input: LogoutInput!) { logout(input: $input) { signedOut ${userErrors} } }`,
  endSession: `mutation ($input: EndSessionInput!) { endSession(input: $input) { ${user} ${userErrors} } }`,
  confirmEmail: `mutation ($input: ConfirmEmailInput!) { confirmEmail(input: $input) { ${user} ${userErrors} } }`,
  requestEmailConfirmation: `mutation ($input: RequestEmailConfirmationInput!) { requestEmailConfirmation(input: $input) { ${user} ${userErrors} } }`,
  requestPasswordReset: `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted ${userErrors} } }`,
  resetPassword: `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ${user} ${userErrors} } }`,
  changePassword: `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ${user} ${userErrors} } }`,
  changeLanguage: `mutation ($input: ChangeLanguageInput!) { changeLanguage(input: $input) { user { id language } ${userErrors} } }`,
  assignRole: `mutation ($input: AssignRoleInput!) { assignRole(input: $input) { ${user} ${userErrors} } }`,
  blockUser: `mutation ($input: BlockUserInput!) { blockUser(input: $input) { ${user} ${userErrors} } }`,
  unblockUser: `mutation ($input: UnblockUserInput!) { unblockUser(input: $input) { ${user} ${userErrors} } }`,
};

export const queries = {
  me: '{ me { id nickname email role isBlocked createdAt } }',
  issueMailToken:
    'mutation ($input: IssueMailTokenInput!) { issueMailToken(input: $input) { token expiresAt } }',
  userWithNickname: 'query ($nickname: String!) { userWithNickname(nickname: $nickname) }',
  nicknames: 'query ($userIds: [ID!]!) { nicknames(userIds: $userIds) }',
  isEmailConfirmed: 'query ($userId: ID!) { isEmailConfirmed(userId: $userId) }',
  sessions: `query ($first: Int, $after: String) {
    me {
      sessions(first: $first, after: $after) {
        edges { cursor } nodes { id createdAt lastSeenAt expiresAt current } pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  sessionsOf: 'query ($id: ID!) { user(id: $id) { sessions { nodes { id } } } }',
  user: 'query ($id: ID!) { user(id: $id) { id nickname email } }',
  users: `query ($search: String, $first: Int, $after: String) {
    users(search: $search, first: $first, after: $after) {
      edges { cursor } nodes { nickname email } pageInfo { hasNextPage endCursor }
    }
  }`,
  entity: `query ($id: ID!) {
    _entities(representations: [{ __typename: "User", id: $id }]) { ... on User { id nickname email role } }
  }`,
  jwks: '{ jwks { kid kty crv alg use x } }',
};
