// Written by `npm run codegen` from subgraphs/notifications/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserMapper, NotificationMapper, ServiceStatusMapper, ConsumerStatusMapper, DeadLetterMapper } from './mappers.ts';
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

/** Which dead letter to try again. */
export type RetryDeadLetterInput = {
  /** Identifier of the dead letter. */
  readonly deadLetterId: Scalars['ID']['input'];
};

/** What came of a dead letter that shall be tried again. */
export type RetryDeadLetterPayload = {
  readonly __typename?: 'RetryDeadLetterPayload';
  /** The letter as it stands: due now, and gone from the list as soon as its fact is applied. Null when there is none. */
  readonly deadLetter?: Maybe<DeadLetter>;
  /** Why it is not tried again. Empty when all is well. */
  readonly userErrors: ReadonlyArray<RetryDeadLetterError>;
};

/** Why a dead letter is not tried again. */
export type RetryDeadLetterError = UserError & {
  readonly __typename?: 'RetryDeadLetterError';
  /**
   * The reason, for programs:
   * - `DEAD_LETTER_NOT_FOUND`: There is no such dead letter in this service; it may have been applied meanwhile.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Which fact to give up, and why. */
export type DropDeadLetterInput = {
  /** Identifier of the dead letter. */
  readonly deadLetterId: Scalars['ID']['input'];
  /** Why, 1 to 500 characters; it is written to the log with who dropped what. */
  readonly reason: Scalars['String']['input'];
};

/** What came of a dead letter that shall be dropped. */
export type DropDeadLetterPayload = {
  readonly __typename?: 'DropDeadLetterPayload';
  /** The letter as it stood before it was dropped; null when it was not. */
  readonly deadLetter?: Maybe<DeadLetter>;
  /** Why it was not dropped. Empty when all is well. */
  readonly userErrors: ReadonlyArray<DropDeadLetterError>;
};

/** Why a dead letter was not dropped. */
export type DropDeadLetterError = UserError & {
  readonly __typename?: 'DropDeadLetterError';
  /**
   * The reason, for programs:
   * - `DEAD_LETTER_NOT_FOUND`: There is no such dead letter in this service; it may have been applied meanwhile.
   * - `INVALID_REASON`: A reason is needed, of at most 500 characters.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type Query = {
  readonly __typename?: 'Query';
  /** One notification by id, for its owner and administrators; null for anybody else, as if there were none. */
  readonly notification?: Maybe<Notification>;
  /**
   * The services of this installation, each of which answers for itself: one that is down is null, with an error, and the
   * others are there. For administrators.
   */
  readonly services?: Maybe<Services>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryNotificationArgs = {
  id: Scalars['ID']['input'];
};

/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Marks a notification as read. Once read it stays read: asking again changes nothing. */
  readonly markNotificationRead?: Maybe<MarkNotificationReadPayload>;
  /** Marks all of your notifications as read, up to one that you have seen. What is read already stays as it is. */
  readonly markAllNotificationsRead?: Maybe<MarkAllNotificationsReadPayload>;
  /**
   * Tries a dead letter of the notifications service again at once: the first one of its key, and then those behind it. It is tried
   * within a second or two, in whatever process; what came of it shows in the list. For administrators.
   */
  readonly retryNotificationsDeadLetter?: Maybe<RetryDeadLetterPayload>;
  /**
   * Gives a dead letter of the notifications service up: its fact is never applied by that consumer, and those behind it go on.
   * Cannot be undone. For administrators.
   */
  readonly dropNotificationsDeadLetter?: Maybe<DropDeadLetterPayload>;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationMarkNotificationReadArgs = {
  input: MarkNotificationReadInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationMarkAllNotificationsReadArgs = {
  input: MarkAllNotificationsReadInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRetryNotificationsDeadLetterArgs = {
  input: RetryDeadLetterInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationDropNotificationsDeadLetterArgs = {
  input: DropDeadLetterInput;
};

/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Your notifications from now on, each once as it is added. With `since` everything that was added after that cursor
   * comes first. Where that cannot be said any more, the first message is the newest notification with
   * `extensions.reset`: read `User.notifications` again; it is null when there is none.
   */
  readonly notificationAdded?: Maybe<Notification>;
};


/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type SubscriptionNotificationAddedArgs = {
  since?: InputMaybe<Scalars['String']['input']>;
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
  /** The mails written to the user, newest first. For the user and administrators. */
  readonly notifications?: Maybe<NotificationConnection>;
  /** How many of the user's mails are unread. For the user and administrators. */
  readonly unreadNotificationCount?: Maybe<Scalars['Int']['output']>;
};


/**
 * Somebody with an account. Whoever is or was an organizer has a public profile: the nickname, for everybody who sees
 * what they organize. Everything else is for the user and administrators: FORBIDDEN for anybody else, UNAUTHENTICATED
 * for nobody.
 */
export type UserNotificationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A mail written to a user. */
export type Notification = {
  readonly __typename?: 'Notification';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly kind: NotificationKind;
  /** Subject of the mail. */
  readonly subject: Scalars['String']['output'];
  /** Text of the mail, plain, with line breaks. */
  readonly body: Scalars['String']['output'];
  /**
   * The mail as an HTML document of its own, which fetches nothing and runs nothing; for a frame without scripts. Null for
   * a mail that was written before there was HTML.
   */
  readonly html?: Maybe<Scalars['String']['output']>;
  /** What subject and text are written in: the reader's language when it was written, whatever that is now. */
  readonly language: Language;
  /** When that happened which it tells of. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was marked as read, or null. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
};

/** In which language Parterre writes to somebody. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU';

/** What a notification is about. */
export type NotificationKind =
  /** The account was opened. */
  | 'USER_REGISTERED'
  /** A booking is paid, the tickets are there. */
  | 'BOOKING_CONFIRMED'
  /** A booking ended without tickets. */
  | 'BOOKING_CANCELLED'
  /** Tickets were given back, and money with them. */
  | 'TICKETS_REFUNDED'
  /** The event of a booking takes place at another time or in another hall. */
  | 'EVENT_MOVED'
  /** The event of a booking with tickets has another title or description. */
  | 'EVENT_CHANGED'
  /** The event of a booking with tickets was cancelled; the money goes back, and a mail of its own says when it has. */
  | 'EVENT_CANCELLED'
  /** An event for which the user has tickets begins within a day. */
  | 'EVENT_REMINDER'
  /** The loyalty level rose or fell. */
  | 'LOYALTY_LEVEL_CHANGED'
  /** An administrator blocked the account. */
  | 'USER_BLOCKED'
  /** Another link that confirms the mail address was asked for. The link is in the mail alone. */
  | 'EMAIL_CONFIRMATION'
  /** A new password was asked for. The link is in the mail alone. */
  | 'PASSWORD_RESET'
  /** Somebody opened another account with the same mail address. */
  | 'ADDRESS_REGISTERED_AGAIN';

/** A page of notifications. */
export type NotificationConnection = {
  readonly __typename?: 'NotificationConnection';
  /** The notifications with their cursors. */
  readonly edges: ReadonlyArray<NotificationEdge>;
  /** The notifications. */
  readonly nodes: ReadonlyArray<Notification>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A notification in a page. */
export type NotificationEdge = {
  readonly __typename?: 'NotificationEdge';
  /** Place in the list, to be handed back as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The notification. */
  readonly node: Notification;
};

/** Input of `markNotificationRead`. */
export type MarkNotificationReadInput = {
  /** Which notification. */
  readonly notificationId: Scalars['ID']['input'];
};

/** What `markNotificationRead` answers. */
export type MarkNotificationReadPayload = {
  readonly __typename?: 'MarkNotificationReadPayload';
  /** The notification, read; or null. */
  readonly notification?: Maybe<Notification>;
  /** Why it was not marked. */
  readonly userErrors: ReadonlyArray<MarkNotificationReadError>;
};

/** Why marking the notification was refused. */
export type MarkNotificationReadError = UserError & {
  readonly __typename?: 'MarkNotificationReadError';
  /**
   * The reason, for programs:
   * - `NOTIFICATION_NOT_FOUND`: There is no such notification.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of `markAllNotificationsRead`. */
export type MarkAllNotificationsReadInput = {
  /** The newest one that was seen: those that tell of something later stay unread. All of them unless given. */
  readonly upTo?: InputMaybe<Scalars['ID']['input']>;
};

/** What `markAllNotificationsRead` answers. */
export type MarkAllNotificationsReadPayload = {
  readonly __typename?: 'MarkAllNotificationsReadPayload';
  /** How many were unread until now. */
  readonly marked: Scalars['Int']['output'];
  /** Whose they are; null where it was refused. */
  readonly user?: Maybe<User>;
  /** Why none was marked. */
  readonly userErrors: ReadonlyArray<MarkAllNotificationsReadError>;
};

/** Why marking the notifications was refused. */
export type MarkAllNotificationsReadError = UserError & {
  readonly __typename?: 'MarkAllNotificationsReadError';
  /**
   * The reason, for programs:
   * - `NOTIFICATION_NOT_FOUND`: You have no notification like the one in `upTo`.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why a rule refused something. A mutation's error type lists those that it may answer. */
export type UserErrorCode =
  /** There is no such dead letter in this service; it may have been applied meanwhile. */
  | 'DEAD_LETTER_NOT_FOUND'
  /** A reason is needed, of at most 500 characters. */
  | 'INVALID_REASON'
  /** There is no such notification. */
  | 'NOTIFICATION_NOT_FOUND';

/** What each service has before it. Null, with an error, is one that does not answer. */
export type Services = {
  readonly __typename?: 'Services';
  /** Mails to users. */
  readonly notifications?: Maybe<ServiceStatus>;
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
  Notification: Notification;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Notification:
    ( { __typename: 'Notification' }
    & GraphQLRecursivePick<FederationTypes['Notification'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( RetryDeadLetterError )
    | ( DropDeadLetterError )
    | ( MarkNotificationReadError )
    | ( MarkAllNotificationsReadError )
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
  RetryDeadLetterInput: RetryDeadLetterInput;
  RetryDeadLetterPayload: ResolverTypeWrapper<Omit<RetryDeadLetterPayload, 'deadLetter'> & { deadLetter?: Maybe<ResolversTypes['DeadLetter']> }>;
  RetryDeadLetterError: ResolverTypeWrapper<RetryDeadLetterError>;
  DropDeadLetterInput: DropDeadLetterInput;
  DropDeadLetterPayload: ResolverTypeWrapper<Omit<DropDeadLetterPayload, 'deadLetter'> & { deadLetter?: Maybe<ResolversTypes['DeadLetter']> }>;
  DropDeadLetterError: ResolverTypeWrapper<DropDeadLetterError>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserMapper>;
  Notification: ResolverTypeWrapper<NotificationMapper>;
  Language: Language;
  NotificationKind: NotificationKind;
  NotificationConnection: ResolverTypeWrapper<Omit<NotificationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['NotificationEdge']>, nodes: ReadonlyArray<ResolversTypes['Notification']> }>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  MarkNotificationReadInput: MarkNotificationReadInput;
  MarkNotificationReadPayload: ResolverTypeWrapper<Omit<MarkNotificationReadPayload, 'notification'> & { notification?: Maybe<ResolversTypes['Notification']> }>;
  MarkNotificationReadError: ResolverTypeWrapper<MarkNotificationReadError>;
  MarkAllNotificationsReadInput: MarkAllNotificationsReadInput;
  MarkAllNotificationsReadPayload: ResolverTypeWrapper<Omit<MarkAllNotificationsReadPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  MarkAllNotificationsReadError: ResolverTypeWrapper<MarkAllNotificationsReadError>;
  UserErrorCode: UserErrorCode;
  Services: ResolverTypeWrapper<Omit<Services, 'notifications'> & { notifications?: Maybe<ResolversTypes['ServiceStatus']> }>;
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
  RetryDeadLetterInput: RetryDeadLetterInput;
  RetryDeadLetterPayload: Omit<RetryDeadLetterPayload, 'deadLetter'> & { deadLetter?: Maybe<ResolversParentTypes['DeadLetter']> };
  RetryDeadLetterError: RetryDeadLetterError;
  DropDeadLetterInput: DropDeadLetterInput;
  DropDeadLetterPayload: Omit<DropDeadLetterPayload, 'deadLetter'> & { deadLetter?: Maybe<ResolversParentTypes['DeadLetter']> };
  DropDeadLetterError: DropDeadLetterError;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  User: UserMapper;
  Notification: NotificationMapper;
  NotificationConnection: Omit<NotificationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['NotificationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Notification']> };
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  MarkNotificationReadInput: MarkNotificationReadInput;
  MarkNotificationReadPayload: Omit<MarkNotificationReadPayload, 'notification'> & { notification?: Maybe<ResolversParentTypes['Notification']> };
  MarkNotificationReadError: MarkNotificationReadError;
  MarkAllNotificationsReadInput: MarkAllNotificationsReadInput;
  MarkAllNotificationsReadPayload: Omit<MarkAllNotificationsReadPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  MarkAllNotificationsReadError: MarkAllNotificationsReadError;
  Services: Omit<Services, 'notifications'> & { notifications?: Maybe<ResolversParentTypes['ServiceStatus']> };
  String: Scalars['String']['output'];
};

export type AllowDirectiveArgs = {
  role: Scalars['String']['input'];
};

export type AllowDirectiveResolver<Result, Parent, ContextType = Context, Args = AllowDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ResumableDirectiveArgs = {
  argument: Scalars['String']['input'];
};

export type ResumableDirectiveResolver<Result, Parent, ContextType = Context, Args = ResumableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

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
  __resolveType: TypeResolveFn<'RetryDeadLetterError' | 'DropDeadLetterError' | 'MarkNotificationReadError' | 'MarkAllNotificationsReadError', ParentType, ContextType>;
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

export type RetryDeadLetterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryDeadLetterPayload'] = ResolversParentTypes['RetryDeadLetterPayload']> = {
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RetryDeadLetterError']>, ParentType, ContextType>;
};

export type RetryDeadLetterErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryDeadLetterError'] = ResolversParentTypes['RetryDeadLetterError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DropDeadLetterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DropDeadLetterPayload'] = ResolversParentTypes['DropDeadLetterPayload']> = {
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DropDeadLetterError']>, ParentType, ContextType>;
};

export type DropDeadLetterErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DropDeadLetterError'] = ResolversParentTypes['DropDeadLetterError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType, RequireFields<QueryNotificationArgs, 'id'>>;
  services?: Resolver<Maybe<ResolversTypes['Services']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  markNotificationRead?: Resolver<Maybe<ResolversTypes['MarkNotificationReadPayload']>, ParentType, ContextType, RequireFields<MutationMarkNotificationReadArgs, 'input'>>;
  markAllNotificationsRead?: Resolver<Maybe<ResolversTypes['MarkAllNotificationsReadPayload']>, ParentType, ContextType, RequireFields<MutationMarkAllNotificationsReadArgs, 'input'>>;
  retryNotificationsDeadLetter?: Resolver<Maybe<ResolversTypes['RetryDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationRetryNotificationsDeadLetterArgs, 'input'>>;
  dropNotificationsDeadLetter?: Resolver<Maybe<ResolversTypes['DropDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationDropNotificationsDeadLetterArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  notificationAdded?: SubscriptionResolver<Maybe<ResolversTypes['Notification']>, "notificationAdded", ParentType, ContextType, Partial<SubscriptionNotificationAddedArgs>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, Partial<UserNotificationsArgs>>;
  unreadNotificationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'], FederationReferenceType extends FederationReferenceTypes['Notification'] = FederationReferenceTypes['Notification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Notification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  html?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['Language'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type MarkNotificationReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkNotificationReadPayload'] = ResolversParentTypes['MarkNotificationReadPayload']> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['MarkNotificationReadError']>, ParentType, ContextType>;
};

export type MarkNotificationReadErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkNotificationReadError'] = ResolversParentTypes['MarkNotificationReadError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkAllNotificationsReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkAllNotificationsReadPayload'] = ResolversParentTypes['MarkAllNotificationsReadPayload']> = {
  marked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['MarkAllNotificationsReadError']>, ParentType, ContextType>;
};

export type MarkAllNotificationsReadErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkAllNotificationsReadError'] = ResolversParentTypes['MarkAllNotificationsReadError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Services'] = ResolversParentTypes['Services']> = {
  notifications?: Resolver<Maybe<ResolversTypes['ServiceStatus']>, ParentType, ContextType>;
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
  RetryDeadLetterPayload?: RetryDeadLetterPayloadResolvers<ContextType>;
  RetryDeadLetterError?: RetryDeadLetterErrorResolvers<ContextType>;
  DropDeadLetterPayload?: DropDeadLetterPayloadResolvers<ContextType>;
  DropDeadLetterError?: DropDeadLetterErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  MarkNotificationReadPayload?: MarkNotificationReadPayloadResolvers<ContextType>;
  MarkNotificationReadError?: MarkNotificationReadErrorResolvers<ContextType>;
  MarkAllNotificationsReadPayload?: MarkAllNotificationsReadPayloadResolvers<ContextType>;
  MarkAllNotificationsReadError?: MarkAllNotificationsReadErrorResolvers<ContextType>;
  Services?: ServicesResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  allow?: AllowDirectiveResolver<any, any, ContextType>;
  resumable?: ResumableDirectiveResolver<any, any, ContextType>;
};

/** The resolvers that the schema needs: see Complete. */
export type CompleteResolvers<ContextType = Context> = import('@parterre/platform/graphql/complete-resolvers.ts').Complete<
  Resolvers<ContextType>,
  ResolversParentTypes
>;
