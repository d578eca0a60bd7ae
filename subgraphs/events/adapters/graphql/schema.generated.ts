// Written by `npm run codegen` from subgraphs/events/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { VenueMapper, HallMapper, ArtistMapper, EventMapper, EventSeriesMapper, SeriesTicketTypeMapper, TicketTypeMapper, PriceRangeMapper, ZonePriceMapper, SeatingPlanMapper, SectionMapper, RowMapper, SeatMapper, PriceZoneMapper, SeatMapMapper, EventSeatMapper, StandingRoomMapper, SeatMapSnapshotMapper, SeatMapDeltaMapper, SeatChangeMapper, StandingAvailabilityMapper, SeatHoldMapper, ServiceStatusMapper, ConsumerStatusMapper, DeadLetterMapper } from './mappers.ts';
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
  /** There is no such artist. */
  | 'ARTIST_NOT_FOUND'
  /** An amount is in another currency. */
  | 'CURRENCY_MISMATCH'
  /** The document is longer than can be read. */
  | 'DOCUMENT_TOO_LARGE'
  /** The event has ended already. */
  | 'EVENT_HAS_ENDED'
  /** The event is cancelled. */
  | 'EVENT_IS_CANCELLED'
  /** There is no such event, or it is not yours. */
  | 'EVENT_NOT_FOUND'
  /** The event is not on sale. */
  | 'EVENT_NOT_ON_SALE'
  /** There is no such series, or it is not yours. */
  | 'EVENT_SERIES_NOT_FOUND'
  /** The hall has no seating plan yet. */
  | 'HALL_HAS_NO_PLAN'
  /** No longer answered: an event can be moved into another hall. */
  | 'HALL_HAS_ANOTHER_PLAN'
  /** The venue has a hall of this name. */
  | 'HALL_NAME_TAKEN'
  /** There is no such hall, or it is not yours. */
  | 'HALL_NOT_FOUND'
  /** The key came before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** An amount is no decimal, out of range, or has too many digits. */
  | 'INVALID_AMOUNT'
  /** The key is empty or longer than 200 characters. */
  | 'INVALID_IDEMPOTENCY_KEY'
  /** The input does not make sense; `field` says where. */
  | 'INVALID_INPUT'
  /** The document is JSON, but not a plan: the message begins with the line and the JSON path of the fault. */
  | 'INVALID_PLAN'
  /** The recurrence rule cannot be read, has no end, or names no day; the message says which. */
  | 'INVALID_RECURRENCE_RULE'
  /** The event does not end after it begins, has ended, or is too long. */
  | 'INVALID_TIMES'
  /** The document is not JSON; the message says line and column. */
  | 'MALFORMED_JSON'
  /** Prices were fixed once the event was published. */
  | 'PRICES_ARE_FIXED'
  /** Somebody holds or bought a place that the plan has not; the message names which. */
  | 'PLACES_WOULD_BE_LOST'
  /** A zone with places has no price for one of the ticket types. */
  | 'PRICE_MISSING'
  /** The plan has no such price zone. */
  | 'PRICE_ZONE_NOT_FOUND'
  /** The hall has no such seating plan, or the event is on a newer one. */
  | 'SEATING_PLAN_NOT_FOUND'
  /** Once the event is published, its minimum of guests may only be lowered or dropped. */
  | 'MINIMUM_GUESTS_WORSE'
  /** The minimum of guests would be decided at once, and is not reached: the event would be cancelled. */
  | 'MINIMUM_NOT_REACHED'
  /** Once the event is published, refunds may only grow. */
  | 'REFUND_TIERS_WORSE'
  /** Places of a ticket type that would go are held or sold. */
  | 'TICKET_TYPE_IN_USE'
  /** The event has no such ticket type. */
  | 'TICKET_TYPE_NOT_FOUND'
  /** A seat is held, sold or blocked, and the message names which; or there are fewer free ones side by side than wanted. */
  | 'SEATS_TAKEN'
  /** The event has no such seat. */
  | 'SEAT_NOT_FOUND'
  /** A slot of the series would begin before another one has ended. */
  | 'SLOTS_OVERLAP'
  /** More slots than are made, or put on sale, at a time. */
  | 'TOO_MANY_SLOTS'
  /** There is no such time zone. */
  | 'UNKNOWN_TIME_ZONE'
  /** There is no such venue, or it is not yours. */
  | 'VENUE_NOT_FOUND';

