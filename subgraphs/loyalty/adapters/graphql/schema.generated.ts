// Written by `npm run codegen` from subgraphs/loyalty/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserMapper, BookingMapper, LoyaltyAccountMapper, PointsOperationMapper } from './mappers.ts';
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
  /** A decimal number as text, so that no digit is lost, such as "12.50". */
  Decimal: { input: string; output: string; }
};

/** An amount of money. */
export type Money = {
  readonly __typename?: 'Money';
  /** Decimal text with as many digits as the currency has: "12.50" EUR, "1250" JPY, "1.250" KWD. */
  readonly amount: Scalars['Decimal']['output'];
  /** ISO 4217 code of the currency. */
  readonly currencyCode: CurrencyCode;
};

/** An amount of money as input. */
export type MoneyInput = {
  /** Decimal text with at most as many digits as the currency has, such as "12.50" for EUR. */
  readonly amount: Scalars['Decimal']['input'];
  /** ISO 4217 code of the currency. */
  readonly currencyCode: CurrencyCode;
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

/** A currency, by its code of ISO 4217. A server sells in one of them. */
export type CurrencyCode =
  /** United Arab Emirates Dirham. */
  | 'AED'
  /** Afghan Afghani. */
  | 'AFN'
  /** Albanian Lek. */
  | 'ALL'
  /** Armenian Dram. */
  | 'AMD'
  /** Angolan Kwanza. */
  | 'AOA'
  /** Argentine Peso. */
  | 'ARS'
  /** Australian Dollar. */
  | 'AUD'
  /** Aruban Florin. */
  | 'AWG'
  /** Azerbaijani Manat. */
  | 'AZN'
  /** Bosnia-Herzegovina Convertible Mark. */
  | 'BAM'
  /** Barbadian Dollar. */
  | 'BBD'
  /** Bangladeshi Taka. */
  | 'BDT'
  /** Bulgarian Lev. */
  | 'BGN'
  /** Bahraini Dinar. */
  | 'BHD'
  /** Burundian Franc. */
  | 'BIF'
  /** Bermudan Dollar. */
  | 'BMD'
  /** Brunei Dollar. */
  | 'BND'
  /** Bolivian Boliviano. */
  | 'BOB'
  /** Bolivian Mvdol. */
  | 'BOV'
  /** Brazilian Real. */
  | 'BRL'
  /** Bahamian Dollar. */
  | 'BSD'
  /** Bhutanese Ngultrum. */
  | 'BTN'
  /** Botswanan Pula. */
  | 'BWP'
  /** Belarusian Ruble. */
  | 'BYN'
  /** Belize Dollar. */
  | 'BZD'
  /** Canadian Dollar. */
  | 'CAD'
  /** Congolese Franc. */
  | 'CDF'
  /** WIR Euro. */
  | 'CHE'
  /** Swiss Franc. */
  | 'CHF'
  /** WIR Franc. */
  | 'CHW'
  /** Chilean Unit of Account (UF). */
  | 'CLF'
  /** Chilean Peso. */
  | 'CLP'
  /** Chinese Yuan. */
  | 'CNY'
  /** Colombian Peso. */
  | 'COP'
  /** Colombian Real Value Unit. */
  | 'COU'
  /** Costa Rican Colón. */
  | 'CRC'
  /** Cuban Peso. */
  | 'CUP'
  /** Cape Verdean Escudo. */
  | 'CVE'
  /** Czech Koruna. */
  | 'CZK'
  /** Djiboutian Franc. */
  | 'DJF'
  /** Danish Krone. */
  | 'DKK'
  /** Dominican Peso. */
  | 'DOP'
  /** Algerian Dinar. */
  | 'DZD'
  /** Egyptian Pound. */
  | 'EGP'
  /** Eritrean Nakfa. */
  | 'ERN'
  /** Ethiopian Birr. */
  | 'ETB'
  /** Euro. */
  | 'EUR'
  /** Fijian Dollar. */
  | 'FJD'
  /** Falkland Islands Pound. */
  | 'FKP'
  /** British Pound. */
  | 'GBP'
  /** Georgian Lari. */
  | 'GEL'
  /** Ghanaian Cedi. */
  | 'GHS'
  /** Gibraltar Pound. */
  | 'GIP'
  /** Gambian Dalasi. */
  | 'GMD'
  /** Guinean Franc. */
  | 'GNF'
  /** Guatemalan Quetzal. */
  | 'GTQ'
  /** Guyanaese Dollar. */
  | 'GYD'
  /** Hong Kong Dollar. */
  | 'HKD'
  /** Honduran Lempira. */
  | 'HNL'
  /** Haitian Gourde. */
  | 'HTG'
  /** Hungarian Forint. */
  | 'HUF'
  /** Indonesian Rupiah. */
  | 'IDR'
  /** Israeli New Shekel. */
  | 'ILS'
  /** Indian Rupee. */
  | 'INR'
  /** Iraqi Dinar. */
  | 'IQD'
  /** Iranian Rial. */
  | 'IRR'
  /** Icelandic Króna. */
  | 'ISK'
  /** Jamaican Dollar. */
  | 'JMD'
  /** Jordanian Dinar. */
  | 'JOD'
  /** Japanese Yen. */
  | 'JPY'
  /** Kenyan Shilling. */
  | 'KES'
  /** Kyrgyz Som. */
  | 'KGS'
  /** Cambodian Riel. */
  | 'KHR'
  /** Comorian Franc. */
  | 'KMF'
  /** North Korean Won. */
  | 'KPW'
  /** South Korean Won. */
  | 'KRW'
  /** Kuwaiti Dinar. */
  | 'KWD'
  /** Cayman Islands Dollar. */
  | 'KYD'
  /** Kazakhstani Tenge. */
  | 'KZT'
  /** Laotian Kip. */
  | 'LAK'
  /** Lebanese Pound. */
  | 'LBP'
  /** Sri Lankan Rupee. */
  | 'LKR'
  /** Liberian Dollar. */
  | 'LRD'
  /** Lesotho Loti. */
  | 'LSL'
  /** Libyan Dinar. */
  | 'LYD'
  /** Moroccan Dirham. */
  | 'MAD'
  /** Moldovan Leu. */
  | 'MDL'
  /** Malagasy Ariary. */
  | 'MGA'
  /** Macedonian Denar. */
  | 'MKD'
  /** Myanmar Kyat. */
  | 'MMK'
  /** Mongolian Tugrik. */
  | 'MNT'
  /** Macanese Pataca. */
  | 'MOP'
  /** Mauritanian Ouguiya. */
  | 'MRU'
  /** Mauritian Rupee. */
  | 'MUR'
  /** Maldivian Rufiyaa. */
  | 'MVR'
  /** Malawian Kwacha. */
  | 'MWK'
  /** Mexican Peso. */
  | 'MXN'
  /** Mexican Investment Unit. */
  | 'MXV'
  /** Malaysian Ringgit. */
  | 'MYR'
  /** Mozambican Metical. */
  | 'MZN'
  /** Namibian Dollar. */
  | 'NAD'
  /** Nigerian Naira. */
  | 'NGN'
  /** Nicaraguan Córdoba. */
  | 'NIO'
  /** Norwegian Krone. */
  | 'NOK'
  /** Nepalese Rupee. */
  | 'NPR'
  /** New Zealand Dollar. */
  | 'NZD'
  /** Omani Rial. */
  | 'OMR'
  /** Panamanian Balboa. */
  | 'PAB'
  /** Peruvian Sol. */
  | 'PEN'
  /** Papua New Guinean Kina. */
  | 'PGK'
  /** Philippine Peso. */
  | 'PHP'
  /** Pakistani Rupee. */
  | 'PKR'
  /** Polish Zloty. */
  | 'PLN'
  /** Paraguayan Guarani. */
  | 'PYG'
  /** Qatari Riyal. */
  | 'QAR'
  /** Romanian Leu. */
  | 'RON'
  /** Serbian Dinar. */
  | 'RSD'
  /** Russian Ruble. */
  | 'RUB'
  /** Rwandan Franc. */
  | 'RWF'
  /** Saudi Riyal. */
  | 'SAR'
  /** Solomon Islands Dollar. */
  | 'SBD'
  /** Seychellois Rupee. */
  | 'SCR'
  /** Sudanese Pound. */
  | 'SDG'
  /** Swedish Krona. */
  | 'SEK'
  /** Singapore Dollar. */
  | 'SGD'
  /** St. Helena Pound. */
  | 'SHP'
  /** Sierra Leonean Leone. */
  | 'SLE'
  /** Somali Shilling. */
  | 'SOS'
  /** Surinamese Dollar. */
  | 'SRD'
  /** South Sudanese Pound. */
  | 'SSP'
  /** São Tomé & Príncipe Dobra. */
  | 'STN'
  /** Salvadoran Colón. */
  | 'SVC'
  /** Syrian Pound. */
  | 'SYP'
  /** Swazi Lilangeni. */
  | 'SZL'
  /** Thai Baht. */
  | 'THB'
  /** Tajikistani Somoni. */
  | 'TJS'
  /** Turkmenistani Manat. */
  | 'TMT'
  /** Tunisian Dinar. */
  | 'TND'
  /** Tongan Paʻanga. */
  | 'TOP'
  /** Turkish Lira. */
  | 'TRY'
  /** Trinidad & Tobago Dollar. */
  | 'TTD'
  /** New Taiwan Dollar. */
  | 'TWD'
  /** Tanzanian Shilling. */
  | 'TZS'
  /** Ukrainian Hryvnia. */
  | 'UAH'
  /** Ugandan Shilling. */
  | 'UGX'
  /** US Dollar. */
  | 'USD'
  /** US Dollar (Next day). */
  | 'USN'
  /** Uruguayan Peso (Indexed Units). */
  | 'UYI'
  /** Uruguayan Peso. */
  | 'UYU'
  /** Uruguayan Nominal Wage Index Unit. */
  | 'UYW'
  /** Uzbekistani Som. */
  | 'UZS'
  /** Bolívar Soberano. */
  | 'VED'
  /** Venezuelan Bolívar. */
  | 'VES'
  /** Vietnamese Dong. */
  | 'VND'
  /** Vanuatu Vatu. */
  | 'VUV'
  /** Samoan Tala. */
  | 'WST'
  /** Arab Accounting Dinar. */
  | 'XAD'
  /** Central African CFA Franc. */
  | 'XAF'
  /** East Caribbean Dollar. */
  | 'XCD'
  /** Caribbean guilder. */
  | 'XCG'
  /** West African CFA Franc. */
  | 'XOF'
  /** CFP Franc. */
  | 'XPF'
  /** Yemeni Rial. */
  | 'YER'
  /** South African Rand. */
  | 'ZAR'
  /** Zambian Kwacha. */
  | 'ZMW'
  /** Zimbabwean Gold. */
  | 'ZWG';

/**
 * Somebody with an account. Whoever is or was an organizer has a public profile: the nickname, for everybody who sees
 * what they organize. Everything else is for the user and administrators: FORBIDDEN for anybody else, UNAUTHENTICATED
 * for nobody.
 */
export type User = {
  readonly __typename?: 'User';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /**
   * The user's loyalty account. Only the user and an ADMIN may see it: FORBIDDEN for anybody else. It is opened
   * when the user registers, so it is there from the first moment, empty.
   */
  readonly loyalty?: Maybe<LoyaltyAccount>;
};

/** A buyer's agreement with the seller, from the hold to the tickets. */
export type Booking = {
  readonly __typename?: 'Booking';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Subgraphs only. Sets the discount of a booking aside before it is paid: the points that the buyer spends can be
   * spent for nothing else until the reservation is committed or released. One reservation for each bookingId;
   * asked again it answers the same.
   */
  readonly reserveDiscount: ReserveDiscountPayload;
  /** Subgraphs only. Makes a reserved discount final. Asked again it answers the same. Causes PointsSpent. */
  readonly commitDiscount: CommitDiscountPayload;
  /**
   * Subgraphs only. Gives a reserved discount back. Releasing what was never reserved leaves a tombstone: a
   * reservation that comes late answers RESERVATION_ENDED.
   */
  readonly releaseDiscount: ReleaseDiscountPayload;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationReserveDiscountArgs = {
  input: ReserveDiscountInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCommitDiscountArgs = {
  input: CommitDiscountInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationReleaseDiscountArgs = {
  input: ReleaseDiscountInput;
};

/**
 * A user's points. One point is earned for each whole currency unit paid, times the level's factor; 100 points
 * pay one whole unit, rounded down to the currency's digits.
 */
export type LoyaltyAccount = {
  readonly __typename?: 'LoyaltyAccount';
  /** Identifier of the account. */
  readonly id: Scalars['ID']['output'];
  /** The points that the user has: the sum of all operations. Never below zero. */
  readonly points: Scalars['Int']['output'];
  /** Of these, points set aside for bookings that are not paid yet. They cannot be spent twice. */
  readonly reservedPoints: Scalars['Int']['output'];
  /**
   * Points that refunded bookings had earned but that were already spent when they were to be taken back. They
   * are taken from the next points that come in.
   */
  readonly owedPoints: Scalars['Int']['output'];
  /** Depends on the points earned in the last 365 days. */
  readonly level: LoyaltyLevel;
  /** Whether points cannot be spent because the user is blocked. Points are still earned and given back. */
  readonly frozen: Scalars['Boolean']['output'];
  /** What changed the points, newest first. */
  readonly operations: PointsOperationConnection;
};


/**
 * A user's points. One point is earned for each whole currency unit paid, times the level's factor; 100 points
 * pay one whole unit, rounded down to the currency's digits.
 */
export type LoyaltyAccountOperationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A level, by the points earned in the last 365 days. */
export type LoyaltyLevel =
  /** From 0 points; earns 1 point a unit. */
  | 'BRONZE'
  /** From 1,000 points; earns 1.25 points a unit. */
  | 'SILVER'
  /** From 5,000 points; earns 1.5 points a unit. */
  | 'GOLD'
  /** From 20,000 points; earns 2 points a unit. */
  | 'PLATINUM';

/** A page of an account's operations. */
export type PointsOperationConnection = {
  readonly __typename?: 'PointsOperationConnection';
  /** The operations with their cursors. */
  readonly edges: ReadonlyArray<PointsOperationEdge>;
  /** The operations. */
  readonly nodes: ReadonlyArray<PointsOperation>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** An operation and its place in the list. */
export type PointsOperationEdge = {
  readonly __typename?: 'PointsOperationEdge';
  /** Opaque; give it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The operation. */
  readonly node: PointsOperation;
};

/** One change of an account's points. */
export type PointsOperation = {
  readonly __typename?: 'PointsOperation';
  /** Identifier of the operation. */
  readonly id: Scalars['ID']['output'];
  /** Why the points changed. */
  readonly kind: PointsOperationKind;
  /** What it added: below zero when points were spent or taken back. */
  readonly points: Scalars['Int']['output'];
  /** When it happened. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The booking that it belongs to. */
  readonly booking?: Maybe<Booking>;
};

/** Why points changed. */
export type PointsOperationKind =
  /** A booking was confirmed. */
  | 'EARNED'
  /** Tickets were refunded: what they had earned was taken back. */
  | 'REVERSED'
  /** Points paid for a part of a booking. */
  | 'SPENT'
  /** Tickets were refunded: the points that had paid for them came back. */
  | 'RETURNED';

/** Input of reserveDiscount. */
export type ReserveDiscountInput = {
  /** The booking that is to cost less. */
  readonly bookingId: Scalars['ID']['input'];
  /** Who books. */
  readonly userId: Scalars['ID']['input'];
  /** The event that is booked. */
  readonly eventId: Scalars['ID']['input'];
  /** What the booking costs without a discount. */
  readonly subtotal: MoneyInput;
  /** A promo code, or null. */
  readonly promoCode?: InputMaybe<Scalars['String']['input']>;
  /** How many points to spend, or null. 100 points pay one whole currency unit, up to half of the subtotal. */
  readonly spendPoints?: InputMaybe<Scalars['Int']['input']>;
};

/** Outcome of reserveDiscount. */
export type ReserveDiscountPayload = {
  readonly __typename?: 'ReserveDiscountPayload';
  /** What was set aside; null when it was refused. */
  readonly reservation?: Maybe<DiscountReservation>;
  /** Why it was refused; empty when it worked. */
  readonly userErrors: ReadonlyArray<ReserveDiscountError>;
};

/** A discount set aside for a booking. */
export type DiscountReservation = {
  readonly __typename?: 'DiscountReservation';
  /** The booking that costs less. */
  readonly bookingId: Scalars['ID']['output'];
  /** By how much it costs less. */
  readonly discount: Money;
};

/** Why reserveDiscount said no. */
export type ReserveDiscountError = {
  readonly __typename?: 'ReserveDiscountError';
  /** For programs. */
  readonly code: ReserveDiscountErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why reserveDiscount said no. */
export type ReserveDiscountErrorCode =
  /** There is no such promo code. */
  | 'PROMO_CODE_NOT_FOUND'
  /** The account has fewer points that are not set aside. */
  | 'INSUFFICIENT_POINTS'
  /** The user is blocked: no points can be spent. */
  | 'ACCOUNT_FROZEN'
  /** There can be no account of such a user. */
  | 'ACCOUNT_NOT_FOUND'
  /** The points would pay more than half of the subtotal. */
  | 'TOO_MANY_POINTS'
  /** The discount of this booking was released. */
  | 'RESERVATION_ENDED'
  /** A negative number of points, no proper subtotal, or another request than this booking's first one. */
  | 'INVALID_INPUT';

/** Input of commitDiscount. */
export type CommitDiscountInput = {
  /** The booking that is paid. */
  readonly bookingId: Scalars['ID']['input'];
};

/** Outcome of commitDiscount. */
export type CommitDiscountPayload = {
  readonly __typename?: 'CommitDiscountPayload';
  /** Whether the discount is final. */
  readonly committed: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it worked. */
  readonly userErrors: ReadonlyArray<CommitDiscountError>;
};

/** Why commitDiscount said no. */
export type CommitDiscountError = {
  readonly __typename?: 'CommitDiscountError';
  /** For programs. */
  readonly code: CommitDiscountErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why commitDiscount said no. */
export type CommitDiscountErrorCode =
  /** No discount was reserved for this booking. */
  | 'RESERVATION_NOT_FOUND'
  /** The discount of this booking was released. */
  | 'RESERVATION_RELEASED';

/** Input of releaseDiscount. */
export type ReleaseDiscountInput = {
  /** The booking that is not paid after all. */
  readonly bookingId: Scalars['ID']['input'];
  /** Who booked. */
  readonly userId: Scalars['ID']['input'];
};

/** Outcome of releaseDiscount. */
export type ReleaseDiscountPayload = {
  readonly __typename?: 'ReleaseDiscountPayload';
  /** Whether nothing is set aside for the booking any more. */
  readonly released: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it worked. */
  readonly userErrors: ReadonlyArray<ReleaseDiscountError>;
};

/** Why releaseDiscount said no. */
export type ReleaseDiscountError = {
  readonly __typename?: 'ReleaseDiscountError';
  /** For programs. */
  readonly code: ReleaseDiscountErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why releaseDiscount said no. */
export type ReleaseDiscountErrorCode =
  /** The discount is final: a refund gives the points back. */
  | 'RESERVATION_COMMITTED';



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



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CurrencyCode: CurrencyCode;
  User: ResolverTypeWrapper<UserMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Booking: ResolverTypeWrapper<BookingMapper>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  LoyaltyAccount: ResolverTypeWrapper<LoyaltyAccountMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  LoyaltyLevel: LoyaltyLevel;
  PointsOperationConnection: ResolverTypeWrapper<Omit<PointsOperationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PointsOperationEdge']>, nodes: ReadonlyArray<ResolversTypes['PointsOperation']> }>;
  PointsOperationEdge: ResolverTypeWrapper<Omit<PointsOperationEdge, 'node'> & { node: ResolversTypes['PointsOperation'] }>;
  PointsOperation: ResolverTypeWrapper<PointsOperationMapper>;
  PointsOperationKind: PointsOperationKind;
  ReserveDiscountInput: ReserveDiscountInput;
  ReserveDiscountPayload: ResolverTypeWrapper<ReserveDiscountPayload>;
  DiscountReservation: ResolverTypeWrapper<DiscountReservation>;
  ReserveDiscountError: ResolverTypeWrapper<ReserveDiscountError>;
  ReserveDiscountErrorCode: ReserveDiscountErrorCode;
  CommitDiscountInput: CommitDiscountInput;
  CommitDiscountPayload: ResolverTypeWrapper<CommitDiscountPayload>;
  CommitDiscountError: ResolverTypeWrapper<CommitDiscountError>;
  CommitDiscountErrorCode: CommitDiscountErrorCode;
  ReleaseDiscountInput: ReleaseDiscountInput;
  ReleaseDiscountPayload: ResolverTypeWrapper<ReleaseDiscountPayload>;
  ReleaseDiscountError: ResolverTypeWrapper<ReleaseDiscountError>;
  ReleaseDiscountErrorCode: ReleaseDiscountErrorCode;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  User: UserMapper;
  ID: Scalars['ID']['output'];
  Booking: BookingMapper;
  Mutation: Record<PropertyKey, never>;
  LoyaltyAccount: LoyaltyAccountMapper;
  Int: Scalars['Int']['output'];
  PointsOperationConnection: Omit<PointsOperationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PointsOperationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['PointsOperation']> };
  PointsOperationEdge: Omit<PointsOperationEdge, 'node'> & { node: ResolversParentTypes['PointsOperation'] };
  PointsOperation: PointsOperationMapper;
  ReserveDiscountInput: ReserveDiscountInput;
  ReserveDiscountPayload: ReserveDiscountPayload;
  DiscountReservation: DiscountReservation;
  ReserveDiscountError: ReserveDiscountError;
  CommitDiscountInput: CommitDiscountInput;
  CommitDiscountPayload: CommitDiscountPayload;
  CommitDiscountError: CommitDiscountError;
  ReleaseDiscountInput: ReleaseDiscountInput;
  ReleaseDiscountPayload: ReleaseDiscountPayload;
  ReleaseDiscountError: ReleaseDiscountError;
  String: Scalars['String']['output'];
};

export type AllowDirectiveArgs = {
  role: Scalars['String']['input'];
};

export type AllowDirectiveResolver<Result, Parent, ContextType = Context, Args = AllowDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  loyalty?: Resolver<Maybe<ResolversTypes['LoyaltyAccount']>, ParentType, ContextType>;
};

export type BookingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Booking'] = ResolversParentTypes['Booking']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reserveDiscount?: Resolver<ResolversTypes['ReserveDiscountPayload'], ParentType, ContextType, RequireFields<MutationReserveDiscountArgs, 'input'>>;
  commitDiscount?: Resolver<ResolversTypes['CommitDiscountPayload'], ParentType, ContextType, RequireFields<MutationCommitDiscountArgs, 'input'>>;
  releaseDiscount?: Resolver<ResolversTypes['ReleaseDiscountPayload'], ParentType, ContextType, RequireFields<MutationReleaseDiscountArgs, 'input'>>;
};

export type LoyaltyAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoyaltyAccount'] = ResolversParentTypes['LoyaltyAccount']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reservedPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owedPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['LoyaltyLevel'], ParentType, ContextType>;
  frozen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['PointsOperationConnection'], ParentType, ContextType, Partial<LoyaltyAccountOperationsArgs>>;
};

export type PointsOperationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PointsOperationConnection'] = ResolversParentTypes['PointsOperationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PointsOperationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PointsOperation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PointsOperationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PointsOperationEdge'] = ResolversParentTypes['PointsOperationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PointsOperation'], ParentType, ContextType>;
};

export type PointsOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PointsOperation'] = ResolversParentTypes['PointsOperation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PointsOperationKind'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
};

export type ReserveDiscountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveDiscountPayload'] = ResolversParentTypes['ReserveDiscountPayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['DiscountReservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReserveDiscountError']>, ParentType, ContextType>;
};

