// Written by `npm run codegen` from subgraphs/notifications/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserMapper, NotificationMapper } from './mappers.ts';
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

/** What can be read. Each field says who may ask for it; what is not there, or not yours, is null. */
export type Query = {
  readonly __typename?: 'Query';
  /** One notification by id, for its owner and administrators; null for anybody else, as if there were none. */
  readonly notification?: Maybe<Notification>;
};


/** What can be read. Each field says who may ask for it; what is not there, or not yours, is null. */
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
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationMarkNotificationReadArgs = {
  input: MarkNotificationReadInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationMarkAllNotificationsReadArgs = {
  input: MarkAllNotificationsReadInput;
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
  /** When that happened which it tells of. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was marked as read, or null. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
};

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
  /** The event of a booking takes place at another time. */
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
  /** There is no such notification. */
  | 'NOTIFICATION_NOT_FOUND';



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
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Notification: ResolverTypeWrapper<NotificationMapper>;
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
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  User: UserMapper;
  Int: Scalars['Int']['output'];
  Notification: NotificationMapper;
  NotificationConnection: Omit<NotificationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['NotificationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Notification']> };
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  MarkNotificationReadInput: MarkNotificationReadInput;
  MarkNotificationReadPayload: Omit<MarkNotificationReadPayload, 'notification'> & { notification?: Maybe<ResolversParentTypes['Notification']> };
  MarkNotificationReadError: MarkNotificationReadError;
  MarkAllNotificationsReadInput: MarkAllNotificationsReadInput;
  MarkAllNotificationsReadPayload: Omit<MarkAllNotificationsReadPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  MarkAllNotificationsReadError: MarkAllNotificationsReadError;
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
  __resolveType: TypeResolveFn<'MarkNotificationReadError' | 'MarkAllNotificationsReadError', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType, RequireFields<QueryNotificationArgs, 'id'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  markNotificationRead?: Resolver<Maybe<ResolversTypes['MarkNotificationReadPayload']>, ParentType, ContextType, RequireFields<MutationMarkNotificationReadArgs, 'input'>>;
  markAllNotificationsRead?: Resolver<Maybe<ResolversTypes['MarkAllNotificationsReadPayload']>, ParentType, ContextType, RequireFields<MutationMarkAllNotificationsReadArgs, 'input'>>;
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

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
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
