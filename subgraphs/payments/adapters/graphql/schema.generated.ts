// Written by `npm run codegen` from subgraphs/payments/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserMapper, BookingMapper, WalletMapper, WalletTransactionMapper, PaymentMapper, ServiceStatusMapper, ConsumerStatusMapper, DeadLetterMapper } from './mappers.ts';
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
  /** The wallet would hold more than ten of the largest amounts: 100000000.00 EUR, 10000000000 JPY. */
  | 'BALANCE_LIMIT_EXCEEDED'
  /** An amount is in another currency. */
  | 'CURRENCY_MISMATCH'
  /** The key came before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** An amount is no decimal, out of range, or has too many digits. */
  | 'INVALID_AMOUNT'
  /** The key is empty or longer than 200 characters. */
  | 'INVALID_IDEMPOTENCY_KEY'
  /** The payment provider takes no such payment: the amount is too small, or it does not know the currency. */
  | 'PROVIDER_REFUSED'
  /** The user is blocked: the wallet takes and pays nothing new. */
  | 'WALLET_FROZEN';

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
   * The user's wallet. Only the user and an ADMIN may see it: FORBIDDEN for anybody else. A wallet is opened
   * when the user registers, so it is there from the first moment, empty.
   */
  readonly wallet?: Maybe<Wallet>;
};

