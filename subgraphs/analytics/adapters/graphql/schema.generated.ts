// Written by `npm run codegen` from subgraphs/analytics/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EventMapper, ArtistMapper, EventStatisticsMapper, TicketTypeSalesMapper, PriceZoneSalesMapper, TicketTypeMapper, PriceZoneMapper, EventSalesMapper, SalesOverviewMapper, ServiceStatusMapper, ConsumerStatusMapper, DeadLetterMapper } from './mappers.ts';
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

/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type Query = {
  readonly __typename?: 'Query';
  /** What was sold over a period: of an organizer's own events, of all events for an administrator. Whole hours (UTC): `from` counts from the beginning of its hour, `to` until the end of its hour. For organizers. */
  readonly salesOverview?: Maybe<SalesOverview>;
  /**
   * The services of this installation, each of which answers for itself: one that is down is null, with an error, and the
   * others are there. For administrators.
   */
  readonly services?: Maybe<Services>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QuerySalesOverviewArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};

/** A show at a time, in a hall. */
export type Event = {
  readonly __typename?: 'Event';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** What was sold of the event, some moments ago at most; null until it has been on sale. For its organizer and administrators. */
  readonly statistics?: Maybe<EventStatistics>;
};

/** Somebody, or a company, who performs. */
export type Artist = {
  readonly __typename?: 'Artist';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /**
   * How many events with the artist began in a period, and how many visitors they had: of an organizer's own events, and of
   * everybody's for an ADMIN. For organizers and administrators.
   */
  readonly statistics?: Maybe<ArtistStatistics>;
};


/** Somebody, or a company, who performs. */
export type ArtistStatisticsArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};

/** What was sold of an event. */
export type EventStatistics = {
  readonly __typename?: 'EventStatistics';
  /** Seats and standing places that can be sold in all. */
  readonly capacity: Scalars['Int']['output'];
  /** Tickets that were ever sold, those given back later included. */
  readonly sold: Scalars['Int']['output'];
  /** Tickets that were given back. */
  readonly refunded: Scalars['Int']['output'];
  /** Share of the capacity that is sold and not given back, 0 to 1. */
  readonly occupancy: Scalars['Float']['output'];
  /** Money paid for tickets less money given back. */
  readonly revenue: Money;
  /**
   * Sales over time, oldest first; what had no sales is left out. Hours are those of UTC, days and months those of the
   * venue's time zone. A point that reaches into the period is told whole. More than 500 points are refused: ask for a
   * longer bucket, or a shorter period.
   */
  readonly salesOverTime: ReadonlyArray<SalesPoint>;
  /** The same by ticket type, in the order in which they are offered; types of which nothing was sold are left out. */
  readonly byTicketType: ReadonlyArray<TicketTypeSales>;
  /** The same by price zone, in the order of the plan; zones of which nothing was sold are left out. */
  readonly byPriceZone: ReadonlyArray<PriceZoneSales>;
  /**
   * Sales as CSV (RFC 4180, UTF-8, a line of headings): one row for each day of the venue's time zone, ticket type and price
   * zone of which something was sold or given back, with the columns `day`, `ticket_type_id`, `ticket_type`, `price_zone_id`,
   * `price_zone`, `sold`, `refunded`, `revenue`, `currency`. A text that a spreadsheet would take for a formula is led by
   * an apostrophe. A day that reaches into the period is told whole. More than 10,000 rows are refused: ask for a shorter
   * period.
   */
  readonly csv: Scalars['String']['output'];
};


