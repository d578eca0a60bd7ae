// Written by `npm run codegen` from subgraphs/users/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserMapper, ServiceStatusMapper, ConsumerStatusMapper, DeadLetterMapper } from './mappers.ts';
import type { Context } from './loaders.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, ISO 8601 in UTC, such as 2027-03-01T18:30:00.000Z. */
  DateTime: { input: Date; output: Date; }
};

/** Where a page stands in the whole list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether there is more after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page: true when it was asked for with `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first node. Null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last node; hand it in as `after` for the next page. Null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** Why a mutation said no, at which input. */
export type UserError = {
  /** The reason, for programs. */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/**
 * What one service has before it and what it cannot do, read from its own tables when it is asked for: true also where
 * nothing moves any more.
 */
export type ServiceStatus = {
  readonly __typename?: 'ServiceStatus';
  /** The service, by its name: "tickets". */
  readonly name: Scalars['String']['output'];
  /** When it was asked, by its own clock. */
  readonly asOf: Scalars['DateTime']['output'];
  /** Facts that it has not handed to the bus yet. Some, for milliseconds, are no sign of trouble. */
  readonly outbox: OutboxStatus;
  /** What consumes facts in it, by name. */
  readonly consumers: ReadonlyArray<ConsumerStatus>;
  /** Its sagas that have not ended, by type and step, those with most sagas first: at most 100 lines. */
  readonly sagas: ReadonlyArray<SagaStatus>;
  /** What should be over by now and is not. Empty when all is well. */
  readonly overdueWork: ReadonlyArray<OverdueWork>;
  /**
   * The server of somebody else that it works with, asked at this moment with 3 seconds to answer, and at most once in 10
   * seconds. Null where it works with none.
   */
  readonly provider?: Maybe<ProviderStatus>;
  /** How many facts lie aside in it: those that failed, and those that wait behind them. */
  readonly deadLetterCount: Scalars['Int']['output'];
  /** Facts that it could not apply, and those that wait behind them; the oldest first. */
  readonly deadLetters: DeadLetterConnection;
};


/**
 * What one service has before it and what it cannot do, read from its own tables when it is asked for: true also where
 * nothing moves any more.
 */
export type ServiceStatusDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Facts of a service on their way to the bus. */
export type OutboxStatus = {
  readonly __typename?: 'OutboxStatus';
  /** How many there are; no more than 10,000 are counted. */
  readonly length: Scalars['Int']['output'];
  /** Since when the oldest waits; null when there is none. */
  readonly oldestSince?: Maybe<Scalars['DateTime']['output']>;
};

/** How far a consumer of facts has come. */
export type ConsumerStatus = {
  readonly __typename?: 'ConsumerStatus';
  /** Its name within the service: "open-wallet". */
  readonly name: Scalars['String']['output'];
  /** The topic that it reads, which has the name of the service that writes it. */
  readonly topic: Scalars['String']['output'];
  /** Facts of the topic that it has not looked at yet. Null, with an error, when the bus does not answer. */
  readonly waitingFacts?: Maybe<Scalars['Int']['output']>;
  /** When the oldest of them was published; null when there is none. */
  readonly oldestSince?: Maybe<Scalars['DateTime']['output']>;
  /** When it was done with a fact last, as far as that is written down; null while it never was. */
  readonly lastHeardOf?: Maybe<Scalars['DateTime']['output']>;
  /** How many facts it has laid aside. */
  readonly deadLetterCount: Scalars['Int']['output'];
};

/** Sagas of one type that are at one step. */
export type SagaStatus = {
  readonly __typename?: 'SagaStatus';
  /** What they are for: "booking". */
  readonly type: Scalars['String']['output'];
  /** What they do next; "waiting" rests until its time has come. */
  readonly step: Scalars['String']['output'];
  /** How many there are. */
  readonly count: Scalars['Int']['output'];
  /** How many of them wait for a person: a compensation was refused, or the step threw again and again. */
  readonly parkedCount: Scalars['Int']['output'];
  /** When the one that has been at it for longest was written down last. */
  readonly oldestSince: Scalars['DateTime']['output'];
};

/** Work of one kind that should be over by now. */
export type OverdueWork = {
  readonly __typename?: 'OverdueWork';
  /** What is not over. */
  readonly kind: OverdueWorkKind;
  /** How many there are; no more than 10,000 are counted. */
  readonly count: Scalars['Int']['output'];
  /** Since when the oldest should be over. */
  readonly oldestSince: Scalars['DateTime']['output'];
};

/** What a service should be done with. */
export type OverdueWorkKind =
  /** A saga was due a minute ago, and nobody has taken it up. */
  | 'SAGA_NOT_DRIVEN'
  /** A booking still awaits its payment a minute after its hold has run out: a payment hangs, or nobody ends it. */
  | 'BOOKING_NOT_ENDED'
  /** A refund is not done ten minutes after it began. */
  | 'REFUND_NOT_DONE'
  /** A hold ran out a minute ago, and its places are not back on sale. */
  | 'HOLD_NOT_RELEASED'
  /** A mail was written five minutes ago or longer, and is not sent: it is tried again for a day. */
  | 'MAIL_NOT_SENT'
  /** A top-up has no end 26 hours after it began: its payment page ends after 24, and its provider is asked after 25. */
  | 'TOP_UP_NOT_SETTLED';

/** A server that a service works with and that is not part of this installation. */
export type ProviderStatus = {
  readonly __typename?: 'ProviderStatus';
  /** What it is: "smtp", "stripe". */
  readonly name: Scalars['String']['output'];
  /** Whether it answered and took who we are. */
  readonly answers: Scalars['Boolean']['output'];
  /** When it was asked. */
  readonly askedAt: Scalars['DateTime']['output'];
  /** Why not, in at most 200 characters, without addresses and keys; null when it answers. */
  readonly fault?: Maybe<Scalars['String']['output']>;
};

/** A fact that a consumer could not apply, or one behind it that has the same key. */
export type DeadLetter = {
  readonly __typename?: 'DeadLetter';
  /** Identifier within the installation: "tickets/12". */
  readonly id: Scalars['ID']['output'];
  /** The service that it lies in. */
  readonly service: Scalars['String']['output'];
  /** The consumer that could not apply it. */
  readonly consumer: Scalars['String']['output'];
  /** Whether it failed itself. */
  readonly status: DeadLetterStatus;
  /** The topic that it came by. */
  readonly topic: Scalars['String']['output'];
  /** The key within the topic; facts of one key are applied one after another. */
  readonly key: Scalars['String']['output'];
  /** Identifier of the fact, a UUID. */
  readonly factId: Scalars['ID']['output'];
  /** Type of the fact: "BookingConfirmed". */
  readonly factType: Scalars['String']['output'];
  /** When what it tells has happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** When it was laid aside. */
  readonly laidAsideAt: Scalars['DateTime']['output'];
  /** How often it was tried; 0 while it waits behind another. */
  readonly attempts: Scalars['Int']['output'];
  /** Why it could not be applied, the last time, in at most 2,000 characters; null while it waits behind another. */
  readonly error?: Maybe<Scalars['String']['output']>;
  /** When it is tried again by itself; null while it waits behind another, or for a person. */
  readonly retryAt?: Maybe<Scalars['DateTime']['output']>;
  /** The fact's data as JSON, of which at most 4,000 characters. */
  readonly payload: Scalars['String']['output'];
  /** Whether the payload is longer than what is shown. */
  readonly isPayloadCut: Scalars['Boolean']['output'];
};

/** Why a fact lies aside. */
export type DeadLetterStatus =
  /** It was tried and could not be applied. */
  | 'FAILED'
  /** It waits behind one of the same key. */
  | 'WAITING';

/** A page of dead letters. */
export type DeadLetterConnection = {
  readonly __typename?: 'DeadLetterConnection';
  /** The dead letters with their cursors. */
  readonly edges: ReadonlyArray<DeadLetterEdge>;
  /** The dead letters. */
  readonly nodes: ReadonlyArray<DeadLetter>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A dead letter in a page. */
export type DeadLetterEdge = {
  readonly __typename?: 'DeadLetterEdge';
  /** Place in the list, to be handed back as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The dead letter. */
  readonly node: DeadLetter;
};

/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type Query = {
  readonly __typename?: 'Query';
  /** The signed-in user. */
  readonly me?: Maybe<User>;
  /** One user by id: yourself, or anybody for an administrator. Whoever else is asked for is null, as if there were nobody. */
  readonly user?: Maybe<User>;
  /** All users, newest first. For administrators. */
  readonly users?: Maybe<UserConnection>;
  /** Whether a user's mail address is confirmed; false where there is no such user. For the tickets subgraph. */
  readonly isEmailConfirmed: Scalars['Boolean']['output'];
  /**
   * The identifier of who has a nickname, in any case; null where nobody has. For the tickets subgraph, which finds an
   * organizer's bookings by it.
   */
  readonly userWithNickname?: Maybe<Scalars['ID']['output']>;
  /**
   * The nicknames of users, in the order asked for; null where there is none. For the tickets subgraph, which shows organizers
   * who booked.
   */
  readonly nicknames: ReadonlyArray<Maybe<Scalars['String']['output']>>;
  /** The public keys that access tokens are signed with; the first one signs. For the gateway. */
  readonly jwks: ReadonlyArray<JsonWebKey>;
  /**
   * The services of this installation, each of which answers for itself: one that is down is null, with an error, and the
   * others are there. For administrators.
   */
  readonly services?: Maybe<Services>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryUsersArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryIsEmailConfirmedArgs = {
  userId: Scalars['ID']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryUserWithNicknameArgs = {
  nickname: Scalars['String']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryNicknamesArgs = {
  userIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Opens an account with the role USER and logs in. Causes the fact UserRegistered, which opens a wallet and a loyalty
   * account, and sends a mail with a link that confirms the address. Where the server requires confirmed addresses, an
   * address that somebody has is answered like any other: its owner gets a mail, and it logs in to the account that
   * has confirmed it. Until then one logs in by nickname.
   */
  readonly register?: Maybe<RegisterPayload>;
  /**
   * Logs in. At most 10 failed tries per account and address in 15 minutes; after 50 within an hour from whatever
   * addresses, those from which nobody has signed in to the account wait for one another, up to a minute. An unknown
   * account and a wrong password answer alike.
   */
  readonly login?: Maybe<LoginPayload>;
  /**
   * Exchanges a refresh token for a new pair. Each refresh token works once. Within 10 seconds (unless the server says
   * otherwise) it works again, for a client whose answer was lost. Used later, it ends the session, at once, for everybody
   * who holds a token of it, and causes the fact SessionsEnded. Of several tokens that one old token has given, the first
   * that is used makes the others used up.
   */
  readonly refreshSession?: Maybe<RefreshSessionPayload>;
  /** Logs out: the session's tokens are worth nothing any more and its WebSockets are closed, within a second. Causes the fact SessionsEnded. */
  readonly logout?: Maybe<LogoutPayload>;
  /** Ends one of your own sessions: its tokens are worth nothing any more and its WebSockets are closed, within a second. Causes the fact SessionsEnded. */
  readonly endSession?: Maybe<EndSessionPayload>;
  /** Confirms a mail address with the token from a mail. Works again and again while the token is good, and needs nobody to be signed in. */
  readonly confirmEmail?: Maybe<ConfirmEmailPayload>;
  /** Sends another mail with a link that confirms the address, at most 5 an hour. Causes the fact EmailConfirmationRequested. */
  readonly requestEmailConfirmation?: Maybe<RequestEmailConfirmationPayload>;
  /**
   * Sends a link by which a new password is set, to an address that logs in to an account; at most 3 an hour. The answer
   * is the same, and comes as fast, for an address that nobody has. Causes the fact PasswordResetRequested.
   */
  readonly requestPasswordReset?: Maybe<RequestPasswordResetPayload>;
  /**
   * Sets a new password with the token from a mail, which works once and within an hour, and ends all sessions of the
   * user, within a second. The mail address is confirmed by it as well. Causes the fact SessionsEnded.
   */
  readonly resetPassword?: Maybe<ResetPasswordPayload>;
  /**
   * Makes the token for a mail at the moment when that is sent; null when there is nothing to send any more: the address is
   * confirmed, or is somebody else's, who gets a mail by the fact AddressRegisteredAgain. For the notifications subgraph.
   */
  readonly issueMailToken: IssueMailTokenPayload;
  /** Sets another password and ends every other session of the user, its tokens and WebSockets within a second. Causes the fact SessionsEnded. */
  readonly changePassword?: Maybe<ChangePasswordPayload>;
  /** Writes to you in another language from now on. Causes the fact UserLanguageChanged where it is another. */
  readonly changeLanguage?: Maybe<ChangeLanguagePayload>;
  /** Gives a user another role. The next session or refresh carries it; taking rights away ends the user's sessions within a second. Causes the facts UserRoleChanged and, when sessions end, SessionsEnded. For administrators. */
  readonly assignRole?: Maybe<AssignRolePayload>;
  /** Blocks a user: ends all sessions within a second, refuses login. Causes the facts SessionsEnded and UserBlocked, which ends unpaid bookings and freezes the wallet and the loyalty account. For administrators. */
  readonly blockUser?: Maybe<BlockUserPayload>;
  /** Unblocks a user, who can log in again. Causes the fact UserUnblocked. For administrators. */
  readonly unblockUser?: Maybe<UnblockUserPayload>;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRegisterArgs = {
  input: RegisterInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationLoginArgs = {
  input: LoginInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationLogoutArgs = {
  input: LogoutInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationEndSessionArgs = {
  input: EndSessionInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationConfirmEmailArgs = {
  input: ConfirmEmailInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRequestEmailConfirmationArgs = {
  input: RequestEmailConfirmationInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationIssueMailTokenArgs = {
  input: IssueMailTokenInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationChangeLanguageArgs = {
  input: ChangeLanguageInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationAssignRoleArgs = {
  input: AssignRoleInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationBlockUserArgs = {
  input: BlockUserInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationUnblockUserArgs = {
  input: UnblockUserInput;
};

/**
 * Somebody with an account. Whoever is or was an organizer has a public profile: the nickname, for everybody who sees
 * what they organize. Everything else is for the user and administrators: FORBIDDEN for anybody else, UNAUTHENTICATED
 * for nobody.
 */
export type User = {
  readonly __typename?: 'User';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The name that others see, and that logs in; unique in any case. */
  readonly nickname: Scalars['String']['output'];
  /** The mail address, in lower case, an international domain in its own script. Only for the user and administrators. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Whether the user has proven to read mail that goes to the address. Only for the user and administrators. */
  readonly isEmailConfirmed?: Maybe<Scalars['Boolean']['output']>;
  /** What the user may do. Only for the user and administrators. */
  readonly role?: Maybe<Role>;
  /** In which language the user is written to. Only for the user and administrators. */
  readonly language?: Maybe<Language>;
  /** Whether an administrator has blocked the user. Only for the user and administrators. */
  readonly isBlocked?: Maybe<Scalars['Boolean']['output']>;
  /** When the account was opened. Only for the user and administrators. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** The sessions that go on, newest first. Only for the user: FORBIDDEN for administrators too. */
  readonly sessions?: Maybe<UserSessionConnection>;
};


/**
 * Somebody with an account. Whoever is or was an organizer has a public profile: the nickname, for everybody who sees
 * what they organize. Everything else is for the user and administrators: FORBIDDEN for anybody else, UNAUTHENTICATED
 * for nobody.
 */
export type UserSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Where the user is signed in: all tokens that came, by refreshing, from one login. */
export type UserSession = {
  readonly __typename?: 'UserSession';
  /** Identifier, a UUID; for `endSession`. */
  readonly id: Scalars['ID']['output'];
  /** When the user signed in. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When the session was refreshed last; when the user signed in, if never. A client that is in use refreshes every 10 minutes. */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** When the session ends unless it is refreshed before; never later than the server lets a session last, 30 days unless it says otherwise. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Whether this is the session of the request. */
  readonly current: Scalars['Boolean']['output'];
};

/** A page of sessions. */
export type UserSessionConnection = {
  readonly __typename?: 'UserSessionConnection';
  /** The sessions with their cursors. */
  readonly edges: ReadonlyArray<UserSessionEdge>;
  /** The sessions. */
  readonly nodes: ReadonlyArray<UserSession>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A session in a page. */
export type UserSessionEdge = {
  readonly __typename?: 'UserSessionEdge';
  /** Place of the session in the list, to be handed back as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The session. */
  readonly node: UserSession;
};

/** What a user may do; each role may do what the one before it may. */
export type Role =
  /** Buys tickets: own bookings, wallet, points and notifications. */
  | 'USER'
  /** Also sells tickets: own venues, events and statistics. */
  | 'ORGANIZER'
  /** Everything, and blocking users and giving roles. */
  | 'ADMIN';

/** In which language Parterre writes to somebody. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU';

/** A page of users. */
export type UserConnection = {
  readonly __typename?: 'UserConnection';
  /** The users with their cursors. */
  readonly edges: ReadonlyArray<UserEdge>;
  /** The users. */
  readonly nodes: ReadonlyArray<User>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A user in a page. */
export type UserEdge = {
  readonly __typename?: 'UserEdge';
  /** Place of the user in the list, to be handed back as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The user. */
  readonly node: User;
};

/** What a signed-in client holds. */
export type Session = {
  readonly __typename?: 'Session';
  /** Goes with every request as `Authorization: Bearer …`. Worth 10 minutes. */
  readonly accessToken: Scalars['String']['output'];
  /** When the access token ends. */
  readonly accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** For `refreshSession`, once. Keep it secret. */
  readonly refreshToken: Scalars['String']['output'];
  /** When the refresh token ends: 30 days after it was given, or with its session, which lasts 30 days from logging in unless the server says otherwise. */
  readonly refreshTokenExpiresAt: Scalars['DateTime']['output'];
};

/** A public key as JSON Web Key (RFC 7517). */
export type JsonWebKey = {
  readonly __typename?: 'JsonWebKey';
  /** Identifier of the key, named in the header of each token. */
  readonly kid: Scalars['String']['output'];
  /** Key type: OKP. */
  readonly kty: Scalars['String']['output'];
  /** Curve: Ed25519. */
  readonly crv: Scalars['String']['output'];
  /** Algorithm: EdDSA. */
  readonly alg: Scalars['String']['output'];
  /** Use: sig. */
  readonly use: Scalars['String']['output'];
  /** The public key, base64url. */
  readonly x: Scalars['String']['output'];
};

/** Input of `register`. */
export type RegisterInput = {
  /** 3 to 30 letters (a to z), digits, dots, hyphens or underscores, beginning and ending with a letter or digit. */
  readonly nickname: Scalars['String']['input'];
  /** A mail address, at most 254 characters; its domain may be international. */
  readonly email: Scalars['String']['input'];
  /** 10 to 200 characters. */
  readonly password: Scalars['String']['input'];
  /** In which language mails are to come. English unless given. */
  readonly language?: InputMaybe<Language>;
};

/** What `register` answers. */
export type RegisterPayload = {
  readonly __typename?: 'RegisterPayload';
  /** The new user, or null. */
  readonly user?: Maybe<User>;
  /** The new user's session, or null. */
  readonly session?: Maybe<Session>;
  /** Why there is no account. */
  readonly userErrors: ReadonlyArray<RegisterError>;
};

/** Why the account was refused. */
export type RegisterError = UserError & {
  readonly __typename?: 'RegisterError';
  /**
   * The reason, for programs:
   * - `INVALID_NICKNAME`: The nickname breaks the rules for nicknames.
   * - `NICKNAME_TAKEN`: Somebody has this nickname, perhaps in another case.
   * - `INVALID_EMAIL`: This is no mail address.
   * - `EMAIL_TAKEN`: There is an account with this mail address. Said only where the server does not require
   *   confirmed addresses.
   * - `INVALID_PASSWORD`: The password is too short or too long.
   * - `TRY_AGAIN`: Too many logins at this moment; the same request will do in some seconds.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `login`. */
export type LoginInput = {
  /** Nickname or mail address, in any case. */
  readonly login: Scalars['String']['input'];
  /** The password. */
  readonly password: Scalars['String']['input'];
};

/** What `login` answers. */
export type LoginPayload = {
  readonly __typename?: 'LoginPayload';
  /** The user who signed in, or null. */
  readonly user?: Maybe<User>;
  /** The new session, or null. */
  readonly session?: Maybe<Session>;
  /** Why there is no session. */
  readonly userErrors: ReadonlyArray<LoginError>;
};

/** Why the login was refused. */
export type LoginError = UserError & {
  readonly __typename?: 'LoginError';
  /**
   * The reason, for programs:
   * - `WRONG_CREDENTIALS`: There is no account with this login and this password.
   * - `ACCOUNT_BLOCKED`: The account is blocked; said only to who knows the password.
   * - `TOO_MANY_ATTEMPTS`: Too many tries have failed, from this address or in all; the message says how long
   *   to wait.
   * - `TRY_AGAIN`: Too many logins at this moment; the same request will do in some seconds.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `refreshSession`. */
export type RefreshSessionInput = {
  /** The newest refresh token of the session. */
  readonly refreshToken: Scalars['String']['input'];
};

/** What `refreshSession` answers. */
export type RefreshSessionPayload = {
  readonly __typename?: 'RefreshSessionPayload';
  /** The user whose session it is, or null. */
  readonly user?: Maybe<User>;
  /** The new tokens, or null. The old refresh token is used up. */
  readonly session?: Maybe<Session>;
  /** Why there are no new tokens. */
  readonly userErrors: ReadonlyArray<RefreshSessionError>;
};

/** Why the refresh token was refused. */
export type RefreshSessionError = UserError & {
  readonly __typename?: 'RefreshSessionError';
  /**
   * The reason, for programs:
   * - `INVALID_REFRESH_TOKEN`: The token is unknown, used up for longer than the grace, too old, or its
   *   session has ended: log in again.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `logout`. */
export type LogoutInput = {
  /** A refresh token of the session that ends; without it, the session of the access token ends. */
  readonly refreshToken?: InputMaybe<Scalars['String']['input']>;
};

/** What `logout` answers. */
export type LogoutPayload = {
  readonly __typename?: 'LogoutPayload';
  /** True: the session has ended, now or before. */
  readonly signedOut: Scalars['Boolean']['output'];
  /** Why the session goes on. */
  readonly userErrors: ReadonlyArray<LogoutError>;
};

/** Why logging out was refused. */
export type LogoutError = UserError & {
  readonly __typename?: 'LogoutError';
  /**
   * The reason, for programs:
   * - `NO_SESSION_NAMED`: Neither a refresh token nor an access token says which session is meant.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `changePassword`. */
export type ChangePasswordInput = {
  /** The password until now. */
  readonly currentPassword: Scalars['String']['input'];
  /** The password from now on, 10 to 200 characters. */
  readonly newPassword: Scalars['String']['input'];
};

/** What `changePassword` answers. */
export type ChangePasswordPayload = {
  readonly __typename?: 'ChangePasswordPayload';
  /** The user, or null. */
  readonly user?: Maybe<User>;
  /** Why the password stays. */
  readonly userErrors: ReadonlyArray<ChangePasswordError>;
};

/** Why the new password was refused. */
export type ChangePasswordError = UserError & {
  readonly __typename?: 'ChangePasswordError';
  /**
   * The reason, for programs:
   * - `WRONG_PASSWORD`: The current password is another one. Counts as a failed login.
   * - `INVALID_PASSWORD`: The new password is too short or too long.
   * - `TOO_MANY_ATTEMPTS`: Too many tries have failed, from this address or in all; the message says how long
   *   to wait.
   * - `TRY_AGAIN`: Too many logins at this moment; the same request will do in some seconds.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `changeLanguage`. */
export type ChangeLanguageInput = {
  /** The language from now on. */
  readonly language: Language;
};

/** What `changeLanguage` answers. */
export type ChangeLanguagePayload = {
  readonly __typename?: 'ChangeLanguagePayload';
  /** The user, or null. */
  readonly user?: Maybe<User>;
  /** Why the language stays. */
  readonly userErrors: ReadonlyArray<ChangeLanguageError>;
};

/** Why the new language was refused. */
export type ChangeLanguageError = UserError & {
  readonly __typename?: 'ChangeLanguageError';
  /**
   * The reason, for programs:
   * - `USER_NOT_FOUND`: There is no such user.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `endSession`. */
export type EndSessionInput = {
  /** The session, one of `me.sessions`. */
  readonly sessionId: Scalars['ID']['input'];
};

/** What `endSession` answers. */
export type EndSessionPayload = {
  readonly __typename?: 'EndSessionPayload';
  /** The user, whose sessions no longer hold it; or null. */
  readonly user?: Maybe<User>;
  /** Why the session goes on. */
  readonly userErrors: ReadonlyArray<EndSessionError>;
};

/** Why the session goes on. */
export type EndSessionError = UserError & {
  readonly __typename?: 'EndSessionError';
  /**
   * The reason, for programs:
   * - `SESSION_NOT_FOUND`: You have no such session that goes on.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `confirmEmail`. */
export type ConfirmEmailInput = {
  /** The token from the mail's link. */
  readonly token: Scalars['String']['input'];
};

/** What `confirmEmail` answers. */
export type ConfirmEmailPayload = {
  readonly __typename?: 'ConfirmEmailPayload';
  /** The user whose address is confirmed, or null. */
  readonly user?: Maybe<User>;
  /** Why the address is not confirmed. */
  readonly userErrors: ReadonlyArray<ConfirmEmailError>;
};

/** Why the address is not confirmed. */
export type ConfirmEmailError = UserError & {
  readonly __typename?: 'ConfirmEmailError';
  /**
   * The reason, for programs:
   * - `INVALID_TOKEN`: The token is none of ours, is too old, or was for another address.
   * - `EMAIL_TAKEN`: Another account has confirmed this address meanwhile; log in to that.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `requestEmailConfirmation`. */
export type RequestEmailConfirmationInput = {
  /** Whose address; your own unless given. Administrators may name anybody. */
  readonly userId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `requestEmailConfirmation` answers. */
export type RequestEmailConfirmationPayload = {
  readonly __typename?: 'RequestEmailConfirmationPayload';
  /** The user to whom a mail is sent, or null. */
  readonly user?: Maybe<User>;
  /** Why no mail is sent. */
  readonly userErrors: ReadonlyArray<RequestEmailConfirmationError>;
};

/** Why no mail is sent. */
export type RequestEmailConfirmationError = UserError & {
  readonly __typename?: 'RequestEmailConfirmationError';
  /**
   * The reason, for programs:
   * - `USER_NOT_FOUND`: There is no such user.
   * - `ALREADY_CONFIRMED`: The address is confirmed.
   * - `TOO_MANY_REQUESTS`: 5 mails were requested within the hour.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `requestPasswordReset`. */
export type RequestPasswordResetInput = {
  /** The mail address that logs in to the account. */
  readonly email: Scalars['String']['input'];
};

/** What `requestPasswordReset` answers. */
export type RequestPasswordResetPayload = {
  readonly __typename?: 'RequestPasswordResetPayload';
  /** True: if an account has this address, a mail is on its way. */
  readonly accepted: Scalars['Boolean']['output'];
  /** Why the request was refused. */
  readonly userErrors: ReadonlyArray<RequestPasswordResetError>;
};

/** Why the request was refused. */
export type RequestPasswordResetError = UserError & {
  readonly __typename?: 'RequestPasswordResetError';
  /**
   * The reason, for programs:
   * - `INVALID_EMAIL`: This is no mail address.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `resetPassword`. */
export type ResetPasswordInput = {
  /** The token from the mail's link. */
  readonly token: Scalars['String']['input'];
  /** The password from now on, 10 to 200 characters. */
  readonly newPassword: Scalars['String']['input'];
};

/** What `resetPassword` answers. */
export type ResetPasswordPayload = {
  readonly __typename?: 'ResetPasswordPayload';
  /** The user, or null. */
  readonly user?: Maybe<User>;
  /** Why the password stays. */
  readonly userErrors: ReadonlyArray<ResetPasswordError>;
};

/** Why the password stays. */
export type ResetPasswordError = UserError & {
  readonly __typename?: 'ResetPasswordError';
  /**
   * The reason, for programs:
   * - `INVALID_TOKEN`: The token is none of ours, is older than an hour, or was used: ask for another mail.
   * - `INVALID_PASSWORD`: The new password is too short or too long.
   * - `TRY_AGAIN`: Too many logins at this moment; the same request will do in some seconds.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What a token in a mail is good for. */
export type MailTokenPurpose =
  /** To confirm the mail address: signed, good for three days. */
  | 'EMAIL_CONFIRMATION'
  /** To set a new password: random, good once and for an hour. */
  | 'PASSWORD_RESET';

/** Input of `issueMailToken`. */
export type IssueMailTokenInput = {
  /** To whom the mail goes. */
  readonly userId: Scalars['ID']['input'];
  /** What the token is to be good for. */
  readonly purpose: MailTokenPurpose;
};

/** What `issueMailToken` answers. */
export type IssueMailTokenPayload = {
  readonly __typename?: 'IssueMailTokenPayload';
  /** The token, for the link in the mail and nothing else; null when there is nothing to send. */
  readonly token?: Maybe<Scalars['String']['output']>;
  /** When the token ends. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Input of `assignRole`. */
export type AssignRoleInput = {
  /** Who gets the role. */
  readonly userId: Scalars['ID']['input'];
  /** The new role. */
  readonly role: Role;
};

/** What `assignRole` answers. */
export type AssignRolePayload = {
  readonly __typename?: 'AssignRolePayload';
  /** The user with the new role, or null. */
  readonly user?: Maybe<User>;
  /** Why the role stays. */
  readonly userErrors: ReadonlyArray<AssignRoleError>;
};

/** Why the role was refused. */
export type AssignRoleError = UserError & {
  readonly __typename?: 'AssignRoleError';
  /**
   * The reason, for programs:
   * - `USER_NOT_FOUND`: There is no such user.
   * - `LAST_ADMINISTRATOR`: The server would be left without an administrator.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `blockUser`. */
export type BlockUserInput = {
  /** Who is blocked. */
  readonly userId: Scalars['ID']['input'];
  /** Why, 1 to 500 characters; the user is told. */
  readonly reason: Scalars['String']['input'];
};

/** What `blockUser` answers. */
export type BlockUserPayload = {
  readonly __typename?: 'BlockUserPayload';
  /** The blocked user, or null. */
  readonly user?: Maybe<User>;
  /** Why the user is not blocked. */
  readonly userErrors: ReadonlyArray<BlockUserError>;
};

/** Why blocking was refused. */
export type BlockUserError = UserError & {
  readonly __typename?: 'BlockUserError';
  /**
   * The reason, for programs:
   * - `USER_NOT_FOUND`: There is no such user.
   * - `INVALID_REASON`: A reason is needed, of at most 500 characters.
   * - `LAST_ADMINISTRATOR`: The server would be left without an administrator.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `unblockUser`. */
export type UnblockUserInput = {
  /** Who is unblocked. */
  readonly userId: Scalars['ID']['input'];
};

/** What `unblockUser` answers. */
export type UnblockUserPayload = {
  readonly __typename?: 'UnblockUserPayload';
  /** The user, or null. */
  readonly user?: Maybe<User>;
  /** Why the user stays blocked. */
  readonly userErrors: ReadonlyArray<UnblockUserError>;
};

/** Why unblocking was refused. */
export type UnblockUserError = UserError & {
  readonly __typename?: 'UnblockUserError';
  /**
   * The reason, for programs:
   * - `USER_NOT_FOUND`: There is no such user.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why a rule refused something. A mutation's error type lists those that it may answer. */
export type UserErrorCode =
  /** The account is blocked; said only to who knows the password. */
  | 'ACCOUNT_BLOCKED'
  /** The address is confirmed. */
  | 'ALREADY_CONFIRMED'
  /**
   * There is an account with this mail address. Said only where the server does not require confirmed
   * addresses.
   */
  | 'EMAIL_TAKEN'
  /** This is no mail address. */
  | 'INVALID_EMAIL'
  /** The nickname breaks the rules for nicknames. */
  | 'INVALID_NICKNAME'
  /** The password is too short or too long. */
  | 'INVALID_PASSWORD'
  /** A reason is needed, of at most 500 characters. */
  | 'INVALID_REASON'
  /** The token is unknown, used up for longer than the grace, too old, or its session has ended: log in again. */
  | 'INVALID_REFRESH_TOKEN'
  /** The token is none of ours, is too old, or was for another address. */
  | 'INVALID_TOKEN'
  /** The server would be left without an administrator. */
  | 'LAST_ADMINISTRATOR'
  /** Somebody has this nickname, perhaps in another case. */
  | 'NICKNAME_TAKEN'
  /** Neither a refresh token nor an access token says which session is meant. */
  | 'NO_SESSION_NAMED'
  /** You have no such session that goes on. */
  | 'SESSION_NOT_FOUND'
  /** Too many tries have failed, from this address or in all; the message says how long to wait. */
  | 'TOO_MANY_ATTEMPTS'
  /** 5 mails were requested within the hour. */
  | 'TOO_MANY_REQUESTS'
  /**
   * Too much is asked at this moment, or a part does not answer. Ask again, with the same key where there is
   * one.
   */
  | 'TRY_AGAIN'
  /** There is no such user. */
  | 'USER_NOT_FOUND'
  /** There is no account with this login and this password. */
  | 'WRONG_CREDENTIALS'
  /** The current password is another one. Counts as a failed login. */
  | 'WRONG_PASSWORD';

/** What each service has before it. Null, with an error, is one that does not answer. */
export type Services = {
  readonly __typename?: 'Services';
  /** Accounts, logins and roles. */
  readonly users?: Maybe<ServiceStatus>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( RegisterError )
    | ( LoginError )
    | ( RefreshSessionError )
    | ( LogoutError )
    | ( ChangePasswordError )
    | ( ChangeLanguageError )
    | ( EndSessionError )
    | ( ConfirmEmailError )
    | ( RequestEmailConfirmationError )
    | ( RequestPasswordResetError )
    | ( ResetPasswordError )
    | ( AssignRoleError )
    | ( BlockUserError )
    | ( UnblockUserError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  ServiceStatus: ResolverTypeWrapper<ServiceStatusMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  OutboxStatus: ResolverTypeWrapper<OutboxStatus>;
  ConsumerStatus: ResolverTypeWrapper<ConsumerStatusMapper>;
  SagaStatus: ResolverTypeWrapper<SagaStatus>;
  OverdueWork: ResolverTypeWrapper<OverdueWork>;
  OverdueWorkKind: OverdueWorkKind;
  ProviderStatus: ResolverTypeWrapper<ProviderStatus>;
  DeadLetter: ResolverTypeWrapper<DeadLetterMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  DeadLetterStatus: DeadLetterStatus;
  DeadLetterConnection: ResolverTypeWrapper<Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DeadLetterEdge']>, nodes: ReadonlyArray<ResolversTypes['DeadLetter']> }>;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserMapper>;
  UserSession: ResolverTypeWrapper<UserSession>;
  UserSessionConnection: ResolverTypeWrapper<UserSessionConnection>;
  UserSessionEdge: ResolverTypeWrapper<UserSessionEdge>;
  Role: Role;
  Language: Language;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['UserEdge']>, nodes: ReadonlyArray<ResolversTypes['User']> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  Session: ResolverTypeWrapper<Session>;
  JsonWebKey: ResolverTypeWrapper<JsonWebKey>;
  RegisterInput: RegisterInput;
  RegisterPayload: ResolverTypeWrapper<Omit<RegisterPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  RegisterError: ResolverTypeWrapper<RegisterError>;
  LoginInput: LoginInput;
  LoginPayload: ResolverTypeWrapper<Omit<LoginPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  LoginError: ResolverTypeWrapper<LoginError>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: ResolverTypeWrapper<Omit<RefreshSessionPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  RefreshSessionError: ResolverTypeWrapper<RefreshSessionError>;
  LogoutInput: LogoutInput;
  LogoutPayload: ResolverTypeWrapper<LogoutPayload>;
  LogoutError: ResolverTypeWrapper<LogoutError>;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ResolverTypeWrapper<Omit<ChangePasswordPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  ChangePasswordError: ResolverTypeWrapper<ChangePasswordError>;
  ChangeLanguageInput: ChangeLanguageInput;
  ChangeLanguagePayload: ResolverTypeWrapper<Omit<ChangeLanguagePayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  ChangeLanguageError: ResolverTypeWrapper<ChangeLanguageError>;
  EndSessionInput: EndSessionInput;
  EndSessionPayload: ResolverTypeWrapper<Omit<EndSessionPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  EndSessionError: ResolverTypeWrapper<EndSessionError>;
  ConfirmEmailInput: ConfirmEmailInput;
  ConfirmEmailPayload: ResolverTypeWrapper<Omit<ConfirmEmailPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  ConfirmEmailError: ResolverTypeWrapper<ConfirmEmailError>;
  RequestEmailConfirmationInput: RequestEmailConfirmationInput;
  RequestEmailConfirmationPayload: ResolverTypeWrapper<Omit<RequestEmailConfirmationPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  RequestEmailConfirmationError: ResolverTypeWrapper<RequestEmailConfirmationError>;
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetPayload: ResolverTypeWrapper<RequestPasswordResetPayload>;
  RequestPasswordResetError: ResolverTypeWrapper<RequestPasswordResetError>;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResolverTypeWrapper<Omit<ResetPasswordPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  ResetPasswordError: ResolverTypeWrapper<ResetPasswordError>;
  MailTokenPurpose: MailTokenPurpose;
  IssueMailTokenInput: IssueMailTokenInput;
  IssueMailTokenPayload: ResolverTypeWrapper<IssueMailTokenPayload>;
  AssignRoleInput: AssignRoleInput;
  AssignRolePayload: ResolverTypeWrapper<Omit<AssignRolePayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  AssignRoleError: ResolverTypeWrapper<AssignRoleError>;
  BlockUserInput: BlockUserInput;
  BlockUserPayload: ResolverTypeWrapper<Omit<BlockUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  BlockUserError: ResolverTypeWrapper<BlockUserError>;
  UnblockUserInput: UnblockUserInput;
  UnblockUserPayload: ResolverTypeWrapper<Omit<UnblockUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  UnblockUserError: ResolverTypeWrapper<UnblockUserError>;
  UserErrorCode: UserErrorCode;
  Services: ResolverTypeWrapper<Omit<Services, 'users'> & { users?: Maybe<ResolversTypes['ServiceStatus']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  ServiceStatus: ServiceStatusMapper;
  Int: Scalars['Int']['output'];
  OutboxStatus: OutboxStatus;
  ConsumerStatus: ConsumerStatusMapper;
  SagaStatus: SagaStatus;
  OverdueWork: OverdueWork;
  ProviderStatus: ProviderStatus;
  DeadLetter: DeadLetterMapper;
  ID: Scalars['ID']['output'];
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DeadLetterEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DeadLetter']> };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  User: UserMapper;
  UserSession: UserSession;
  UserSessionConnection: UserSessionConnection;
  UserSessionEdge: UserSessionEdge;
  UserConnection: Omit<UserConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['UserEdge']>, nodes: ReadonlyArray<ResolversParentTypes['User']> };
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  Session: Session;
  JsonWebKey: JsonWebKey;
  RegisterInput: RegisterInput;
  RegisterPayload: Omit<RegisterPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  RegisterError: RegisterError;
  LoginInput: LoginInput;
  LoginPayload: Omit<LoginPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  LoginError: LoginError;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: Omit<RefreshSessionPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  RefreshSessionError: RefreshSessionError;
  LogoutInput: LogoutInput;
  LogoutPayload: LogoutPayload;
  LogoutError: LogoutError;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: Omit<ChangePasswordPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  ChangePasswordError: ChangePasswordError;
  ChangeLanguageInput: ChangeLanguageInput;
  ChangeLanguagePayload: Omit<ChangeLanguagePayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  ChangeLanguageError: ChangeLanguageError;
  EndSessionInput: EndSessionInput;
  EndSessionPayload: Omit<EndSessionPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  EndSessionError: EndSessionError;
  ConfirmEmailInput: ConfirmEmailInput;
  ConfirmEmailPayload: Omit<ConfirmEmailPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  ConfirmEmailError: ConfirmEmailError;
  RequestEmailConfirmationInput: RequestEmailConfirmationInput;
  RequestEmailConfirmationPayload: Omit<RequestEmailConfirmationPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  RequestEmailConfirmationError: RequestEmailConfirmationError;
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetPayload: RequestPasswordResetPayload;
  RequestPasswordResetError: RequestPasswordResetError;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: Omit<ResetPasswordPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  ResetPasswordError: ResetPasswordError;
  IssueMailTokenInput: IssueMailTokenInput;
  IssueMailTokenPayload: IssueMailTokenPayload;
  AssignRoleInput: AssignRoleInput;
  AssignRolePayload: Omit<AssignRolePayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  AssignRoleError: AssignRoleError;
  BlockUserInput: BlockUserInput;
  BlockUserPayload: Omit<BlockUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  BlockUserError: BlockUserError;
  UnblockUserInput: UnblockUserInput;
  UnblockUserPayload: Omit<UnblockUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  UnblockUserError: UnblockUserError;
  Services: Omit<Services, 'users'> & { users?: Maybe<ResolversParentTypes['ServiceStatus']> };
  String: Scalars['String']['output'];
};

export type AllowDirectiveArgs = {
  role: Scalars['String']['input'];
};

export type AllowDirectiveResolver<Result, Parent, ContextType = Context, Args = AllowDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OncePerOperationDirectiveArgs = { };

export type OncePerOperationDirectiveResolver<Result, Parent, ContextType = Context, Args = OncePerOperationDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'RegisterError' | 'LoginError' | 'RefreshSessionError' | 'LogoutError' | 'ChangePasswordError' | 'ChangeLanguageError' | 'EndSessionError' | 'ConfirmEmailError' | 'RequestEmailConfirmationError' | 'RequestPasswordResetError' | 'ResetPasswordError' | 'AssignRoleError' | 'BlockUserError' | 'UnblockUserError', ParentType, ContextType>;
};

export type ServiceStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceStatus'] = ResolversParentTypes['ServiceStatus']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outbox?: Resolver<ResolversTypes['OutboxStatus'], ParentType, ContextType>;
  consumers?: Resolver<ReadonlyArray<ResolversTypes['ConsumerStatus']>, ParentType, ContextType>;
  sagas?: Resolver<ReadonlyArray<ResolversTypes['SagaStatus']>, ParentType, ContextType>;
  overdueWork?: Resolver<ReadonlyArray<ResolversTypes['OverdueWork']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['ProviderStatus']>, ParentType, ContextType>;
  deadLetterCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deadLetters?: Resolver<ResolversTypes['DeadLetterConnection'], ParentType, ContextType, Partial<ServiceStatusDeadLettersArgs>>;
};

export type OutboxStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutboxStatus'] = ResolversParentTypes['OutboxStatus']> = {
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  oldestSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ConsumerStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsumerStatus'] = ResolversParentTypes['ConsumerStatus']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waitingFacts?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  oldestSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastHeardOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deadLetterCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SagaStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SagaStatus'] = ResolversParentTypes['SagaStatus']> = {
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parkedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  oldestSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OverdueWorkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OverdueWork'] = ResolversParentTypes['OverdueWork']> = {
  kind?: Resolver<ResolversTypes['OverdueWorkKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  oldestSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ProviderStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProviderStatus'] = ResolversParentTypes['ProviderStatus']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeadLetterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consumer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeadLetterStatus'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  factId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  factType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  laidAsideAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isPayloadCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, Partial<QueryUsersArgs>>;
  isEmailConfirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<QueryIsEmailConfirmedArgs, 'userId'>>;
  userWithNickname?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType, RequireFields<QueryUserWithNicknameArgs, 'nickname'>>;
  nicknames?: Resolver<ReadonlyArray<Maybe<ResolversTypes['String']>>, ParentType, ContextType, RequireFields<QueryNicknamesArgs, 'userIds'>>;
  jwks?: Resolver<ReadonlyArray<ResolversTypes['JsonWebKey']>, ParentType, ContextType>;
  services?: Resolver<Maybe<ResolversTypes['Services']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  register?: Resolver<Maybe<ResolversTypes['RegisterPayload']>, ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  login?: Resolver<Maybe<ResolversTypes['LoginPayload']>, ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  refreshSession?: Resolver<Maybe<ResolversTypes['RefreshSessionPayload']>, ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  logout?: Resolver<Maybe<ResolversTypes['LogoutPayload']>, ParentType, ContextType, RequireFields<MutationLogoutArgs, 'input'>>;
  endSession?: Resolver<Maybe<ResolversTypes['EndSessionPayload']>, ParentType, ContextType, RequireFields<MutationEndSessionArgs, 'input'>>;
  confirmEmail?: Resolver<Maybe<ResolversTypes['ConfirmEmailPayload']>, ParentType, ContextType, RequireFields<MutationConfirmEmailArgs, 'input'>>;
  requestEmailConfirmation?: Resolver<Maybe<ResolversTypes['RequestEmailConfirmationPayload']>, ParentType, ContextType, RequireFields<MutationRequestEmailConfirmationArgs, 'input'>>;
  requestPasswordReset?: Resolver<Maybe<ResolversTypes['RequestPasswordResetPayload']>, ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'input'>>;
  resetPassword?: Resolver<Maybe<ResolversTypes['ResetPasswordPayload']>, ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  issueMailToken?: Resolver<ResolversTypes['IssueMailTokenPayload'], ParentType, ContextType, RequireFields<MutationIssueMailTokenArgs, 'input'>>;
  changePassword?: Resolver<Maybe<ResolversTypes['ChangePasswordPayload']>, ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  changeLanguage?: Resolver<Maybe<ResolversTypes['ChangeLanguagePayload']>, ParentType, ContextType, RequireFields<MutationChangeLanguageArgs, 'input'>>;
  assignRole?: Resolver<Maybe<ResolversTypes['AssignRolePayload']>, ParentType, ContextType, RequireFields<MutationAssignRoleArgs, 'input'>>;
  blockUser?: Resolver<Maybe<ResolversTypes['BlockUserPayload']>, ParentType, ContextType, RequireFields<MutationBlockUserArgs, 'input'>>;
  unblockUser?: Resolver<Maybe<ResolversTypes['UnblockUserPayload']>, ParentType, ContextType, RequireFields<MutationUnblockUserArgs, 'input'>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nickname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isEmailConfirmed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Language']>, ParentType, ContextType>;
  isBlocked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<ResolversTypes['UserSessionConnection']>, ParentType, ContextType, Partial<UserSessionsArgs>>;
};

export type UserSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserSession'] = ResolversParentTypes['UserSession']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UserSessionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserSessionConnection'] = ResolversParentTypes['UserSessionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserSessionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UserSession']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserSessionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserSessionEdge'] = ResolversParentTypes['UserSessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UserSession'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type JsonWebKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JsonWebKey'] = ResolversParentTypes['JsonWebKey']> = {
  kid?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kty?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  crv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  alg?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  use?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RegisterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPayload'] = ResolversParentTypes['RegisterPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RegisterError']>, ParentType, ContextType>;
};

export type RegisterErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterError'] = ResolversParentTypes['RegisterError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoginPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginPayload'] = ResolversParentTypes['LoginPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['LoginError']>, ParentType, ContextType>;
};

export type LoginErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginError'] = ResolversParentTypes['LoginError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefreshSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionPayload'] = ResolversParentTypes['RefreshSessionPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RefreshSessionError']>, ParentType, ContextType>;
};

export type RefreshSessionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionError'] = ResolversParentTypes['RefreshSessionError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LogoutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogoutPayload'] = ResolversParentTypes['LogoutPayload']> = {
  signedOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['LogoutError']>, ParentType, ContextType>;
};

export type LogoutErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogoutError'] = ResolversParentTypes['LogoutError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ChangePasswordError']>, ParentType, ContextType>;
};

export type ChangePasswordErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordError'] = ResolversParentTypes['ChangePasswordError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeLanguagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeLanguagePayload'] = ResolversParentTypes['ChangeLanguagePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ChangeLanguageError']>, ParentType, ContextType>;
};

export type ChangeLanguageErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeLanguageError'] = ResolversParentTypes['ChangeLanguageError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EndSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndSessionPayload'] = ResolversParentTypes['EndSessionPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['EndSessionError']>, ParentType, ContextType>;
};

export type EndSessionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndSessionError'] = ResolversParentTypes['EndSessionError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConfirmEmailPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmEmailPayload'] = ResolversParentTypes['ConfirmEmailPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ConfirmEmailError']>, ParentType, ContextType>;
};

export type ConfirmEmailErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmEmailError'] = ResolversParentTypes['ConfirmEmailError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestEmailConfirmationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestEmailConfirmationPayload'] = ResolversParentTypes['RequestEmailConfirmationPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RequestEmailConfirmationError']>, ParentType, ContextType>;
};

export type RequestEmailConfirmationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestEmailConfirmationError'] = ResolversParentTypes['RequestEmailConfirmationError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestPasswordResetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPasswordResetPayload'] = ResolversParentTypes['RequestPasswordResetPayload']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RequestPasswordResetError']>, ParentType, ContextType>;
};

export type RequestPasswordResetErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPasswordResetError'] = ResolversParentTypes['RequestPasswordResetError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResetPasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordPayload'] = ResolversParentTypes['ResetPasswordPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ResetPasswordError']>, ParentType, ContextType>;
};

export type ResetPasswordErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordError'] = ResolversParentTypes['ResetPasswordError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IssueMailTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueMailTokenPayload'] = ResolversParentTypes['IssueMailTokenPayload']> = {
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AssignRolePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignRolePayload'] = ResolversParentTypes['AssignRolePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AssignRoleError']>, ParentType, ContextType>;
};

export type AssignRoleErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignRoleError'] = ResolversParentTypes['AssignRoleError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockUserPayload'] = ResolversParentTypes['BlockUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['BlockUserError']>, ParentType, ContextType>;
};

export type BlockUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockUserError'] = ResolversParentTypes['BlockUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnblockUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockUserPayload'] = ResolversParentTypes['UnblockUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UnblockUserError']>, ParentType, ContextType>;
};

export type UnblockUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockUserError'] = ResolversParentTypes['UnblockUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Services'] = ResolversParentTypes['Services']> = {
  users?: Resolver<Maybe<ResolversTypes['ServiceStatus']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ServiceStatus?: ServiceStatusResolvers<ContextType>;
  OutboxStatus?: OutboxStatusResolvers<ContextType>;
  ConsumerStatus?: ConsumerStatusResolvers<ContextType>;
  SagaStatus?: SagaStatusResolvers<ContextType>;
  OverdueWork?: OverdueWorkResolvers<ContextType>;
  ProviderStatus?: ProviderStatusResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserSession?: UserSessionResolvers<ContextType>;
  UserSessionConnection?: UserSessionConnectionResolvers<ContextType>;
  UserSessionEdge?: UserSessionEdgeResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  JsonWebKey?: JsonWebKeyResolvers<ContextType>;
  RegisterPayload?: RegisterPayloadResolvers<ContextType>;
  RegisterError?: RegisterErrorResolvers<ContextType>;
  LoginPayload?: LoginPayloadResolvers<ContextType>;
  LoginError?: LoginErrorResolvers<ContextType>;
  RefreshSessionPayload?: RefreshSessionPayloadResolvers<ContextType>;
  RefreshSessionError?: RefreshSessionErrorResolvers<ContextType>;
  LogoutPayload?: LogoutPayloadResolvers<ContextType>;
  LogoutError?: LogoutErrorResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  ChangePasswordError?: ChangePasswordErrorResolvers<ContextType>;
  ChangeLanguagePayload?: ChangeLanguagePayloadResolvers<ContextType>;
  ChangeLanguageError?: ChangeLanguageErrorResolvers<ContextType>;
  EndSessionPayload?: EndSessionPayloadResolvers<ContextType>;
  EndSessionError?: EndSessionErrorResolvers<ContextType>;
  ConfirmEmailPayload?: ConfirmEmailPayloadResolvers<ContextType>;
  ConfirmEmailError?: ConfirmEmailErrorResolvers<ContextType>;
  RequestEmailConfirmationPayload?: RequestEmailConfirmationPayloadResolvers<ContextType>;
  RequestEmailConfirmationError?: RequestEmailConfirmationErrorResolvers<ContextType>;
  RequestPasswordResetPayload?: RequestPasswordResetPayloadResolvers<ContextType>;
  RequestPasswordResetError?: RequestPasswordResetErrorResolvers<ContextType>;
  ResetPasswordPayload?: ResetPasswordPayloadResolvers<ContextType>;
  ResetPasswordError?: ResetPasswordErrorResolvers<ContextType>;
  IssueMailTokenPayload?: IssueMailTokenPayloadResolvers<ContextType>;
  AssignRolePayload?: AssignRolePayloadResolvers<ContextType>;
  AssignRoleError?: AssignRoleErrorResolvers<ContextType>;
  BlockUserPayload?: BlockUserPayloadResolvers<ContextType>;
  BlockUserError?: BlockUserErrorResolvers<ContextType>;
  UnblockUserPayload?: UnblockUserPayloadResolvers<ContextType>;
  UnblockUserError?: UnblockUserErrorResolvers<ContextType>;
  Services?: ServicesResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  allow?: AllowDirectiveResolver<any, any, ContextType>;
  oncePerOperation?: OncePerOperationDirectiveResolver<any, any, ContextType>;
};

/** The resolvers that the schema needs: see Complete. */
export type CompleteResolvers<ContextType = Context> = import('@parterre/platform/graphql/complete-resolvers.ts').Complete<
  Resolvers<ContextType>,
  ResolversParentTypes
>;