/** A buyer's agreement with the seller, from the hold to the tickets. */
export type Booking = {
  readonly __typename?: 'Booking';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type Query = {
  readonly __typename?: 'Query';
  /** A payment by its id. Null when there is none, and when it is somebody else's and you are no ADMIN. */
  readonly payment?: Maybe<Payment>;
  /**
   * The services of this installation, each of which answers for itself: one that is down is null, with an error, and the
   * others are there. For administrators.
   */
  readonly services?: Maybe<Services>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};

/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Puts money into the caller's own wallet. Where payments go through a provider, `redirectUrl` is its page, open for a
   * day, and the wallet is credited when the provider says that it was paid (`walletChanged` tells); a demo's money is
   * free and there at once. The same `idempotencyKey` with the same input gives back the first outcome, the same page
   * included, and moves nothing a second time. Causes the fact WalletToppedUp when the money is there.
   */
  readonly topUpWallet?: Maybe<TopUpWalletPayload>;
  /**
   * For the gateway, which hands on what a payment provider sends. Believed for its signature, whoever asks. The same
   * message again, or an older one, changes nothing. Causes WalletToppedUp when a top-up was paid.
   */
  readonly receiveProviderMessage: ReceiveProviderMessagePayload;
  /**
   * Subgraphs only. Sets money of the payer aside for one attempt to pay a booking. One answer for each
   * (bookingId, attempt), a decline included: to try again, count the attempt up. Causes PaymentAuthorized, or
   * PaymentFailed when declined.
   */
  readonly authorizePayment: AuthorizePaymentPayload;
  /**
   * Subgraphs only. Makes an authorized payment final: what was set aside goes to the seller. Asked again it answers
   * the same. Causes PaymentSucceeded.
   */
  readonly capturePayment: CapturePaymentPayload;
  /**
   * Subgraphs only. Gives back what was set aside. Voiding what was never authorized leaves a tombstone: an
   * authorization that comes late answers PAYMENT_VOIDED. Causes PaymentFailed when money had been set aside.
   */
  readonly voidPayment: VoidPaymentPayload;
  /**
   * Subgraphs only. Pays part or all of a booking's captured payment back to the payer's wallet, also while the
   * payer is blocked. One effect for each refundId. Causes PaymentRefunded.
   */
  readonly refundPayment: RefundPaymentPayload;
  /**
   * Tries a dead letter of the payments service again at once: the first one of its key, and then those behind it. It is tried
   * within a second or two, in whatever process; what came of it shows in the list. For administrators.
   */
  readonly retryPaymentsDeadLetter?: Maybe<RetryDeadLetterPayload>;
  /**
   * Gives a dead letter of the payments service up: its fact is never applied by that consumer, and those behind it go on.
   * Cannot be undone. For administrators.
   */
  readonly dropPaymentsDeadLetter?: Maybe<DropDeadLetterPayload>;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationTopUpWalletArgs = {
  input: TopUpWalletInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationReceiveProviderMessageArgs = {
  input: ReceiveProviderMessageInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationAuthorizePaymentArgs = {
  input: AuthorizePaymentInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCapturePaymentArgs = {
  input: CapturePaymentInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationVoidPaymentArgs = {
  input: VoidPaymentInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRefundPaymentArgs = {
  input: RefundPaymentInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRetryPaymentsDeadLetterArgs = {
  input: RetryDeadLetterInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationDropPaymentsDeadLetterArgs = {
  input: DropDeadLetterInput;
};

/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * The caller's own wallet, now and after every change of its money: a top-up, money set aside, captured or given
   * back, a refund. The first message is its present state. With `since` the first message comes only when something
   * has changed after that cursor; several changes that were missed come as one message, the present state.
   */
  readonly walletChanged?: Maybe<Wallet>;
};


/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type SubscriptionWalletChangedArgs = {
  since?: InputMaybe<Scalars['String']['input']>;
};

/** A user's prepaid money, in the currency that everything is priced in. */
export type Wallet = {
  readonly __typename?: 'Wallet';
  /** Identifier of the wallet. */
  readonly id: Scalars['ID']['output'];
  /** What can be spent now. Never below zero. */
  readonly available: Money;
  /** What is set aside for payments that are not captured yet. Never below zero. */
  readonly pending: Money;
  /** What moved the wallet, newest first. */
  readonly transactions: WalletTransactionConnection;
};


/** A user's prepaid money, in the currency that everything is priced in. */
export type WalletTransactionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of a wallet's transactions. */
export type WalletTransactionConnection = {
  readonly __typename?: 'WalletTransactionConnection';
  /** The transactions with their cursors. */
  readonly edges: ReadonlyArray<WalletTransactionEdge>;
  /** The transactions. */
  readonly nodes: ReadonlyArray<WalletTransaction>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A transaction and its place in the list. */
export type WalletTransactionEdge = {
  readonly __typename?: 'WalletTransactionEdge';
  /** Opaque; give it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The transaction. */
  readonly node: WalletTransaction;
};

/**
 * One line of a wallet's statement. The amounts of all lines that are not VOIDED sum to the wallet's available
 * balance.
 */
export type WalletTransaction = {
  readonly __typename?: 'WalletTransaction';
  /** Identifier of the transaction. */
  readonly id: Scalars['ID']['output'];
  /** Why money moved. */
  readonly kind: WalletTransactionKind;
  /** Whether it is final. */
  readonly status: WalletTransactionStatus;
  /** What it adds to the available balance: below zero for a payment. */
  readonly amount: Money;
  /** When the money first moved. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The payment that it belongs to; null for a top-up. */
  readonly payment?: Maybe<Payment>;
};

/** Why money moved. */
export type WalletTransactionKind =
  /** The user put money in. */
  | 'TOP_UP'
  /** A booking was paid, or is being paid. */
  | 'PAYMENT'
  /** Money of a payment came back. */
  | 'REFUND';

/** Whether a transaction is final. */
export type WalletTransactionStatus =
  /** Set aside, and not final: it becomes POSTED or VOIDED. */
  | 'PENDING'
  /** Final. */
  | 'POSTED'
  /** Given back before it became final; it moves nothing. */
  | 'VOIDED';

/** One attempt to pay a booking from a wallet. Only the payer and an ADMIN see it. */
export type Payment = {
  readonly __typename?: 'Payment';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** How far it got. */
  readonly status: PaymentStatus;
  /** What was asked for. */
  readonly amount: Money;
  /** What has come back of it so far; at most `amount`. */
  readonly refunded: Money;
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The booking that it pays. */
  readonly booking?: Maybe<Booking>;
};

/** How far a payment got. */
export type PaymentStatus =
  /** The money is set aside. */
  | 'AUTHORIZED'
  /** The seller has the money. Refunds show in `refunded`. */
  | 'CAPTURED'
  /** What was set aside went back before it was captured. */
  | 'VOIDED'
  /** Refused; no money moved. */
  | 'DECLINED';

/** Input of topUpWallet. */
export type TopUpWalletInput = {
  /**
   * Above zero, in the wallet's currency, and at most a thousand million of its smallest coin in use: 10000000.00 EUR,
   * 1000000000 JPY, 1000000.000 KWD.
   */
  readonly amount: MoneyInput;
  /** Names this attempt, 1 to 200 characters: repeat it to retry safely. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** Outcome of topUpWallet. */
export type TopUpWalletPayload = {
  readonly __typename?: 'TopUpWalletPayload';
  /** The wallet as it is now: without the money while that is still to be paid. Null when the top-up was refused. */
  readonly wallet?: Maybe<Wallet>;
  /** The page of a payment provider on which the user pays; null where the money is in the wallet already. */
  readonly redirectUrl?: Maybe<Scalars['String']['output']>;
  /** Why the top-up was refused; empty when it worked. */
  readonly userErrors: ReadonlyArray<TopUpWalletError>;
};

/** Why topUpWallet said no. */
export type TopUpWalletError = UserError & {
  readonly __typename?: 'TopUpWalletError';
  /**
   * The reason, for programs:
   * - `INVALID_AMOUNT`: Not a decimal, not above zero, or more than one top-up may be.
   * - `CURRENCY_MISMATCH`: The wallet is kept in another currency.
   * - `BALANCE_LIMIT_EXCEEDED`: The wallet would hold more than ten of the largest amounts.
   * - `WALLET_FROZEN`: The user is blocked: nothing new comes in.
   * - `PROVIDER_REFUSED`: The payment provider takes no such payment.
   * - `INVALID_IDEMPOTENCY_KEY`: The key is empty or longer than 200 characters.
   * - `IDEMPOTENCY_KEY_REUSED`: The key was used with another input.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Input of receiveProviderMessage. */
export type ReceiveProviderMessageInput = {
  /** The body of the request, as it came. */
  readonly text: Scalars['String']['input'];
  /** The header that signs it; empty when there was none. */
  readonly signature: Scalars['String']['input'];
};

/** Outcome of receiveProviderMessage. */
export type ReceiveProviderMessagePayload = {
  readonly __typename?: 'ReceiveProviderMessagePayload';
  /** Why the message was not taken; empty when it was. */
  readonly userErrors: ReadonlyArray<ReceiveProviderMessageError>;
};

/** Why receiveProviderMessage said no. */
export type ReceiveProviderMessageError = {
  readonly __typename?: 'ReceiveProviderMessageError';
  /** For programs. */
  readonly code: ReceiveProviderMessageErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why receiveProviderMessage said no. */
export type ReceiveProviderMessageErrorCode =
  /** Not signed by the provider, or too long ago. */
  | 'INVALID_SIGNATURE'
  /** This server has no payment provider. */
  | 'NO_PROVIDER'
  /** It is about a top-up that is not there: of another server, or of days that a backup does not have. */
  | 'TOP_UP_NOT_FOUND';

/** A payment as subgraphs see it. */
export type AuthorizedPayment = {
  readonly __typename?: 'AuthorizedPayment';
  /** Identifier of the payment. */
  readonly id: Scalars['ID']['output'];
  /** AUTHORIZED, CAPTURED, VOIDED or DECLINED. */
  readonly status: Scalars['String']['output'];
};

/** Input of authorizePayment. */
export type AuthorizePaymentInput = {
  /** The booking to pay. */
  readonly bookingId: Scalars['ID']['input'];
  /** Counts the attempts to pay this booking, from 1. */
  readonly attempt: Scalars['Int']['input'];
  /** Who pays. */
  readonly userId: Scalars['ID']['input'];
  /** What is to be set aside. */
  readonly amount: MoneyInput;
};

/** Outcome of authorizePayment. */
export type AuthorizePaymentPayload = {
  readonly __typename?: 'AuthorizePaymentPayload';
  /** The payment; null when it was refused. */
  readonly payment?: Maybe<AuthorizedPayment>;
  /** Why it was refused; empty when the money is set aside. */
  readonly userErrors: ReadonlyArray<AuthorizePaymentError>;
};

/** Why authorizePayment said no. */
export type AuthorizePaymentError = {
  readonly __typename?: 'AuthorizePaymentError';
  /** For programs. */
  readonly code: AuthorizePaymentErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why authorizePayment said no. */
export type AuthorizePaymentErrorCode =
  /** The wallet has less than the amount available. Remembered for this attempt. */
  | 'INSUFFICIENT_FUNDS'
  /** The user has no wallet. Remembered for this attempt. */
  | 'WALLET_NOT_FOUND'
  /** The user is blocked. Remembered for this attempt. */
  | 'WALLET_FROZEN'
  /** The wallet is kept in another currency. Remembered for this attempt. */
  | 'CURRENCY_MISMATCH'
  /** This attempt was voided, before or after it was authorized. */
  | 'PAYMENT_VOIDED'
  /** Not above zero, too much, or not what this attempt asked for the first time. */
  | 'INVALID_AMOUNT';

/** Input of capturePayment. */
export type CapturePaymentInput = {
  /** The booking that is paid. */
  readonly bookingId: Scalars['ID']['input'];
  /** The attempt that was authorized. */
  readonly attempt: Scalars['Int']['input'];
};

/** Outcome of capturePayment. */
export type CapturePaymentPayload = {
  readonly __typename?: 'CapturePaymentPayload';
  /** The payment, captured; null when that was refused. */
  readonly payment?: Maybe<AuthorizedPayment>;
  /** Why it was refused; empty when the money is the seller's. */
  readonly userErrors: ReadonlyArray<CapturePaymentError>;
};

/** Why capturePayment said no. */
export type CapturePaymentError = {
  readonly __typename?: 'CapturePaymentError';
  /** For programs. */
  readonly code: CapturePaymentErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why capturePayment said no. */
export type CapturePaymentErrorCode =
  /** This attempt was never authorized, or was declined. */
  | 'PAYMENT_NOT_FOUND'
  /** This attempt was voided. */
  | 'PAYMENT_VOIDED';

/** Input of voidPayment. */
export type VoidPaymentInput = {
  /** The booking that is not paid after all. */
  readonly bookingId: Scalars['ID']['input'];
  /** The attempt to void. */
  readonly attempt: Scalars['Int']['input'];
  /** Whose attempt. */
  readonly userId: Scalars['ID']['input'];
};

/** Outcome of voidPayment. */
export type VoidPaymentPayload = {
  readonly __typename?: 'VoidPaymentPayload';
  /** The payment, which holds no money any more; null when that was refused. */
  readonly payment?: Maybe<AuthorizedPayment>;
  /** Why it was refused; empty when no money is set aside. */
  readonly userErrors: ReadonlyArray<VoidPaymentError>;
};

/** Why voidPayment said no. */
export type VoidPaymentError = {
  readonly __typename?: 'VoidPaymentError';
  /** For programs. */
  readonly code: VoidPaymentErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why voidPayment said no. */
export type VoidPaymentErrorCode =
  /** It is captured: refund it instead. */
  | 'PAYMENT_CAPTURED';

/** Input of refundPayment. */
export type RefundPaymentInput = {
  /** The booking whose payment is paid back. */
  readonly bookingId: Scalars['ID']['input'];
  /** Names this refund: asked again it moves nothing a second time. */
  readonly refundId: Scalars['ID']['input'];
  /** What goes back; at most what was captured less what already went back. */
  readonly amount: MoneyInput;
};

/** Outcome of refundPayment. */
export type RefundPaymentPayload = {
  readonly __typename?: 'RefundPaymentPayload';
  /** The payment; null when the refund was refused. */
  readonly payment?: Maybe<AuthorizedPayment>;
  /** Why it was refused; empty when the money went back. */
  readonly userErrors: ReadonlyArray<RefundPaymentError>;
};

/** Why refundPayment said no. */
export type RefundPaymentError = {
  readonly __typename?: 'RefundPaymentError';
  /** For programs. */
  readonly code: RefundPaymentErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why refundPayment said no. */
export type RefundPaymentErrorCode =
  /** The booking has no captured payment. */
  | 'PAYMENT_NOT_FOUND'
  /** More than is left of the payment. */
  | 'REFUND_EXCEEDS_PAYMENT'
  /** Not above zero, another currency than the payment's, or not what this refund asked for the first time. */
  | 'INVALID_AMOUNT';

/** What each service has before it. Null, with an error, is one that does not answer. */
export type Services = {
  readonly __typename?: 'Services';
  /** Wallets and the ledger. */
  readonly payments?: Maybe<ServiceStatus>;
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
  Payment: Payment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Payment:
    ( { __typename: 'Payment' }
    & GraphQLRecursivePick<FederationTypes['Payment'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( RetryDeadLetterError )
    | ( DropDeadLetterError )
    | ( TopUpWalletError )
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
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Wallet: ResolverTypeWrapper<WalletMapper>;
  WalletTransactionConnection: ResolverTypeWrapper<Omit<WalletTransactionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['WalletTransactionEdge']>, nodes: ReadonlyArray<ResolversTypes['WalletTransaction']> }>;
  WalletTransactionEdge: ResolverTypeWrapper<Omit<WalletTransactionEdge, 'node'> & { node: ResolversTypes['WalletTransaction'] }>;
  WalletTransaction: ResolverTypeWrapper<WalletTransactionMapper>;
  WalletTransactionKind: WalletTransactionKind;
  WalletTransactionStatus: WalletTransactionStatus;
  Payment: ResolverTypeWrapper<PaymentMapper>;
  PaymentStatus: PaymentStatus;
  TopUpWalletInput: TopUpWalletInput;
  TopUpWalletPayload: ResolverTypeWrapper<Omit<TopUpWalletPayload, 'wallet'> & { wallet?: Maybe<ResolversTypes['Wallet']> }>;
  TopUpWalletError: ResolverTypeWrapper<TopUpWalletError>;
  ReceiveProviderMessageInput: ReceiveProviderMessageInput;
  ReceiveProviderMessagePayload: ResolverTypeWrapper<ReceiveProviderMessagePayload>;
  ReceiveProviderMessageError: ResolverTypeWrapper<ReceiveProviderMessageError>;
  ReceiveProviderMessageErrorCode: ReceiveProviderMessageErrorCode;
  AuthorizedPayment: ResolverTypeWrapper<AuthorizedPayment>;
  AuthorizePaymentInput: AuthorizePaymentInput;
  AuthorizePaymentPayload: ResolverTypeWrapper<AuthorizePaymentPayload>;
  AuthorizePaymentError: ResolverTypeWrapper<AuthorizePaymentError>;
  AuthorizePaymentErrorCode: AuthorizePaymentErrorCode;
  CapturePaymentInput: CapturePaymentInput;
  CapturePaymentPayload: ResolverTypeWrapper<CapturePaymentPayload>;
  CapturePaymentError: ResolverTypeWrapper<CapturePaymentError>;
  CapturePaymentErrorCode: CapturePaymentErrorCode;
  VoidPaymentInput: VoidPaymentInput;
  VoidPaymentPayload: ResolverTypeWrapper<VoidPaymentPayload>;
  VoidPaymentError: ResolverTypeWrapper<VoidPaymentError>;
  VoidPaymentErrorCode: VoidPaymentErrorCode;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentPayload: ResolverTypeWrapper<RefundPaymentPayload>;
  RefundPaymentError: ResolverTypeWrapper<RefundPaymentError>;
  RefundPaymentErrorCode: RefundPaymentErrorCode;
  Services: ResolverTypeWrapper<Omit<Services, 'payments'> & { payments?: Maybe<ResolversTypes['ServiceStatus']> }>;
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
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  Wallet: WalletMapper;
  WalletTransactionConnection: Omit<WalletTransactionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['WalletTransactionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['WalletTransaction']> };
  WalletTransactionEdge: Omit<WalletTransactionEdge, 'node'> & { node: ResolversParentTypes['WalletTransaction'] };
  WalletTransaction: WalletTransactionMapper;
  Payment: PaymentMapper;
  TopUpWalletInput: TopUpWalletInput;
  TopUpWalletPayload: Omit<TopUpWalletPayload, 'wallet'> & { wallet?: Maybe<ResolversParentTypes['Wallet']> };
  TopUpWalletError: TopUpWalletError;
  ReceiveProviderMessageInput: ReceiveProviderMessageInput;
  ReceiveProviderMessagePayload: ReceiveProviderMessagePayload;
  ReceiveProviderMessageError: ReceiveProviderMessageError;
  AuthorizedPayment: AuthorizedPayment;
  AuthorizePaymentInput: AuthorizePaymentInput;
  AuthorizePaymentPayload: AuthorizePaymentPayload;
  AuthorizePaymentError: AuthorizePaymentError;
  CapturePaymentInput: CapturePaymentInput;
  CapturePaymentPayload: CapturePaymentPayload;
  CapturePaymentError: CapturePaymentError;
  VoidPaymentInput: VoidPaymentInput;
  VoidPaymentPayload: VoidPaymentPayload;
  VoidPaymentError: VoidPaymentError;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentPayload: RefundPaymentPayload;
  RefundPaymentError: RefundPaymentError;
  Services: Omit<Services, 'payments'> & { payments?: Maybe<ResolversParentTypes['ServiceStatus']> };
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
  __resolveType: TypeResolveFn<'RetryDeadLetterError' | 'DropDeadLetterError' | 'TopUpWalletError', ParentType, ContextType>;
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
  wallet?: Resolver<Maybe<ResolversTypes['Wallet']>, ParentType, ContextType>;
};

export type BookingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Booking'] = ResolversParentTypes['Booking']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentArgs, 'id'>>;
  services?: Resolver<Maybe<ResolversTypes['Services']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  topUpWallet?: Resolver<Maybe<ResolversTypes['TopUpWalletPayload']>, ParentType, ContextType, RequireFields<MutationTopUpWalletArgs, 'input'>>;
  receiveProviderMessage?: Resolver<ResolversTypes['ReceiveProviderMessagePayload'], ParentType, ContextType, RequireFields<MutationReceiveProviderMessageArgs, 'input'>>;
  authorizePayment?: Resolver<ResolversTypes['AuthorizePaymentPayload'], ParentType, ContextType, RequireFields<MutationAuthorizePaymentArgs, 'input'>>;
  capturePayment?: Resolver<ResolversTypes['CapturePaymentPayload'], ParentType, ContextType, RequireFields<MutationCapturePaymentArgs, 'input'>>;
  voidPayment?: Resolver<ResolversTypes['VoidPaymentPayload'], ParentType, ContextType, RequireFields<MutationVoidPaymentArgs, 'input'>>;
  refundPayment?: Resolver<ResolversTypes['RefundPaymentPayload'], ParentType, ContextType, RequireFields<MutationRefundPaymentArgs, 'input'>>;
  retryPaymentsDeadLetter?: Resolver<Maybe<ResolversTypes['RetryDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationRetryPaymentsDeadLetterArgs, 'input'>>;
  dropPaymentsDeadLetter?: Resolver<Maybe<ResolversTypes['DropDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationDropPaymentsDeadLetterArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  walletChanged?: SubscriptionResolver<Maybe<ResolversTypes['Wallet']>, "walletChanged", ParentType, ContextType, Partial<SubscriptionWalletChangedArgs>>;
};

export type WalletResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Wallet'] = ResolversParentTypes['Wallet']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  transactions?: Resolver<ResolversTypes['WalletTransactionConnection'], ParentType, ContextType, Partial<WalletTransactionsArgs>>;
};

export type WalletTransactionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WalletTransactionConnection'] = ResolversParentTypes['WalletTransactionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WalletTransactionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['WalletTransaction']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WalletTransactionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WalletTransactionEdge'] = ResolversParentTypes['WalletTransactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WalletTransaction'], ParentType, ContextType>;
};

export type WalletTransactionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WalletTransaction'] = ResolversParentTypes['WalletTransaction']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WalletTransactionKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WalletTransactionStatus'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment'], FederationReferenceType extends FederationReferenceTypes['Payment'] = FederationReferenceTypes['Payment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Payment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
};

export type TopUpWalletPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopUpWalletPayload'] = ResolversParentTypes['TopUpWalletPayload']> = {
  wallet?: Resolver<Maybe<ResolversTypes['Wallet']>, ParentType, ContextType>;
  redirectUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['TopUpWalletError']>, ParentType, ContextType>;
};

export type TopUpWalletErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopUpWalletError'] = ResolversParentTypes['TopUpWalletError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReceiveProviderMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveProviderMessagePayload'] = ResolversParentTypes['ReceiveProviderMessagePayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReceiveProviderMessageError']>, ParentType, ContextType>;
};

export type ReceiveProviderMessageErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveProviderMessageError'] = ResolversParentTypes['ReceiveProviderMessageError']> = {
  code?: Resolver<ResolversTypes['ReceiveProviderMessageErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type AuthorizedPaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizedPayment'] = ResolversParentTypes['AuthorizedPayment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuthorizePaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizePaymentPayload'] = ResolversParentTypes['AuthorizePaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['AuthorizedPayment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AuthorizePaymentError']>, ParentType, ContextType>;
};

export type AuthorizePaymentErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizePaymentError'] = ResolversParentTypes['AuthorizePaymentError']> = {
  code?: Resolver<ResolversTypes['AuthorizePaymentErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type CapturePaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CapturePaymentPayload'] = ResolversParentTypes['CapturePaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['AuthorizedPayment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CapturePaymentError']>, ParentType, ContextType>;
};

export type CapturePaymentErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CapturePaymentError'] = ResolversParentTypes['CapturePaymentError']> = {
  code?: Resolver<ResolversTypes['CapturePaymentErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type VoidPaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VoidPaymentPayload'] = ResolversParentTypes['VoidPaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['AuthorizedPayment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['VoidPaymentError']>, ParentType, ContextType>;
};

export type VoidPaymentErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VoidPaymentError'] = ResolversParentTypes['VoidPaymentError']> = {
  code?: Resolver<ResolversTypes['VoidPaymentErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type RefundPaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundPaymentPayload'] = ResolversParentTypes['RefundPaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['AuthorizedPayment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RefundPaymentError']>, ParentType, ContextType>;
};

export type RefundPaymentErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundPaymentError'] = ResolversParentTypes['RefundPaymentError']> = {
  code?: Resolver<ResolversTypes['RefundPaymentErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ServicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Services'] = ResolversParentTypes['Services']> = {
  payments?: Resolver<Maybe<ResolversTypes['ServiceStatus']>, ParentType, ContextType>;
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
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Wallet?: WalletResolvers<ContextType>;
  WalletTransactionConnection?: WalletTransactionConnectionResolvers<ContextType>;
  WalletTransactionEdge?: WalletTransactionEdgeResolvers<ContextType>;
  WalletTransaction?: WalletTransactionResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  TopUpWalletPayload?: TopUpWalletPayloadResolvers<ContextType>;
  TopUpWalletError?: TopUpWalletErrorResolvers<ContextType>;
  ReceiveProviderMessagePayload?: ReceiveProviderMessagePayloadResolvers<ContextType>;
  ReceiveProviderMessageError?: ReceiveProviderMessageErrorResolvers<ContextType>;
  AuthorizedPayment?: AuthorizedPaymentResolvers<ContextType>;
  AuthorizePaymentPayload?: AuthorizePaymentPayloadResolvers<ContextType>;
  AuthorizePaymentError?: AuthorizePaymentErrorResolvers<ContextType>;
  CapturePaymentPayload?: CapturePaymentPayloadResolvers<ContextType>;
  CapturePaymentError?: CapturePaymentErrorResolvers<ContextType>;
  VoidPaymentPayload?: VoidPaymentPayloadResolvers<ContextType>;
  VoidPaymentError?: VoidPaymentErrorResolvers<ContextType>;
  RefundPaymentPayload?: RefundPaymentPayloadResolvers<ContextType>;
  RefundPaymentError?: RefundPaymentErrorResolvers<ContextType>;
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