/** What was sold of an event. */
export type EventStatisticsSalesOverTimeArgs = {
  bucket?: InputMaybe<SalesBucket>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What was sold of an event. */
export type EventStatisticsCsvArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How much time a point of sales over time is about. */
export type SalesBucket =
  /** An hour (UTC). */
  | 'HOUR'
  /** A day of the venue's time zone. */
  | 'DAY'
  /** A month of the venue's time zone. */
  | 'MONTH';

/** What was sold of one ticket type of an event. */
export type TicketTypeSales = {
  readonly __typename?: 'TicketTypeSales';
  /** The ticket type; null for tickets from before there were types. */
  readonly ticketType?: Maybe<TicketType>;
  /** Tickets that were ever sold, those given back later included. */
  readonly sold: Scalars['Int']['output'];
  /** Tickets that were given back. */
  readonly refunded: Scalars['Int']['output'];
  /** Money paid for them less money given back. */
  readonly revenue: Money;
  /** The same by price zone, in the order of the plan; zones of which nothing was sold are left out. */
  readonly byPriceZone: ReadonlyArray<PriceZoneSales>;
};

/** What was sold in one price zone of an event. */
export type PriceZoneSales = {
  readonly __typename?: 'PriceZoneSales';
  /** The price zone. */
  readonly priceZone?: Maybe<PriceZone>;
  /** Tickets that were ever sold, those given back later included. */
  readonly sold: Scalars['Int']['output'];
  /** Tickets that were given back. */
  readonly refunded: Scalars['Int']['output'];
  /** Money paid for them less money given back. */
  readonly revenue: Money;
};

/** A kind of ticket at an event, such as adult or child, with a price of its own in each zone. */
export type TicketType = {
  readonly __typename?: 'TicketType';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** Places that cost the same at an event. */
export type PriceZone = {
  readonly __typename?: 'PriceZone';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** What was sold within an hour, a day or a month. */
export type SalesPoint = {
  readonly __typename?: 'SalesPoint';
  /** Beginning of the hour, day or month. */
  readonly at: Scalars['DateTime']['output'];
  /** Tickets sold. */
  readonly sold: Scalars['Int']['output'];
  /** Tickets given back. */
  readonly refunded: Scalars['Int']['output'];
};

/** An artist's events over a period. */
export type ArtistStatistics = {
  readonly __typename?: 'ArtistStatistics';
  /** Events that began in the period. */
  readonly eventCount: Scalars['Int']['output'];
  /** Tickets of these events that are sold and not given back. */
  readonly visitorCount: Scalars['Int']['output'];
};

/** What was sold over a period. */
export type SalesOverview = {
  readonly __typename?: 'SalesOverview';
  /** Beginning of the first hour that counts. */
  readonly from: Scalars['DateTime']['output'];
  /** End of the last hour that counts. */
  readonly to: Scalars['DateTime']['output'];
  /** Events of which tickets were sold or given back. */
  readonly eventCount: Scalars['Int']['output'];
  /** Tickets sold. */
  readonly sold: Scalars['Int']['output'];
  /** Tickets given back. */
  readonly refunded: Scalars['Int']['output'];
  /** Money paid less money given back, one amount per currency. */
  readonly revenue: ReadonlyArray<Money>;
  /** The same by event, the latest show first. */
  readonly events: EventSalesConnection;
};


/** What was sold over a period. */
export type SalesOverviewEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of an overview. */
export type EventSalesConnection = {
  readonly __typename?: 'EventSalesConnection';
  /** The events' sales with their cursors. */
  readonly edges: ReadonlyArray<EventSalesEdge>;
  /** The events' sales. */
  readonly nodes: ReadonlyArray<EventSales>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** An event's sales in a page. */
export type EventSalesEdge = {
  readonly __typename?: 'EventSalesEdge';
  /** Place in the list, to be handed back as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The event's sales. */
  readonly node: EventSales;
};

/** What was sold of one event over the period. */
export type EventSales = {
  readonly __typename?: 'EventSales';
  /** The event. */
  readonly event?: Maybe<Event>;
  /** Tickets sold. */
  readonly sold: Scalars['Int']['output'];
  /** Tickets given back. */
  readonly refunded: Scalars['Int']['output'];
  /** Money paid less money given back. */
  readonly revenue: Money;
};

/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Tries a dead letter of the analytics service again at once: the first one of its key, and then those behind it. It is tried
   * within a second or two, in whatever process; what came of it shows in the list. For administrators.
   */
  readonly retryAnalyticsDeadLetter?: Maybe<RetryDeadLetterPayload>;
  /**
   * Gives a dead letter of the analytics service up: its fact is never applied by that consumer, and those behind it go on.
   * Cannot be undone. For administrators.
   */
  readonly dropAnalyticsDeadLetter?: Maybe<DropDeadLetterPayload>;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRetryAnalyticsDeadLetterArgs = {
  input: RetryDeadLetterInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationDropAnalyticsDeadLetterArgs = {
  input: DropDeadLetterInput;
};

/** What each service has before it. Null, with an error, is one that does not answer. */
export type Services = {
  readonly __typename?: 'Services';
  /** Statistics. */
  readonly analytics?: Maybe<ServiceStatus>;
};

/** Why a rule refused something. A mutation's error type lists those that it may answer. */
export type UserErrorCode =
  /** There is no such dead letter in this service; it may have been applied meanwhile. */
  | 'DEAD_LETTER_NOT_FOUND'
  /** A reason is needed, of at most 500 characters. */
  | 'INVALID_REASON';



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
  Event: Event;
  Artist: Artist;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Event:
    ( { __typename: 'Event' }
    & GraphQLRecursivePick<FederationTypes['Event'], {"id":true}> );
  Artist:
    ( { __typename: 'Artist' }
    & GraphQLRecursivePick<FederationTypes['Artist'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( RetryDeadLetterError )
    | ( DropDeadLetterError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Money: ResolverTypeWrapper<Money>;
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
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Event: ResolverTypeWrapper<EventMapper>;
  Artist: ResolverTypeWrapper<ArtistMapper>;
  EventStatistics: ResolverTypeWrapper<EventStatisticsMapper>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SalesBucket: SalesBucket;
  TicketTypeSales: ResolverTypeWrapper<TicketTypeSalesMapper>;
  PriceZoneSales: ResolverTypeWrapper<PriceZoneSalesMapper>;
  TicketType: ResolverTypeWrapper<TicketTypeMapper>;
  PriceZone: ResolverTypeWrapper<PriceZoneMapper>;
  SalesPoint: ResolverTypeWrapper<SalesPoint>;
  ArtistStatistics: ResolverTypeWrapper<ArtistStatistics>;
  SalesOverview: ResolverTypeWrapper<SalesOverviewMapper>;
  EventSalesConnection: ResolverTypeWrapper<Omit<EventSalesConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EventSalesEdge']>, nodes: ReadonlyArray<ResolversTypes['EventSales']> }>;
  EventSalesEdge: ResolverTypeWrapper<Omit<EventSalesEdge, 'node'> & { node: ResolversTypes['EventSales'] }>;
  EventSales: ResolverTypeWrapper<EventSalesMapper>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Services: ResolverTypeWrapper<Omit<Services, 'analytics'> & { analytics?: Maybe<ResolversTypes['ServiceStatus']> }>;
  UserErrorCode: UserErrorCode;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Money: Money;
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
  Event: EventMapper;
  Artist: ArtistMapper;
  EventStatistics: EventStatisticsMapper;
  Float: Scalars['Float']['output'];
  TicketTypeSales: TicketTypeSalesMapper;
  PriceZoneSales: PriceZoneSalesMapper;
  TicketType: TicketTypeMapper;
  PriceZone: PriceZoneMapper;
  SalesPoint: SalesPoint;
  ArtistStatistics: ArtistStatistics;
  SalesOverview: SalesOverviewMapper;
  EventSalesConnection: Omit<EventSalesConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EventSalesEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EventSales']> };
  EventSalesEdge: Omit<EventSalesEdge, 'node'> & { node: ResolversParentTypes['EventSales'] };
  EventSales: EventSalesMapper;
  Mutation: Record<PropertyKey, never>;
  Services: Omit<Services, 'analytics'> & { analytics?: Maybe<ResolversParentTypes['ServiceStatus']> };
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
  __resolveType: TypeResolveFn<'RetryDeadLetterError' | 'DropDeadLetterError', ParentType, ContextType>;
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
  salesOverview?: Resolver<Maybe<ResolversTypes['SalesOverview']>, ParentType, ContextType, RequireFields<QuerySalesOverviewArgs, 'from' | 'to'>>;
  services?: Resolver<Maybe<ResolversTypes['Services']>, ParentType, ContextType>;
};

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  statistics?: Resolver<Maybe<ResolversTypes['EventStatistics']>, ParentType, ContextType>;
};

export type ArtistResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Artist'] = ResolversParentTypes['Artist'], FederationReferenceType extends FederationReferenceTypes['Artist'] = FederationReferenceTypes['Artist']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Artist']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  statistics?: Resolver<Maybe<ResolversTypes['ArtistStatistics']>, ParentType, ContextType, RequireFields<ArtistStatisticsArgs, 'from' | 'to'>>;
};

export type EventStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventStatistics'] = ResolversParentTypes['EventStatistics']> = {
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  occupancy?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  salesOverTime?: Resolver<ReadonlyArray<ResolversTypes['SalesPoint']>, ParentType, ContextType, Partial<EventStatisticsSalesOverTimeArgs>>;
  byTicketType?: Resolver<ReadonlyArray<ResolversTypes['TicketTypeSales']>, ParentType, ContextType>;
  byPriceZone?: Resolver<ReadonlyArray<ResolversTypes['PriceZoneSales']>, ParentType, ContextType>;
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<EventStatisticsCsvArgs>>;
};

export type TicketTypeSalesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketTypeSales'] = ResolversParentTypes['TicketTypeSales']> = {
  ticketType?: Resolver<Maybe<ResolversTypes['TicketType']>, ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  byPriceZone?: Resolver<ReadonlyArray<ResolversTypes['PriceZoneSales']>, ParentType, ContextType>;
};

export type PriceZoneSalesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceZoneSales'] = ResolversParentTypes['PriceZoneSales']> = {
  priceZone?: Resolver<Maybe<ResolversTypes['PriceZone']>, ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type TicketTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketType'] = ResolversParentTypes['TicketType']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PriceZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceZone'] = ResolversParentTypes['PriceZone']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SalesPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SalesPoint'] = ResolversParentTypes['SalesPoint']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArtistStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArtistStatistics'] = ResolversParentTypes['ArtistStatistics']> = {
  eventCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visitorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SalesOverviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SalesOverview'] = ResolversParentTypes['SalesOverview']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  eventCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenue?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['EventSalesConnection'], ParentType, ContextType, Partial<SalesOverviewEventsArgs>>;
};

