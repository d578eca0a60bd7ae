// Written by `npm run codegen` from subgraphs/analytics/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EventMapper, ArtistMapper, EventStatisticsMapper, TicketTypeSalesMapper, PriceZoneSalesMapper, TicketTypeMapper, PriceZoneMapper, EventSalesMapper, SalesOverviewMapper } from './mappers.ts';
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

/** What can be read. Each field says who may ask for it; what is not there, or not yours, is null. */
export type Query = {
  readonly __typename?: 'Query';
  /** What was sold over a period: of an organizer's own events, of all events for an administrator. Whole hours (UTC): `from` counts from the beginning of its hour, `to` until the end of its hour. */
  readonly salesOverview?: Maybe<SalesOverview>;
};


/** What can be read. Each field says who may ask for it; what is not there, or not yours, is null. */
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
  /** How many events with the artist began in a period, and how many visitors they had. For organizers and administrators. */
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



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Money: ResolverTypeWrapper<Money>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CurrencyCode: CurrencyCode;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Event: ResolverTypeWrapper<EventMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Artist: ResolverTypeWrapper<ArtistMapper>;
  EventStatistics: ResolverTypeWrapper<EventStatisticsMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
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
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Money: Money;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  Event: EventMapper;
  ID: Scalars['ID']['output'];
  Artist: ArtistMapper;
  EventStatistics: EventStatisticsMapper;
  Int: Scalars['Int']['output'];
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

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  salesOverview?: Resolver<Maybe<ResolversTypes['SalesOverview']>, ParentType, ContextType, RequireFields<QuerySalesOverviewArgs, 'from' | 'to'>>;
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

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
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
};

export type DirectiveResolvers<ContextType = Context> = {
  allow?: AllowDirectiveResolver<any, any, ContextType>;
};

/** The resolvers that the schema needs: see Complete. */
export type CompleteResolvers<ContextType = Context> = import('@parterre/platform/graphql/complete-resolvers.ts').Complete<
  Resolvers<ContextType>,
  ResolversParentTypes
>;
