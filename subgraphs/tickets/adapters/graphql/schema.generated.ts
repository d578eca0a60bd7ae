// Written by `npm run codegen` from subgraphs/tickets/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { BookingMapper, BookingItemMapper, TicketMapper, EventTicketMapper, EventBookingMapper, EventMapper, EventCancellationMapper, UserMapper, ServiceStatusMapper, ConsumerStatusMapper, DeadLetterMapper } from './mappers.ts';
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
  /** The ticket has let somebody in; the message and the ticket say when. */
  | 'ALREADY_CHECKED_IN'
  /** The booking is paid already; no more money was taken. */
  | 'ALREADY_PAID'
  /** The booking has ended: expired, cancelled or refunded. */
  | 'BOOKING_ENDED'
  /** The hold ran out before the payment landed; no money was taken. */
  | 'BOOKING_EXPIRED'
  /** The caller has no such booking. */
  | 'BOOKING_NOT_FOUND'
  /** The buyer is blocked. Nothing was booked and no money was taken. Once let in again, book with a new key. */
  | 'BUYER_BLOCKED'
  /**
   * More than two places, in all events together, where the server wants a confirmed mail address for that.
   * Confirm it, then book with a new key.
   */
  | 'EMAIL_NOT_CONFIRMED'
  /** There is no such event, or it is not yours. */
  | 'EVENT_NOT_FOUND'
  /** The event is not on sale. */
  | 'EVENT_NOT_ON_SALE'
  /** The hold of this very request has ended before the booking stood. Book again with a new key. */
  | 'HOLD_ENDED'
  /** The key came before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The loyalty account has fewer points than were to be spent. */
  | 'INSUFFICIENT_POINTS'
  /** An amount is no decimal, out of range, or has too many digits. */
  | 'INVALID_AMOUNT'
  /** The input does not make sense; `field` says where. */
  | 'INVALID_INPUT'
  /** The loyalty account is frozen, or is not there yet. */
  | 'LOYALTY_ACCOUNT_UNAVAILABLE'
  /**
   * What the refund policy gives back for a ticket that was paid for rounds to 0.00; the tickets stay valid.
   * Ask again with a new key and `acceptNothing` to give them back all the same.
   */
  | 'NOTHING_TO_REFUND'
  /** The text is no code that this server has signed. */
  | 'NOT_A_TICKET_CODE'
  /** The wallet did not pay; the message says why. */
  | 'PAYMENT_DECLINED'
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
  /** The places cost less than the promo code asks for. */
  | 'PROMO_CODE_TOTAL_TOO_LOW'
  /** The promo code has been used as often as it may be. */
  | 'PROMO_CODE_USED_UP'
  /** The payment could not be given back; the tickets stay valid. */
  | 'REFUND_DECLINED'
  /** The event's refund policy pays nothing back at this time. */
  | 'REFUND_NOT_ALLOWED'
  /** The places cost another total than the buyer was shown. */
  | 'PRICE_CHANGED'
  /** The plan has no such price zone. */
  | 'PRICE_ZONE_NOT_FOUND'
  /** A seat is held, sold or blocked, and the message names which; or there are fewer free ones side by side than wanted. */
  | 'SEATS_TAKEN'
  /** The seats would leave a free one alone, and the event wants none left; the message names which. */
  | 'SINGLE_SEAT_LEFT'
  /** The event has no such seat. */
  | 'SEAT_NOT_FOUND'
  /** A section is not a standing section of this event. */
  | 'SECTION_NOT_FOUND'
  /** A standing section has too few places left. */
  | 'STANDING_SOLD_OUT'
  /** The event has no such ticket type. */
  | 'TICKET_TYPE_NOT_FOUND'
  /** More of a ticket type than one booking may have, or without the type that it needs beside it; the message says which. */
  | 'TICKET_TYPE_RULES'
  /** The event has fewer tickets of a type left than wanted; the message says how many. */
  | 'TICKET_TYPE_SOLD_OUT'
  /** A ticket was given back already, or is being given back. */
  | 'TICKET_ALREADY_REFUNDED'
  /** Somebody has entered with the ticket, so it is not given back. */
  | 'TICKET_CHECKED_IN'
  /** There is no such ticket, or it is not yours to see. */
  | 'TICKET_NOT_FOUND'
  /** More points than half of the booking's price. */
  | 'TOO_MANY_POINTS'
  /** More places than one buyer may hold for this event. */
  | 'TOO_MANY_SEATS'
  /**
   * Too much is asked at this moment, or a part does not answer. Ask again, with the same key where there is
   * one.
   */
  | 'TRY_AGAIN'
  /** The ticket is for another event. */
  | 'WRONG_EVENT';