export type EventSalesConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSalesConnection'] = ResolversParentTypes['EventSalesConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventSalesEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EventSales']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EventSalesEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSalesEdge'] = ResolversParentTypes['EventSalesEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EventSales'], ParentType, ContextType>;
};

export type EventSalesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSales'] = ResolversParentTypes['EventSales']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  retryAnalyticsDeadLetter?: Resolver<Maybe<ResolversTypes['RetryDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationRetryAnalyticsDeadLetterArgs, 'input'>>;
  dropAnalyticsDeadLetter?: Resolver<Maybe<ResolversTypes['DropDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationDropAnalyticsDeadLetterArgs, 'input'>>;
};

export type ServicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Services'] = ResolversParentTypes['Services']> = {
  analytics?: Resolver<Maybe<ResolversTypes['ServiceStatus']>, ParentType, ContextType>;
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
  Event?: EventResolvers<ContextType>;
  Artist?: ArtistResolvers<ContextType>;
  EventStatistics?: EventStatisticsResolvers<ContextType>;
  TicketTypeSales?: TicketTypeSalesResolvers<ContextType>;
  PriceZoneSales?: PriceZoneSalesResolvers<ContextType>;
  TicketType?: TicketTypeResolvers<ContextType>;
  PriceZone?: PriceZoneResolvers<ContextType>;
  SalesPoint?: SalesPointResolvers<ContextType>;
  ArtistStatistics?: ArtistStatisticsResolvers<ContextType>;
  SalesOverview?: SalesOverviewResolvers<ContextType>;
  EventSalesConnection?: EventSalesConnectionResolvers<ContextType>;
  EventSalesEdge?: EventSalesEdgeResolvers<ContextType>;
  EventSales?: EventSalesResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
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
