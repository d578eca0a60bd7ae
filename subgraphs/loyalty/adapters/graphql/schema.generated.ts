// Written by `npm run codegen` from subgraphs/loyalty/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserMapper, BookingMapper, LoyaltyAccountMapper, PointsOperationMapper, PromoCodeMapper, EventMapper, EventSeriesMapper, PriceZoneMapper, ServiceStatusMapper, ConsumerStatusMapper, DeadLetterMapper } from './mappers.ts';
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

/** Why a rule refused something. A mutation's error type lists those that it may answer. */
export type UserErrorCode =
  /** There is no such dead letter in this service; it may have been applied meanwhile. */
  | 'DEAD_LETTER_NOT_FOUND'
  /** A reason is needed, of at most 500 characters. */
  | 'INVALID_REASON'
  /** An amount is in another currency. */
  | 'CURRENCY_MISMATCH'
  /** There is no such event, or it is not yours. */
  | 'EVENT_NOT_FOUND'
  /** There is no such series, or it is not yours. */
  | 'EVENT_SERIES_NOT_FOUND'
  /** The event is not on sale. */
  | 'EVENT_NOT_ON_SALE'
  /** The loyalty account has fewer points than were to be spent. */
  | 'INSUFFICIENT_POINTS'
  /** An amount is no decimal, out of range, or has too many digits. */
  | 'INVALID_AMOUNT'
  /** The input does not make sense; `field` says where. */
  | 'INVALID_INPUT'
  /** The loyalty account is frozen, or is not there yet. */
  | 'LOYALTY_ACCOUNT_UNAVAILABLE'
  /** There is no such user who runs a venue, or it is not you. */
  | 'ORGANIZER_NOT_FOUND'
  /** The plan has no such price zone. */
  | 'PRICE_ZONE_NOT_FOUND'
  /** The buyer has used the promo code as often as one user may. */
  | 'PROMO_CODE_ALREADY_USED'
  /** What the promo code may take off in all is spent, or what is left of it is less than it would take off. */
  | 'PROMO_CODE_BUDGET_SPENT'
  /** The promo code has been taken out of use. */
  | 'PROMO_CODE_DEACTIVATED'
  /** The time in which the promo code is valid is over. */
  | 'PROMO_CODE_EXPIRED'
  /** The promo code is for a buyer's first booking only. */
  | 'PROMO_CODE_FIRST_BOOKING_ONLY'
  /** The promo code takes a higher loyalty level. */
  | 'PROMO_CODE_LEVEL_TOO_LOW'
  /** There is no such promo code, or it is not yours. */
  | 'PROMO_CODE_NOT_FOUND'
  /** The promo code is not for this event. */
  | 'PROMO_CODE_NOT_FOR_EVENT'
  /** The promo code is for other price zones than those of the places. */
  | 'PROMO_CODE_NOT_FOR_PLACES'
  /** The time in which the promo code is valid has not begun. */
  | 'PROMO_CODE_NOT_YET_VALID'
  /** There is a promo code of this text. */
  | 'PROMO_CODE_TAKEN'
  /** The places cost less than the promo code asks for. */
  | 'PROMO_CODE_TOTAL_TOO_LOW'
  /** The promo code has been used as often as it may be. */
  | 'PROMO_CODE_USED_UP'
  /** The event has no such seat. */
  | 'SEAT_NOT_FOUND'
  /** A section is not a standing section of this event. */
  | 'SECTION_NOT_FOUND'
  /** More points than half of the booking's price. */
  | 'TOO_MANY_POINTS'
  /** More places than one buyer may hold for this event. */
  | 'TOO_MANY_SEATS'
  /** The event has no such ticket type. */
  | 'TICKET_TYPE_NOT_FOUND'
  /** More of a ticket type than one booking may have, or without the type that it needs beside it; the message says which. */
  | 'TICKET_TYPE_RULES';

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