/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type Query = {
  readonly __typename?: 'Query';
  /** One event; null when there is none, or when it is a draft that is not yours. */
  readonly event?: Maybe<Event>;
  /**
   * Events by start time, the earliest first. Drafts are listed only for their organizer and for an ADMIN. Those whose
   * end has passed are listed only where the filter names a status, a time, a series, or `mine`.
   */
  readonly events?: Maybe<EventConnection>;
  /** One series; null when there is none, or when it is not yours and none of its slots is published. */
  readonly eventSeries?: Maybe<EventSeries>;
  /**
   * Series that the caller organizes, the newest first, also those without slots; of all organizers for an ADMIN. For
   * organizers.
   */
  readonly eventSeriesList?: Maybe<EventSeriesConnection>;
  /** One venue; null when there is none. */
  readonly venue?: Maybe<Venue>;
  /** Venues by name, in the order in which people sort them: Ä beside A, 2 before 10. */
  readonly venues?: Maybe<VenueConnection>;
  /** One version of a hall's plan; null when there is none. */
  readonly seatingPlan?: Maybe<SeatingPlan>;
  /** Seats of any plan; those that do not exist are left out. For the tickets subgraph, which prints their signs. */
  readonly seatsByIds: ReadonlyArray<Seat>;
  /**
   * Places of an event as they are called in its plan of now, in the order in which they are asked for: those of a plan that it
   * was on before by their keys and labels, all others as they are. For the tickets subgraph, whose tickets name the places that
   * were sold.
   */
  readonly presentPlaces: PresentPlaces;
  /** Sections of any plan; those that do not exist are left out. For the tickets subgraph, which prints their signs. */
  readonly sectionsByIds: ReadonlyArray<Section>;
  /** One artist; null when there is none. */
  readonly artist?: Maybe<Artist>;
  /** Artists by name, in the order in which people sort them: Ä beside A, 2 before 10. */
  readonly artists?: Maybe<ArtistConnection>;
  /**
   * What places of an event that is on sale cost now, each once, free or not. In the order in which `holdSeats` answers the
   * same places. For the loyalty subgraph.
   */
  readonly quoteSeats: QuoteSeatsPayload;
  /**
   * Which price zones are one zone for an event that came to another plan: of each that is asked for, those with its key in the
   * other plans that the event is on or was on before. A zone without any, or of none of its plans, is left out. For the loyalty
   * subgraph, whose promo codes name zones of the plan that there was when they were made.
   */
  readonly equivalentZones: ReadonlyArray<EquivalentZones>;
  /**
   * What a promo code may be limited to: those of these events, price zones and series that there are, drafts too, and those of
   * these users who run a venue. For the loyalty subgraph.
   */
  readonly discountTargets: DiscountTargets;
  /**
   * The services of this installation, each of which answers for itself: one that is down is null, with an error, and the
   * others are there. For administrators.
   */
  readonly services?: Maybe<Services>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryEventArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryEventsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryEventSeriesArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryEventSeriesListArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryVenueArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryVenuesArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QuerySeatingPlanArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QuerySeatsByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryPresentPlacesArgs = {
  eventId: Scalars['ID']['input'];
  seatIds: ReadonlyArray<Scalars['ID']['input']>;
  sectionIds: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QuerySectionsByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryArtistArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryArtistsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryQuoteSeatsArgs = {
  input: QuoteSeatsInput;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryEquivalentZonesArgs = {
  eventId: Scalars['ID']['input'];
  priceZoneIds: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be read. What only organizers or administrators may ask for says so; what is not there, or not yours, is null. */
export type QueryDiscountTargetsArgs = {
  eventIds: ReadonlyArray<Scalars['ID']['input']>;
  priceZoneIds: ReadonlyArray<Scalars['ID']['input']>;
  seriesIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  organizerIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Opens a venue that the caller runs from now on. For organizers. */
  readonly createVenue?: Maybe<CreateVenuePayload>;
  /** Changes a venue of the caller. What is left out stays as it is. For organizers. */
  readonly updateVenue?: Maybe<UpdateVenuePayload>;
  /** Adds a hall to a venue of the caller. For organizers. */
  readonly createHall?: Maybe<CreateHallPayload>;
  /**
   * Reads a seating plan into a hall of the caller, as its next version. All or nothing: a broken document
   * imports nothing, and every fault is listed with its line and JSON path. Events keep the version that they
   * are on. For organizers.
   */
  readonly importSeatingPlan?: Maybe<ImportSeatingPlanPayload>;
  /** Introduces an artist, whom every organizer can then put on a bill. For organizers. */
  readonly createArtist?: Maybe<CreateArtistPayload>;
  /** Drafts an event in a hall of the caller, on the newest version of the hall's seating plan. Nobody else sees it yet. For organizers. */
  readonly createEvent?: Maybe<CreateEventPayload>;
  /**
   * Changes an event of the caller. What is left out stays as it is. Nobody holds or buys a place while prices or ticket types
   * change. Causes the fact EventChanged when the event is published. For organizers.
   */
  readonly updateEvent?: Maybe<UpdateEventPayload>;
  /** Puts a draft on sale: its seats exist from now on. Publishing it again changes nothing. Causes the fact EventPublished. For organizers. */
  readonly publishEvent?: Maybe<PublishEventPayload>;
  /**
   * Cancels a published event of the caller, also one that has ended. From then on nothing of it is held or sold, and every
   * buyer is told and gets back all that was paid, whatever the refund policy says: `eventCancellation` shows how far that
   * is. The same `idempotencyKey` with the same input gives back the first outcome. Causes the fact EventCancelled. For
   * organizers.
   */
  readonly cancelEvent?: Maybe<CancelEventPayload>;
  /**
   * Moves a published event of the caller to another time, into another hall, or both, also one that has ended. Bookings stand
   * for the new time and hall; every buyer is told at once, and who booked another time or hall gets back all that was paid,
   * whatever the refund policy says, until `refundUntil`. In another hall the event is sold by another plan, which has to have
   * every place that is sold or held, as with `changeSeatingPlan`; else it is refused, and says what would be lost. Tickets
   * show their seats as they are called in the new hall. Whoever watches the map gets a snapshot. Asked again for the time, the
   * hall and the plan that the event has, nothing changes. Causes the facts EventRescheduled, unless only the plan is another,
   * and EventChanged. For organizers.
   */
  readonly rescheduleEvent?: Maybe<RescheduleEventPayload>;
  /**
   * Brings an event of the caller to a newer version of its hall's seating plan. Every seat that is sold or held has to be in
   * it, by its `key`, and every standing section in which there is anybody, by its label and with room for all; else it is
   * refused, and says what would be lost. Seats that stay keep their state; their tickets, and the identifiers of the plan
   * before, go on naming them. Whoever watches the map gets a snapshot. The same `idempotencyKey` with the same input gives
   * back the first outcome. Causes the fact EventChanged when the event is published. For organizers.
   */
  readonly changeSeatingPlan?: Maybe<ChangeSeatingPlanPayload>;
  /**
   * Opens a series in a hall of the caller, on the newest version of the hall's seating plan: a show with a timetable, such
   * as an excursion. It has no slots yet, and nobody else sees it before one is published. For organizers.
   */
  readonly createEventSeries?: Maybe<CreateEventSeriesPayload>;
  /**
   * Makes a slot of a series of the caller for each time of a timetable, all or none: an event with the bill, the ticket
   * types, the prices and the terms of the series, a draft unless `publish` is true. A time for which the series has a slot
   * already stays that slot, also when it was moved or cancelled since. Causes the fact EventPublished for each slot that
   * it puts on sale. For organizers.
   */
  readonly scheduleEventSeries?: Maybe<ScheduleEventSeriesPayload>;
  /**
   * Cancels every slot of a series of the caller that is on sale and has not ended, as `cancelEvent` does, all or none.
   * Drafts stay drafts, and other slots can be scheduled afterwards. The same `idempotencyKey` with the same input gives
   * back the first outcome. Causes the fact EventCancelled for each slot. For organizers.
   */
  readonly cancelEventSeries?: Maybe<CancelEventSeriesPayload>;
  /** Takes free seats off sale, all or none of them. Seats that are blocked already stay so. Causes the fact SeatsBlocked. For organizers. */
  readonly blockSeats?: Maybe<BlockSeatsPayload>;
  /** Puts blocked seats back on sale, all or none of them. Seats that are free already stay so. Causes the fact SeatsUnblocked. For organizers. */
  readonly unblockSeats?: Maybe<UnblockSeatsPayload>;
  /**
   * Holds places for a booking until the event's hold time is over: all of them or none. Asking again with the
   * same booking and places answers the same hold. Causes the fact SeatsHeld.
   */
  readonly holdSeats: HoldSeatsPayload;
  /** Sells what a booking holds. Asking again for what is sold to it answers `sold: true`. Causes the fact SeatsSold. */
  readonly sellSeats: SellSeatsPayload;
  /**
   * Puts places that a booking holds or bought back on sale. Asking again with the same `requestId` answers the
   * same and changes nothing. Releasing a hold that was never made forbids that it is made later. Causes the
   * fact SeatsReleased.
   */
  readonly releaseSeats: ReleaseSeatsPayload;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCreateVenueArgs = {
  input: CreateVenueInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationUpdateVenueArgs = {
  input: UpdateVenueInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCreateHallArgs = {
  input: CreateHallInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationImportSeatingPlanArgs = {
  input: ImportSeatingPlanInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCreateArtistArgs = {
  input: CreateArtistInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCreateEventArgs = {
  input: CreateEventInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationUpdateEventArgs = {
  input: UpdateEventInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationPublishEventArgs = {
  input: PublishEventInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCancelEventArgs = {
  input: CancelEventInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRescheduleEventArgs = {
  input: RescheduleEventInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationChangeSeatingPlanArgs = {
  input: ChangeSeatingPlanInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCreateEventSeriesArgs = {
  input: CreateEventSeriesInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationScheduleEventSeriesArgs = {
  input: ScheduleEventSeriesInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCancelEventSeriesArgs = {
  input: CancelEventSeriesInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationBlockSeatsArgs = {
  input: BlockSeatsInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationUnblockSeatsArgs = {
  input: UnblockSeatsInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationHoldSeatsArgs = {
  input: HoldSeatsInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationSellSeatsArgs = {
  input: SellSeatsInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationReleaseSeatsArgs = {
  input: ReleaseSeatsInput;
};

/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * The seat map as it changes. The first message is a snapshot, and so is the one after the event has come to another plan; with `sinceVersion`, only what changed since
   * then, while that is still known, else a snapshot. A delta applies to the version that it names in
   * `fromVersion`; on any other, subscribe again. Versions are opaque and compared for equality only. Ends with
   * an error when the event does not exist or is not published.
   */
  readonly seatMapChanged: SeatMapChange;
};


/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type SubscriptionSeatMapChangedArgs = {
  eventId: Scalars['ID']['input'];
  sinceVersion?: InputMaybe<Scalars['String']['input']>;
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
};

/** A place with an address, run by an organizer. */
export type Venue = {
  readonly __typename?: 'Venue';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** Street and number. */
  readonly address: Scalars['String']['output'];
  /** The city that it is in. */
  readonly city: Scalars['String']['output'];
  /** IANA time zone that its clocks show, such as Europe/Vienna. */
  readonly timeZone: Scalars['String']['output'];
  /** Who runs it. */
  readonly organizer?: Maybe<User>;
  /** Its halls, by name. */
  readonly halls: ReadonlyArray<Hall>;
};

/** A page of venues. */
export type VenueConnection = {
  readonly __typename?: 'VenueConnection';
  /** Venues with their cursors. */
  readonly edges: ReadonlyArray<VenueEdge>;
  /** The venues themselves. */
  readonly nodes: ReadonlyArray<Venue>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A venue in a page. */
export type VenueEdge = {
  readonly __typename?: 'VenueEdge';
  /** Cursor of this venue, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The venue. */
  readonly node: Venue;
};

/** A space with seats or standing room, in a venue. */
export type Hall = {
  readonly __typename?: 'Hall';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** The venue that it is in. */
  readonly venue: Venue;
  /** The newest version of its seating plan; null until one is imported. */
  readonly seatingPlan?: Maybe<SeatingPlan>;
};

/** One version of a hall's plan. It never changes, so it may be cached for good by its id. */
export type SeatingPlan = {
  readonly __typename?: 'SeatingPlan';
  /** Identifier of this version, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The name that the document gives it. */
  readonly name: Scalars['String']['output'];
  /** Counts the plans of the hall from 1. */
  readonly version: Scalars['Int']['output'];
  /** How many seats it has in all. */
  readonly seatCount: Scalars['Int']['output'];
  /** How many standing places it has in all. */
  readonly standingCapacity: Scalars['Int']['output'];
  /** Where the audience looks; null when the document does not say. */
  readonly stage?: Maybe<Point>;
  /** Its sections, in plan order. */
  readonly sections: ReadonlyArray<Section>;
  /** Its price zones, in the order of the document. */
  readonly priceZones: ReadonlyArray<PriceZone>;
  /**
   * All its seats, in plan order: the seat at index n is the n-th character of a seat map's `states`. To draw a plan,
   * take `geometryUrl`, which is a thousandth of the size. Refused (BAD_USER_INPUT) of a plan of more than 50,000 seats: take
   * `geometryUrl`, and `seatsAt` for the seats that somebody chose.
   */
  readonly seats: ReadonlyArray<Seat>;
  /** The seats at these places in plan order, in the order asked for: at most 500, each from 0 to `seatCount` - 1. */
  readonly seatsAt: ReadonlyArray<Seat>;
  /** Everything that is needed to draw it, as JSON text (subgraphs/events/docs/plan-geometry.md). */
  readonly geometry: Scalars['String']['output'];
  /** Where `geometry` is served by GET, compressed, to be kept for good: a path on the origin of the API. */
  readonly geometryUrl: Scalars['String']['output'];
};


/** One version of a hall's plan. It never changes, so it may be cached for good by its id. */
export type SeatingPlanSeatsAtArgs = {
  indexes: ReadonlyArray<Scalars['Int']['input']>;
};

/** A point of the drawing; x grows to the right, y downwards. */
export type Point = {
  readonly __typename?: 'Point';
  /** Distance from the left edge, in units of the drawing. */
  readonly x: Scalars['Float']['output'];
  /** Distance from the upper edge, in units of the drawing. */
  readonly y: Scalars['Float']['output'];
};

/** A part of a hall: rows of seats, or standing room. */
export type Section = {
  readonly __typename?: 'Section';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** What its sign says. */
  readonly label: Scalars['String']['output'];
  /** Whether one sits or stands in it. */
  readonly kind: SectionKind;
  /** Standing places in it; null when it is SEATED. */
  readonly capacity?: Maybe<Scalars['Int']['output']>;
  /** The price zone of its standing places; null when it is SEATED, whose seats have a zone each. */
  readonly priceZone?: Maybe<PriceZone>;
  /** Corners of its shape; empty when the document gives none. */
  readonly outline: ReadonlyArray<Point>;
  /** Its rows, in plan order; empty when it is STANDING. */
  readonly rows: ReadonlyArray<Row>;
};

/** Whether one sits or stands. */
export type SectionKind =
  /** Numbered seats. */
  | 'SEATED'
  /** Standing room: places without a number. */
  | 'STANDING';

/** A row of seats, or a table. */
export type Row = {
  readonly __typename?: 'Row';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** What its sign says. */
  readonly label: Scalars['String']['output'];
  /** The section that it is in. */
  readonly section: Section;
  /** Its seats, from one end to the other. */
  readonly seats: ReadonlyArray<Seat>;
};

/** A seat of a plan. Whether it is free depends on the event: see SeatMap. */
export type Seat = {
  readonly __typename?: 'Seat';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** What its sign says. */
  readonly label: Scalars['String']['output'];
  /** Its place in plan order, from 0. */
  readonly index: Scalars['Int']['output'];
  /** The row that it is in. */
  readonly row: Row;
  /** The section that it is in. */
  readonly section: Section;
  /** The price zone that it is in. */
  readonly priceZone: PriceZone;
  /** Distance of its centre from the left edge of the drawing. */
  readonly x: Scalars['Float']['output'];
  /** Distance of its centre from the upper edge of the drawing. */
  readonly y: Scalars['Float']['output'];
  /**
   * By which it is known from version to version of the hall's plan: what the document calls it (`key`, `uuid`, `seat_guid`),
   * or the names of its section, row and seat. Unique within the plan.
   */
  readonly key: Scalars['String']['output'];
  /** Whether it is a wheelchair place. These are never given to a request that does not ask for one. */
  readonly isAccessible: Scalars['Boolean']['output'];
  /** Whether it is for who comes with somebody at a wheelchair place. */
  readonly isCompanion: Scalars['Boolean']['output'];
  /** Whether not all of the stage is seen from it. */
  readonly hasRestrictedView: Scalars['Boolean']['output'];
};

/** Places that cost the same at an event. */
export type PriceZone = {
  readonly __typename?: 'PriceZone';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The key that the document gives it, unique within the plan. */
  readonly key: Scalars['String']['output'];
  /** What it is called. */
  readonly label: Scalars['String']['output'];
  /** The colour to draw it in, #RRGGBB. */
  readonly color: Scalars['String']['output'];
};

/** Somebody, or a company, who performs. */
export type Artist = {
  readonly __typename?: 'Artist';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Name as on the bill. */
  readonly name: Scalars['String']['output'];
};

/** A page of artists. */
export type ArtistConnection = {
  readonly __typename?: 'ArtistConnection';
  /** Artists with their cursors. */
  readonly edges: ReadonlyArray<ArtistEdge>;
  /** The artists themselves. */
  readonly nodes: ReadonlyArray<Artist>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** An artist in a page. */
export type ArtistEdge = {
  readonly __typename?: 'ArtistEdge';
  /** Cursor of this artist, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The artist. */
  readonly node: Artist;
};

/** A show at a time, in a hall. */
export type Event = {
  readonly __typename?: 'Event';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Title as on the bill. */
  readonly title: Scalars['String']['output'];
  /** What it is about, in lines of plain text, as its organizer has written it; null where nothing is said. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Whether it can be bought. */
  readonly status: EventStatus;
  /** When it begins. Its local time is that of the venue's time zone. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Where it takes place. */
  readonly hall: Hall;
  /** The venue of its hall. */
  readonly venue: Venue;
  /** Who organizes it. */
  readonly organizer?: Maybe<User>;
  /** The series that it is a slot of; null when it stands alone. */
  readonly series?: Maybe<EventSeries>;
  /** Who performs, in the order of the bill. */
  readonly artists: ReadonlyArray<Artist>;
  /**
   * The version of the hall's plan that it is on: the newest when it was created, until `changeSeatingPlan`, or
   * `rescheduleEvent` into another hall.
   */
  readonly seatingPlan: SeatingPlan;
  /** What a place costs for the first ticket type, by price zone, in the order of the plan. */
  readonly prices: ReadonlyArray<ZonePrice>;
  /**
   * The lowest and the highest price of all that is offered: over the zones that have places and all ticket types, sold out or
   * not. Null before there are prices. For lists, instead of `prices`.
   */
  readonly priceRange?: Maybe<PriceRange>;
  /**
   * How many seats and standing places can be bought: those that nobody has, and those of holds whose time has run out; blocked
   * seats are not among them. Limits of ticket types and of buyers are not looked at. Counted for all who ask: of a moment at
   * most a second ago, at halls of more than 4,000 places a second for every 4,000, ten at most, so one's own hold may not show
   * at once; `seatMap` is as of now. 0 where the event is not on sale, null until it is published.
   */
  readonly freePlaces?: Maybe<Scalars['Int']['output']>;
  /** The kinds of tickets, in the order in which they are offered; at least one. A place whose type is not named has the first. */
  readonly ticketTypes: ReadonlyArray<TicketType>;
  /** How long a buyer may hold places before paying, in seconds; until the event ends at the latest. */
  readonly holdSeconds: Scalars['Int']['output'];
  /** How many places one buyer may hold at a time. */
  readonly maxSeatsPerUser: Scalars['Int']['output'];
  /** Which share of the price goes back, by time before the start, the earliest first. Nothing goes back after the last. */
  readonly refundTiers: ReadonlyArray<RefundTier>;
  /** Whether seats picked by hand may leave no free seat alone between others. Seats that are chosen for a buyer leave none where that can be avoided. */
  readonly refusesSingleSeats: Scalars['Boolean']['output'];
  /**
   * How many places have to be sold for it to take place; null where it takes place with any number. At `minimumDecidedAt` it is
   * cancelled when fewer are, as by `cancelEvent`: everything that was paid goes back. What is held and not paid is not sold.
   */
  readonly minimumGuests?: Maybe<Scalars['Int']['output']>;
  /** How many whole hours before the start that is decided, once; null where there is no minimum. */
  readonly minimumDecidedHoursBefore?: Maybe<Scalars['Int']['output']>;
  /** When that is decided, by the start as it stands now; null where there is no minimum. */
  readonly minimumDecidedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether so many places are sold, as of a moment like that of `freePlaces`; true for good once it is decided that it takes place.
   * Null where there is no minimum, until the event is published, and when it is cancelled.
   */
  readonly isMinimumReached?: Maybe<Scalars['Boolean']['output']>;
  /** Which places are free; null until the event is published. */
  readonly seatMap?: Maybe<SeatMap>;
};

/** Where an event stands on its way. */
export type EventStatus =
  /** Only its organizer and administrators see it. */
  | 'DRAFT'
  /** Everybody sees it and can buy, until it ends. */
  | 'ON_SALE'
  /** It has taken place: its end has passed. Nothing of it can be bought any more. */
  | 'ENDED'
  /** It does not take place. */
  | 'CANCELLED';

/** A page of events. */
export type EventConnection = {
  readonly __typename?: 'EventConnection';
  /** Events with their cursors. */
  readonly edges: ReadonlyArray<EventEdge>;
  /** The events themselves. */
  readonly nodes: ReadonlyArray<Event>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** An event in a page. */
export type EventEdge = {
  readonly __typename?: 'EventEdge';
  /** Cursor of this event, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The event. */
  readonly node: Event;
};

/** A show with a timetable, such as an excursion. Its slots are events: each is sold, changed and cancelled by itself. */
export type EventSeries = {
  readonly __typename?: 'EventSeries';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Title as on the bill, of the series and of its slots when they are made. */
  readonly title: Scalars['String']['output'];
  /** What it is about, in lines of plain text: of the series, and of its slots when they are made. Null where nothing is said. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Where it takes place. Its timetable is by the clock of the venue. */
  readonly hall: Hall;
  /** The venue of its hall. */
  readonly venue: Venue;
  /** Who organizes it. */
  readonly organizer?: Maybe<User>;
  /** Who performs at a new slot, in the order of the bill. */
  readonly artists: ReadonlyArray<Artist>;
  /** The version of the hall's plan that new slots are on: the newest when the series was created. */
  readonly seatingPlan: SeatingPlan;
  /** What a place of a new slot costs for the first ticket type, by price zone, in the order of the plan. */
  readonly prices: ReadonlyArray<ZonePrice>;
  /** The kinds of tickets of a new slot, in the order in which they are offered; at least one. */
  readonly ticketTypes: ReadonlyArray<SeriesTicketType>;
  /** How long a buyer may hold places of a new slot before paying, in seconds. */
  readonly holdSeconds: Scalars['Int']['output'];
  /** How many places of a new slot one buyer may hold at a time. */
  readonly maxSeatsPerUser: Scalars['Int']['output'];
  /** Refund policy of a new slot, the earliest tier first. */
  readonly refundTiers: ReadonlyArray<RefundTier>;
  /** Whether seats of a new slot picked by hand may leave no free seat alone between others. */
  readonly refusesSingleSeats: Scalars['Boolean']['output'];
  /** How many places of a new slot have to be sold for it to take place; null where it takes place with any number. */
  readonly minimumGuests?: Maybe<Scalars['Int']['output']>;
  /** How many whole hours before the start of a new slot that is decided; null where there is no minimum. */
  readonly minimumDecidedHoursBefore?: Maybe<Scalars['Int']['output']>;
  /** Its slots by start time, the earliest first, also those that have ended. Drafts only for who may manage them. */
  readonly events: EventConnection;
};


/** A show with a timetable, such as an excursion. Its slots are events: each is sold, changed and cancelled by itself. */
export type EventSeriesEventsArgs = {
  startsFrom?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A kind of ticket of a series, which every new slot gets as a `TicketType` of its own. */
export type SeriesTicketType = {
  readonly __typename?: 'SeriesTicketType';
  /** Names it within its series and in each slot, for programs, such as `child`. */
  readonly key: Scalars['String']['output'];
  /** Its name. */
  readonly label: Scalars['String']['output'];
  /** How many of it one booking may have; null for as many as it has places. */
  readonly maxPerBooking?: Maybe<Scalars['Int']['output']>;
  /** How many of it are held or sold at a slot at most; null for as many as there are places. */
  readonly maxPerEvent?: Maybe<Scalars['Int']['output']>;
  /** The key of the type of which a booking needs at least one beside it; null when it may stand alone. */
  readonly needsKey?: Maybe<Scalars['String']['output']>;
  /** What its bearer shows at the door, such as a student card; null for nothing. */
  readonly proof?: Maybe<Scalars['String']['output']>;
  /** What a place costs, by price zone, in the order of the plan. */
  readonly prices: ReadonlyArray<ZonePrice>;
};

/** Conditions for a list of events; every one that is given must hold. */
export type EventFilter = {
  /** Only events of this status. */
  readonly status?: InputMaybe<EventStatus>;
  /** Only events in this city, in whatever case and with or without accents. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** Only events at this venue. */
  readonly venueId?: InputMaybe<Scalars['ID']['input']>;
  /** Only events of this artist. */
  readonly artistId?: InputMaybe<Scalars['ID']['input']>;
  /** Only events that start at this instant or later. */
  readonly startsFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only events that start before this instant. */
  readonly startsBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only those that the caller organizes; none for who is not signed in. */
  readonly mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only events that this user organizes. */
  readonly organizerId?: InputMaybe<Scalars['ID']['input']>;
  /** Only slots of this series. */
  readonly seriesId?: InputMaybe<Scalars['ID']['input']>;
  /** Only events at which a place of some zone costs this or more; with `priceUpTo`, of one and the same zone. */
  readonly priceFrom?: InputMaybe<MoneyInput>;
  /** Only events at which a place of some zone costs this or less. */
  readonly priceUpTo?: InputMaybe<MoneyInput>;
  /** true: only events of which a place can be bought at this moment. false: only those of which none can, such as sold-out ones. */
  readonly hasFreePlaces?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A kind of ticket at an event, such as adult or child, with a price of its own in each zone. */
export type TicketType = {
  readonly __typename?: 'TicketType';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Names it within its event, for programs, such as `child`. */
  readonly key: Scalars['String']['output'];
  /** Its name. */
  readonly label: Scalars['String']['output'];
  /** How many of it one booking may have; null for as many as it has places. */
  readonly maxPerBooking?: Maybe<Scalars['Int']['output']>;
  /** How many of it are held or sold at the event at most; null for as many as there are places. */
  readonly maxPerEvent?: Maybe<Scalars['Int']['output']>;
  /** The type of which a booking needs at least one beside it; null when it may stand alone. */
  readonly needs?: Maybe<TicketType>;
  /** What its bearer shows at the door, such as a student card; null for nothing. */
  readonly proof?: Maybe<Scalars['String']['output']>;
  /** What a place costs, by price zone, in the order of the plan; empty for a type that its event offers no more. */
  readonly prices: ReadonlyArray<ZonePrice>;
};

/** From what to what places of an event cost; both are the same where all cost the same. */
export type PriceRange = {
  readonly __typename?: 'PriceRange';
  /** What the cheapest costs. */
  readonly lowest: Money;
  /** What the dearest costs. */
  readonly highest: Money;
};

/** What a place of one zone costs at one event. */
export type ZonePrice = {
  readonly __typename?: 'ZonePrice';
  /** The zone. */
  readonly priceZone: PriceZone;
  /** The price of one place. */
  readonly price: Money;
};

/** A refund of `percent` of the price is paid until `hoursBefore` hours before the start. */
export type RefundTier = {
  readonly __typename?: 'RefundTier';
  /** Whole hours before the start; 0 is the start itself. */
  readonly hoursBefore: Scalars['Int']['output'];
  /** Share that goes back, 0 to 100. */
  readonly percent: Scalars['Int']['output'];
};

/** Which places of an event are free at one version of its map. */
export type SeatMap = {
  readonly __typename?: 'SeatMap';
  /** Opaque; equal versions are equal maps. Give it to `seatMapChanged(sinceVersion:)` to miss nothing. */
  readonly version: Scalars['String']['output'];
  /** One character a seat in plan order: F free, H held, S sold, B blocked. */
  readonly states: Scalars['String']['output'];
  /** The plan that the states are about. */
  readonly plan: SeatingPlan;
  /** The seats one by one, in plan order. */
  readonly seats: EventSeatConnection;
  /** The standing sections, in plan order. */
  readonly standing: ReadonlyArray<StandingRoom>;
};


/** Which places of an event are free at one version of its map. */
export type SeatMapSeatsArgs = {
  section?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<SeatState>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Where a seat stands at an event. */
export type SeatState =
  /** Can be held. */
  | 'FREE'
  /** A buyer holds it for a while. */
  | 'HELD'
  /** Sold. */
  | 'SOLD'
  /** Taken off sale by the organizer. */
  | 'BLOCKED';

/** A page of seats of an event. */
export type EventSeatConnection = {
  readonly __typename?: 'EventSeatConnection';
  /** Seats with their cursors. */
  readonly edges: ReadonlyArray<EventSeatEdge>;
  /** The seats themselves. */
  readonly nodes: ReadonlyArray<EventSeat>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A seat of an event in a page. */
export type EventSeatEdge = {
  readonly __typename?: 'EventSeatEdge';
  /** Cursor of this seat, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The seat. */
  readonly node: EventSeat;
};

/** A seat at one event. */
export type EventSeat = {
  readonly __typename?: 'EventSeat';
  /** Its place in plan order, from 0. */
  readonly index: Scalars['Int']['output'];
  /** Whether it can be held. */
  readonly state: SeatState;
  /** The seat of the plan. */
  readonly seat: Seat;
  /** What it costs at this event. */
  readonly price: Money;
};

/** A standing section at one event. */
export type StandingRoom = {
  readonly __typename?: 'StandingRoom';
  /** The section. */
  readonly section: Section;
  /** Places in all. */
  readonly capacity: Scalars['Int']['output'];
  /** Places that can be held now. */
  readonly available: Scalars['Int']['output'];
  /** What a place costs at this event. */
  readonly price: Money;
};

/** A message of the live map. */
export type SeatMapChange = SeatMapSnapshot | SeatMapDelta;

/** The whole map at one version. */
export type SeatMapSnapshot = {
  readonly __typename?: 'SeatMapSnapshot';
  /** The event whose map this is. */
  readonly event: Event;
  /** The plan that the states are about. Another one than before: draw that, and forget the indexes of the old one. */
  readonly plan: SeatingPlan;
  /** The version of this map. */
  readonly version: Scalars['String']['output'];
  /** One character a seat in plan order: F free, H held, S sold, B blocked. */
  readonly states: Scalars['String']['output'];
  /** Every standing section, in plan order. */
  readonly standing: ReadonlyArray<StandingAvailability>;
};

/** What changed from one version to another. */
export type SeatMapDelta = {
  readonly __typename?: 'SeatMapDelta';
  /** The event whose map this is. */
  readonly event: Event;
  /** Apply this delta only to this version. */
  readonly fromVersion: Scalars['String']['output'];
  /** The version after this delta. */
  readonly version: Scalars['String']['output'];
  /** The seats whose state is told anew, each at most once. */
  readonly changes: ReadonlyArray<SeatChange>;
  /** The standing sections whose availability is told anew, each at most once. */
  readonly standing: ReadonlyArray<StandingAvailability>;
};

/** The new state of a seat. */
export type SeatChange = {
  readonly __typename?: 'SeatChange';
  /** Its place in plan order: the character of `states` to replace. */
  readonly index: Scalars['Int']['output'];
  /** The state from now on. */
  readonly state: SeatState;
  /** The seat of the plan. */
  readonly seat: Seat;
};

/** How many places of a standing section are left. */
export type StandingAvailability = {
  readonly __typename?: 'StandingAvailability';
  /** The section. */
  readonly section: Section;
  /** Places in all. */
  readonly capacity: Scalars['Int']['output'];
  /** Places that can be held now. */
  readonly available: Scalars['Int']['output'];
};

/** A venue to open. */
export type CreateVenueInput = {
  /** What it is called, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Street and number, 1 to 300 characters. */
  readonly address: Scalars['String']['input'];
  /** The city that it is in, 1 to 100 characters. */
  readonly city: Scalars['String']['input'];
  /** IANA time zone that its clocks show, such as Europe/Vienna. */
  readonly timeZone: Scalars['String']['input'];
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again, instead of making a second one. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of createVenue. */
export type CreateVenuePayload = {
  readonly __typename?: 'CreateVenuePayload';
  /** The venue; null when it was refused. */
  readonly venue?: Maybe<Venue>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<CreateVenueError>;
};

/** Why a venue was not opened. */
export type CreateVenueError = UserError & {
  readonly __typename?: 'CreateVenueError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: A text is missing or too long.
   * - `UNKNOWN_TIME_ZONE`: There is no such time zone.
   * - `INVALID_IDEMPOTENCY_KEY`: The key is empty or longer than 200 characters.
   * - `IDEMPOTENCY_KEY_REUSED`: The key was used with another input.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What to change about a venue. What is left out stays as it is. */
export type UpdateVenueInput = {
  /** The venue to change. */
  readonly venueId: Scalars['ID']['input'];
  /** What it is called, 1 to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Street and number, 1 to 300 characters. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** The city that it is in, 1 to 100 characters. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** IANA time zone that its clocks show, such as Europe/Vienna. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** What came of updateVenue. */
export type UpdateVenuePayload = {
  readonly __typename?: 'UpdateVenuePayload';
  /** The venue as it is now; null when the change was refused. */
  readonly venue?: Maybe<Venue>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UpdateVenueError>;
};

/** Why a venue was not changed. */
export type UpdateVenueError = UserError & {
  readonly __typename?: 'UpdateVenueError';
  /**
   * The reason, for programs:
   * - `VENUE_NOT_FOUND`: There is no such venue, or it is not yours.
   * - `INVALID_INPUT`: A text is empty or too long.
   * - `UNKNOWN_TIME_ZONE`: There is no such time zone.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A hall to add. */
export type CreateHallInput = {
  /** The venue that it is in. */
  readonly venueId: Scalars['ID']['input'];
  /** What it is called, 1 to 200 characters, unlike every other hall of the venue. A venue has at most 200 halls. */
  readonly name: Scalars['String']['input'];
};

/** What came of createHall. */
export type CreateHallPayload = {
  readonly __typename?: 'CreateHallPayload';
  /** The hall; null when it was refused. */
  readonly hall?: Maybe<Hall>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<CreateHallError>;
};

/** Why a hall was not added. */
export type CreateHallError = UserError & {
  readonly __typename?: 'CreateHallError';
  /**
   * The reason, for programs:
   * - `VENUE_NOT_FOUND`: There is no such venue, or it is not yours.
   * - `INVALID_INPUT`: The name is missing or too long, or the venue has 200 halls already.
   * - `HALL_NAME_TAKEN`: The venue has a hall of this name.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A seating plan to read. */
export type ImportSeatingPlanInput = {
  /** The hall that it is for. */
  readonly hallId: Scalars['ID']['input'];
  /** What the document is written in. */
  readonly format: SeatingPlanFormat;
  /** The text of the file, at most 10 million characters. The whole request may have 20 MiB. */
  readonly document: Scalars['String']['input'];
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again, instead of making a second version. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How a seating plan is written. */
export type SeatingPlanFormat =
  /** Parterre's own JSON, described in subgraphs/events/docs/seating-plan-format.md. */
  | 'PARTERRE'
  /**
   * A pretix seating plan, JSON. Its zones are sections, its categories price zones, and a seat is known by its `seat_guid`;
   * labels that repeat get their zone, row or place added. Areas are drawings there, without a number of places: they are
   * left out, and told in `warnings`.
   */
  | 'PRETIX'
  /** A seats.io chart, JSON. */
  | 'SEATS_IO';

/** What came of importSeatingPlan. */
export type ImportSeatingPlanPayload = {
  readonly __typename?: 'ImportSeatingPlanPayload';
  /** The new version of the hall's plan; null when nothing was imported. */
  readonly seatingPlan?: Maybe<SeatingPlan>;
  /**
   * What the document means and the plan cannot say, so that it was imported otherwise: each meaning once, at the first
   * place where it is met, with a count. Empty when nothing was dropped, and when nothing was imported.
   */
  readonly warnings: ReadonlyArray<ImportSeatingPlanWarning>;
  /** Every fault of the document, each with its line and JSON path; empty when there was none. */
  readonly userErrors: ReadonlyArray<ImportSeatingPlanError>;
};

/** Something that a plan was imported without. */
export type ImportSeatingPlanWarning = {
  readonly __typename?: 'ImportSeatingPlanWarning';
  /** The line of the document on which that begins, from 1. */
  readonly line: Scalars['Int']['output'];
  /** Where in the document, as a JSON path such as `$.subChart.tables[0]`. */
  readonly path: Scalars['String']['output'];
  /** In words: what the document means, and what became of it. */
  readonly message: Scalars['String']['output'];
};

/** Why a plan was not imported. */
export type ImportSeatingPlanError = UserError & {
  readonly __typename?: 'ImportSeatingPlanError';
  /**
   * The reason, for programs:
   * - `HALL_NOT_FOUND`: There is no such hall, or it is not yours.
   * - `DOCUMENT_TOO_LARGE`: The document is longer than can be read.
   * - `MALFORMED_JSON`: The document is not JSON; the message says line and column.
   * - `INVALID_PLAN`: The document is JSON, but not a plan: the message begins with the line and the JSON path of the
   *   fault, as in `line 812, $.zones[0].rows[3].seats[7].seat_guid: …`.
   * - `INVALID_IDEMPOTENCY_KEY`: The key is empty or longer than 200 characters.
   * - `IDEMPOTENCY_KEY_REUSED`: The key was used with another input.
   */
  readonly code: UserErrorCode;
  /** In words: where in the document, what was expected, what came. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** An artist to introduce. */
export type CreateArtistInput = {
  /** Name as on the bill, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again, instead of making a second one. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of createArtist. */
export type CreateArtistPayload = {
  readonly __typename?: 'CreateArtistPayload';
  /** The artist; null when it was refused. */
  readonly artist?: Maybe<Artist>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<CreateArtistError>;
};

/** Why an artist was not introduced. */
export type CreateArtistError = UserError & {
  readonly __typename?: 'CreateArtistError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: The name is missing or too long.
   * - `INVALID_IDEMPOTENCY_KEY`: The key is empty or longer than 200 characters.
   * - `IDEMPOTENCY_KEY_REUSED`: The key was used with another input.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What a place of one zone shall cost. */
export type ZonePriceInput = {
  /** A zone of the hall's plan. */
  readonly priceZoneId: Scalars['ID']['input'];
  /** The key of a ticket type of the event; the first type unless given. */
  readonly ticketTypeKey?: InputMaybe<Scalars['String']['input']>;
  /** The price of one place, in the currency that everything is priced in; zero for a free one. */
  readonly price: MoneyInput;
};

/** A kind of ticket that an event shall have. */
export type TicketTypeInput = {
  /** Names it within its event: 1 to 40 letters, digits, dots, dashes and underscores, each key once. */
  readonly key: Scalars['String']['input'];
  /** Its name, 1 to 100 characters. */
  readonly label: Scalars['String']['input'];
  /** How many of it one booking may have, from 1; as many as it has places unless given. */
  readonly maxPerBooking?: InputMaybe<Scalars['Int']['input']>;
  /** How many of it are held or sold at the event at most, from 1; as many as there are places unless given. */
  readonly maxPerEvent?: InputMaybe<Scalars['Int']['input']>;
  /** The key of the type of which a booking needs at least one beside it. */
  readonly needsKey?: InputMaybe<Scalars['String']['input']>;
  /** What its bearer shows at the door, at most 200 characters. */
  readonly proof?: InputMaybe<Scalars['String']['input']>;
};

/** A refund of `percent` of the price is paid until `hoursBefore` hours before the start. */
export type RefundTierInput = {
  /** Whole hours before the start, 0 to 8784; 0 is the start itself. */
  readonly hoursBefore: Scalars['Int']['input'];
  /** Share that goes back, 0 to 100. */
  readonly percent: Scalars['Int']['input'];
};

/** An event to draft. */
export type CreateEventInput = {
  /** Title as on the bill, 1 to 200 characters. */
  readonly title: Scalars['String']['input'];
  /** What it is about: plain text with line breaks, at most 5000 characters; nothing unless given. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The hall that it takes place in, which must have a seating plan. */
  readonly hallId: Scalars['ID']['input'];
  /** Who performs, in the order of the bill, at most 50; nobody unless given. */
  readonly artistIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** When it ends: after it begins, in the future, and at most 366 days long. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** The kinds of tickets in the order in which they are offered, at most 20; one unless given. */
  readonly ticketTypes?: InputMaybe<ReadonlyArray<TicketTypeInput>>;
  /** What a place costs, each zone and ticket type at most once. They may be priced later, but before publishing. */
  readonly prices?: InputMaybe<ReadonlyArray<ZonePriceInput>>;
  /** How long a buyer may hold places before paying, 1 to 86400 seconds; the server decides unless given. */
  readonly holdSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** How many places one buyer may hold at a time, 1 to 500; 10 unless given. */
  readonly maxSeatsPerUser?: InputMaybe<Scalars['Int']['input']>;
  /** Refund policy, at most 10 tiers, each hour once; everything until the start unless given, nothing when empty. */
  readonly refundTiers?: InputMaybe<ReadonlyArray<RefundTierInput>>;
  /** Whether seats picked by hand may leave no free seat alone between others; they may unless given. */
  readonly refusesSingleSeats?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many places have to be sold for it to take place, 1 to all places of the plan; 0, or not given, for any number. */
  readonly minimumGuests?: InputMaybe<Scalars['Int']['input']>;
  /** How many whole hours before the start that is decided, 1 to 8784; 24 unless given. */
  readonly minimumDecidedHoursBefore?: InputMaybe<Scalars['Int']['input']>;
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again, instead of making a second one. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of createEvent. */
export type CreateEventPayload = {
  readonly __typename?: 'CreateEventPayload';
  /** The draft; null when it was refused. */
  readonly event?: Maybe<Event>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<CreateEventError>;
};

/** Why an event was not drafted. */
export type CreateEventError = UserError & {
  readonly __typename?: 'CreateEventError';
  /**
   * The reason, for programs:
   * - `HALL_NOT_FOUND`: There is no such hall, or it is not yours.
   * - `HALL_HAS_NO_PLAN`: The hall has no seating plan yet.
   * - `ARTIST_NOT_FOUND`: There is no such artist.
   * - `PRICE_ZONE_NOT_FOUND`: The plan has no such price zone.
   * - `TICKET_TYPE_NOT_FOUND`: The event has no ticket type of this key.
   * - `INVALID_AMOUNT`: A price is below zero, too large, or not a decimal with the currency's digits.
   * - `CURRENCY_MISMATCH`: A price is not in the currency that everything is priced in.
   * - `INVALID_TIMES`: The event does not end after it begins, has ended, or is too long.
   * - `INVALID_INPUT`: A text or a number is outside its limits, or something is given twice.
   * - `INVALID_IDEMPOTENCY_KEY`: The key is empty or longer than 200 characters.
   * - `IDEMPOTENCY_KEY_REUSED`: The key was used with another input.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A series to open. */
export type CreateEventSeriesInput = {
  /** Title as on the bill, 1 to 200 characters. */
  readonly title: Scalars['String']['input'];
  /** What it is about: plain text with line breaks, at most 5000 characters; nothing unless given. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The hall that it takes place in, which must have a seating plan. */
  readonly hallId: Scalars['ID']['input'];
  /** Who performs, in the order of the bill, at most 50; nobody unless given. */
  readonly artistIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The kinds of tickets in the order in which they are offered, at most 20; one unless given. `maxPerEvent` is of each slot. */
  readonly ticketTypes?: InputMaybe<ReadonlyArray<TicketTypeInput>>;
  /** What a place costs, each zone and ticket type at most once. Slots can be published only when all are given. */
  readonly prices?: InputMaybe<ReadonlyArray<ZonePriceInput>>;
  /** How long a buyer may hold places before paying, 1 to 86400 seconds; the server decides unless given. */
  readonly holdSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** How many places of a slot one buyer may hold at a time, 1 to 500; 10 unless given. */
  readonly maxSeatsPerUser?: InputMaybe<Scalars['Int']['input']>;
  /** Refund policy, at most 10 tiers, each hour once; everything until the start unless given, nothing when empty. */
  readonly refundTiers?: InputMaybe<ReadonlyArray<RefundTierInput>>;
  /** Whether seats picked by hand may leave no free seat alone between others; they may unless given. */
  readonly refusesSingleSeats?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many places of a slot have to be sold for it to take place, 1 to all places of the plan; 0, or not given, for any number. */
  readonly minimumGuests?: InputMaybe<Scalars['Int']['input']>;
  /** How many whole hours before the start that is decided, 1 to 8784; 24 unless given. */
  readonly minimumDecidedHoursBefore?: InputMaybe<Scalars['Int']['input']>;
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again, instead of making a second one. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of createEventSeries. */
export type CreateEventSeriesPayload = {
  readonly __typename?: 'CreateEventSeriesPayload';
  /** The series; null when it was refused. */
  readonly eventSeries?: Maybe<EventSeries>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<CreateEventSeriesError>;
};

/** Why a series was not opened. */
export type CreateEventSeriesError = UserError & {
  readonly __typename?: 'CreateEventSeriesError';
  /**
   * The reason, for programs:
   * - `HALL_NOT_FOUND`: There is no such hall, or it is not yours.
   * - `HALL_HAS_NO_PLAN`: The hall has no seating plan yet.
   * - `ARTIST_NOT_FOUND`: There is no such artist.
   * - `PRICE_ZONE_NOT_FOUND`: The plan has no such price zone.
   * - `TICKET_TYPE_NOT_FOUND`: The series has no ticket type of this key.
   * - `INVALID_AMOUNT`: A price is below zero, too large, or not a decimal with the currency's digits.
   * - `CURRENCY_MISMATCH`: A price is not in the currency that everything is priced in.
   * - `INVALID_INPUT`: A text or a number is outside its limits, or something is given twice.
   * - `INVALID_IDEMPOTENCY_KEY`: The key is empty or longer than 200 characters.
   * - `IDEMPOTENCY_KEY_REUSED`: The key was used with another input.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A series, and the times that it shall have slots for. */
export type ScheduleEventSeriesInput = {
  /** The series. */
  readonly eventSeriesId: Scalars['ID']['input'];
  /** When the recurrence begins: the first slot, where the rule names it. What the venue's clock shows then, it shows at every slot. */
  readonly startsAt: Scalars['DateTime']['input'];
  /**
   * A rule of RFC 5545, such as `FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20270930`, at most 500 characters, from FREQ=MINUTELY to
   * FREQ=YEARLY. It needs COUNT or UNTIL and names at most 366 times. Its days and hours are those of the venue's clock, also
   * after the clocks were changed; a time that they skip is as much later, one that comes twice is the first. EXDATE and
   * RDATE may stand on lines of their own, as `EXDATE:20270501T100000`; `EXDATE:20270501` is that whole day. At most 20,000
   * characters in all.
   */
  readonly recurrenceRule: Scalars['String']['input'];
  /** How long each slot lasts, 1 to 527040 minutes. */
  readonly durationMinutes: Scalars['Int']['input'];
  /** Times that the rule names and that shall have no slot, at most 366. */
  readonly exceptDates?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** Times that the rule does not name and that shall have a slot, at most 366. */
  readonly additionalDates?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /**
   * Whether the slots of these times are on sale afterwards, those that were drafts until now included; false unless given.
   * At most 100,000 seats at a time.
   */
  readonly publish?: InputMaybe<Scalars['Boolean']['input']>;
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of scheduleEventSeries. */
export type ScheduleEventSeriesPayload = {
  readonly __typename?: 'ScheduleEventSeriesPayload';
  /** The series as it is now; null when it was refused. */
  readonly eventSeries?: Maybe<EventSeries>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<ScheduleEventSeriesError>;
};

/** Why no slot was made. */
export type ScheduleEventSeriesError = UserError & {
  readonly __typename?: 'ScheduleEventSeriesError';
  /**
   * The reason, for programs:
   * - `EVENT_SERIES_NOT_FOUND`: There is no such series, or it is not yours.
   * - `INVALID_RECURRENCE_RULE`: The rule cannot be read, has no end, or names no day; the message says which.
   * - `INVALID_TIMES`: A slot would begin in the past, or the duration is out of range.
   * - `TOO_MANY_SLOTS`: More than 366 times, or more than 100,000 seats to put on sale at a time.
   * - `SLOTS_OVERLAP`: A slot would begin before another one of the series has ended.
   * - `PRICE_MISSING`: A slot to publish has a zone with places and no price.
   * - `EVENT_HAS_ENDED`: A draft to publish was moved to a time that is over.
   * - `MINIMUM_NOT_REACHED`: A slot to publish begins so soon that its minimum of guests would be decided already.
   * - `INVALID_INPUT`: More dates than can be given.
   * - `INVALID_IDEMPOTENCY_KEY`: The key is empty or longer than 200 characters.
   * - `IDEMPOTENCY_KEY_REUSED`: The key was used with another input.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What to cancel, and why. */
export type CancelEventSeriesInput = {
  /** The series whose slots to cancel. */
  readonly eventSeriesId: Scalars['ID']['input'];
  /** Why, as buyers are told: 1 to 500 characters on one line. */
  readonly reason: Scalars['String']['input'];
  /** Names this attempt, 1 to 200 characters: repeat it to retry safely. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** What came of cancelEventSeries. */
export type CancelEventSeriesPayload = {
  readonly __typename?: 'CancelEventSeriesPayload';
  /** The series as it is now; null when it was refused. */
  readonly eventSeries?: Maybe<EventSeries>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<CancelEventSeriesError>;
};

/** Why no slot was cancelled. */
export type CancelEventSeriesError = UserError & {
  readonly __typename?: 'CancelEventSeriesError';
  /**
   * The reason, for programs:
   * - `EVENT_SERIES_NOT_FOUND`: There is no such series, or it is not yours.
   * - `EVENT_NOT_ON_SALE`: No slot of it is on sale that has not ended.
   * - `TOO_MANY_SLOTS`: More than 2,000 slots; cancel some of them by `cancelEvent` before.
   * - `INVALID_INPUT`: The reason is empty or too long.
   * - `INVALID_IDEMPOTENCY_KEY`: The key is empty or longer than 200 characters.
   * - `IDEMPOTENCY_KEY_REUSED`: The key came before with another input.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What to change about an event. What is left out stays as it is. */
export type UpdateEventInput = {
  /** The event to change. */
  readonly eventId: Scalars['ID']['input'];
  /**
   * Title as on the bill, 1 to 200 characters. Once the event is published its buyers are told, ten minutes after the last
   * change of title or description.
   */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** What it is about: plain text with line breaks, at most 5000 characters; empty takes it away. Buyers are told as of the title. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Who performs, in the order of the bill, at most 50. */
  readonly artistIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** When it begins. */
  readonly startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it ends. */
  readonly endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * The kinds of tickets, instead of all so far. A key names one type for good: whatever else changes of it, it stays the
   * same type. Limits hold from now on: below what is sold, no more of it is sold. Once the event is published, a type goes
   * only while no place of it is held or sold.
   */
  readonly ticketTypes?: InputMaybe<ReadonlyArray<TicketTypeInput>>;
  /**
   * What a place costs from now on; what is held or sold keeps its price. Of a draft instead of all prices so far, also where
   * only `ticketTypes` are given; of a published event the prices that are left out stay.
   */
  readonly prices?: InputMaybe<ReadonlyArray<ZonePriceInput>>;
  /** How long a buyer may hold places from now on, 1 to 86400 seconds. */
  readonly holdSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** How many places one buyer may hold at a time from now on, 1 to 500. What is held stays. */
  readonly maxSeatsPerUser?: InputMaybe<Scalars['Int']['input']>;
  /** Refund policy for bookings from now on, at most 10 tiers, each hour once. Once the event is published, no smaller at any time. */
  readonly refundTiers?: InputMaybe<ReadonlyArray<RefundTierInput>>;
  /** Whether seats picked by hand may leave no free seat alone between others, from now on. */
  readonly refusesSingleSeats?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * How many places have to be sold for it to take place, 1 to all places of the plan; 0 for any number. Once the event is
   * published, it may be lowered or dropped, so that it takes place all the same, and neither raised nor begun.
   */
  readonly minimumGuests?: InputMaybe<Scalars['Int']['input']>;
  /** How many whole hours before the start that is decided, 1 to 8784. Once the event is published it stays. */
  readonly minimumDecidedHoursBefore?: InputMaybe<Scalars['Int']['input']>;
};

/** What came of updateEvent. */
export type UpdateEventPayload = {
  readonly __typename?: 'UpdateEventPayload';
  /** The event as it is now; null when the change was refused. */
  readonly event?: Maybe<Event>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UpdateEventError>;
};

/** Why an event was not changed. */
export type UpdateEventError = UserError & {
  readonly __typename?: 'UpdateEventError';
  /**
   * The reason, for programs:
   * - `EVENT_NOT_FOUND`: There is no such event, or it is not yours.
   * - `EVENT_IS_CANCELLED`: A cancelled event stays as it is.
   * - `PRICE_MISSING`: The event is published, and a zone with places would have no price for one of the ticket types.
   * - `TICKET_TYPE_IN_USE`: Places of a ticket type that would go are held or sold; the message names it. Lower its
   *   limit instead.
   * - `REFUND_TIERS_WORSE`: Once the event is published, refunds may only grow.
   * - `MINIMUM_GUESTS_WORSE`: Once the event is published, its minimum of guests may only be lowered or dropped, and is decided
   *   when it was to be.
   * - `MINIMUM_NOT_REACHED`: The event is published, and at its new start the minimum of guests would be decided already, and is
   *   not reached. Lower or drop it before.
   * - `ARTIST_NOT_FOUND`: There is no such artist.
   * - `PRICE_ZONE_NOT_FOUND`: The plan has no such price zone.
   * - `TICKET_TYPE_NOT_FOUND`: The event has no ticket type of this key.
   * - `INVALID_AMOUNT`: A price is below zero, too large, or not a decimal with the currency's digits.
   * - `CURRENCY_MISMATCH`: A price is not in the currency that everything is priced in.
   * - `INVALID_TIMES`: The event does not end after it begins, has ended, or is too long; or it is published,
   *   and would have begun already.
   * - `INVALID_INPUT`: A text or a number is outside its limits, or something is given twice.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** An event to put on sale. */
export type PublishEventInput = {
  /** The event to publish. */
  readonly eventId: Scalars['ID']['input'];
};

/** What came of publishEvent. */
export type PublishEventPayload = {
  readonly __typename?: 'PublishEventPayload';
  /** The event, on sale; null when it was refused. */
  readonly event?: Maybe<Event>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<PublishEventError>;
};

/** Why an event was not put on sale. */
export type PublishEventError = UserError & {
  readonly __typename?: 'PublishEventError';
  /**
   * The reason, for programs:
   * - `EVENT_NOT_FOUND`: There is no such event, or it is not yours.
   * - `EVENT_IS_CANCELLED`: A cancelled event cannot go on sale.
   * - `EVENT_HAS_ENDED`: The event has ended already.
   * - `PRICE_MISSING`: A zone with places has no price.
   * - `MINIMUM_NOT_REACHED`: The moment at which the minimum of guests is decided has passed: it would be cancelled at once.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Which event to cancel. */
export type CancelEventInput = {
  /** The event to cancel. */
  readonly eventId: Scalars['ID']['input'];
  /** Why, as buyers are told: 1 to 500 characters on one line. */
  readonly reason: Scalars['String']['input'];
  /** Names this attempt, 1 to 200 characters: repeat it to retry safely. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** What came of cancelEvent. */
export type CancelEventPayload = {
  readonly __typename?: 'CancelEventPayload';
  /** The event as it is now; null when it was not cancelled. */
  readonly event?: Maybe<Event>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<CancelEventError>;
};

/** Why an event was not cancelled. */
export type CancelEventError = UserError & {
  readonly __typename?: 'CancelEventError';
  /**
   * The reason, for programs:
   * - `EVENT_NOT_FOUND`: There is no such event, or it is not yours.
   * - `EVENT_NOT_ON_SALE`: The event is a draft.
   * - `EVENT_IS_CANCELLED`: It is cancelled already.
   * - `INVALID_INPUT`: The reason is empty or too long.
   * - `INVALID_IDEMPOTENCY_KEY`: The key is empty or longer than 200 characters.
   * - `IDEMPOTENCY_KEY_REUSED`: The key came before with another input.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Which event to move, and where to. */
export type RescheduleEventInput = {
  /** The event to move. */
  readonly eventId: Scalars['ID']['input'];
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** Why, as buyers are told: 1 to 500 characters on one line. */
  readonly reason: Scalars['String']['input'];
  /** The hall that it is in from now on, one of its organizer's; where it is left out the event stays in its hall. */
  readonly hallId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The version of the hall's plan that it is on from now on. In another hall the newest, unless given; in its own hall the one
   * that it is on, and no older one.
   */
  readonly seatingPlanId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * What a place costs, by zones of another plan. A zone that is left out costs what that of its `key` cost so far. Prices of what
   * is held or sold stay. Only with another plan.
   */
  readonly prices?: InputMaybe<ReadonlyArray<ZonePriceInput>>;
  /**
   * Until when buyers who booked another time or hall get everything back: from 14 days from now, or the new start where that is
   * sooner, to the new start. The new start unless given.
   */
  readonly refundUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What came of rescheduleEvent. */
export type RescheduleEventPayload = {
  readonly __typename?: 'RescheduleEventPayload';
  /** The event as it is now; null when it was not moved. */
  readonly event?: Maybe<Event>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<RescheduleEventError>;
};

/** Why an event was not moved. */
export type RescheduleEventError = UserError & {
  readonly __typename?: 'RescheduleEventError';
  /**
   * The reason, for programs:
   * - `EVENT_NOT_FOUND`: There is no such event, or it is not yours.
   * - `EVENT_NOT_ON_SALE`: The event is a draft: `updateEvent` changes it.
   * - `EVENT_IS_CANCELLED`: A cancelled event stays as it is.
   * - `MINIMUM_NOT_REACHED`: At its new start the minimum of guests would be decided already, and is not reached. Lower or drop it
   *   before, with `updateEvent`.
   * - `HALL_NOT_FOUND`: The organizer of the event has no such hall.
   * - `HALL_HAS_NO_PLAN`: The hall has no seating plan yet.
   * - `SEATING_PLAN_NOT_FOUND`: The hall has no such plan, or it is the event's hall and the plan is older than the event's.
   * - `PLACES_WOULD_BE_LOST`: Somebody holds or bought a place that the plan has not: the message says how many, and names
   *   at most 20.
   * - `PRICE_MISSING`: A zone with places has no price.
   * - `PRICE_ZONE_NOT_FOUND`: The plan has no such price zone.
   * - `TICKET_TYPE_NOT_FOUND`: A price is for a ticket type that the event has not.
   * - `INVALID_AMOUNT`: A price is below zero, too large, or not a decimal with the currency's digits.
   * - `CURRENCY_MISMATCH`: A price is not in the currency that everything is priced in.
   * - `INVALID_TIMES`: The event does not end after it begins, has ended, or is too long; or it is published,
   *   and would have begun already.
   * - `INVALID_INPUT`: The reason is empty or too long, `refundUntil` is too early or after the start, a zone is given twice,
   *   prices are given without another plan, or the plan has fewer places than the event's minimum of guests.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** An event, and the version of the plan that it shall be on. */
export type ChangeSeatingPlanInput = {
  /** The event to change. */
  readonly eventId: Scalars['ID']['input'];
  /** A version of the plan of the event's hall that is newer than the event's. */
  readonly seatingPlanId: Scalars['ID']['input'];
  /** What a place costs, by zones of the new plan. A zone that is left out costs what that of its `key` cost so far, and promo codes of that one are for it too. Prices of what is held or sold stay. */
  readonly prices?: InputMaybe<ReadonlyArray<ZonePriceInput>>;
  /** Names this attempt, 1 to 200 characters: repeat it to retry safely. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** What came of changeSeatingPlan. */
export type ChangeSeatingPlanPayload = {
  readonly __typename?: 'ChangeSeatingPlanPayload';
  /** The event as it is now; null when the change was refused. */
  readonly event?: Maybe<Event>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<ChangeSeatingPlanError>;
};

/** Why an event stays on its plan. */
export type ChangeSeatingPlanError = UserError & {
  readonly __typename?: 'ChangeSeatingPlanError';
  /**
   * The reason, for programs:
   * - `EVENT_NOT_FOUND`: There is no such event, or it is not yours.
   * - `EVENT_IS_CANCELLED`: A cancelled event stays as it is.
   * - `EVENT_HAS_ENDED`: The event has ended already.
   * - `SEATING_PLAN_NOT_FOUND`: The hall has no such plan, or it is not newer than the event's.
   * - `PLACES_WOULD_BE_LOST`: Somebody holds or bought a place that the plan has not: the message says how many, and names
   *   at most 20.
   * - `PRICE_MISSING`: A zone with places has no price.
   * - `PRICE_ZONE_NOT_FOUND`: The plan has no such price zone.
   * - `TICKET_TYPE_NOT_FOUND`: A price is for a ticket type that the event has not.
   * - `INVALID_AMOUNT`: A price is below zero, too large, or not a decimal with the currency's digits.
   * - `CURRENCY_MISMATCH`: A price is not in the currency that everything is priced in.
   * - `INVALID_INPUT`: A zone is given twice, or the plan has fewer places than the event's minimum of guests.
   * - `INVALID_IDEMPOTENCY_KEY`: The key is empty or longer than 200 characters.
   * - `IDEMPOTENCY_KEY_REUSED`: The key was used with another input.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Seats to take off sale. */
export type BlockSeatsInput = {
  /** The event, which must be published. */
  readonly eventId: Scalars['ID']['input'];
  /** The seats, 1 to 1000. */
  readonly seatIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** What came of blockSeats. */
export type BlockSeatsPayload = {
  readonly __typename?: 'BlockSeatsPayload';
  /** The event; null when it was refused. */
  readonly event?: Maybe<Event>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<BlockSeatsError>;
};

/** Why seats were not taken off sale. */
export type BlockSeatsError = UserError & {
  readonly __typename?: 'BlockSeatsError';
  /**
   * The reason, for programs:
   * - `EVENT_NOT_FOUND`: There is no such event, or it is not yours.
   * - `EVENT_NOT_ON_SALE`: The event is not on sale, so it has no seats to block.
   * - `SEAT_NOT_FOUND`: The event has no such seat.
   * - `SEATS_TAKEN`: A seat is held or sold.
   * - `INVALID_INPUT`: No seats are given, or too many.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Seats to put back on sale. */
export type UnblockSeatsInput = {
  /** The event, which must be published. */
  readonly eventId: Scalars['ID']['input'];
  /** The seats, 1 to 1000. */
  readonly seatIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** What came of unblockSeats. */
export type UnblockSeatsPayload = {
  readonly __typename?: 'UnblockSeatsPayload';
  /** The event; null when it was refused. */
  readonly event?: Maybe<Event>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UnblockSeatsError>;
};

/** Why seats were not put back on sale. */
export type UnblockSeatsError = UserError & {
  readonly __typename?: 'UnblockSeatsError';
  /**
   * The reason, for programs:
   * - `EVENT_NOT_FOUND`: There is no such event, or it is not yours.
   * - `EVENT_NOT_ON_SALE`: The event is not on sale, so it has no blocked seats.
   * - `SEAT_NOT_FOUND`: The event has no such seat.
   * - `SEATS_TAKEN`: A seat is held or sold, not blocked.
   * - `INVALID_INPUT`: No seats are given, or too many.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Places that a booking wants. */
export type HoldSeatsInput = {
  /** The booking; the same booking asks for the same hold. */
  readonly bookingId: Scalars['ID']['input'];
  /** Who buys. */
  readonly userId: Scalars['ID']['input'];
  /** The event. */
  readonly eventId: Scalars['ID']['input'];
  /** The seats, each once. */
  readonly seatIds: ReadonlyArray<Scalars['ID']['input']>;
  /** The ticket types of seats, each seat once; a seat that is not named has the event's first. */
  readonly seatTypes?: InputMaybe<ReadonlyArray<HoldSeatTypeInput>>;
  /** Standing places, each section and ticket type once. */
  readonly standing: ReadonlyArray<HoldStandingInput>;
  /** Seats that are chosen when they are taken. */
  readonly bestAvailable?: InputMaybe<HoldBestInput>;
  /** How many places the buyer may hold in all events together, these included; as many as the events allow unless given. No part of what is asked for: asking again with another limit answers the same. */
  readonly mostHeldInAll?: InputMaybe<Scalars['Int']['input']>;
};

/** Standing places of one section. */
export type HoldStandingInput = {
  /** The standing section. */
  readonly sectionId: Scalars['ID']['input'];
  /** How many places, at least 1. */
  readonly quantity: Scalars['Int']['input'];
  /** The ticket type of these places; the event's first unless given. */
  readonly ticketTypeId?: InputMaybe<Scalars['ID']['input']>;
};

/** A party that wants to sit side by side. */
export type HoldBestInput = {
  /** The price zone that they want to sit in. */
  readonly priceZoneId: Scalars['ID']['input'];
  /** Who they are, each ticket type once. */
  readonly party: ReadonlyArray<HoldPartyInput>;
};

/** So many of a party. */
export type HoldPartyInput = {
  /** Their ticket type; the event's first unless given. */
  readonly ticketTypeId?: InputMaybe<Scalars['ID']['input']>;
  /** How many, at least 1. */
  readonly quantity: Scalars['Int']['input'];
};

/** The ticket type of a seat. */
export type HoldSeatTypeInput = {
  /** One of `seatIds`. */
  readonly seatId: Scalars['ID']['input'];
  /** A ticket type of the event. */
  readonly ticketTypeId: Scalars['ID']['input'];
};

/** What came of holdSeats. */
export type HoldSeatsPayload = {
  readonly __typename?: 'HoldSeatsPayload';
  /** The hold; null when it was refused. */
  readonly hold?: Maybe<SeatHold>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<HoldSeatsError>;
};

/** Places that a booking holds, with what a booking must know of the event. */
export type SeatHold = {
  readonly __typename?: 'SeatHold';
  /** The booking. */
  readonly bookingId: Scalars['ID']['output'];
  /** The event. */
  readonly eventId: Scalars['ID']['output'];
  /** Title of the event. */
  readonly eventTitle: Scalars['String']['output'];
  /** Who organizes the event. */
  readonly organizerId: Scalars['ID']['output'];
  /** When the event begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** The hall that it takes place in; null in a hold from before events could be moved into another. */
  readonly hallId?: Maybe<Scalars['ID']['output']>;
  /** Currency of all prices. */
  readonly currencyCode: CurrencyCode;
  /** When the hold ends by itself. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** One item a place. */
  readonly items: ReadonlyArray<HeldItem>;
  /** The refund policy at this moment, the earliest tier first. */
  readonly refundTiers: ReadonlyArray<HeldRefundTier>;
};

/** Places of an event in its plan of now. */
export type PresentPlaces = {
  readonly __typename?: 'PresentPlaces';
  /** The seats, one for each that was asked for. */
  readonly seatIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The sections, one for each that was asked for. */
  readonly sectionIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** One held place. */
export type HeldItem = {
  readonly __typename?: 'HeldItem';
  /** The seat; null for a standing place. */
  readonly seatId?: Maybe<Scalars['ID']['output']>;
  /** The section that it is in. */
  readonly sectionId: Scalars['ID']['output'];
  /** The price zone that it is in. */
  readonly priceZoneId: Scalars['ID']['output'];
  /** What it costs. */
  readonly price: Money;
  /** The ticket type; null in a hold from before there were any. */
  readonly ticketTypeId?: Maybe<Scalars['ID']['output']>;
};

/** A refund of `percent` of the price is paid until `hoursBefore` hours before the start. */
export type HeldRefundTier = {
  readonly __typename?: 'HeldRefundTier';
  /** Whole hours before the start; 0 is the start itself. */
  readonly hoursBefore: Scalars['Int']['output'];
  /** Share that goes back, 0 to 100. */
  readonly percent: Scalars['Int']['output'];
};

/** Why places were not held. */
export type HoldSeatsError = {
  readonly __typename?: 'HoldSeatsError';
  /** Which rule refused. */
  readonly code: HoldSeatsErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The seats at fault; empty when no single seat is. */
  readonly seatIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** Rules that can refuse holdSeats. */
export type HoldSeatsErrorCode =
  /** There is no such event. */
  | 'EVENT_NOT_FOUND'
  /** The event is not on sale, or has ended. */
  | 'EVENT_NOT_ON_SALE'
  /** The event has no such seat. */
  | 'SEAT_NOT_FOUND'
  /** The event has no such standing section. */
  | 'SECTION_NOT_FOUND'
  /** The event has no seats in such a price zone. */
  | 'PRICE_ZONE_NOT_FOUND'
  /** A seat is held, sold or blocked, or there are not as many free ones side by side. */
  | 'SEATS_TAKEN'
  /** The seats would leave a free one alone, and the event wants none left. */
  | 'SINGLE_SEAT_LEFT'
  /** The section has fewer places left than wanted. */
  | 'STANDING_SOLD_OUT'
  /** The event has no such ticket type. */
  | 'TICKET_TYPE_NOT_FOUND'
  /** More of a ticket type than one booking may have, or without the type that it needs beside it. */
  | 'TICKET_TYPE_RULES'
  /** The event has fewer tickets of a type left than wanted. */
  | 'TICKET_TYPE_SOLD_OUT'
  /** No places are wanted, or more than one buyer may hold. */
  | 'TOO_MANY_SEATS'
  /** More places than `mostHeldInAll`, with those that the buyer holds at other events. */
  | 'TOO_MANY_SEATS_IN_ALL'
  /** This booking holds other places. */
  | 'HOLD_CONFLICT'
  /** The hold of this booking has ended. */
  | 'HOLD_ENDED'
  /** Too many ask at this moment; ask again in a second. */
  | 'TRY_AGAIN';

/** A hold to turn into a sale. */
export type SellSeatsInput = {
  /** The booking that holds the places. */
  readonly bookingId: Scalars['ID']['input'];
  /** The event. */
  readonly eventId: Scalars['ID']['input'];
};

/** What came of sellSeats. */
export type SellSeatsPayload = {
  readonly __typename?: 'SellSeatsPayload';
  /** Whether every place of the booking is sold to it. */
  readonly sold: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<SellSeatsError>;
};

/** Why places were not sold. */
export type SellSeatsError = {
  readonly __typename?: 'SellSeatsError';
  /** Which rule refused. */
  readonly code: SellSeatsErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Rules that can refuse sellSeats. */
export type SellSeatsErrorCode =
  /** The hold has ended: its time ran out, or it was released. */
  | 'HOLD_EXPIRED'
  /** The booking never held anything. */
  | 'HOLD_NOT_FOUND'
  /** The event is no longer on sale. */
  | 'EVENT_NOT_ON_SALE';

/** Places to put back on sale. */
export type ReleaseSeatsInput = {
  /** The booking that holds or bought the places. */
  readonly bookingId: Scalars['ID']['input'];
  /** The event. */
  readonly eventId: Scalars['ID']['input'];
  /** Names this release; the same id has its effect once. */
  readonly requestId: Scalars['ID']['input'];
  /** Why they go back. */
  readonly reason: ReleaseReason;
  /** These seats of the booking. With null here and in `standing`: everything that it holds or bought. */
  readonly seatIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** These standing places of the booking. */
  readonly standing?: InputMaybe<ReadonlyArray<HoldStandingInput>>;
};

/** Why places go back on sale. */
export type ReleaseReason =
  /** The booking was cancelled before it was paid. */
  | 'BOOKING_CANCELLED'
  /** Tickets were given back. */
  | 'TICKETS_REFUNDED'
  /** The time to pay ran out. */
  | 'HOLD_EXPIRED';

/** What came of releaseSeats. */
export type ReleaseSeatsPayload = {
  readonly __typename?: 'ReleaseSeatsPayload';
  /** Whether the places are back on sale. */
  readonly released: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<ReleaseSeatsError>;
};

/** Why places were not put back on sale. */
export type ReleaseSeatsError = {
  readonly __typename?: 'ReleaseSeatsError';
  /** Which rule refused. */
  readonly code: ReleaseSeatsErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Rules that can refuse releaseSeats. */
export type ReleaseSeatsErrorCode =
  /** The booking never held anything; it cannot any more. */
  | 'HOLD_NOT_FOUND'
  /** The booking does not have these places, or not any more. */
  | 'NOTHING_TO_RELEASE';

/** Places to ask the prices of. */
export type QuoteSeatsInput = {
  /** The event. */
  readonly eventId: Scalars['ID']['input'];
  /** The seats, each once. */
  readonly seatIds: ReadonlyArray<Scalars['ID']['input']>;
  /** The ticket types of seats, each seat once; a seat that is not named has the event's first. */
  readonly seatTypes?: InputMaybe<ReadonlyArray<HoldSeatTypeInput>>;
  /** Standing places, each section and ticket type once. */
  readonly standing: ReadonlyArray<HoldStandingInput>;
};

/** What came of quoteSeats. */
export type QuoteSeatsPayload = {
  readonly __typename?: 'QuoteSeatsPayload';
  /** The prices; null when they were refused. */
  readonly quote?: Maybe<SeatsQuote>;
  /** Why they were refused; empty when they were not. */
  readonly userErrors: ReadonlyArray<QuoteSeatsError>;
};

/** What places cost, with what a discount must know of the event. */
export type SeatsQuote = {
  readonly __typename?: 'SeatsQuote';
  /** The event. */
  readonly eventId: Scalars['ID']['output'];
  /** Who organizes the event. */
  readonly organizerId: Scalars['ID']['output'];
  /** Currency of all prices. */
  readonly currencyCode: CurrencyCode;
  /** One item a place. */
  readonly items: ReadonlyArray<QuotedItem>;
};

/** One place and its price. */
export type QuotedItem = {
  readonly __typename?: 'QuotedItem';
  /** The price zone that it is in. */
  readonly priceZoneId: Scalars['ID']['output'];
  /** The ticket type. */
  readonly ticketTypeId: Scalars['ID']['output'];
  /** What it costs. */
  readonly price: Money;
};

/** Why places have no price. */
export type QuoteSeatsError = {
  readonly __typename?: 'QuoteSeatsError';
  /** Which rule refused. */
  readonly code: QuoteSeatsErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Rules that can refuse quoteSeats. */
export type QuoteSeatsErrorCode =
  /** There is no such event. */
  | 'EVENT_NOT_FOUND'
  /** The event is not on sale, or has ended. */
  | 'EVENT_NOT_ON_SALE'
  /** The event has no such seat. */
  | 'SEAT_NOT_FOUND'
  /** The event has no such standing section. */
  | 'SECTION_NOT_FOUND'
  /** The event has no such ticket type. */
  | 'TICKET_TYPE_NOT_FOUND'
  /** More of a ticket type than one booking may have, or without the type that it needs beside it. */
  | 'TICKET_TYPE_RULES'
  /** No places are wanted, or more than any buyer may hold. */
  | 'TOO_MANY_SEATS';

/** A price zone of an event's plan, and the same zone in other plans that the event is or was on. */
export type EquivalentZones = {
  readonly __typename?: 'EquivalentZones';
  /** The price zone that was asked for. */
  readonly priceZoneId: Scalars['ID']['output'];
  /** Those of the other plans that have its key; one a plan. */
  readonly equivalentIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** What a promo code may be limited to. */
export type DiscountTargets = {
  readonly __typename?: 'DiscountTargets';
  /** The events that there are. */
  readonly events: ReadonlyArray<OrganizedEvent>;
  /** The price zones that there are. */
  readonly priceZoneIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The series that there are. */
  readonly series: ReadonlyArray<OrganizedSeries>;
  /** The users who run a venue: nobody else has an event. */
  readonly organizerIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** An event, who organizes it, and what it is a slot of. None of it ever changes. */
export type OrganizedEvent = {
  readonly __typename?: 'OrganizedEvent';
  /** The event. */
  readonly eventId: Scalars['ID']['output'];
  /** Who organizes it. */
  readonly organizerId: Scalars['ID']['output'];
  /** The series that it is a slot of; null when it stands alone. */
  readonly seriesId?: Maybe<Scalars['ID']['output']>;
};

/** A series and who organizes it. */
export type OrganizedSeries = {
  readonly __typename?: 'OrganizedSeries';
  /** The series. */
  readonly seriesId: Scalars['ID']['output'];
  /** Who organizes it. */
  readonly organizerId: Scalars['ID']['output'];
};

/** What each service has before it. Null, with an error, is one that does not answer. */
export type Services = {
  readonly __typename?: 'Services';
  /** Venues, events, and which places are free. */
  readonly events?: Maybe<ServiceStatus>;
};

/** A page of series. */
export type EventSeriesConnection = {
  readonly __typename?: 'EventSeriesConnection';
  /** Series with their cursors. */
  readonly edges: ReadonlyArray<EventSeriesEdge>;
  /** The series themselves. */
  readonly nodes: ReadonlyArray<EventSeries>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A series in a page. */
export type EventSeriesEdge = {
  readonly __typename?: 'EventSeriesEdge';
  /** Cursor of this series, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The series. */
  readonly node: EventSeries;
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
  Venue: Venue;
  Hall: Hall;
  SeatingPlan: SeatingPlan;
  Section: Section;
  Seat: Seat;
  PriceZone: PriceZone;
  Artist: Artist;
  Event: Event;
  EventSeries: EventSeries;
  TicketType: TicketType;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Venue:
    ( { __typename: 'Venue' }
    & GraphQLRecursivePick<FederationTypes['Venue'], {"id":true}> );
  Hall:
    ( { __typename: 'Hall' }
    & GraphQLRecursivePick<FederationTypes['Hall'], {"id":true}> );
  SeatingPlan:
    ( { __typename: 'SeatingPlan' }
    & GraphQLRecursivePick<FederationTypes['SeatingPlan'], {"id":true}> );
  Section:
    ( { __typename: 'Section' }
    & GraphQLRecursivePick<FederationTypes['Section'], {"id":true}> );
  Seat:
    ( { __typename: 'Seat' }
    & GraphQLRecursivePick<FederationTypes['Seat'], {"id":true}> );
  PriceZone:
    ( { __typename: 'PriceZone' }
    & GraphQLRecursivePick<FederationTypes['PriceZone'], {"id":true}> );
  Artist:
    ( { __typename: 'Artist' }
    & GraphQLRecursivePick<FederationTypes['Artist'], {"id":true}> );
  Event:
    ( { __typename: 'Event' }
    & GraphQLRecursivePick<FederationTypes['Event'], {"id":true}> );
  EventSeries:
    ( { __typename: 'EventSeries' }
    & GraphQLRecursivePick<FederationTypes['EventSeries'], {"id":true}> );
  TicketType:
    ( { __typename: 'TicketType' }
    & GraphQLRecursivePick<FederationTypes['TicketType'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  SeatMapChange:
    | ( SeatMapSnapshotMapper )
    | ( SeatMapDeltaMapper )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( CreateVenueError )
    | ( UpdateVenueError )
    | ( CreateHallError )
    | ( ImportSeatingPlanError )
    | ( CreateArtistError )
    | ( CreateEventError )
    | ( CreateEventSeriesError )
    | ( ScheduleEventSeriesError )
    | ( CancelEventSeriesError )
    | ( UpdateEventError )
    | ( PublishEventError )
    | ( CancelEventError )
    | ( RescheduleEventError )
    | ( ChangeSeatingPlanError )
    | ( BlockSeatsError )
    | ( UnblockSeatsError )
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
  CurrencyCode: CurrencyCode;
  UserErrorCode: UserErrorCode;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<User>;
  Venue: ResolverTypeWrapper<VenueMapper>;
  VenueConnection: ResolverTypeWrapper<Omit<VenueConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['VenueEdge']>, nodes: ReadonlyArray<ResolversTypes['Venue']> }>;
  VenueEdge: ResolverTypeWrapper<Omit<VenueEdge, 'node'> & { node: ResolversTypes['Venue'] }>;
  Hall: ResolverTypeWrapper<HallMapper>;
  SeatingPlan: ResolverTypeWrapper<SeatingPlanMapper>;
  Point: ResolverTypeWrapper<Point>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Section: ResolverTypeWrapper<SectionMapper>;
  SectionKind: SectionKind;
  Row: ResolverTypeWrapper<RowMapper>;
  Seat: ResolverTypeWrapper<SeatMapper>;
  PriceZone: ResolverTypeWrapper<PriceZoneMapper>;
  Artist: ResolverTypeWrapper<ArtistMapper>;
  ArtistConnection: ResolverTypeWrapper<Omit<ArtistConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ArtistEdge']>, nodes: ReadonlyArray<ResolversTypes['Artist']> }>;
  ArtistEdge: ResolverTypeWrapper<Omit<ArtistEdge, 'node'> & { node: ResolversTypes['Artist'] }>;
  Event: ResolverTypeWrapper<EventMapper>;
  EventStatus: EventStatus;
  EventConnection: ResolverTypeWrapper<Omit<EventConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EventEdge']>, nodes: ReadonlyArray<ResolversTypes['Event']> }>;
  EventEdge: ResolverTypeWrapper<Omit<EventEdge, 'node'> & { node: ResolversTypes['Event'] }>;
  EventSeries: ResolverTypeWrapper<EventSeriesMapper>;
  SeriesTicketType: ResolverTypeWrapper<SeriesTicketTypeMapper>;
  EventFilter: EventFilter;
  TicketType: ResolverTypeWrapper<TicketTypeMapper>;
  PriceRange: ResolverTypeWrapper<PriceRangeMapper>;
  ZonePrice: ResolverTypeWrapper<ZonePriceMapper>;
  RefundTier: ResolverTypeWrapper<RefundTier>;
  SeatMap: ResolverTypeWrapper<SeatMapMapper>;
  SeatState: SeatState;
  EventSeatConnection: ResolverTypeWrapper<Omit<EventSeatConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EventSeatEdge']>, nodes: ReadonlyArray<ResolversTypes['EventSeat']> }>;
  EventSeatEdge: ResolverTypeWrapper<Omit<EventSeatEdge, 'node'> & { node: ResolversTypes['EventSeat'] }>;
  EventSeat: ResolverTypeWrapper<EventSeatMapper>;
  StandingRoom: ResolverTypeWrapper<StandingRoomMapper>;
  SeatMapChange: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SeatMapChange']>;
  SeatMapSnapshot: ResolverTypeWrapper<SeatMapSnapshotMapper>;
  SeatMapDelta: ResolverTypeWrapper<SeatMapDeltaMapper>;
  SeatChange: ResolverTypeWrapper<SeatChangeMapper>;
  StandingAvailability: ResolverTypeWrapper<StandingAvailabilityMapper>;
  CreateVenueInput: CreateVenueInput;
  CreateVenuePayload: ResolverTypeWrapper<Omit<CreateVenuePayload, 'venue'> & { venue?: Maybe<ResolversTypes['Venue']> }>;
  CreateVenueError: ResolverTypeWrapper<CreateVenueError>;
  UpdateVenueInput: UpdateVenueInput;
  UpdateVenuePayload: ResolverTypeWrapper<Omit<UpdateVenuePayload, 'venue'> & { venue?: Maybe<ResolversTypes['Venue']> }>;
  UpdateVenueError: ResolverTypeWrapper<UpdateVenueError>;
  CreateHallInput: CreateHallInput;
  CreateHallPayload: ResolverTypeWrapper<Omit<CreateHallPayload, 'hall'> & { hall?: Maybe<ResolversTypes['Hall']> }>;
  CreateHallError: ResolverTypeWrapper<CreateHallError>;
  ImportSeatingPlanInput: ImportSeatingPlanInput;
  SeatingPlanFormat: SeatingPlanFormat;
  ImportSeatingPlanPayload: ResolverTypeWrapper<Omit<ImportSeatingPlanPayload, 'seatingPlan'> & { seatingPlan?: Maybe<ResolversTypes['SeatingPlan']> }>;
  ImportSeatingPlanWarning: ResolverTypeWrapper<ImportSeatingPlanWarning>;
  ImportSeatingPlanError: ResolverTypeWrapper<ImportSeatingPlanError>;
  CreateArtistInput: CreateArtistInput;
  CreateArtistPayload: ResolverTypeWrapper<Omit<CreateArtistPayload, 'artist'> & { artist?: Maybe<ResolversTypes['Artist']> }>;
  CreateArtistError: ResolverTypeWrapper<CreateArtistError>;
  ZonePriceInput: ZonePriceInput;
  TicketTypeInput: TicketTypeInput;
  RefundTierInput: RefundTierInput;
  CreateEventInput: CreateEventInput;
  CreateEventPayload: ResolverTypeWrapper<Omit<CreateEventPayload, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  CreateEventError: ResolverTypeWrapper<CreateEventError>;
  CreateEventSeriesInput: CreateEventSeriesInput;
  CreateEventSeriesPayload: ResolverTypeWrapper<Omit<CreateEventSeriesPayload, 'eventSeries'> & { eventSeries?: Maybe<ResolversTypes['EventSeries']> }>;
  CreateEventSeriesError: ResolverTypeWrapper<CreateEventSeriesError>;
  ScheduleEventSeriesInput: ScheduleEventSeriesInput;
  ScheduleEventSeriesPayload: ResolverTypeWrapper<Omit<ScheduleEventSeriesPayload, 'eventSeries'> & { eventSeries?: Maybe<ResolversTypes['EventSeries']> }>;
  ScheduleEventSeriesError: ResolverTypeWrapper<ScheduleEventSeriesError>;
  CancelEventSeriesInput: CancelEventSeriesInput;
  CancelEventSeriesPayload: ResolverTypeWrapper<Omit<CancelEventSeriesPayload, 'eventSeries'> & { eventSeries?: Maybe<ResolversTypes['EventSeries']> }>;
  CancelEventSeriesError: ResolverTypeWrapper<CancelEventSeriesError>;
  UpdateEventInput: UpdateEventInput;
  UpdateEventPayload: ResolverTypeWrapper<Omit<UpdateEventPayload, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  UpdateEventError: ResolverTypeWrapper<UpdateEventError>;
  PublishEventInput: PublishEventInput;
  PublishEventPayload: ResolverTypeWrapper<Omit<PublishEventPayload, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  PublishEventError: ResolverTypeWrapper<PublishEventError>;
  CancelEventInput: CancelEventInput;
  CancelEventPayload: ResolverTypeWrapper<Omit<CancelEventPayload, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  CancelEventError: ResolverTypeWrapper<CancelEventError>;
  RescheduleEventInput: RescheduleEventInput;
  RescheduleEventPayload: ResolverTypeWrapper<Omit<RescheduleEventPayload, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  RescheduleEventError: ResolverTypeWrapper<RescheduleEventError>;
  ChangeSeatingPlanInput: ChangeSeatingPlanInput;
  ChangeSeatingPlanPayload: ResolverTypeWrapper<Omit<ChangeSeatingPlanPayload, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  ChangeSeatingPlanError: ResolverTypeWrapper<ChangeSeatingPlanError>;
  BlockSeatsInput: BlockSeatsInput;
  BlockSeatsPayload: ResolverTypeWrapper<Omit<BlockSeatsPayload, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  BlockSeatsError: ResolverTypeWrapper<BlockSeatsError>;
  UnblockSeatsInput: UnblockSeatsInput;
  UnblockSeatsPayload: ResolverTypeWrapper<Omit<UnblockSeatsPayload, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  UnblockSeatsError: ResolverTypeWrapper<UnblockSeatsError>;
  HoldSeatsInput: HoldSeatsInput;
  HoldStandingInput: HoldStandingInput;
  HoldBestInput: HoldBestInput;
  HoldPartyInput: HoldPartyInput;
  HoldSeatTypeInput: HoldSeatTypeInput;
  HoldSeatsPayload: ResolverTypeWrapper<Omit<HoldSeatsPayload, 'hold'> & { hold?: Maybe<ResolversTypes['SeatHold']> }>;
  SeatHold: ResolverTypeWrapper<SeatHoldMapper>;
  PresentPlaces: ResolverTypeWrapper<PresentPlaces>;
  HeldItem: ResolverTypeWrapper<HeldItem>;
  HeldRefundTier: ResolverTypeWrapper<HeldRefundTier>;
  HoldSeatsError: ResolverTypeWrapper<HoldSeatsError>;
  HoldSeatsErrorCode: HoldSeatsErrorCode;
  SellSeatsInput: SellSeatsInput;
  SellSeatsPayload: ResolverTypeWrapper<SellSeatsPayload>;
  SellSeatsError: ResolverTypeWrapper<SellSeatsError>;
  SellSeatsErrorCode: SellSeatsErrorCode;
  ReleaseSeatsInput: ReleaseSeatsInput;
  ReleaseReason: ReleaseReason;
  ReleaseSeatsPayload: ResolverTypeWrapper<ReleaseSeatsPayload>;
  ReleaseSeatsError: ResolverTypeWrapper<ReleaseSeatsError>;
  ReleaseSeatsErrorCode: ReleaseSeatsErrorCode;
  QuoteSeatsInput: QuoteSeatsInput;
  QuoteSeatsPayload: ResolverTypeWrapper<QuoteSeatsPayload>;
  SeatsQuote: ResolverTypeWrapper<SeatsQuote>;
  QuotedItem: ResolverTypeWrapper<QuotedItem>;
  QuoteSeatsError: ResolverTypeWrapper<QuoteSeatsError>;
  QuoteSeatsErrorCode: QuoteSeatsErrorCode;
  EquivalentZones: ResolverTypeWrapper<EquivalentZones>;
  DiscountTargets: ResolverTypeWrapper<DiscountTargets>;
  OrganizedEvent: ResolverTypeWrapper<OrganizedEvent>;
  OrganizedSeries: ResolverTypeWrapper<OrganizedSeries>;
  Services: ResolverTypeWrapper<Omit<Services, 'events'> & { events?: Maybe<ResolversTypes['ServiceStatus']> }>;
  EventSeriesConnection: ResolverTypeWrapper<Omit<EventSeriesConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EventSeriesEdge']>, nodes: ReadonlyArray<ResolversTypes['EventSeries']> }>;
  EventSeriesEdge: ResolverTypeWrapper<Omit<EventSeriesEdge, 'node'> & { node: ResolversTypes['EventSeries'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
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
  Subscription: Record<PropertyKey, never>;
  User: User;
  Venue: VenueMapper;
  VenueConnection: Omit<VenueConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['VenueEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Venue']> };
  VenueEdge: Omit<VenueEdge, 'node'> & { node: ResolversParentTypes['Venue'] };
  Hall: HallMapper;
  SeatingPlan: SeatingPlanMapper;
  Point: Point;
  Float: Scalars['Float']['output'];
  Section: SectionMapper;
  Row: RowMapper;
  Seat: SeatMapper;
  PriceZone: PriceZoneMapper;
  Artist: ArtistMapper;
  ArtistConnection: Omit<ArtistConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ArtistEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Artist']> };
  ArtistEdge: Omit<ArtistEdge, 'node'> & { node: ResolversParentTypes['Artist'] };
  Event: EventMapper;
  EventConnection: Omit<EventConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EventEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Event']> };
  EventEdge: Omit<EventEdge, 'node'> & { node: ResolversParentTypes['Event'] };
  EventSeries: EventSeriesMapper;
  SeriesTicketType: SeriesTicketTypeMapper;
  EventFilter: EventFilter;
  TicketType: TicketTypeMapper;
  PriceRange: PriceRangeMapper;
  ZonePrice: ZonePriceMapper;
  RefundTier: RefundTier;
  SeatMap: SeatMapMapper;
  EventSeatConnection: Omit<EventSeatConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EventSeatEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EventSeat']> };
  EventSeatEdge: Omit<EventSeatEdge, 'node'> & { node: ResolversParentTypes['EventSeat'] };
  EventSeat: EventSeatMapper;
  StandingRoom: StandingRoomMapper;
  SeatMapChange: ResolversUnionTypes<ResolversParentTypes>['SeatMapChange'];
  SeatMapSnapshot: SeatMapSnapshotMapper;
  SeatMapDelta: SeatMapDeltaMapper;
  SeatChange: SeatChangeMapper;
  StandingAvailability: StandingAvailabilityMapper;
  CreateVenueInput: CreateVenueInput;
  CreateVenuePayload: Omit<CreateVenuePayload, 'venue'> & { venue?: Maybe<ResolversParentTypes['Venue']> };
  CreateVenueError: CreateVenueError;
  UpdateVenueInput: UpdateVenueInput;
  UpdateVenuePayload: Omit<UpdateVenuePayload, 'venue'> & { venue?: Maybe<ResolversParentTypes['Venue']> };
  UpdateVenueError: UpdateVenueError;
  CreateHallInput: CreateHallInput;
  CreateHallPayload: Omit<CreateHallPayload, 'hall'> & { hall?: Maybe<ResolversParentTypes['Hall']> };
  CreateHallError: CreateHallError;
  ImportSeatingPlanInput: ImportSeatingPlanInput;
  ImportSeatingPlanPayload: Omit<ImportSeatingPlanPayload, 'seatingPlan'> & { seatingPlan?: Maybe<ResolversParentTypes['SeatingPlan']> };
  ImportSeatingPlanWarning: ImportSeatingPlanWarning;
  ImportSeatingPlanError: ImportSeatingPlanError;
  CreateArtistInput: CreateArtistInput;
  CreateArtistPayload: Omit<CreateArtistPayload, 'artist'> & { artist?: Maybe<ResolversParentTypes['Artist']> };
  CreateArtistError: CreateArtistError;
  ZonePriceInput: ZonePriceInput;
  TicketTypeInput: TicketTypeInput;
  RefundTierInput: RefundTierInput;
  CreateEventInput: CreateEventInput;
  CreateEventPayload: Omit<CreateEventPayload, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  CreateEventError: CreateEventError;
  CreateEventSeriesInput: CreateEventSeriesInput;
  CreateEventSeriesPayload: Omit<CreateEventSeriesPayload, 'eventSeries'> & { eventSeries?: Maybe<ResolversParentTypes['EventSeries']> };
  CreateEventSeriesError: CreateEventSeriesError;
  ScheduleEventSeriesInput: ScheduleEventSeriesInput;
  ScheduleEventSeriesPayload: Omit<ScheduleEventSeriesPayload, 'eventSeries'> & { eventSeries?: Maybe<ResolversParentTypes['EventSeries']> };
  ScheduleEventSeriesError: ScheduleEventSeriesError;
  CancelEventSeriesInput: CancelEventSeriesInput;
  CancelEventSeriesPayload: Omit<CancelEventSeriesPayload, 'eventSeries'> & { eventSeries?: Maybe<ResolversParentTypes['EventSeries']> };
  CancelEventSeriesError: CancelEventSeriesError;
  UpdateEventInput: UpdateEventInput;
  UpdateEventPayload: Omit<UpdateEventPayload, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  UpdateEventError: UpdateEventError;
  PublishEventInput: PublishEventInput;
  PublishEventPayload: Omit<PublishEventPayload, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  PublishEventError: PublishEventError;
  CancelEventInput: CancelEventInput;
  CancelEventPayload: Omit<CancelEventPayload, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  CancelEventError: CancelEventError;
  RescheduleEventInput: RescheduleEventInput;
  RescheduleEventPayload: Omit<RescheduleEventPayload, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  RescheduleEventError: RescheduleEventError;
  ChangeSeatingPlanInput: ChangeSeatingPlanInput;
  ChangeSeatingPlanPayload: Omit<ChangeSeatingPlanPayload, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  ChangeSeatingPlanError: ChangeSeatingPlanError;
  BlockSeatsInput: BlockSeatsInput;
  BlockSeatsPayload: Omit<BlockSeatsPayload, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  BlockSeatsError: BlockSeatsError;
  UnblockSeatsInput: UnblockSeatsInput;
  UnblockSeatsPayload: Omit<UnblockSeatsPayload, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  UnblockSeatsError: UnblockSeatsError;
  HoldSeatsInput: HoldSeatsInput;
  HoldStandingInput: HoldStandingInput;
  HoldBestInput: HoldBestInput;
  HoldPartyInput: HoldPartyInput;
  HoldSeatTypeInput: HoldSeatTypeInput;
  HoldSeatsPayload: Omit<HoldSeatsPayload, 'hold'> & { hold?: Maybe<ResolversParentTypes['SeatHold']> };
  SeatHold: SeatHoldMapper;
  PresentPlaces: PresentPlaces;
  HeldItem: HeldItem;
  HeldRefundTier: HeldRefundTier;
  HoldSeatsError: HoldSeatsError;
  SellSeatsInput: SellSeatsInput;
  SellSeatsPayload: SellSeatsPayload;
  SellSeatsError: SellSeatsError;
  ReleaseSeatsInput: ReleaseSeatsInput;
  ReleaseSeatsPayload: ReleaseSeatsPayload;
  ReleaseSeatsError: ReleaseSeatsError;
  QuoteSeatsInput: QuoteSeatsInput;
  QuoteSeatsPayload: QuoteSeatsPayload;
  SeatsQuote: SeatsQuote;
  QuotedItem: QuotedItem;
  QuoteSeatsError: QuoteSeatsError;
  EquivalentZones: EquivalentZones;
  DiscountTargets: DiscountTargets;
  OrganizedEvent: OrganizedEvent;
  OrganizedSeries: OrganizedSeries;
  Services: Omit<Services, 'events'> & { events?: Maybe<ResolversParentTypes['ServiceStatus']> };
  EventSeriesConnection: Omit<EventSeriesConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EventSeriesEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EventSeries']> };
  EventSeriesEdge: Omit<EventSeriesEdge, 'node'> & { node: ResolversParentTypes['EventSeries'] };
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
};

export type AllowDirectiveArgs = {
  role: Scalars['String']['input'];
};

export type AllowDirectiveResolver<Result, Parent, ContextType = Context, Args = AllowDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ResumableDirectiveArgs = {
  argument: Scalars['String']['input'];
};

export type ResumableDirectiveResolver<Result, Parent, ContextType = Context, Args = ResumableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListTotalDirectiveArgs = {
  path: Scalars['String']['input'];
  atMost: ReadonlyArray<Scalars['Int']['input']>;
};

export type ListTotalDirectiveResolver<Result, Parent, ContextType = Context, Args = ListTotalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SameForAllDirectiveArgs = { };

export type SameForAllDirectiveResolver<Result, Parent, ContextType = Context, Args = SameForAllDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

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
  __resolveType: TypeResolveFn<'CreateVenueError' | 'UpdateVenueError' | 'CreateHallError' | 'ImportSeatingPlanError' | 'CreateArtistError' | 'CreateEventError' | 'CreateEventSeriesError' | 'ScheduleEventSeriesError' | 'CancelEventSeriesError' | 'UpdateEventError' | 'PublishEventError' | 'CancelEventError' | 'RescheduleEventError' | 'ChangeSeatingPlanError' | 'BlockSeatsError' | 'UnblockSeatsError', ParentType, ContextType>;
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
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<QueryEventArgs, 'id'>>;
  events?: Resolver<Maybe<ResolversTypes['EventConnection']>, ParentType, ContextType, Partial<QueryEventsArgs>>;
  eventSeries?: Resolver<Maybe<ResolversTypes['EventSeries']>, ParentType, ContextType, RequireFields<QueryEventSeriesArgs, 'id'>>;
  eventSeriesList?: Resolver<Maybe<ResolversTypes['EventSeriesConnection']>, ParentType, ContextType, Partial<QueryEventSeriesListArgs>>;
  venue?: Resolver<Maybe<ResolversTypes['Venue']>, ParentType, ContextType, RequireFields<QueryVenueArgs, 'id'>>;
  venues?: Resolver<Maybe<ResolversTypes['VenueConnection']>, ParentType, ContextType, Partial<QueryVenuesArgs>>;
  seatingPlan?: Resolver<Maybe<ResolversTypes['SeatingPlan']>, ParentType, ContextType, RequireFields<QuerySeatingPlanArgs, 'id'>>;
  seatsByIds?: Resolver<ReadonlyArray<ResolversTypes['Seat']>, ParentType, ContextType, RequireFields<QuerySeatsByIdsArgs, 'ids'>>;
  presentPlaces?: Resolver<ResolversTypes['PresentPlaces'], ParentType, ContextType, RequireFields<QueryPresentPlacesArgs, 'eventId' | 'seatIds' | 'sectionIds'>>;
  sectionsByIds?: Resolver<ReadonlyArray<ResolversTypes['Section']>, ParentType, ContextType, RequireFields<QuerySectionsByIdsArgs, 'ids'>>;
  artist?: Resolver<Maybe<ResolversTypes['Artist']>, ParentType, ContextType, RequireFields<QueryArtistArgs, 'id'>>;
  artists?: Resolver<Maybe<ResolversTypes['ArtistConnection']>, ParentType, ContextType, Partial<QueryArtistsArgs>>;
  quoteSeats?: Resolver<ResolversTypes['QuoteSeatsPayload'], ParentType, ContextType, RequireFields<QueryQuoteSeatsArgs, 'input'>>;
  equivalentZones?: Resolver<ReadonlyArray<ResolversTypes['EquivalentZones']>, ParentType, ContextType, RequireFields<QueryEquivalentZonesArgs, 'eventId' | 'priceZoneIds'>>;
  discountTargets?: Resolver<ResolversTypes['DiscountTargets'], ParentType, ContextType, RequireFields<QueryDiscountTargetsArgs, 'eventIds' | 'priceZoneIds'>>;
  services?: Resolver<Maybe<ResolversTypes['Services']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createVenue?: Resolver<Maybe<ResolversTypes['CreateVenuePayload']>, ParentType, ContextType, RequireFields<MutationCreateVenueArgs, 'input'>>;
  updateVenue?: Resolver<Maybe<ResolversTypes['UpdateVenuePayload']>, ParentType, ContextType, RequireFields<MutationUpdateVenueArgs, 'input'>>;
  createHall?: Resolver<Maybe<ResolversTypes['CreateHallPayload']>, ParentType, ContextType, RequireFields<MutationCreateHallArgs, 'input'>>;
  importSeatingPlan?: Resolver<Maybe<ResolversTypes['ImportSeatingPlanPayload']>, ParentType, ContextType, RequireFields<MutationImportSeatingPlanArgs, 'input'>>;
  createArtist?: Resolver<Maybe<ResolversTypes['CreateArtistPayload']>, ParentType, ContextType, RequireFields<MutationCreateArtistArgs, 'input'>>;
  createEvent?: Resolver<Maybe<ResolversTypes['CreateEventPayload']>, ParentType, ContextType, RequireFields<MutationCreateEventArgs, 'input'>>;
  updateEvent?: Resolver<Maybe<ResolversTypes['UpdateEventPayload']>, ParentType, ContextType, RequireFields<MutationUpdateEventArgs, 'input'>>;
  publishEvent?: Resolver<Maybe<ResolversTypes['PublishEventPayload']>, ParentType, ContextType, RequireFields<MutationPublishEventArgs, 'input'>>;
  cancelEvent?: Resolver<Maybe<ResolversTypes['CancelEventPayload']>, ParentType, ContextType, RequireFields<MutationCancelEventArgs, 'input'>>;
  rescheduleEvent?: Resolver<Maybe<ResolversTypes['RescheduleEventPayload']>, ParentType, ContextType, RequireFields<MutationRescheduleEventArgs, 'input'>>;
  changeSeatingPlan?: Resolver<Maybe<ResolversTypes['ChangeSeatingPlanPayload']>, ParentType, ContextType, RequireFields<MutationChangeSeatingPlanArgs, 'input'>>;
  createEventSeries?: Resolver<Maybe<ResolversTypes['CreateEventSeriesPayload']>, ParentType, ContextType, RequireFields<MutationCreateEventSeriesArgs, 'input'>>;
  scheduleEventSeries?: Resolver<Maybe<ResolversTypes['ScheduleEventSeriesPayload']>, ParentType, ContextType, RequireFields<MutationScheduleEventSeriesArgs, 'input'>>;
  cancelEventSeries?: Resolver<Maybe<ResolversTypes['CancelEventSeriesPayload']>, ParentType, ContextType, RequireFields<MutationCancelEventSeriesArgs, 'input'>>;
  blockSeats?: Resolver<Maybe<ResolversTypes['BlockSeatsPayload']>, ParentType, ContextType, RequireFields<MutationBlockSeatsArgs, 'input'>>;
  unblockSeats?: Resolver<Maybe<ResolversTypes['UnblockSeatsPayload']>, ParentType, ContextType, RequireFields<MutationUnblockSeatsArgs, 'input'>>;
  holdSeats?: Resolver<ResolversTypes['HoldSeatsPayload'], ParentType, ContextType, RequireFields<MutationHoldSeatsArgs, 'input'>>;
  sellSeats?: Resolver<ResolversTypes['SellSeatsPayload'], ParentType, ContextType, RequireFields<MutationSellSeatsArgs, 'input'>>;
  releaseSeats?: Resolver<ResolversTypes['ReleaseSeatsPayload'], ParentType, ContextType, RequireFields<MutationReleaseSeatsArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  seatMapChanged?: SubscriptionResolver<ResolversTypes['SeatMapChange'], "seatMapChanged", ParentType, ContextType, RequireFields<SubscriptionSeatMapChangedArgs, 'eventId'>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type VenueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Venue'] = ResolversParentTypes['Venue'], FederationReferenceType extends FederationReferenceTypes['Venue'] = FederationReferenceTypes['Venue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Venue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organizer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  halls?: Resolver<ReadonlyArray<ResolversTypes['Hall']>, ParentType, ContextType>;
};

export type VenueConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VenueConnection'] = ResolversParentTypes['VenueConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['VenueEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Venue']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type VenueEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VenueEdge'] = ResolversParentTypes['VenueEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Venue'], ParentType, ContextType>;
};

export type HallResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hall'] = ResolversParentTypes['Hall'], FederationReferenceType extends FederationReferenceTypes['Hall'] = FederationReferenceTypes['Hall']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Hall']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  venue?: Resolver<ResolversTypes['Venue'], ParentType, ContextType>;
  seatingPlan?: Resolver<Maybe<ResolversTypes['SeatingPlan']>, ParentType, ContextType>;
};

export type SeatingPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatingPlan'] = ResolversParentTypes['SeatingPlan'], FederationReferenceType extends FederationReferenceTypes['SeatingPlan'] = FederationReferenceTypes['SeatingPlan']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SeatingPlan']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seatCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standingCapacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['Point']>, ParentType, ContextType>;
  sections?: Resolver<ReadonlyArray<ResolversTypes['Section']>, ParentType, ContextType>;
  priceZones?: Resolver<ReadonlyArray<ResolversTypes['PriceZone']>, ParentType, ContextType>;
  seats?: Resolver<ReadonlyArray<ResolversTypes['Seat']>, ParentType, ContextType>;
  seatsAt?: Resolver<ReadonlyArray<ResolversTypes['Seat']>, ParentType, ContextType, RequireFields<SeatingPlanSeatsAtArgs, 'indexes'>>;
  geometry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  geometryUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Point'] = ResolversParentTypes['Point']> = {
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Section'] = ResolversParentTypes['Section'], FederationReferenceType extends FederationReferenceTypes['Section'] = FederationReferenceTypes['Section']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Section']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SectionKind'], ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  priceZone?: Resolver<Maybe<ResolversTypes['PriceZone']>, ParentType, ContextType>;
  outline?: Resolver<ReadonlyArray<ResolversTypes['Point']>, ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['Row']>, ParentType, ContextType>;
};

export type RowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Row'] = ResolversParentTypes['Row']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  section?: Resolver<ResolversTypes['Section'], ParentType, ContextType>;
  seats?: Resolver<ReadonlyArray<ResolversTypes['Seat']>, ParentType, ContextType>;
};

export type SeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Seat'] = ResolversParentTypes['Seat'], FederationReferenceType extends FederationReferenceTypes['Seat'] = FederationReferenceTypes['Seat']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Seat']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Row'], ParentType, ContextType>;
  section?: Resolver<ResolversTypes['Section'], ParentType, ContextType>;
  priceZone?: Resolver<ResolversTypes['PriceZone'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isAccessible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isCompanion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasRestrictedView?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PriceZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceZone'] = ResolversParentTypes['PriceZone'], FederationReferenceType extends FederationReferenceTypes['PriceZone'] = FederationReferenceTypes['PriceZone']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PriceZone']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  color?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ArtistResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Artist'] = ResolversParentTypes['Artist'], FederationReferenceType extends FederationReferenceTypes['Artist'] = FederationReferenceTypes['Artist']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Artist']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ArtistConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArtistConnection'] = ResolversParentTypes['ArtistConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArtistEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Artist']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArtistEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArtistEdge'] = ResolversParentTypes['ArtistEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Artist'], ParentType, ContextType>;
};

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EventStatus'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hall?: Resolver<ResolversTypes['Hall'], ParentType, ContextType>;
  venue?: Resolver<ResolversTypes['Venue'], ParentType, ContextType>;
  organizer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['EventSeries']>, ParentType, ContextType>;
  artists?: Resolver<ReadonlyArray<ResolversTypes['Artist']>, ParentType, ContextType>;
  seatingPlan?: Resolver<ResolversTypes['SeatingPlan'], ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['ZonePrice']>, ParentType, ContextType>;
  priceRange?: Resolver<Maybe<ResolversTypes['PriceRange']>, ParentType, ContextType>;
  freePlaces?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ticketTypes?: Resolver<ReadonlyArray<ResolversTypes['TicketType']>, ParentType, ContextType>;
  holdSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxSeatsPerUser?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refundTiers?: Resolver<ReadonlyArray<ResolversTypes['RefundTier']>, ParentType, ContextType>;
  refusesSingleSeats?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minimumGuests?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minimumDecidedHoursBefore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minimumDecidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isMinimumReached?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  seatMap?: Resolver<Maybe<ResolversTypes['SeatMap']>, ParentType, ContextType>;
};

export type EventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Event']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
};

export type EventSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSeries'] = ResolversParentTypes['EventSeries'], FederationReferenceType extends FederationReferenceTypes['EventSeries'] = FederationReferenceTypes['EventSeries']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['EventSeries']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hall?: Resolver<ResolversTypes['Hall'], ParentType, ContextType>;
  venue?: Resolver<ResolversTypes['Venue'], ParentType, ContextType>;
  organizer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  artists?: Resolver<ReadonlyArray<ResolversTypes['Artist']>, ParentType, ContextType>;
  seatingPlan?: Resolver<ResolversTypes['SeatingPlan'], ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['ZonePrice']>, ParentType, ContextType>;
  ticketTypes?: Resolver<ReadonlyArray<ResolversTypes['SeriesTicketType']>, ParentType, ContextType>;
  holdSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxSeatsPerUser?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refundTiers?: Resolver<ReadonlyArray<ResolversTypes['RefundTier']>, ParentType, ContextType>;
  refusesSingleSeats?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minimumGuests?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minimumDecidedHoursBefore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<EventSeriesEventsArgs>>;
};

export type SeriesTicketTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeriesTicketType'] = ResolversParentTypes['SeriesTicketType']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxPerBooking?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxPerEvent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  needsKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  proof?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['ZonePrice']>, ParentType, ContextType>;
};

export type TicketTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketType'] = ResolversParentTypes['TicketType'], FederationReferenceType extends FederationReferenceTypes['TicketType'] = FederationReferenceTypes['TicketType']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TicketType']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxPerBooking?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxPerEvent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  needs?: Resolver<Maybe<ResolversTypes['TicketType']>, ParentType, ContextType>;
  proof?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['ZonePrice']>, ParentType, ContextType>;
};

export type PriceRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceRange'] = ResolversParentTypes['PriceRange']> = {
  lowest?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  highest?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ZonePriceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ZonePrice'] = ResolversParentTypes['ZonePrice']> = {
  priceZone?: Resolver<ResolversTypes['PriceZone'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type RefundTierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundTier'] = ResolversParentTypes['RefundTier']> = {
  hoursBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeatMapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatMap'] = ResolversParentTypes['SeatMap']> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  states?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['SeatingPlan'], ParentType, ContextType>;
  seats?: Resolver<ResolversTypes['EventSeatConnection'], ParentType, ContextType, Partial<SeatMapSeatsArgs>>;
  standing?: Resolver<ReadonlyArray<ResolversTypes['StandingRoom']>, ParentType, ContextType>;
};

export type EventSeatConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSeatConnection'] = ResolversParentTypes['EventSeatConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventSeatEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EventSeat']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EventSeatEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSeatEdge'] = ResolversParentTypes['EventSeatEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EventSeat'], ParentType, ContextType>;
};

export type EventSeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSeat'] = ResolversParentTypes['EventSeat']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SeatState'], ParentType, ContextType>;
  seat?: Resolver<ResolversTypes['Seat'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type StandingRoomResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandingRoom'] = ResolversParentTypes['StandingRoom']> = {
  section?: Resolver<ResolversTypes['Section'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type SeatMapChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatMapChange'] = ResolversParentTypes['SeatMapChange']> = {
  __resolveType: TypeResolveFn<'SeatMapSnapshot' | 'SeatMapDelta', ParentType, ContextType>;
};

export type SeatMapSnapshotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatMapSnapshot'] = ResolversParentTypes['SeatMapSnapshot']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['SeatingPlan'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  states?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  standing?: Resolver<ReadonlyArray<ResolversTypes['StandingAvailability']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeatMapDeltaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatMapDelta'] = ResolversParentTypes['SeatMapDelta']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  fromVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['SeatChange']>, ParentType, ContextType>;
  standing?: Resolver<ReadonlyArray<ResolversTypes['StandingAvailability']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeatChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatChange'] = ResolversParentTypes['SeatChange']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SeatState'], ParentType, ContextType>;
  seat?: Resolver<ResolversTypes['Seat'], ParentType, ContextType>;
};

export type StandingAvailabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandingAvailability'] = ResolversParentTypes['StandingAvailability']> = {
  section?: Resolver<ResolversTypes['Section'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateVenuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateVenuePayload'] = ResolversParentTypes['CreateVenuePayload']> = {
  venue?: Resolver<Maybe<ResolversTypes['Venue']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateVenueError']>, ParentType, ContextType>;
};

export type CreateVenueErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateVenueError'] = ResolversParentTypes['CreateVenueError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateVenuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateVenuePayload'] = ResolversParentTypes['UpdateVenuePayload']> = {
  venue?: Resolver<Maybe<ResolversTypes['Venue']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateVenueError']>, ParentType, ContextType>;
};

export type UpdateVenueErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateVenueError'] = ResolversParentTypes['UpdateVenueError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateHallPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateHallPayload'] = ResolversParentTypes['CreateHallPayload']> = {
  hall?: Resolver<Maybe<ResolversTypes['Hall']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateHallError']>, ParentType, ContextType>;
};

export type CreateHallErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateHallError'] = ResolversParentTypes['CreateHallError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImportSeatingPlanPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportSeatingPlanPayload'] = ResolversParentTypes['ImportSeatingPlanPayload']> = {
  seatingPlan?: Resolver<Maybe<ResolversTypes['SeatingPlan']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['ImportSeatingPlanWarning']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ImportSeatingPlanError']>, ParentType, ContextType>;
};

export type ImportSeatingPlanWarningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportSeatingPlanWarning'] = ResolversParentTypes['ImportSeatingPlanWarning']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportSeatingPlanErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportSeatingPlanError'] = ResolversParentTypes['ImportSeatingPlanError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateArtistPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateArtistPayload'] = ResolversParentTypes['CreateArtistPayload']> = {
  artist?: Resolver<Maybe<ResolversTypes['Artist']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateArtistError']>, ParentType, ContextType>;
};

export type CreateArtistErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateArtistError'] = ResolversParentTypes['CreateArtistError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateEventPayload'] = ResolversParentTypes['CreateEventPayload']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateEventError']>, ParentType, ContextType>;
};

export type CreateEventErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateEventError'] = ResolversParentTypes['CreateEventError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateEventSeriesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateEventSeriesPayload'] = ResolversParentTypes['CreateEventSeriesPayload']> = {
  eventSeries?: Resolver<Maybe<ResolversTypes['EventSeries']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateEventSeriesError']>, ParentType, ContextType>;
};

export type CreateEventSeriesErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateEventSeriesError'] = ResolversParentTypes['CreateEventSeriesError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScheduleEventSeriesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleEventSeriesPayload'] = ResolversParentTypes['ScheduleEventSeriesPayload']> = {
  eventSeries?: Resolver<Maybe<ResolversTypes['EventSeries']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ScheduleEventSeriesError']>, ParentType, ContextType>;
};

export type ScheduleEventSeriesErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleEventSeriesError'] = ResolversParentTypes['ScheduleEventSeriesError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelEventSeriesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelEventSeriesPayload'] = ResolversParentTypes['CancelEventSeriesPayload']> = {
  eventSeries?: Resolver<Maybe<ResolversTypes['EventSeries']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CancelEventSeriesError']>, ParentType, ContextType>;
};

export type CancelEventSeriesErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelEventSeriesError'] = ResolversParentTypes['CancelEventSeriesError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateEventPayload'] = ResolversParentTypes['UpdateEventPayload']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateEventError']>, ParentType, ContextType>;
};

export type UpdateEventErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateEventError'] = ResolversParentTypes['UpdateEventError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublishEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishEventPayload'] = ResolversParentTypes['PublishEventPayload']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PublishEventError']>, ParentType, ContextType>;
};

export type PublishEventErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishEventError'] = ResolversParentTypes['PublishEventError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelEventPayload'] = ResolversParentTypes['CancelEventPayload']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CancelEventError']>, ParentType, ContextType>;
};

export type CancelEventErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelEventError'] = ResolversParentTypes['CancelEventError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RescheduleEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RescheduleEventPayload'] = ResolversParentTypes['RescheduleEventPayload']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RescheduleEventError']>, ParentType, ContextType>;
};

export type RescheduleEventErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RescheduleEventError'] = ResolversParentTypes['RescheduleEventError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeSeatingPlanPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeSeatingPlanPayload'] = ResolversParentTypes['ChangeSeatingPlanPayload']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ChangeSeatingPlanError']>, ParentType, ContextType>;
};

export type ChangeSeatingPlanErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeSeatingPlanError'] = ResolversParentTypes['ChangeSeatingPlanError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockSeatsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockSeatsPayload'] = ResolversParentTypes['BlockSeatsPayload']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['BlockSeatsError']>, ParentType, ContextType>;
};

export type BlockSeatsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockSeatsError'] = ResolversParentTypes['BlockSeatsError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnblockSeatsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockSeatsPayload'] = ResolversParentTypes['UnblockSeatsPayload']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UnblockSeatsError']>, ParentType, ContextType>;
};

export type UnblockSeatsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockSeatsError'] = ResolversParentTypes['UnblockSeatsError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldSeatsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldSeatsPayload'] = ResolversParentTypes['HoldSeatsPayload']> = {
  hold?: Resolver<Maybe<ResolversTypes['SeatHold']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['HoldSeatsError']>, ParentType, ContextType>;
};

export type SeatHoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatHold'] = ResolversParentTypes['SeatHold']> = {
  bookingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organizerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hallId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['HeldItem']>, ParentType, ContextType>;
  refundTiers?: Resolver<ReadonlyArray<ResolversTypes['HeldRefundTier']>, ParentType, ContextType>;
};

export type PresentPlacesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PresentPlaces'] = ResolversParentTypes['PresentPlaces']> = {
  seatIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  sectionIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type HeldItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeldItem'] = ResolversParentTypes['HeldItem']> = {
  seatId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sectionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  priceZoneId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  ticketTypeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type HeldRefundTierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeldRefundTier'] = ResolversParentTypes['HeldRefundTier']> = {
  hoursBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HoldSeatsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldSeatsError'] = ResolversParentTypes['HoldSeatsError']> = {
  code?: Resolver<ResolversTypes['HoldSeatsErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  seatIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SellSeatsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellSeatsPayload'] = ResolversParentTypes['SellSeatsPayload']> = {
  sold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SellSeatsError']>, ParentType, ContextType>;
};

export type SellSeatsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellSeatsError'] = ResolversParentTypes['SellSeatsError']> = {
  code?: Resolver<ResolversTypes['SellSeatsErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ReleaseSeatsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseSeatsPayload'] = ResolversParentTypes['ReleaseSeatsPayload']> = {
  released?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReleaseSeatsError']>, ParentType, ContextType>;
};

export type ReleaseSeatsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseSeatsError'] = ResolversParentTypes['ReleaseSeatsError']> = {
  code?: Resolver<ResolversTypes['ReleaseSeatsErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type QuoteSeatsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuoteSeatsPayload'] = ResolversParentTypes['QuoteSeatsPayload']> = {
  quote?: Resolver<Maybe<ResolversTypes['SeatsQuote']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['QuoteSeatsError']>, ParentType, ContextType>;
};

export type SeatsQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeatsQuote'] = ResolversParentTypes['SeatsQuote']> = {
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organizerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['QuotedItem']>, ParentType, ContextType>;
};

export type QuotedItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuotedItem'] = ResolversParentTypes['QuotedItem']> = {
  priceZoneId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ticketTypeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type QuoteSeatsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuoteSeatsError'] = ResolversParentTypes['QuoteSeatsError']> = {
  code?: Resolver<ResolversTypes['QuoteSeatsErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type EquivalentZonesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EquivalentZones'] = ResolversParentTypes['EquivalentZones']> = {
  priceZoneId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  equivalentIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DiscountTargetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscountTargets'] = ResolversParentTypes['DiscountTargets']> = {
  events?: Resolver<ReadonlyArray<ResolversTypes['OrganizedEvent']>, ParentType, ContextType>;
  priceZoneIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  series?: Resolver<ReadonlyArray<ResolversTypes['OrganizedSeries']>, ParentType, ContextType>;
  organizerIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type OrganizedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizedEvent'] = ResolversParentTypes['OrganizedEvent']> = {
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organizerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  seriesId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type OrganizedSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizedSeries'] = ResolversParentTypes['OrganizedSeries']> = {
  seriesId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organizerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ServicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Services'] = ResolversParentTypes['Services']> = {
  events?: Resolver<Maybe<ResolversTypes['ServiceStatus']>, ParentType, ContextType>;
};

export type EventSeriesConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSeriesConnection'] = ResolversParentTypes['EventSeriesConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventSeriesEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EventSeries']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EventSeriesEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSeriesEdge'] = ResolversParentTypes['EventSeriesEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EventSeries'], ParentType, ContextType>;
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
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Venue?: VenueResolvers<ContextType>;
  VenueConnection?: VenueConnectionResolvers<ContextType>;
  VenueEdge?: VenueEdgeResolvers<ContextType>;
  Hall?: HallResolvers<ContextType>;
  SeatingPlan?: SeatingPlanResolvers<ContextType>;
  Point?: PointResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  Row?: RowResolvers<ContextType>;
  Seat?: SeatResolvers<ContextType>;
  PriceZone?: PriceZoneResolvers<ContextType>;
  Artist?: ArtistResolvers<ContextType>;
  ArtistConnection?: ArtistConnectionResolvers<ContextType>;
  ArtistEdge?: ArtistEdgeResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  EventSeries?: EventSeriesResolvers<ContextType>;
  SeriesTicketType?: SeriesTicketTypeResolvers<ContextType>;
  TicketType?: TicketTypeResolvers<ContextType>;
  PriceRange?: PriceRangeResolvers<ContextType>;
  ZonePrice?: ZonePriceResolvers<ContextType>;
  RefundTier?: RefundTierResolvers<ContextType>;
  SeatMap?: SeatMapResolvers<ContextType>;
  EventSeatConnection?: EventSeatConnectionResolvers<ContextType>;
  EventSeatEdge?: EventSeatEdgeResolvers<ContextType>;
  EventSeat?: EventSeatResolvers<ContextType>;
  StandingRoom?: StandingRoomResolvers<ContextType>;
  SeatMapChange?: SeatMapChangeResolvers<ContextType>;
  SeatMapSnapshot?: SeatMapSnapshotResolvers<ContextType>;
  SeatMapDelta?: SeatMapDeltaResolvers<ContextType>;
  SeatChange?: SeatChangeResolvers<ContextType>;
  StandingAvailability?: StandingAvailabilityResolvers<ContextType>;
  CreateVenuePayload?: CreateVenuePayloadResolvers<ContextType>;
  CreateVenueError?: CreateVenueErrorResolvers<ContextType>;
  UpdateVenuePayload?: UpdateVenuePayloadResolvers<ContextType>;
  UpdateVenueError?: UpdateVenueErrorResolvers<ContextType>;
  CreateHallPayload?: CreateHallPayloadResolvers<ContextType>;
  CreateHallError?: CreateHallErrorResolvers<ContextType>;
  ImportSeatingPlanPayload?: ImportSeatingPlanPayloadResolvers<ContextType>;
  ImportSeatingPlanWarning?: ImportSeatingPlanWarningResolvers<ContextType>;
  ImportSeatingPlanError?: ImportSeatingPlanErrorResolvers<ContextType>;
  CreateArtistPayload?: CreateArtistPayloadResolvers<ContextType>;
  CreateArtistError?: CreateArtistErrorResolvers<ContextType>;
  CreateEventPayload?: CreateEventPayloadResolvers<ContextType>;
  CreateEventError?: CreateEventErrorResolvers<ContextType>;
  CreateEventSeriesPayload?: CreateEventSeriesPayloadResolvers<ContextType>;
  CreateEventSeriesError?: CreateEventSeriesErrorResolvers<ContextType>;
  ScheduleEventSeriesPayload?: ScheduleEventSeriesPayloadResolvers<ContextType>;
  ScheduleEventSeriesError?: ScheduleEventSeriesErrorResolvers<ContextType>;
  CancelEventSeriesPayload?: CancelEventSeriesPayloadResolvers<ContextType>;
  CancelEventSeriesError?: CancelEventSeriesErrorResolvers<ContextType>;
  UpdateEventPayload?: UpdateEventPayloadResolvers<ContextType>;
  UpdateEventError?: UpdateEventErrorResolvers<ContextType>;
  PublishEventPayload?: PublishEventPayloadResolvers<ContextType>;
  PublishEventError?: PublishEventErrorResolvers<ContextType>;
  CancelEventPayload?: CancelEventPayloadResolvers<ContextType>;
  CancelEventError?: CancelEventErrorResolvers<ContextType>;
  RescheduleEventPayload?: RescheduleEventPayloadResolvers<ContextType>;
  RescheduleEventError?: RescheduleEventErrorResolvers<ContextType>;
  ChangeSeatingPlanPayload?: ChangeSeatingPlanPayloadResolvers<ContextType>;
  ChangeSeatingPlanError?: ChangeSeatingPlanErrorResolvers<ContextType>;
  BlockSeatsPayload?: BlockSeatsPayloadResolvers<ContextType>;
  BlockSeatsError?: BlockSeatsErrorResolvers<ContextType>;
  UnblockSeatsPayload?: UnblockSeatsPayloadResolvers<ContextType>;
  UnblockSeatsError?: UnblockSeatsErrorResolvers<ContextType>;
  HoldSeatsPayload?: HoldSeatsPayloadResolvers<ContextType>;
  SeatHold?: SeatHoldResolvers<ContextType>;
  PresentPlaces?: PresentPlacesResolvers<ContextType>;
  HeldItem?: HeldItemResolvers<ContextType>;
  HeldRefundTier?: HeldRefundTierResolvers<ContextType>;
  HoldSeatsError?: HoldSeatsErrorResolvers<ContextType>;
  SellSeatsPayload?: SellSeatsPayloadResolvers<ContextType>;
  SellSeatsError?: SellSeatsErrorResolvers<ContextType>;
  ReleaseSeatsPayload?: ReleaseSeatsPayloadResolvers<ContextType>;
  ReleaseSeatsError?: ReleaseSeatsErrorResolvers<ContextType>;
  QuoteSeatsPayload?: QuoteSeatsPayloadResolvers<ContextType>;
  SeatsQuote?: SeatsQuoteResolvers<ContextType>;
  QuotedItem?: QuotedItemResolvers<ContextType>;
  QuoteSeatsError?: QuoteSeatsErrorResolvers<ContextType>;
  EquivalentZones?: EquivalentZonesResolvers<ContextType>;
  DiscountTargets?: DiscountTargetsResolvers<ContextType>;
  OrganizedEvent?: OrganizedEventResolvers<ContextType>;
  OrganizedSeries?: OrganizedSeriesResolvers<ContextType>;
  Services?: ServicesResolvers<ContextType>;
  EventSeriesConnection?: EventSeriesConnectionResolvers<ContextType>;
  EventSeriesEdge?: EventSeriesEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  allow?: AllowDirectiveResolver<any, any, ContextType>;
  resumable?: ResumableDirectiveResolver<any, any, ContextType>;
  listTotal?: ListTotalDirectiveResolver<any, any, ContextType>;
  sameForAll?: SameForAllDirectiveResolver<any, any, ContextType>;
};

/** The resolvers that the schema needs: see Complete. */
export type CompleteResolvers<ContextType = Context> = import('@parterre/platform/graphql/complete-resolvers.ts').Complete<
  Resolvers<ContextType>,
  ResolversParentTypes
>;