/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type Query = {
  readonly __typename?: 'Query';
  /** A booking. Null when there is none with this identifier, and for everybody but its buyer and an administrator. */
  readonly booking?: Maybe<Booking>;
  /** A ticket. Null when there is none with this identifier, and for everybody but its buyer and an administrator. */
  readonly ticket?: Maybe<Ticket>;
  /**
   * The public keys that the codes of tickets are signed with, the first one now: with them a scanner verifies a code
   * without a network. Fetch them again from time to time: a new key is published before it signs. Null, with an error, when
   * they cannot be told at the moment.
   */
  readonly ticketKeys?: Maybe<ReadonlyArray<TicketKey>>;
  /**
   * What `refundTickets` would give back for these tickets at this moment. Null when there is no such booking, and for everybody
   * but its buyer and an administrator.
   */
  readonly refundQuote?: Maybe<RefundQuote>;
  /**
   * How far a cancelled event is with its bookings. Null where the event is not cancelled, or was a moment ago, and for
   * everybody but its organizer and an administrator. For organizers.
   */
  readonly eventCancellation?: Maybe<EventCancellation>;
  /**
   * Bookings of events that the caller organizes, newest first, by what somebody shows or reads out; of all events for an
   * ADMIN. For organizers.
   */
  readonly eventBookings?: Maybe<EventBookingConnection>;
  /** The pages of a booking's valid tickets. For the notifications subgraph, which attaches them. */
  readonly printedTickets: ReadonlyArray<PrintedTicket>;
  /**
   * The services of this installation, each of which answers for itself: one that is down is null, with an error, and the
   * others are there. For administrators.
   */
  readonly services?: Maybe<Services>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryBookingArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryTicketArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryRefundQuoteArgs = {
  bookingId: Scalars['ID']['input'];
  ticketIds: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryEventCancellationArgs = {
  eventId: Scalars['ID']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryEventBookingsArgs = {
  search: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryPrintedTicketsArgs = {
  bookingId: Scalars['ID']['input'];
  language: Language;
};

/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Books seats, or places in standing sections: all of them or none. They are held for the caller until the
   * booking's `expiresAt`. With `payNow` the booking is paid from the wallet at once, as `payBooking` would.
   * Causes BookingCreated, and with `payNow` what `payBooking` causes. The same `idempotencyKey` with the same
   * input gives the first outcome again and has no second effect.
   */
  readonly createBooking?: Maybe<CreateBookingPayload>;
  /**
   * Pays for a booking from the buyer's wallet and issues its tickets. A declined payment leaves the booking
   * AWAITING_PAYMENT, with PAYMENT_DECLINED; after three declined payments (or what the server has set) the
   * booking is cancelled. A free booking takes no money. Causes BookingConfirmed, or BookingCancelled when the
   * booking ends. On TRY_AGAIN the payment may still be under way: ask again with the same key for its outcome.
   */
  readonly payBooking?: Maybe<PayBookingPayload>;
  /**
   * Cancels a booking. Before it is paid, its seats go back on sale at no cost (BookingCancelled). Once it is
   * paid, all its remaining tickets are refunded under the event's refund policy (TicketsRefunded). A
   * cancellation that meets a payment under way waits for it and then decides.
   */
  readonly cancelBooking?: Maybe<CancelBookingPayload>;
  /**
   * Gives tickets of one booking back: the event's refund policy decides which share of what was paid returns
   * to the wallet, and the seats go back on sale. A ticket is refunded at most once. Causes TicketsRefunded.
   */
  readonly refundTickets?: Maybe<RefundTicketsPayload>;
  /**
   * Lets in who shows a ticket's code, once: for the organizer of its event, and administrators. Of many who scan one
   * ticket at a time exactly one gets it without userErrors; the others are told when, and who saw to it. A used ticket is
   * not given back any more. Where the event is moved afterwards, by more than six hours or into another hall, it is good
   * for one entry again, and may be given back as every other ticket. Causes TicketCheckedIn. For organizers.
   */
  readonly checkInTicket?: Maybe<CheckInTicketPayload>;
  /**
   * Tries a dead letter of the tickets service again at once: the first one of its key, and then those behind it. It is tried
   * within a second or two, in whatever process; what came of it shows in the list. For administrators.
   */
  readonly retryTicketsDeadLetter?: Maybe<RetryDeadLetterPayload>;
  /**
   * Gives a dead letter of the tickets service up: its fact is never applied by that consumer, and those behind it go on.
   * Cannot be undone. For administrators.
   */
  readonly dropTicketsDeadLetter?: Maybe<DropDeadLetterPayload>;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCreateBookingArgs = {
  input: CreateBookingInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationPayBookingArgs = {
  input: PayBookingInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCancelBookingArgs = {
  input: CancelBookingInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRefundTicketsArgs = {
  input: RefundTicketsInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCheckInTicketArgs = {
  input: CheckInTicketInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRetryTicketsDeadLetterArgs = {
  input: RetryDeadLetterInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationDropTicketsDeadLetterArgs = {
  input: DropDeadLetterInput;
};

/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * A booking, now and after every change of its status. The first message is its present state. For
   * everybody but its buyer and an administrator, and for an identifier that names no booking, there is one
   * message, null, and the subscription completes. With `since` the first message comes only when the booking
   * has changed after that cursor; several changes that were missed come as one message, the present state.
   */
  readonly bookingChanged?: Maybe<Booking>;
  /**
   * How far a cancelled event is with its bookings, now and after every change; it completes when that is DONE. For an event
   * that is not cancelled yet, for everybody but its organizer and an administrator, and for an identifier that names no
   * event, the first message is null. With `since` the first message comes only when something has changed after that cursor;
   * several changes that were missed come as one message, the present state. For organizers.
   */
  readonly eventCancellationProgressed?: Maybe<EventCancellation>;
};


/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type SubscriptionBookingChangedArgs = {
  bookingId: Scalars['ID']['input'];
  since?: InputMaybe<Scalars['String']['input']>;
};


/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type SubscriptionEventCancellationProgressedArgs = {
  eventId: Scalars['ID']['input'];
  since?: InputMaybe<Scalars['String']['input']>;
};

/** How far a cancelled event is with its bookings: unpaid ones end, the others get back all that was paid. */
export type EventCancellation = {
  readonly __typename?: 'EventCancellation';
  /** The event. */
  readonly event?: Maybe<Event>;
  /** Why, as the organizer told the buyers; of an event that had too few guests, the same in English. */
  readonly reason: Scalars['String']['output'];
  /** How many guests it needs and did not have when that was decided; null where its organizer cancelled it. */
  readonly minimumGuests?: Maybe<Scalars['Int']['output']>;
  /** Whether any booking of the event is left. */
  readonly status: EventCancellationStatus;
  /**
   * Bookings that are to get their money back: those that had tickets when the event was cancelled, and those whose payment
   * came to its end since. The sum of `refunded`, `failed` and `remaining`.
   */
  readonly total: Scalars['Int']['output'];
  /** Those that have it back, and whose tickets are dead. */
  readonly refunded: Scalars['Int']['output'];
  /** Those whose refund was refused, or got no answer. It is tried again for some minutes, and then laid before a person. */
  readonly failed: Scalars['Int']['output'];
  /** Those that are still to be paid back. */
  readonly remaining: Scalars['Int']['output'];
};

/** Where the cancellation of an event stands. */
export type EventCancellationStatus =
  /** There are bookings to be ended or paid back. */
  | 'RUNNING'
  /** Every booking of the event has ended, and everybody has the money back. */
  | 'DONE';

/** A buyer's agreement with the seller, from the hold to the tickets. */
export type Booking = {
  readonly __typename?: 'Booking';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Where it stands. */
  readonly status: BookingStatus;
  /** Why it ended without tickets, or why all its tickets were given back; null otherwise. */
  readonly cancellationReason?: Maybe<CancellationReason>;
  /** Until when its seats are held. Says nothing any more once the booking is no longer AWAITING_PAYMENT. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Sum of the prices, before the discount. */
  readonly subtotal: Money;
  /** What a promo code and loyalty points take off. */
  readonly discount: Money;
  /** What is to be paid, or was paid: subtotal less discount. */
  readonly total: Money;
  /** The places booked, with the prices of the moment of booking. */
  readonly items: ReadonlyArray<BookingItem>;
  /** Its tickets. Empty until the booking is confirmed. */
  readonly tickets: ReadonlyArray<Ticket>;
  /**
   * What would go back to the wallet if every valid ticket that nobody has entered with were given back now. It may be 0.00;
   * null when there is no such ticket, or the refund policy pays nothing any more. Whether `acceptNothing` is needed says
   * `refundQuote`.
   */
  readonly refundNow?: Maybe<Money>;
  /** Who booked. */
  readonly buyer?: Maybe<User>;
  /** What it is a booking for. */
  readonly event?: Maybe<Event>;
  /** The payment that confirmed it. Null before that, and for a booking that cost nothing. */
  readonly payment?: Maybe<Payment>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** Where a booking stands. */
export type BookingStatus =
  /** Seats are held until `expiresAt`. Stays so while a payment is under way. */
  | 'AWAITING_PAYMENT'
  /** Paid; the tickets are issued. */
  | 'CONFIRMED'
  /** Nobody paid in time; the seats are back on sale. */
  | 'EXPIRED'
  /** It ended before it was paid; `cancellationReason` says why. */
  | 'CANCELLED'
  /** Some of its tickets were given back, others are live. */
  | 'PARTIALLY_REFUNDED'
  /** All of its tickets were given back. */
  | 'REFUNDED';

/** Why a booking ended. */
export type CancellationReason =
  /** The buyer, or an administrator for the buyer, cancelled it. */
  | 'BY_BUYER'
  /** The payment was declined as often as the server allows, or could not be completed. */
  | 'PAYMENT_DECLINED'
  /** The event was cancelled or taken off sale. */
  | 'EVENT_CANCELLED'
  /** The buyer was blocked. */
  | 'USER_BLOCKED'
  /** Nobody paid in time. */
  | 'EXPIRED';

/** One place of a booking: a seat, or one place in a standing section. */
export type BookingItem = {
  readonly __typename?: 'BookingItem';
  /** Price of the place when it was held for this booking, before any discount, whatever such a place costs now. */
  readonly price: Money;
  /** The seat, as the hall names it that the event has been moved into, if it has been. Null for a standing place. */
  readonly seat?: Maybe<Seat>;
  /** The section that the place is in, of that hall as well. */
  readonly section?: Maybe<Section>;
  /** The ticket type; null in bookings from before there were any. */
  readonly ticketType?: Maybe<TicketType>;
};

/** The right to enter, once, and to sit or stand in one place. */
export type Ticket = {
  readonly __typename?: 'Ticket';
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /**
   * What is shown at the door, as text to be drawn as a QR picture: base64url(payload) "." base64url(signature), where the
   * payload is JSON: `k` the key in `ticketKeys`, `t` the ticket, `e` the event; and the signature is Ed25519 over the first
   * part as it stands.
   */
  readonly code: Scalars['String']['output'];
  /** The code as a QR picture: SVG, black on white, with its quiet zone. */
  readonly qrCode: Scalars['String']['output'];
  /**
   * The ticket as one page to print: PDF, as base64, some 30 kB. Dear to make: at most 19 in one operation. Ask for each by
   * `ticket`, because a list of tickets is taken to be as long as it may be. Null, with an error, when the places cannot be
   * named at the moment, or too many pages are asked for by others.
   */
  readonly pdf?: Maybe<Scalars['String']['output']>;
  /** Whether it lets anybody in, unless it was used before: see `checkedInAt`. */
  readonly status: TicketStatus;
  /** When it let somebody in; null while it has not. */
  readonly checkedInAt?: Maybe<Scalars['DateTime']['output']>;
  /** Price of the place at the moment of booking, before any discount. */
  readonly price: Money;
  /** The seat, as the hall names it that the event has been moved into, if it has been. Null for a standing place. */
  readonly seat?: Maybe<Seat>;
  /** The section that the place is in, of that hall as well. */
  readonly section?: Maybe<Section>;
  /** The ticket type; null in bookings from before there were any. */
  readonly ticketType?: Maybe<TicketType>;
  /** The event that it is for. */
  readonly event?: Maybe<Event>;
};


/** The right to enter, once, and to sit or stand in one place. */
export type TicketPdfArgs = {
  language?: Language;
};

/** The page of a ticket. */
export type PrintedTicket = {
  readonly __typename?: 'PrintedTicket';
  /** Identifier of the ticket. */
  readonly ticketId: Scalars['ID']['output'];
  /** PDF, as base64. */
  readonly pdf: Scalars['String']['output'];
};

/** A public key that tickets are verified with, as JSON Web Key (RFC 8037). */
export type TicketKey = {
  readonly __typename?: 'TicketKey';
  /** Identifier of the key, as the payload of a code names it. */
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

/** In which language Parterre writes to somebody. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU';

/** Whether a ticket lets anybody in. */
export type TicketStatus =
  /** It does. */
  | 'VALID'
  /** It does not: it is being given back, and its money is on the way. */
  | 'REFUNDING'
  /** It does not: it was given back. */
  | 'REFUNDED';

/** A page of bookings. */
export type BookingConnection = {
  readonly __typename?: 'BookingConnection';
  /** The bookings with their cursors. */
  readonly edges: ReadonlyArray<BookingEdge>;
  /** The bookings alone. */
  readonly nodes: ReadonlyArray<Booking>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A booking in a page. */
export type BookingEdge = {
  readonly __typename?: 'BookingEdge';
  /** Cursor of this booking, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The booking. */
  readonly node: Booking;
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
  /**
   * The user's bookings, newest first. Only for the user and an administrator: FORBIDDEN for others. A page goes on after the
   * last booking of the one before, also where that one has another status by now: none comes twice.
   */
  readonly bookings?: Maybe<BookingConnection>;
};


/**
 * Somebody with an account. Whoever is or was an organizer has a public profile: the nickname, for everybody who sees
 * what they organize. Everything else is for the user and administrators: FORBIDDEN for anybody else, UNAUTHENTICATED
 * for nobody.
 */
export type UserBookingsArgs = {
  statuses?: InputMaybe<ReadonlyArray<BookingStatus>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A show at a time, in a hall. */
export type Event = {
  readonly __typename?: 'Event';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /**
   * Bookings of the event as its organizer sees them, newest first. Null until something was booked of it. For its organizer
   * and administrators: FORBIDDEN for others.
   */
  readonly bookings?: Maybe<EventBookingConnection>;
  /**
   * The event's tickets that are valid, those that let somebody in already among them, in the order in which they were sold.
   * Null until something was booked of it. For its organizer and administrators: FORBIDDEN for others.
   */
  readonly attendees?: Maybe<EventTicketConnection>;
  /**
   * How many may come, and how many have. Null until something was booked of it. For its organizer and administrators:
   * FORBIDDEN for others.
   */
  readonly attendance?: Maybe<EventAttendance>;
};


/** A show at a time, in a hall. */
export type EventBookingsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  statuses?: InputMaybe<ReadonlyArray<BookingStatus>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A show at a time, in a hall. */
export type EventAttendeesArgs = {
  isCheckedIn?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How many may come to an event, and how many have. */
export type EventAttendance = {
  readonly __typename?: 'EventAttendance';
  /** Tickets that are valid, those that were used among them. */
  readonly valid: Scalars['Int']['output'];
  /** Tickets that let somebody in. */
  readonly checkedIn: Scalars['Int']['output'];
};

/** A booking as the organizer of its event sees it: without what only its buyer may use. */
export type EventBooking = {
  readonly __typename?: 'EventBooking';
  /** Identifier of the booking. */
  readonly id: Scalars['ID']['output'];
  /** Where it stands. */
  readonly status: BookingStatus;
  /** Why it ended without tickets, or why all its tickets were given back; null otherwise. */
  readonly cancellationReason?: Maybe<CancellationReason>;
  /** Until when its seats are held. Says nothing any more once the booking is no longer AWAITING_PAYMENT. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Sum of the prices, before the discount. */
  readonly subtotal: Money;
  /** What a promo code and loyalty points take off. */
  readonly discount: Money;
  /** What is to be paid, or was paid: subtotal less discount. */
  readonly total: Money;
  /**
   * Who booked. An organizer learns the identifier, by which bookings of one buyer are known, and the nickname; all else is for
   * the buyer and administrators, as of any user. Null, with an error, when the nickname cannot be read at the moment.
   */
  readonly buyer?: Maybe<User>;
  /** What it is a booking for. */
  readonly event?: Maybe<Event>;
  /** The places booked, with the prices of the moment of booking. */
  readonly items: ReadonlyArray<BookingItem>;
  /** Its tickets, also those that were given back. Empty until the booking is confirmed. */
  readonly tickets: ReadonlyArray<EventTicket>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** A page of bookings of events. */
export type EventBookingConnection = {
  readonly __typename?: 'EventBookingConnection';
  /** The bookings with their cursors. */
  readonly edges: ReadonlyArray<EventBookingEdge>;
  /** The bookings alone. */
  readonly nodes: ReadonlyArray<EventBooking>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A booking of an event in a page. */
export type EventBookingEdge = {
  readonly __typename?: 'EventBookingEdge';
  /** Cursor of this booking, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The booking. */
  readonly node: EventBooking;
};

/** A ticket as the organizer of its event sees it: without the code that lets its bearer in. */
export type EventTicket = {
  readonly __typename?: 'EventTicket';
  /** Identifier of the ticket. */
  readonly id: Scalars['ID']['output'];
  /** Whether it lets anybody in, unless it was used before: see `checkedInAt`. */
  readonly status: TicketStatus;
  /** When it let somebody in; null while it has not. */
  readonly checkedInAt?: Maybe<Scalars['DateTime']['output']>;
  /** Price of the place at the moment of booking, before any discount. */
  readonly price: Money;
  /** The seat, as the hall names it that the event has been moved into, if it has been. Null for a standing place. */
  readonly seat?: Maybe<Seat>;
  /** The section that the place is in, of that hall as well. */
  readonly section?: Maybe<Section>;
  /** The ticket type; null in bookings from before there were any. */
  readonly ticketType?: Maybe<TicketType>;
  /** Who holds it: the buyer of its booking. What an organizer learns of that is said at `EventBooking.buyer`. */
  readonly holder?: Maybe<User>;
  /** The booking that it is of. */
  readonly booking?: Maybe<EventBooking>;
};

/** A page of tickets of an event. */
export type EventTicketConnection = {
  readonly __typename?: 'EventTicketConnection';
  /** The tickets with their cursors. */
  readonly edges: ReadonlyArray<EventTicketEdge>;
  /** The tickets alone. */
  readonly nodes: ReadonlyArray<EventTicket>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A ticket of an event in a page. */
export type EventTicketEdge = {
  readonly __typename?: 'EventTicketEdge';
  /** Cursor of this ticket, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The ticket. */
  readonly node: EventTicket;
};

/** A seat of a plan. Whether it is free depends on the event: see SeatMap. */
export type Seat = {
  readonly __typename?: 'Seat';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** A kind of ticket at an event, such as adult or child, with a price of its own in each zone. */
export type TicketType = {
  readonly __typename?: 'TicketType';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** A part of a hall: rows of seats, or standing room. */
export type Section = {
  readonly __typename?: 'Section';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** One attempt to pay a booking from a wallet. Only the payer and an ADMIN see it. */
export type Payment = {
  readonly __typename?: 'Payment';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** What to book: seats, standing places, or both, of one event. */
export type CreateBookingInput = {
  /** The event. */
  readonly eventId: Scalars['ID']['input'];
  /** The seats, each once. Together with the standing places at least one place, at most 100, and no more than the event lets one buyer hold. */
  readonly seatIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Seats with their ticket types, beside those of `seatIds`, which have the event's first type. */
  readonly places?: InputMaybe<ReadonlyArray<PlaceInput>>;
  /** How many places in which standing sections, each section and ticket type once. */
  readonly standing?: InputMaybe<ReadonlyArray<StandingPlacesInput>>;
  /** Seats side by side that are chosen for the buyer: nearest the stage, leaving no free seat alone where that can be avoided, and never a place for a wheelchair or beside one. */
  readonly bestAvailable?: InputMaybe<BestAvailableInput>;
  /** A promo code to take something off the price; an empty one is none. */
  readonly promoCode?: InputMaybe<Scalars['String']['input']>;
  /** How many loyalty points to spend: 100 points pay one whole currency unit, up to half of the booking, and no more than the promo code leaves of it. */
  readonly spendPoints?: InputMaybe<Scalars['Int']['input']>;
  /** Whether to pay from the wallet at once. False unless said. */
  readonly payNow?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * What the buyer was shown that he would pay in all, less promo code and points: the `total` of `quoteDiscount`, or the sum of
   * the prices. Where it is another total now nothing is booked (`PRICE_CHANGED`). Unless given, it costs what it costs.
   */
  readonly expectedTotal?: InputMaybe<MoneyInput>;
  /** A text of 1 to 200 characters that names this request: asked again with the same, nothing is booked twice. */
  readonly idempotencyKey: Scalars['String']['input'];
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

/** A party that wants to sit side by side: `partySize` or `party`. */
export type BestAvailableInput = {
  /** The price zone that they want to sit in. */
  readonly priceZoneId: Scalars['ID']['input'];
  /** How many they are, of the event's first ticket type. */
  readonly partySize?: InputMaybe<Scalars['Int']['input']>;
  /** How many they are of which ticket types. */
  readonly party?: InputMaybe<ReadonlyArray<PartyInput>>;
};

/** So many of a party. */
export type PartyInput = {
  /** Their ticket type; the event's first unless given. */
  readonly ticketTypeId?: InputMaybe<Scalars['ID']['input']>;
  /** How many, at least 1. */
  readonly quantity: Scalars['Int']['input'];
};

/** A seat and its ticket type. */
export type PlaceInput = {
  /** The seat. */
  readonly seatId: Scalars['ID']['input'];
  /** A ticket type of the event; its first unless given. */
  readonly ticketTypeId?: InputMaybe<Scalars['ID']['input']>;
};

/** What became of a request to book. */
export type CreateBookingPayload = {
  readonly __typename?: 'CreateBookingPayload';
  /** The booking, in its present state. Also with PAYMENT_DECLINED, BOOKING_EXPIRED and TRY_AGAIN when it stands; null when none came about. */
  readonly booking?: Maybe<Booking>;
  /** Why not. Empty when all is well. */
  readonly userErrors: ReadonlyArray<CreateBookingError>;
};

/** Why a booking did not come about, or was not paid. */
export type CreateBookingError = UserError & {
  readonly __typename?: 'CreateBookingError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `EVENT_NOT_FOUND`: There is no such event.
   * - `EVENT_NOT_ON_SALE`: The event is not on sale.
   * - `SEAT_NOT_FOUND`: A seat is not one of this event.
   * - `SECTION_NOT_FOUND`: A section is not a standing section of this event.
   * - `SEATS_TAKEN`: A seat is held, sold or blocked; the message names which.
   * - `PRICE_ZONE_NOT_FOUND`: The event has no seats in such a price zone.
   * - `SINGLE_SEAT_LEFT`: The seats would leave a free one alone, and the event wants none left.
   * - `STANDING_SOLD_OUT`: A standing section has too few places left.
   * - `TICKET_TYPE_NOT_FOUND`: The event has no such ticket type.
   * - `TICKET_TYPE_RULES`: More of a ticket type than one booking may have, or without the type that it needs beside it.
   * - `TICKET_TYPE_SOLD_OUT`: The event has fewer tickets of a type left than wanted.
   * - `TOO_MANY_SEATS`: More places than one buyer may hold for this event.
   * - `PRICE_CHANGED`: The places cost another total than `expectedTotal`; the message says which. Nothing is held or
   *   reserved. Show the buyer, then book with a new key.
   * - `INVALID_AMOUNT`: `expectedTotal` is no decimal with the currency's digits.
   * - `EMAIL_NOT_CONFIRMED`: More than two places, in all events together, where the server wants a confirmed
   *   mail address for that. Confirm it, then book with a new key.
   * - `HOLD_ENDED`: The hold of this very request has ended before the booking stood. Book again with a new key.
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
   * - `INSUFFICIENT_POINTS`: The loyalty account has fewer points than were to be spent.
   * - `TOO_MANY_POINTS`: More points than half of the booking's price, or than the promo code leaves of it.
   * - `LOYALTY_ACCOUNT_UNAVAILABLE`: The loyalty account is frozen, or is not there yet.
   * - `BUYER_BLOCKED`: The buyer is blocked. Nothing was booked and no money was taken. Once let in again,
   *   book with a new key.
   * - `PAYMENT_DECLINED`: With `payNow`: the wallet did not pay. The booking stands until `expiresAt` unless
   *   it says otherwise.
   * - `BOOKING_EXPIRED`: With `payNow`: the hold ran out before the payment landed; no money was taken.
   * - `IDEMPOTENCY_KEY_REUSED`: This key came before with another input.
   * - `TRY_AGAIN`: The server is busy, or a part of it does not answer. Ask again with the same key.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * With `TRY_AGAIN`, for how many milliseconds to wait before asking again: in a rush everybody is given another moment. Null
   * when nobody knows.
   */
  readonly retryAfterMs?: Maybe<Scalars['Int']['output']>;
};

/** Which booking to pay for. */
export type PayBookingInput = {
  /** The booking. */
  readonly bookingId: Scalars['ID']['input'];
  /** A text of 1 to 200 characters that names this payment: asked again with the same, nothing is paid twice. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** What became of a payment. */
export type PayBookingPayload = {
  readonly __typename?: 'PayBookingPayload';
  /** The booking, in its present state. Null when there is none that is the caller's. */
  readonly booking?: Maybe<Booking>;
  /** Why not. Empty when all is well. */
  readonly userErrors: ReadonlyArray<PayBookingError>;
};

/** Why a booking was not paid. */
export type PayBookingError = UserError & {
  readonly __typename?: 'PayBookingError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `BOOKING_NOT_FOUND`: The caller has no such booking.
   * - `ALREADY_PAID`: The booking is paid already; no more money was taken.
   * - `BOOKING_ENDED`: The booking was cancelled or refunded; book again.
   * - `BOOKING_EXPIRED`: The hold ran out before the payment landed; no money was taken.
   * - `EVENT_NOT_ON_SALE`: The event went off sale before the payment landed; no money was taken, and the
   *   booking is cancelled.
   * - `PAYMENT_DECLINED`: The wallet did not pay; the message says why.
   * - `IDEMPOTENCY_KEY_REUSED`: This key came before with another input.
   * - `TRY_AGAIN`: The server is busy, or a part of it does not answer. Ask again with the same key.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Which booking to cancel. */
export type CancelBookingInput = {
  /** The booking. */
  readonly bookingId: Scalars['ID']['input'];
  /** A text of 1 to 200 characters that names this cancellation. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Give the tickets back even where what goes back for one of them rounds to 0.00. */
  readonly acceptNothing?: Scalars['Boolean']['input'];
};

/** What became of a cancellation. */
export type CancelBookingPayload = {
  readonly __typename?: 'CancelBookingPayload';
  /** The booking, in its present state. Null when there is none that is the caller's. */
  readonly booking?: Maybe<Booking>;
  /** Why not. Empty when all is well. */
  readonly userErrors: ReadonlyArray<CancelBookingError>;
};

/** Why a booking was not cancelled. */
export type CancelBookingError = UserError & {
  readonly __typename?: 'CancelBookingError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `BOOKING_NOT_FOUND`: The caller has no such booking.
   * - `BOOKING_ENDED`: The booking has ended already: expired, cancelled or refunded.
   * - `TICKET_CHECKED_IN`: Somebody has entered with each ticket that is left. Tickets that were used stay; others go back.
   * - `TICKET_TYPE_RULES`: A ticket that was used, and stays, needs one of the others beside it; the message says which.
   * - `REFUND_NOT_ALLOWED`: The event's refund policy pays nothing back at this time.
   * - `NOTHING_TO_REFUND`: What the refund policy gives back for a ticket that was paid for rounds to 0.00;
   *   the tickets stay valid. Ask again with a new key and `acceptNothing` to give them back all the same.
   * - `REFUND_DECLINED`: The payment could not be given back; the tickets stay valid.
   * - `IDEMPOTENCY_KEY_REUSED`: This key came before with another input.
   * - `TRY_AGAIN`: The server is busy, or a part of it does not answer. Ask again with the same key.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Which tickets to give back. */
export type RefundTicketsInput = {
  /** The booking that the tickets are of. */
  readonly bookingId: Scalars['ID']['input'];
  /** The tickets, each once, 1 to 100. */
  readonly ticketIds: ReadonlyArray<Scalars['ID']['input']>;
  /** A text of 1 to 200 characters that names this refund: asked again with the same, nothing is refunded twice. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Give the tickets back even where what goes back for one of them rounds to 0.00. */
  readonly acceptNothing?: Scalars['Boolean']['input'];
};

/** What became of a refund. */
export type RefundTicketsPayload = {
  readonly __typename?: 'RefundTicketsPayload';
  /** The booking, in its present state. Null when there is none that is the caller's. */
  readonly booking?: Maybe<Booking>;
  /** What goes back to the wallet; null when nothing is refunded. */
  readonly refunded?: Maybe<Money>;
  /** Why not. Empty when all is well. */
  readonly userErrors: ReadonlyArray<RefundTicketsError>;
};

/** Why tickets were not refunded. */
export type RefundTicketsError = UserError & {
  readonly __typename?: 'RefundTicketsError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `BOOKING_NOT_FOUND`: The caller has no such booking.
   * - `TICKET_NOT_FOUND`: The booking has no such ticket.
   * - `TICKET_ALREADY_REFUNDED`: A ticket was given back already, or is being given back.
   * - `TICKET_CHECKED_IN`: Somebody has entered with a ticket.
   * - `TICKET_TYPE_RULES`: Tickets that would stay need one of these beside them; the message says which.
   * - `REFUND_NOT_ALLOWED`: The event's refund policy pays nothing back at this time.
   * - `NOTHING_TO_REFUND`: What the refund policy gives back for a ticket that was paid for rounds to 0.00;
   *   the tickets stay valid. Ask again with a new key and `acceptNothing` to give them back all the same.
   * - `REFUND_DECLINED`: The payment could not be given back; the tickets stay valid.
   * - `IDEMPOTENCY_KEY_REUSED`: This key came before with another input.
   * - `TRY_AGAIN`: The server is busy, or a part of it does not answer. Ask again with the same key.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What was scanned at which door. */
export type CheckInTicketInput = {
  /** The text in the QR picture. */
  readonly code: Scalars['String']['input'];
  /** The event that one enters there: a ticket for another is refused. Any event of the organizer unless given. */
  readonly eventId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * A text of 1 to 200 characters that names this scan: asked again with the same, after an answer was lost, the first
   * outcome comes again. Without it the second answer is ALREADY_CHECKED_IN.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What became of a scan. */
export type CheckInTicketPayload = {
  readonly __typename?: 'CheckInTicketPayload';
  /** The ticket, in its present state, also where it lets nobody in. Null when there is none that is the caller's to check. */
  readonly ticket?: Maybe<Ticket>;
  /** Who let somebody in with it; null while nobody has. */
  readonly checkedInBy?: Maybe<User>;
  /** Why it lets nobody in. Empty when it does. */
  readonly userErrors: ReadonlyArray<CheckInTicketError>;
};

/** Why a ticket lets nobody in. */
export type CheckInTicketError = UserError & {
  readonly __typename?: 'CheckInTicketError';
  /**
   * The reason, for programs:
   * - `NOT_A_TICKET_CODE`: The text is no code that this server has signed: forged, or something else.
   * - `TICKET_NOT_FOUND`: There is no such ticket, or it is for an event of somebody else.
   * - `WRONG_EVENT`: The ticket is for another event than `eventId`.
   * - `ALREADY_CHECKED_IN`: It has let somebody in; `ticket` says when, `checkedInBy` who saw to it.
   * - `TICKET_ALREADY_REFUNDED`: It was given back, or is being given back.
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `IDEMPOTENCY_KEY_REUSED`: This key came before with another input.
   * - `TRY_AGAIN`: The same request is under way. Ask again with the same key.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What giving tickets back would come to. With any rejection `refundTickets` would refuse the same, and nothing goes back. */
export type RefundQuote = {
  readonly __typename?: 'RefundQuote';
  /** The money that would go to the wallet. */
  readonly refunded: Money;
  /**
   * Whether `refundTickets` wants `acceptNothing`, and refuses otherwise: of what was paid for one of the tickets the refund
   * policy's share rounds to nothing. A ticket that cost nothing wants no such word.
   */
  readonly wantsAcceptNothing: Scalars['Boolean']['output'];
  /** How many of the loyalty points that had paid for the tickets would come back. */
  readonly points: Scalars['Int']['output'];
  /** Until when this share goes back; null where nothing does, and of a cancelled event, which gives everything back for good. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
  /** Why the tickets cannot be given back. */
  readonly rejections: ReadonlyArray<RefundRejection>;
};

/** Why tickets cannot be given back. */
export type RefundRejection = UserError & {
  readonly __typename?: 'RefundRejection';
  /** The reason, for programs: one that `refundTickets` has. */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What each service has before it. Null, with an error, is one that does not answer. */
export type Services = {
  readonly __typename?: 'Services';
  /** Bookings and tickets. */
  readonly tickets?: Maybe<ServiceStatus>;
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
  Booking: Booking;
  Ticket: Ticket;
  User: User;
  Event: Event;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Booking:
    ( { __typename: 'Booking' }
    & GraphQLRecursivePick<FederationTypes['Booking'], {"id":true}> );
  Ticket:
    ( { __typename: 'Ticket' }
    & GraphQLRecursivePick<FederationTypes['Ticket'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Event:
    ( { __typename: 'Event' }
    & GraphQLRecursivePick<FederationTypes['Event'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( RetryDeadLetterError )
    | ( DropDeadLetterError )
    | ( CreateBookingError )
    | ( PayBookingError )
    | ( CancelBookingError )
    | ( RefundTicketsError )
    | ( CheckInTicketError )
    | ( RefundRejection )
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
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  EventCancellation: ResolverTypeWrapper<EventCancellationMapper>;
  EventCancellationStatus: EventCancellationStatus;
  Booking: ResolverTypeWrapper<BookingMapper>;
  BookingStatus: BookingStatus;
  CancellationReason: CancellationReason;
  BookingItem: ResolverTypeWrapper<BookingItemMapper>;
  Ticket: ResolverTypeWrapper<TicketMapper>;
  PrintedTicket: ResolverTypeWrapper<PrintedTicket>;
  TicketKey: ResolverTypeWrapper<TicketKey>;
  Language: Language;
  TicketStatus: TicketStatus;
  BookingConnection: ResolverTypeWrapper<Omit<BookingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BookingEdge']>, nodes: ReadonlyArray<ResolversTypes['Booking']> }>;
  BookingEdge: ResolverTypeWrapper<Omit<BookingEdge, 'node'> & { node: ResolversTypes['Booking'] }>;
  User: ResolverTypeWrapper<UserMapper>;
  Event: ResolverTypeWrapper<EventMapper>;
  EventAttendance: ResolverTypeWrapper<EventAttendance>;
  EventBooking: ResolverTypeWrapper<EventBookingMapper>;
  EventBookingConnection: ResolverTypeWrapper<Omit<EventBookingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EventBookingEdge']>, nodes: ReadonlyArray<ResolversTypes['EventBooking']> }>;
  EventBookingEdge: ResolverTypeWrapper<Omit<EventBookingEdge, 'node'> & { node: ResolversTypes['EventBooking'] }>;
  EventTicket: ResolverTypeWrapper<EventTicketMapper>;
  EventTicketConnection: ResolverTypeWrapper<Omit<EventTicketConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EventTicketEdge']>, nodes: ReadonlyArray<ResolversTypes['EventTicket']> }>;
  EventTicketEdge: ResolverTypeWrapper<Omit<EventTicketEdge, 'node'> & { node: ResolversTypes['EventTicket'] }>;
  Seat: ResolverTypeWrapper<Seat>;
  TicketType: ResolverTypeWrapper<TicketType>;
  Section: ResolverTypeWrapper<Section>;
  Payment: ResolverTypeWrapper<Payment>;
  CreateBookingInput: CreateBookingInput;
  StandingPlacesInput: StandingPlacesInput;
  BestAvailableInput: BestAvailableInput;
  PartyInput: PartyInput;
  PlaceInput: PlaceInput;
  CreateBookingPayload: ResolverTypeWrapper<Omit<CreateBookingPayload, 'booking'> & { booking?: Maybe<ResolversTypes['Booking']> }>;
  CreateBookingError: ResolverTypeWrapper<CreateBookingError>;
  PayBookingInput: PayBookingInput;
  PayBookingPayload: ResolverTypeWrapper<Omit<PayBookingPayload, 'booking'> & { booking?: Maybe<ResolversTypes['Booking']> }>;
  PayBookingError: ResolverTypeWrapper<PayBookingError>;
  CancelBookingInput: CancelBookingInput;
  CancelBookingPayload: ResolverTypeWrapper<Omit<CancelBookingPayload, 'booking'> & { booking?: Maybe<ResolversTypes['Booking']> }>;
  CancelBookingError: ResolverTypeWrapper<CancelBookingError>;
  RefundTicketsInput: RefundTicketsInput;
  RefundTicketsPayload: ResolverTypeWrapper<Omit<RefundTicketsPayload, 'booking'> & { booking?: Maybe<ResolversTypes['Booking']> }>;
  RefundTicketsError: ResolverTypeWrapper<RefundTicketsError>;
  CheckInTicketInput: CheckInTicketInput;
  CheckInTicketPayload: ResolverTypeWrapper<Omit<CheckInTicketPayload, 'ticket' | 'checkedInBy'> & { ticket?: Maybe<ResolversTypes['Ticket']>, checkedInBy?: Maybe<ResolversTypes['User']> }>;
  CheckInTicketError: ResolverTypeWrapper<CheckInTicketError>;
  RefundQuote: ResolverTypeWrapper<RefundQuote>;
  RefundRejection: ResolverTypeWrapper<RefundRejection>;
  Services: ResolverTypeWrapper<Omit<Services, 'tickets'> & { tickets?: Maybe<ResolversTypes['ServiceStatus']> }>;
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
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  EventCancellation: EventCancellationMapper;
  Booking: BookingMapper;
  BookingItem: BookingItemMapper;
  Ticket: TicketMapper;
  PrintedTicket: PrintedTicket;
  TicketKey: TicketKey;
  BookingConnection: Omit<BookingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BookingEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Booking']> };
  BookingEdge: Omit<BookingEdge, 'node'> & { node: ResolversParentTypes['Booking'] };
  User: UserMapper;
  Event: EventMapper;
  EventAttendance: EventAttendance;
  EventBooking: EventBookingMapper;
  EventBookingConnection: Omit<EventBookingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EventBookingEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EventBooking']> };
  EventBookingEdge: Omit<EventBookingEdge, 'node'> & { node: ResolversParentTypes['EventBooking'] };
  EventTicket: EventTicketMapper;
  EventTicketConnection: Omit<EventTicketConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EventTicketEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EventTicket']> };
  EventTicketEdge: Omit<EventTicketEdge, 'node'> & { node: ResolversParentTypes['EventTicket'] };
  Seat: Seat;
  TicketType: TicketType;
  Section: Section;
  Payment: Payment;
  CreateBookingInput: CreateBookingInput;
  StandingPlacesInput: StandingPlacesInput;
  BestAvailableInput: BestAvailableInput;
  PartyInput: PartyInput;
  PlaceInput: PlaceInput;
  CreateBookingPayload: Omit<CreateBookingPayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['Booking']> };
  CreateBookingError: CreateBookingError;
  PayBookingInput: PayBookingInput;
  PayBookingPayload: Omit<PayBookingPayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['Booking']> };
  PayBookingError: PayBookingError;
  CancelBookingInput: CancelBookingInput;
  CancelBookingPayload: Omit<CancelBookingPayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['Booking']> };
  CancelBookingError: CancelBookingError;
  RefundTicketsInput: RefundTicketsInput;
  RefundTicketsPayload: Omit<RefundTicketsPayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['Booking']> };
  RefundTicketsError: RefundTicketsError;
  CheckInTicketInput: CheckInTicketInput;
  CheckInTicketPayload: Omit<CheckInTicketPayload, 'ticket' | 'checkedInBy'> & { ticket?: Maybe<ResolversParentTypes['Ticket']>, checkedInBy?: Maybe<ResolversParentTypes['User']> };
  CheckInTicketError: CheckInTicketError;
  RefundQuote: RefundQuote;
  RefundRejection: RefundRejection;
  Services: Omit<Services, 'tickets'> & { tickets?: Maybe<ResolversParentTypes['ServiceStatus']> };
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
  __resolveType: TypeResolveFn<'RetryDeadLetterError' | 'DropDeadLetterError' | 'CreateBookingError' | 'PayBookingError' | 'CancelBookingError' | 'RefundTicketsError' | 'CheckInTicketError' | 'RefundRejection', ParentType, ContextType>;
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
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType, RequireFields<QueryBookingArgs, 'id'>>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<QueryTicketArgs, 'id'>>;
  ticketKeys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TicketKey']>>, ParentType, ContextType>;
  refundQuote?: Resolver<Maybe<ResolversTypes['RefundQuote']>, ParentType, ContextType, RequireFields<QueryRefundQuoteArgs, 'bookingId' | 'ticketIds'>>;
  eventCancellation?: Resolver<Maybe<ResolversTypes['EventCancellation']>, ParentType, ContextType, RequireFields<QueryEventCancellationArgs, 'eventId'>>;
  eventBookings?: Resolver<Maybe<ResolversTypes['EventBookingConnection']>, ParentType, ContextType, RequireFields<QueryEventBookingsArgs, 'search'>>;
  printedTickets?: Resolver<ReadonlyArray<ResolversTypes['PrintedTicket']>, ParentType, ContextType, RequireFields<QueryPrintedTicketsArgs, 'bookingId' | 'language'>>;
  services?: Resolver<Maybe<ResolversTypes['Services']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createBooking?: Resolver<Maybe<ResolversTypes['CreateBookingPayload']>, ParentType, ContextType, RequireFields<MutationCreateBookingArgs, 'input'>>;
  payBooking?: Resolver<Maybe<ResolversTypes['PayBookingPayload']>, ParentType, ContextType, RequireFields<MutationPayBookingArgs, 'input'>>;
  cancelBooking?: Resolver<Maybe<ResolversTypes['CancelBookingPayload']>, ParentType, ContextType, RequireFields<MutationCancelBookingArgs, 'input'>>;
  refundTickets?: Resolver<Maybe<ResolversTypes['RefundTicketsPayload']>, ParentType, ContextType, RequireFields<MutationRefundTicketsArgs, 'input'>>;
  checkInTicket?: Resolver<Maybe<ResolversTypes['CheckInTicketPayload']>, ParentType, ContextType, RequireFields<MutationCheckInTicketArgs, 'input'>>;
  retryTicketsDeadLetter?: Resolver<Maybe<ResolversTypes['RetryDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationRetryTicketsDeadLetterArgs, 'input'>>;
  dropTicketsDeadLetter?: Resolver<Maybe<ResolversTypes['DropDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationDropTicketsDeadLetterArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  bookingChanged?: SubscriptionResolver<Maybe<ResolversTypes['Booking']>, "bookingChanged", ParentType, ContextType, RequireFields<SubscriptionBookingChangedArgs, 'bookingId'>>;
  eventCancellationProgressed?: SubscriptionResolver<Maybe<ResolversTypes['EventCancellation']>, "eventCancellationProgressed", ParentType, ContextType, RequireFields<SubscriptionEventCancellationProgressedArgs, 'eventId'>>;
};

export type EventCancellationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventCancellation'] = ResolversParentTypes['EventCancellation']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minimumGuests?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EventCancellationStatus'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BookingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Booking'] = ResolversParentTypes['Booking'], FederationReferenceType extends FederationReferenceTypes['Booking'] = FederationReferenceTypes['Booking']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Booking']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BookingStatus'], ParentType, ContextType>;
  cancellationReason?: Resolver<Maybe<ResolversTypes['CancellationReason']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['BookingItem']>, ParentType, ContextType>;
  tickets?: Resolver<ReadonlyArray<ResolversTypes['Ticket']>, ParentType, ContextType>;
  refundNow?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BookingItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingItem'] = ResolversParentTypes['BookingItem']> = {
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  ticketType?: Resolver<Maybe<ResolversTypes['TicketType']>, ParentType, ContextType>;
};

export type TicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket'], FederationReferenceType extends FederationReferenceTypes['Ticket'] = FederationReferenceTypes['Ticket']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Ticket']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  qrCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pdf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<TicketPdfArgs, 'language'>>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  checkedInAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  ticketType?: Resolver<Maybe<ResolversTypes['TicketType']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
};

export type PrintedTicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrintedTicket'] = ResolversParentTypes['PrintedTicket']> = {
  ticketId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pdf?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TicketKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketKey'] = ResolversParentTypes['TicketKey']> = {
  kid?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kty?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  crv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  alg?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  use?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BookingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingConnection'] = ResolversParentTypes['BookingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BookingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Booking']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BookingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingEdge'] = ResolversParentTypes['BookingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nickname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bookings?: Resolver<Maybe<ResolversTypes['BookingConnection']>, ParentType, ContextType, Partial<UserBookingsArgs>>;
};

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  bookings?: Resolver<Maybe<ResolversTypes['EventBookingConnection']>, ParentType, ContextType, Partial<EventBookingsArgs>>;
  attendees?: Resolver<Maybe<ResolversTypes['EventTicketConnection']>, ParentType, ContextType, Partial<EventAttendeesArgs>>;
  attendance?: Resolver<Maybe<ResolversTypes['EventAttendance']>, ParentType, ContextType>;
};

export type EventAttendanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventAttendance'] = ResolversParentTypes['EventAttendance']> = {
  valid?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  checkedIn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EventBookingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventBooking'] = ResolversParentTypes['EventBooking']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BookingStatus'], ParentType, ContextType>;
  cancellationReason?: Resolver<Maybe<ResolversTypes['CancellationReason']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['BookingItem']>, ParentType, ContextType>;
  tickets?: Resolver<ReadonlyArray<ResolversTypes['EventTicket']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type EventBookingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventBookingConnection'] = ResolversParentTypes['EventBookingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventBookingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EventBooking']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EventBookingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventBookingEdge'] = ResolversParentTypes['EventBookingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EventBooking'], ParentType, ContextType>;
};

export type EventTicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventTicket'] = ResolversParentTypes['EventTicket']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  checkedInAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  ticketType?: Resolver<Maybe<ResolversTypes['TicketType']>, ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  booking?: Resolver<Maybe<ResolversTypes['EventBooking']>, ParentType, ContextType>;
};

export type EventTicketConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventTicketConnection'] = ResolversParentTypes['EventTicketConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventTicketEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EventTicket']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EventTicketEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventTicketEdge'] = ResolversParentTypes['EventTicketEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EventTicket'], ParentType, ContextType>;
};

export type SeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Seat'] = ResolversParentTypes['Seat']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TicketTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketType'] = ResolversParentTypes['TicketType']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Section'] = ResolversParentTypes['Section']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateBookingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateBookingPayload'] = ResolversParentTypes['CreateBookingPayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateBookingError']>, ParentType, ContextType>;
};

export type CreateBookingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateBookingError'] = ResolversParentTypes['CreateBookingError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  retryAfterMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayBookingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayBookingPayload'] = ResolversParentTypes['PayBookingPayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PayBookingError']>, ParentType, ContextType>;
};

export type PayBookingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayBookingError'] = ResolversParentTypes['PayBookingError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelBookingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelBookingPayload'] = ResolversParentTypes['CancelBookingPayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CancelBookingError']>, ParentType, ContextType>;
};

export type CancelBookingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelBookingError'] = ResolversParentTypes['CancelBookingError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundTicketsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundTicketsPayload'] = ResolversParentTypes['RefundTicketsPayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
  refunded?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RefundTicketsError']>, ParentType, ContextType>;
};

export type RefundTicketsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundTicketsError'] = ResolversParentTypes['RefundTicketsError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CheckInTicketPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckInTicketPayload'] = ResolversParentTypes['CheckInTicketPayload']> = {
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  checkedInBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CheckInTicketError']>, ParentType, ContextType>;
};

export type CheckInTicketErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckInTicketError'] = ResolversParentTypes['CheckInTicketError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundQuote'] = ResolversParentTypes['RefundQuote']> = {
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  wantsAcceptNothing?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rejections?: Resolver<ReadonlyArray<ResolversTypes['RefundRejection']>, ParentType, ContextType>;
};

export type RefundRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundRejection'] = ResolversParentTypes['RefundRejection']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Services'] = ResolversParentTypes['Services']> = {
  tickets?: Resolver<Maybe<ResolversTypes['ServiceStatus']>, ParentType, ContextType>;
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
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  EventCancellation?: EventCancellationResolvers<ContextType>;
  Booking?: BookingResolvers<ContextType>;
  BookingItem?: BookingItemResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  PrintedTicket?: PrintedTicketResolvers<ContextType>;
  TicketKey?: TicketKeyResolvers<ContextType>;
  BookingConnection?: BookingConnectionResolvers<ContextType>;
  BookingEdge?: BookingEdgeResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventAttendance?: EventAttendanceResolvers<ContextType>;
  EventBooking?: EventBookingResolvers<ContextType>;
  EventBookingConnection?: EventBookingConnectionResolvers<ContextType>;
  EventBookingEdge?: EventBookingEdgeResolvers<ContextType>;
  EventTicket?: EventTicketResolvers<ContextType>;
  EventTicketConnection?: EventTicketConnectionResolvers<ContextType>;
  EventTicketEdge?: EventTicketEdgeResolvers<ContextType>;
  Seat?: SeatResolvers<ContextType>;
  TicketType?: TicketTypeResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  CreateBookingPayload?: CreateBookingPayloadResolvers<ContextType>;
  CreateBookingError?: CreateBookingErrorResolvers<ContextType>;
  PayBookingPayload?: PayBookingPayloadResolvers<ContextType>;
  PayBookingError?: PayBookingErrorResolvers<ContextType>;
  CancelBookingPayload?: CancelBookingPayloadResolvers<ContextType>;
  CancelBookingError?: CancelBookingErrorResolvers<ContextType>;
  RefundTicketsPayload?: RefundTicketsPayloadResolvers<ContextType>;
  RefundTicketsError?: RefundTicketsErrorResolvers<ContextType>;
  CheckInTicketPayload?: CheckInTicketPayloadResolvers<ContextType>;
  CheckInTicketError?: CheckInTicketErrorResolvers<ContextType>;
  RefundQuote?: RefundQuoteResolvers<ContextType>;
  RefundRejection?: RefundRejectionResolvers<ContextType>;
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