export type DiscountReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscountReservation'] = ResolversParentTypes['DiscountReservation']> = {
  bookingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ReserveDiscountErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveDiscountError'] = ResolversParentTypes['ReserveDiscountError']> = {
  code?: Resolver<ResolversTypes['ReserveDiscountErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type CommitDiscountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommitDiscountPayload'] = ResolversParentTypes['CommitDiscountPayload']> = {
  committed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CommitDiscountError']>, ParentType, ContextType>;
};

export type CommitDiscountErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommitDiscountError'] = ResolversParentTypes['CommitDiscountError']> = {
  code?: Resolver<ResolversTypes['CommitDiscountErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ReleaseDiscountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseDiscountPayload'] = ResolversParentTypes['ReleaseDiscountPayload']> = {
  released?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReleaseDiscountError']>, ParentType, ContextType>;
};

export type ReleaseDiscountErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseDiscountError'] = ResolversParentTypes['ReleaseDiscountError']> = {
  code?: Resolver<ResolversTypes['ReleaseDiscountErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Booking?: BookingResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  LoyaltyAccount?: LoyaltyAccountResolvers<ContextType>;
  PointsOperationConnection?: PointsOperationConnectionResolvers<ContextType>;
  PointsOperationEdge?: PointsOperationEdgeResolvers<ContextType>;
  PointsOperation?: PointsOperationResolvers<ContextType>;
  ReserveDiscountPayload?: ReserveDiscountPayloadResolvers<ContextType>;
  DiscountReservation?: DiscountReservationResolvers<ContextType>;
  ReserveDiscountError?: ReserveDiscountErrorResolvers<ContextType>;
  CommitDiscountPayload?: CommitDiscountPayloadResolvers<ContextType>;
  CommitDiscountError?: CommitDiscountErrorResolvers<ContextType>;
  ReleaseDiscountPayload?: ReleaseDiscountPayloadResolvers<ContextType>;
  ReleaseDiscountError?: ReleaseDiscountErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  allow?: AllowDirectiveResolver<any, any, ContextType>;
};

/** The resolvers that the schema needs: see Complete. */
export type CompleteResolvers<ContextType = Context> = import('@parterre/platform/graphql/complete-resolvers.ts').Complete<
  Resolvers<ContextType>,
  ResolversParentTypes
>;