/** A show at a time, in a hall. */
export type Event = {
  readonly __typename?: 'Event';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** A show with a timetable, such as an excursion. Its slots are events: each is sold, changed and cancelled by itself. */
export type EventSeries = {
  readonly __typename?: 'EventSeries';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** Places that cost the same at an event. */
export type PriceZone = {
  readonly __typename?: 'PriceZone';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type Query = {
  readonly __typename?: 'Query';
  /** Promo codes, the newest first: those that the caller made; for an ADMIN all there are. For organizers. */
  readonly promoCodes?: Maybe<PromoCodeConnection>;
  /**
   * What places would cost the caller with a promo code and points: to the unit what `createBooking` then charges, as long
   * as nothing changes in between. Holds nothing and reserves nothing.
   */
  readonly quoteDiscount?: Maybe<DiscountQuote>;
  /** For the tickets subgraph: how many of the points that had paid for tickets would come back with them. */
  readonly refundedPoints: Scalars['Int']['output'];
  /**
   * The services of this installation, each of which answers for itself: one that is down is null, with an error, and the
   * others are there. For administrators.
   */
  readonly services?: Maybe<Services>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryPromoCodesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryQuoteDiscountArgs = {
  input: QuoteDiscountInput;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryRefundedPointsArgs = {
  input: RefundedPointsInput;
};

/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Makes a promo code that buyers can use from now on. An organizer's code holds for events that the organizer runs, and
   * for no other; an ADMIN's for every event. `eventIds`, `seriesIds` and `organizerIds` narrow that down: where any of them is
   * given, to the events that one of them names. `priceZoneIds` and the other rules narrow it further. For organizers.
   */
  readonly createPromoCode?: Maybe<CreatePromoCodePayload>;
  /**
   * Takes a promo code of the caller out of use, for good. Bookings that have it keep their discount. Its text is free for
   * another code from then on. Doing so again changes nothing. For organizers.
   */
  readonly deactivatePromoCode?: Maybe<DeactivatePromoCodePayload>;
  /**
   * Subgraphs only. Sets the discount of a booking aside before it is paid: the points that the buyer spends can be
   * spent for nothing else until the reservation is committed or released, and the use of a promo code is counted, and
   * its budget charged. One reservation for each bookingId; asked again it answers the same.
   */
  readonly reserveDiscount: ReserveDiscountPayload;
  /** Subgraphs only. Makes a reserved discount final. Asked again it answers the same. Causes PointsSpent. */
  readonly commitDiscount: CommitDiscountPayload;
  /**
   * Subgraphs only. Gives a reserved discount back. Releasing what was never reserved leaves a tombstone: a
   * reservation that comes late answers RESERVATION_ENDED.
   */
  readonly releaseDiscount: ReleaseDiscountPayload;
  /**
   * Tries a dead letter of the loyalty service again at once: the first one of its key, and then those behind it. It is tried
   * within a second or two, in whatever process; what came of it shows in the list. For administrators.
   */
  readonly retryLoyaltyDeadLetter?: Maybe<RetryDeadLetterPayload>;
  /**
   * Gives a dead letter of the loyalty service up: its fact is never applied by that consumer, and those behind it go on.
   * Cannot be undone. For administrators.
   */
  readonly dropLoyaltyDeadLetter?: Maybe<DropDeadLetterPayload>;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCreatePromoCodeArgs = {
  input: CreatePromoCodeInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationDeactivatePromoCodeArgs = {
  input: DeactivatePromoCodeInput;
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


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRetryLoyaltyDeadLetterArgs = {
  input: RetryDeadLetterInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationDropLoyaltyDeadLetterArgs = {
  input: DropDeadLetterInput;
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

/** A text that takes something off a booking, with its rules. Its organizer and an ADMIN see it. */
export type PromoCode = {
  readonly __typename?: 'PromoCode';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The text. Compared without case and without space around it, in Unicode's compatible form (NFKC). */
  readonly code: Scalars['String']['output'];
  /** Takes off this share of the places that it is for, 1 to 100; null where it does something else. */
  readonly percentOff?: Maybe<Scalars['Int']['output']>;
  /** Takes off this much in all, never more than the places cost that it is for; null where it does something else. */
  readonly amountOff?: Maybe<Money>;
  /** Sets the price of each place that it is for, and makes none dearer; null where it does something else. */
  readonly fixedPrice?: Maybe<Money>;
  /** From when on it is valid; null for from the beginning. */
  readonly validFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Until when it is valid, that moment excluded; null for without end. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Single events that it is for; null for none. Where `series` and `organizers` are null as well, it is for all that it can be
   * for.
   */
  readonly events?: Maybe<ReadonlyArray<Event>>;
  /** Series that it is for: for each of their slots, also one that is scheduled later. Null for none. */
  readonly series?: Maybe<ReadonlyArray<EventSeries>>;
  /** Organizers that it is for: for each of their events, also later ones. Null for none. */
  readonly organizers?: Maybe<ReadonlyArray<User>>;
  /** The price zones that it is for, as they were named when it was made; null for all. In another plan of an event it is for the zones of their keys. */
  readonly priceZones?: Maybe<ReadonlyArray<PriceZone>>;
  /** What a booking must cost at least without any discount; null for anything. */
  readonly minimumTotal?: Maybe<Money>;
  /** The loyalty level that a buyer needs; null for none. */
  readonly minimumLevel?: Maybe<LoyaltyLevel>;
  /** Whether it is for buyers who have no other booking that stands. */
  readonly firstBookingOnly: Scalars['Boolean']['output'];
  /** How often it can be used in all; null for without limit. */
  readonly maxUses?: Maybe<Scalars['Int']['output']>;
  /** How often one user can use it; null for without limit. */
  readonly maxUsesPerUser?: Maybe<Scalars['Int']['output']>;
  /** What it may take off in all; null for without limit. */
  readonly budget?: Maybe<Money>;
  /** Bookings that have it now: those that are paid, or wait for their payment, and are not refunded wholly. */
  readonly uses: Scalars['Int']['output'];
  /** What it takes off the tickets of these bookings that are not refunded. This is what counts against `budget`. */
  readonly discounted: Money;
  /** Whether it is in use: nobody has taken it out. Its other rules may keep buyers from it all the same. */
  readonly active: Scalars['Boolean']['output'];
  /** Who made it. */
  readonly createdBy?: Maybe<User>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** A page of promo codes. */
export type PromoCodeConnection = {
  readonly __typename?: 'PromoCodeConnection';
  /** The codes with their cursors. */
  readonly edges: ReadonlyArray<PromoCodeEdge>;
  /** The codes. */
  readonly nodes: ReadonlyArray<PromoCode>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A promo code and its place in the list. */
export type PromoCodeEdge = {
  readonly __typename?: 'PromoCodeEdge';
  /** Opaque; give it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The code. */
  readonly node: PromoCode;
};

/** A promo code to make: exactly one of `percentOff`, `amountOff` and `fixedPrice`, and rules, each of which may be left out. */
export type CreatePromoCodeInput = {
  /** The text that buyers type: 1 to 50 characters. No other code in use has it, whatever its case. */
  readonly code: Scalars['String']['input'];
  /** Takes off this share of the places that it is for, 1 to 100. */
  readonly percentOff?: InputMaybe<Scalars['Int']['input']>;
  /** Takes off this much in all, never more than the places cost that it is for. */
  readonly amountOff?: InputMaybe<MoneyInput>;
  /** Sets the price of each place that it is for, and makes none dearer. May be 0.00. */
  readonly fixedPrice?: InputMaybe<MoneyInput>;
  /** From when on it is valid. */
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Until when it is valid, that moment excluded. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * The events that it is for, at most 100: an organizer's own ones, for an ADMIN any. Given with `seriesIds` or `organizerIds`,
   * it is for what any of the lists names.
   */
  readonly eventIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /**
   * The series that it is for, at most 100: for each of their slots, also those that are scheduled later or moved. An organizer's
   * own ones, for an ADMIN any.
   */
  readonly seriesIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /**
   * The organizers that it is for, at most 100, each with a venue: for each of their events, also later ones. For an ADMIN; an
   * organizer can name nobody else, and need not.
   */
  readonly organizerIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The price zones that it is for, at most 100. Other places of the booking keep their price. An event that comes to another plan, or into another hall, takes it along for the zones of the same `key` there. */
  readonly priceZoneIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What a booking must cost at least, all its places, without any discount. */
  readonly minimumTotal?: InputMaybe<MoneyInput>;
  /** The loyalty level that a buyer needs at least. */
  readonly minimumLevel?: InputMaybe<LoyaltyLevel>;
  /** Whether it is for buyers alone who have no other booking that stands. False unless said. */
  readonly firstBookingOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** How often it can be used in all, from 1. */
  readonly maxUses?: InputMaybe<Scalars['Int']['input']>;
  /** How often one user can use it, from 1. */
  readonly maxUsesPerUser?: InputMaybe<Scalars['Int']['input']>;
  /** What it may take off in all. */
  readonly budget?: InputMaybe<MoneyInput>;
};

/** What became of a promo code to make. */
export type CreatePromoCodePayload = {
  readonly __typename?: 'CreatePromoCodePayload';
  /** The code; null when it was refused. */
  readonly promoCode?: Maybe<PromoCode>;
  /** Why not. Empty when all is well. */
  readonly userErrors: ReadonlyArray<CreatePromoCodeError>;
};

/** Why a promo code was not made. */
export type CreatePromoCodeError = UserError & {
  readonly __typename?: 'CreatePromoCodeError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `INVALID_AMOUNT`: An amount is no decimal, out of range, or has too many digits.
   * - `CURRENCY_MISMATCH`: An amount is not in the currency that everything is priced in.
   * - `EVENT_NOT_FOUND`: There is no such event, or it is not yours.
   * - `EVENT_SERIES_NOT_FOUND`: There is no such series, or it is not yours.
   * - `ORGANIZER_NOT_FOUND`: There is no such user who runs a venue, or it is not you.
   * - `PRICE_ZONE_NOT_FOUND`: There is no such price zone.
   * - `PROMO_CODE_TAKEN`: A code in use has this text.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Which promo code to take out of use. */
export type DeactivatePromoCodeInput = {
  /** The code, by its identifier. */
  readonly promoCodeId: Scalars['ID']['input'];
};

/** What became of a promo code to take out of use. */
export type DeactivatePromoCodePayload = {
  readonly __typename?: 'DeactivatePromoCodePayload';
  /** The code as it is now; null when it was refused. */
  readonly promoCode?: Maybe<PromoCode>;
  /** Why not. Empty when all is well. */
  readonly userErrors: ReadonlyArray<DeactivatePromoCodeError>;
};

/** Why a promo code was not taken out of use. */
export type DeactivatePromoCodeError = UserError & {
  readonly __typename?: 'DeactivatePromoCodeError';
  /**
   * The reason, for programs:
   * - `PROMO_CODE_NOT_FOUND`: There is no such promo code, or it is not yours.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Places of one event, and what to use for them. */
export type QuoteDiscountInput = {
  /** The event. */
  readonly eventId: Scalars['ID']['input'];
  /** The seats, each once. Together with the standing places at least one place, at most 100. */
  readonly seatIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Seats with their ticket types, beside those of `seatIds`, which have the event's first type. */
  readonly places?: InputMaybe<ReadonlyArray<PlaceInput>>;
  /** How many places in which standing sections, each section and ticket type once. */
  readonly standing?: InputMaybe<ReadonlyArray<StandingPlacesInput>>;
  /** A promo code; an empty one is none. */
  readonly promoCode?: InputMaybe<Scalars['String']['input']>;
  /** How many points to spend: 100 points pay one whole currency unit, up to half of the subtotal, and no more than the promo code leaves of it. */
  readonly spendPoints?: InputMaybe<Scalars['Int']['input']>;
};

/** How many places in a standing section. */
export type StandingPlacesInput = {
  /** The standing section. */
  readonly sectionId: Scalars['ID']['input'];
  /** How many places, 1 to 100. */
  readonly quantity: Scalars['Int']['input'];
  /** The ticket type of these places; the event's first unless given. */
  readonly ticketTypeId?: InputMaybe<Scalars['ID']['input']>;
};

/** A seat and its ticket type. */
export type PlaceInput = {
  /** The seat. */
  readonly seatId: Scalars['ID']['input'];
  /** A ticket type of the event; its first unless given. */
  readonly ticketTypeId?: InputMaybe<Scalars['ID']['input']>;
};

/** What places would cost. With any rejection `createBooking` would refuse the same, and there is no discount here. */
export type DiscountQuote = {
  readonly __typename?: 'DiscountQuote';
  /** Sum of the prices; null when the places have none, which a rejection says. */
  readonly subtotal?: Maybe<Money>;
  /** What promo code and points take off; null with the subtotal. */
  readonly discount?: Maybe<Money>;
  /** What is to be paid: subtotal less discount; null with the subtotal. */
  readonly total?: Maybe<Money>;
  /** Every reason why the promo code or the points cannot be used, or the places not be priced; those of the code first. Empty when all is well. */
  readonly rejections: ReadonlyArray<DiscountRejection>;
};

/** Why a discount cannot be had. */
export type DiscountRejection = UserError & {
  readonly __typename?: 'DiscountRejection';
  /**
   * The reason, for programs, in the words of `createBooking`:
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `EVENT_NOT_FOUND`: There is no such event.
   * - `EVENT_NOT_ON_SALE`: The event is not on sale.
   * - `SEAT_NOT_FOUND`: A seat is not one of this event.
   * - `SECTION_NOT_FOUND`: A section is not a standing section of this event.
   * - `TICKET_TYPE_NOT_FOUND`: The event has no such ticket type.
   * - `TICKET_TYPE_RULES`: More of a ticket type than one booking may have, or without the type that it needs beside it.
   * - `TOO_MANY_SEATS`: More places than one booking may have.
   * - `PROMO_CODE_NOT_FOUND`: There is no such promo code.
   * - `PROMO_CODE_DEACTIVATED`: The promo code has been taken out of use.
   * - `PROMO_CODE_NOT_YET_VALID`: The time in which the promo code is valid has not begun.
   * - `PROMO_CODE_EXPIRED`: The time in which the promo code is valid is over.
   * - `PROMO_CODE_NOT_FOR_EVENT`: The promo code is not for this event.
   * - `PROMO_CODE_NOT_FOR_PLACES`: The promo code is for other price zones than those of the places.
   * - `PROMO_CODE_TOTAL_TOO_LOW`: The places cost less than the promo code asks for.
   * - `PROMO_CODE_LEVEL_TOO_LOW`: The promo code takes a higher loyalty level.
   * - `PROMO_CODE_FIRST_BOOKING_ONLY`: The promo code is for a buyer's first booking only.
   * - `PROMO_CODE_USED_UP`: The promo code has been used as often as it may be.
   * - `PROMO_CODE_ALREADY_USED`: The buyer has used the promo code as often as one user may.
   * - `PROMO_CODE_BUDGET_SPENT`: What the promo code may take off in all is spent, or what is left of it is less than it
   *   would take off.
   * - `TOO_MANY_POINTS`: More points than half of the booking's price, or than the promo code leaves of it.
   * - `INSUFFICIENT_POINTS`: The loyalty account has fewer points than were to be spent.
   * - `LOYALTY_ACCOUNT_UNAVAILABLE`: The loyalty account is frozen.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

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
  /** How many points to spend, or null. 100 points pay one whole currency unit, up to half of the subtotal, and no more than the promo code leaves of it. */
  readonly spendPoints?: InputMaybe<Scalars['Int']['input']>;
  /** Who organizes the event; without it no code applies that is an organizer's, or for organizers. */
  readonly organizerId?: InputMaybe<Scalars['ID']['input']>;
  /** The places that make up the subtotal, at most 500; without them no code applies that is for some price zones. */
  readonly places?: InputMaybe<ReadonlyArray<PlaceToDiscountInput>>;
};

/** One place of a booking, as it is priced. */
export type PlaceToDiscountInput = {
  /** The price zone that it is in. */
  readonly priceZoneId: Scalars['ID']['input'];
  /** What it costs without a discount. */
  readonly price: MoneyInput;
  /** The ticket type that it is booked for, where there are any. */
  readonly ticketTypeId?: InputMaybe<Scalars['ID']['input']>;
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
  /** By how much each place costs less, in the order in which they were sent; empty when none were. They add up to `discount`. */
  readonly places: ReadonlyArray<PlaceDiscount>;
};

/** By how much one place costs less. */
export type PlaceDiscount = {
  readonly __typename?: 'PlaceDiscount';
  /** What the promo code takes off. */
  readonly promo: Money;
  /** What points pay. */
  readonly points: Money;
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
  /** The promo code has been taken out of use. */
  | 'PROMO_CODE_DEACTIVATED'
  /** The time in which the promo code is valid has not begun. */
  | 'PROMO_CODE_NOT_YET_VALID'
  /** The time in which the promo code is valid is over. */
  | 'PROMO_CODE_EXPIRED'
  /** The promo code is not for this event. */
  | 'PROMO_CODE_NOT_FOR_EVENT'
  /** The promo code is for other price zones than those of the places. */
  | 'PROMO_CODE_NOT_FOR_PLACES'
  /** The places cost less than the promo code asks for. */
  | 'PROMO_CODE_TOTAL_TOO_LOW'
  /** The promo code takes a higher loyalty level. */
  | 'PROMO_CODE_LEVEL_TOO_LOW'
  /** The promo code is for a buyer's first booking only. */
  | 'PROMO_CODE_FIRST_BOOKING_ONLY'
  /** The promo code has been used as often as it may be. */
  | 'PROMO_CODE_USED_UP'
  /** The buyer has used the promo code as often as one user may. */
  | 'PROMO_CODE_ALREADY_USED'
  /** What the promo code may take off in all is spent, or what is left of it is less than it would take off. */
  | 'PROMO_CODE_BUDGET_SPENT'
  /** The account has fewer points that are not set aside. */
  | 'INSUFFICIENT_POINTS'
  /** The user is blocked: no points can be spent. */
  | 'ACCOUNT_FROZEN'
  /** There can be no account of such a user. */
  | 'ACCOUNT_NOT_FOUND'
  /** The points would pay more than half of the subtotal, or than the promo code leaves of it. */
  | 'TOO_MANY_POINTS'
  /** The discount of this booking was released. */
  | 'RESERVATION_ENDED'
  /** A negative number of points, no proper subtotal or places, or another request than this booking's first one. */
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

/** Input of refundedPoints. */
export type RefundedPointsInput = {
  /** The booking. */
  readonly bookingId: Scalars['ID']['input'];
  /** What was taken off the price of the tickets. */
  readonly discount: MoneyInput;
  /** Of that, what points paid; null where it is not known. */
  readonly points?: InputMaybe<MoneyInput>;
  /** The share of what was paid that the refund policy gives back, 0 to 100. */
  readonly percent: Scalars['Int']['input'];
};

/** What each service has before it. Null, with an error, is one that does not answer. */
export type Services = {
  readonly __typename?: 'Services';
  /** Points and promo codes. */
  readonly loyalty?: Maybe<ServiceStatus>;
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
    | ( RetryDeadLetterError )
    | ( DropDeadLetterError )
    | ( CreatePromoCodeError )
    | ( DeactivatePromoCodeError )
    | ( DiscountRejection )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
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
  CurrencyCode: CurrencyCode;
  UserErrorCode: UserErrorCode;
  User: ResolverTypeWrapper<UserMapper>;
  Booking: ResolverTypeWrapper<BookingMapper>;
  Event: ResolverTypeWrapper<EventMapper>;
  EventSeries: ResolverTypeWrapper<EventSeriesMapper>;
  PriceZone: ResolverTypeWrapper<PriceZoneMapper>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  LoyaltyAccount: ResolverTypeWrapper<LoyaltyAccountMapper>;
  LoyaltyLevel: LoyaltyLevel;
  PointsOperationConnection: ResolverTypeWrapper<Omit<PointsOperationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PointsOperationEdge']>, nodes: ReadonlyArray<ResolversTypes['PointsOperation']> }>;
  PointsOperationEdge: ResolverTypeWrapper<Omit<PointsOperationEdge, 'node'> & { node: ResolversTypes['PointsOperation'] }>;
  PointsOperation: ResolverTypeWrapper<PointsOperationMapper>;
  PointsOperationKind: PointsOperationKind;
  PromoCode: ResolverTypeWrapper<PromoCodeMapper>;
  PromoCodeConnection: ResolverTypeWrapper<Omit<PromoCodeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PromoCodeEdge']>, nodes: ReadonlyArray<ResolversTypes['PromoCode']> }>;
  PromoCodeEdge: ResolverTypeWrapper<Omit<PromoCodeEdge, 'node'> & { node: ResolversTypes['PromoCode'] }>;
  CreatePromoCodeInput: CreatePromoCodeInput;
  CreatePromoCodePayload: ResolverTypeWrapper<Omit<CreatePromoCodePayload, 'promoCode'> & { promoCode?: Maybe<ResolversTypes['PromoCode']> }>;
  CreatePromoCodeError: ResolverTypeWrapper<CreatePromoCodeError>;
  DeactivatePromoCodeInput: DeactivatePromoCodeInput;
  DeactivatePromoCodePayload: ResolverTypeWrapper<Omit<DeactivatePromoCodePayload, 'promoCode'> & { promoCode?: Maybe<ResolversTypes['PromoCode']> }>;
  DeactivatePromoCodeError: ResolverTypeWrapper<DeactivatePromoCodeError>;
  QuoteDiscountInput: QuoteDiscountInput;
  StandingPlacesInput: StandingPlacesInput;
  PlaceInput: PlaceInput;
  DiscountQuote: ResolverTypeWrapper<DiscountQuote>;
  DiscountRejection: ResolverTypeWrapper<DiscountRejection>;
  ReserveDiscountInput: ReserveDiscountInput;
  PlaceToDiscountInput: PlaceToDiscountInput;
  ReserveDiscountPayload: ResolverTypeWrapper<ReserveDiscountPayload>;
  DiscountReservation: ResolverTypeWrapper<DiscountReservation>;
  PlaceDiscount: ResolverTypeWrapper<PlaceDiscount>;
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
  RefundedPointsInput: RefundedPointsInput;
  Services: ResolverTypeWrapper<Omit<Services, 'loyalty'> & { loyalty?: Maybe<ResolversTypes['ServiceStatus']> }>;
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
  User: UserMapper;
  Booking: BookingMapper;
  Event: EventMapper;
  EventSeries: EventSeriesMapper;
  PriceZone: PriceZoneMapper;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  LoyaltyAccount: LoyaltyAccountMapper;
  PointsOperationConnection: Omit<PointsOperationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PointsOperationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['PointsOperation']> };
  PointsOperationEdge: Omit<PointsOperationEdge, 'node'> & { node: ResolversParentTypes['PointsOperation'] };
  PointsOperation: PointsOperationMapper;
  PromoCode: PromoCodeMapper;
  PromoCodeConnection: Omit<PromoCodeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PromoCodeEdge']>, nodes: ReadonlyArray<ResolversParentTypes['PromoCode']> };
  PromoCodeEdge: Omit<PromoCodeEdge, 'node'> & { node: ResolversParentTypes['PromoCode'] };
  CreatePromoCodeInput: CreatePromoCodeInput;
  CreatePromoCodePayload: Omit<CreatePromoCodePayload, 'promoCode'> & { promoCode?: Maybe<ResolversParentTypes['PromoCode']> };
  CreatePromoCodeError: CreatePromoCodeError;
  DeactivatePromoCodeInput: DeactivatePromoCodeInput;
  DeactivatePromoCodePayload: Omit<DeactivatePromoCodePayload, 'promoCode'> & { promoCode?: Maybe<ResolversParentTypes['PromoCode']> };
  DeactivatePromoCodeError: DeactivatePromoCodeError;
  QuoteDiscountInput: QuoteDiscountInput;
  StandingPlacesInput: StandingPlacesInput;
  PlaceInput: PlaceInput;
  DiscountQuote: DiscountQuote;
  DiscountRejection: DiscountRejection;
  ReserveDiscountInput: ReserveDiscountInput;
  PlaceToDiscountInput: PlaceToDiscountInput;
  ReserveDiscountPayload: ReserveDiscountPayload;
  DiscountReservation: DiscountReservation;
  PlaceDiscount: PlaceDiscount;
  ReserveDiscountError: ReserveDiscountError;
  CommitDiscountInput: CommitDiscountInput;
  CommitDiscountPayload: CommitDiscountPayload;
  CommitDiscountError: CommitDiscountError;
  ReleaseDiscountInput: ReleaseDiscountInput;
  ReleaseDiscountPayload: ReleaseDiscountPayload;
  ReleaseDiscountError: ReleaseDiscountError;
  RefundedPointsInput: RefundedPointsInput;
  Services: Omit<Services, 'loyalty'> & { loyalty?: Maybe<ResolversParentTypes['ServiceStatus']> };
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

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'RetryDeadLetterError' | 'DropDeadLetterError' | 'CreatePromoCodeError' | 'DeactivatePromoCodeError' | 'DiscountRejection', ParentType, ContextType>;
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

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  loyalty?: Resolver<Maybe<ResolversTypes['LoyaltyAccount']>, ParentType, ContextType>;
};

export type BookingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Booking'] = ResolversParentTypes['Booking']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EventSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSeries'] = ResolversParentTypes['EventSeries']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PriceZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceZone'] = ResolversParentTypes['PriceZone']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  promoCodes?: Resolver<Maybe<ResolversTypes['PromoCodeConnection']>, ParentType, ContextType, Partial<QueryPromoCodesArgs>>;
  quoteDiscount?: Resolver<Maybe<ResolversTypes['DiscountQuote']>, ParentType, ContextType, RequireFields<QueryQuoteDiscountArgs, 'input'>>;
  refundedPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<QueryRefundedPointsArgs, 'input'>>;
  services?: Resolver<Maybe<ResolversTypes['Services']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createPromoCode?: Resolver<Maybe<ResolversTypes['CreatePromoCodePayload']>, ParentType, ContextType, RequireFields<MutationCreatePromoCodeArgs, 'input'>>;
  deactivatePromoCode?: Resolver<Maybe<ResolversTypes['DeactivatePromoCodePayload']>, ParentType, ContextType, RequireFields<MutationDeactivatePromoCodeArgs, 'input'>>;
  reserveDiscount?: Resolver<ResolversTypes['ReserveDiscountPayload'], ParentType, ContextType, RequireFields<MutationReserveDiscountArgs, 'input'>>;
  commitDiscount?: Resolver<ResolversTypes['CommitDiscountPayload'], ParentType, ContextType, RequireFields<MutationCommitDiscountArgs, 'input'>>;
  releaseDiscount?: Resolver<ResolversTypes['ReleaseDiscountPayload'], ParentType, ContextType, RequireFields<MutationReleaseDiscountArgs, 'input'>>;
  retryLoyaltyDeadLetter?: Resolver<Maybe<ResolversTypes['RetryDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationRetryLoyaltyDeadLetterArgs, 'input'>>;
  dropLoyaltyDeadLetter?: Resolver<Maybe<ResolversTypes['DropDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationDropLoyaltyDeadLetterArgs, 'input'>>;
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

export type PromoCodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromoCode'] = ResolversParentTypes['PromoCode']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  percentOff?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  amountOff?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  fixedPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  events?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Event']>>, ParentType, ContextType>;
  series?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EventSeries']>>, ParentType, ContextType>;
  organizers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType>;
  priceZones?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PriceZone']>>, ParentType, ContextType>;
  minimumTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  minimumLevel?: Resolver<Maybe<ResolversTypes['LoyaltyLevel']>, ParentType, ContextType>;
  firstBookingOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maxUses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxUsesPerUser?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  budget?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  discounted?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PromoCodeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromoCodeConnection'] = ResolversParentTypes['PromoCodeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PromoCodeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PromoCode']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PromoCodeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromoCodeEdge'] = ResolversParentTypes['PromoCodeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PromoCode'], ParentType, ContextType>;
};

export type CreatePromoCodePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePromoCodePayload'] = ResolversParentTypes['CreatePromoCodePayload']> = {
  promoCode?: Resolver<Maybe<ResolversTypes['PromoCode']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreatePromoCodeError']>, ParentType, ContextType>;
};

export type CreatePromoCodeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePromoCodeError'] = ResolversParentTypes['CreatePromoCodeError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeactivatePromoCodePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeactivatePromoCodePayload'] = ResolversParentTypes['DeactivatePromoCodePayload']> = {
  promoCode?: Resolver<Maybe<ResolversTypes['PromoCode']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DeactivatePromoCodeError']>, ParentType, ContextType>;
};

export type DeactivatePromoCodeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeactivatePromoCodeError'] = ResolversParentTypes['DeactivatePromoCodeError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DiscountQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscountQuote'] = ResolversParentTypes['DiscountQuote']> = {
  subtotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  discount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  rejections?: Resolver<ReadonlyArray<ResolversTypes['DiscountRejection']>, ParentType, ContextType>;
};

export type DiscountRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscountRejection'] = ResolversParentTypes['DiscountRejection']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReserveDiscountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveDiscountPayload'] = ResolversParentTypes['ReserveDiscountPayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['DiscountReservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReserveDiscountError']>, ParentType, ContextType>;
};

export type DiscountReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscountReservation'] = ResolversParentTypes['DiscountReservation']> = {
  bookingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  places?: Resolver<ReadonlyArray<ResolversTypes['PlaceDiscount']>, ParentType, ContextType>;
};

export type PlaceDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceDiscount'] = ResolversParentTypes['PlaceDiscount']> = {
  promo?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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

export type ServicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Services'] = ResolversParentTypes['Services']> = {
  loyalty?: Resolver<Maybe<ResolversTypes['ServiceStatus']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
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
  User?: UserResolvers<ContextType>;
  Booking?: BookingResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventSeries?: EventSeriesResolvers<ContextType>;
  PriceZone?: PriceZoneResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  LoyaltyAccount?: LoyaltyAccountResolvers<ContextType>;
  PointsOperationConnection?: PointsOperationConnectionResolvers<ContextType>;
  PointsOperationEdge?: PointsOperationEdgeResolvers<ContextType>;
  PointsOperation?: PointsOperationResolvers<ContextType>;
  PromoCode?: PromoCodeResolvers<ContextType>;
  PromoCodeConnection?: PromoCodeConnectionResolvers<ContextType>;
  PromoCodeEdge?: PromoCodeEdgeResolvers<ContextType>;
  CreatePromoCodePayload?: CreatePromoCodePayloadResolvers<ContextType>;
  CreatePromoCodeError?: CreatePromoCodeErrorResolvers<ContextType>;
  DeactivatePromoCodePayload?: DeactivatePromoCodePayloadResolvers<ContextType>;
  DeactivatePromoCodeError?: DeactivatePromoCodeErrorResolvers<ContextType>;
  DiscountQuote?: DiscountQuoteResolvers<ContextType>;
  DiscountRejection?: DiscountRejectionResolvers<ContextType>;
  ReserveDiscountPayload?: ReserveDiscountPayloadResolvers<ContextType>;
  DiscountReservation?: DiscountReservationResolvers<ContextType>;
  PlaceDiscount?: PlaceDiscountResolvers<ContextType>;
  ReserveDiscountError?: ReserveDiscountErrorResolvers<ContextType>;
  CommitDiscountPayload?: CommitDiscountPayloadResolvers<ContextType>;
  CommitDiscountError?: CommitDiscountErrorResolvers<ContextType>;
  ReleaseDiscountPayload?: ReleaseDiscountPayloadResolvers<ContextType>;
  ReleaseDiscountError?: ReleaseDiscountErrorResolvers<ContextType>;
  Services?: ServicesResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  allow?: AllowDirectiveResolver<any, any, ContextType>;
};

/** The resolvers that the schema needs: see Complete. */
export type CompleteResolvers<ContextType = Context> = import('@parterre/platform/graphql/complete-resolvers.ts').Complete<
  Resolvers<ContextType>,
  ResolversParentTypes
>;
