/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Input of `assignRole`. */
export type AssignRoleInput = {
  /** The new role. */
  readonly role: Role;
  /** Who gets the role. */
  readonly userId: string;
};

/** A party that wants to sit side by side: `partySize` or `party`. */
export type BestAvailableInput = {
  /** How many they are of which ticket types. */
  readonly party?: ReadonlyArray<PartyInput> | null | undefined;
  /** How many they are, of the event's first ticket type. */
  readonly partySize?: number | null | undefined;
  /** The price zone that they want to sit in. */
  readonly priceZoneId: string;
};

/** Seats to take off sale. */
export type BlockSeatsInput = {
  /** The event, which must be published. */
  readonly eventId: string;
  /** The seats, 1 to 1000. */
  readonly seatIds: ReadonlyArray<string>;
};

/** Input of `blockUser`. */
export type BlockUserInput = {
  /** Why, 1 to 500 characters; the user is told. */
  readonly reason: string;
  /** Who is blocked. */
  readonly userId: string;
};

/** Where a booking stands. */
export type BookingStatus =
  /** Seats are held until `expiresAt`. Stays so while a payment is under way. */
  | 'AWAITING_PAYMENT'
  /** It ended before it was paid; `cancellationReason` says why. */
  | 'CANCELLED'
  /** Paid; the tickets are issued. */
  | 'CONFIRMED'
  /** Nobody paid in time; the seats are back on sale. */
  | 'EXPIRED'
  /** Some of its tickets were given back, others are live. */
  | 'PARTIALLY_REFUNDED'
  /** All of its tickets were given back. */
  | 'REFUNDED';

/** Which booking to cancel. */
export type CancelBookingInput = {
  /** Give the tickets back even where what goes back for one of them rounds to 0.00. */
  readonly acceptNothing?: boolean;
  /** The booking. */
  readonly bookingId: string;
  /** A text of 1 to 200 characters that names this cancellation. */
  readonly idempotencyKey: string;
};

/** Which event to cancel. */
export type CancelEventInput = {
  /** The event to cancel. */
  readonly eventId: string;
  /** Names this attempt, 1 to 200 characters: repeat it to retry safely. */
  readonly idempotencyKey: string;
  /** Why, as buyers are told: 1 to 500 characters on one line. */
  readonly reason: string;
};

/** What to cancel, and why. */
export type CancelEventSeriesInput = {
  /** The series whose slots to cancel. */
  readonly eventSeriesId: string;
  /** Names this attempt, 1 to 200 characters: repeat it to retry safely. */
  readonly idempotencyKey: string;
  /** Why, as buyers are told: 1 to 500 characters on one line. */
  readonly reason: string;
};

/** Why a booking ended. */
export type CancellationReason =
  /** The buyer, or an administrator for the buyer, cancelled it. */
  | 'BY_BUYER'
  /** The event was cancelled or taken off sale. */
  | 'EVENT_CANCELLED'
  /** Nobody paid in time. */
  | 'EXPIRED'
  /** The payment was declined as often as the server allows, or could not be completed. */
  | 'PAYMENT_DECLINED'
  /** The buyer was blocked. */
  | 'USER_BLOCKED';

/** Input of `changeLanguage`. */
export type ChangeLanguageInput = {
  /** The language from now on. */
  readonly language: Language;
};

/** Input of `changePassword`. */
export type ChangePasswordInput = {
  /** The password until now. */
  readonly currentPassword: string;
  /** The password from now on, 10 to 200 characters. */
  readonly newPassword: string;
};

/** An event, and the version of the plan that it shall be on. */
export type ChangeSeatingPlanInput = {
  /** The event to change. */
  readonly eventId: string;
  /** Names this attempt, 1 to 200 characters: repeat it to retry safely. */
  readonly idempotencyKey: string;
  /** What a place costs, by zones of the new plan. A zone that is left out costs what that of its `key` cost so far, and promo codes of that one are for it too. Prices of what is held or sold stay. */
  readonly prices?: ReadonlyArray<ZonePriceInput> | null | undefined;
  /** A version of the plan of the event's hall that is newer than the event's. */
  readonly seatingPlanId: string;
};

/** What was scanned at which door. */
export type CheckInTicketInput = {
  /** The text in the QR picture. */
  readonly code: string;
  /** The event that one enters there: a ticket for another is refused. Any event of the organizer unless given. */
  readonly eventId?: string | null | undefined;
  /**
   * A text of 1 to 200 characters that names this scan: asked again with the same, after an answer was lost, the first
   * outcome comes again. Without it the second answer is ALREADY_CHECKED_IN.
   */
  readonly idempotencyKey?: string | null | undefined;
};

/** Input of `confirmEmail`. */
export type ConfirmEmailInput = {
  /** The token from the mail's link. */
  readonly token: string;
};

/** An artist to introduce. */
export type CreateArtistInput = {
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again, instead of making a second one. */
  readonly idempotencyKey?: string | null | undefined;
  /** Name as on the bill, 1 to 200 characters. */
  readonly name: string;
};

/** What to book: seats, standing places, or both, of one event. */
export type CreateBookingInput = {
  /** Seats side by side that are chosen for the buyer: nearest the stage, leaving no free seat alone where that can be avoided, and never a place for a wheelchair or beside one. */
  readonly bestAvailable?: BestAvailableInput | null | undefined;
  /** The event. */
  readonly eventId: string;
  /**
   * What the buyer was shown that he would pay in all, less promo code and points: the `total` of `quoteDiscount`, or the sum of
   * the prices. Where it is another total now nothing is booked (`PRICE_CHANGED`). Unless given, it costs what it costs.
   */
  readonly expectedTotal?: MoneyInput | null | undefined;
  /** A text of 1 to 200 characters that names this request: asked again with the same, nothing is booked twice. */
  readonly idempotencyKey: string;
  /** Whether to pay from the wallet at once. False unless said. */
  readonly payNow?: boolean | null | undefined;
  /** Seats with their ticket types, beside those of `seatIds`, which have the event's first type. */
  readonly places?: ReadonlyArray<PlaceInput> | null | undefined;
  /** A promo code to take something off the price; an empty one is none. */
  readonly promoCode?: string | null | undefined;
  /** The seats, each once. Together with the standing places at least one place, at most 100, and no more than the event lets one buyer hold. */
  readonly seatIds?: ReadonlyArray<string> | null | undefined;
  /** How many loyalty points to spend: 100 points pay one whole currency unit, up to half of the booking, and no more than the promo code leaves of it. */
  readonly spendPoints?: number | null | undefined;
  /** How many places in which standing sections, each section and ticket type once. */
  readonly standing?: ReadonlyArray<StandingPlacesInput> | null | undefined;
};

/** An event to draft. */
export type CreateEventInput = {
  /** Who performs, in the order of the bill, at most 50; nobody unless given. */
  readonly artistIds?: ReadonlyArray<string> | null | undefined;
  /** What it is about: plain text with line breaks, at most 5000 characters; nothing unless given. */
  readonly description?: string | null | undefined;
  /** When it ends: after it begins, in the future, and at most 366 days long. */
  readonly endsAt: string;
  /** The hall that it takes place in, which must have a seating plan. */
  readonly hallId: string;
  /** How long a buyer may hold places before paying, 1 to 86400 seconds; the server decides unless given. */
  readonly holdSeconds?: number | null | undefined;
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again, instead of making a second one. */
  readonly idempotencyKey?: string | null | undefined;
  /** How many places one buyer may hold at a time, 1 to 500; 10 unless given. */
  readonly maxSeatsPerUser?: number | null | undefined;
  /** How many whole hours before the start that is decided, 1 to 8784; 24 unless given. */
  readonly minimumDecidedHoursBefore?: number | null | undefined;
  /** How many places have to be sold for it to take place, 1 to all places of the plan; 0, or not given, for any number. */
  readonly minimumGuests?: number | null | undefined;
  /** What a place costs, each zone and ticket type at most once. They may be priced later, but before publishing. */
  readonly prices?: ReadonlyArray<ZonePriceInput> | null | undefined;
  /** Refund policy, at most 10 tiers, each hour once; everything until the start unless given, nothing when empty. */
  readonly refundTiers?: ReadonlyArray<RefundTierInput> | null | undefined;
  /** Whether seats picked by hand may leave no free seat alone between others; they may unless given. */
  readonly refusesSingleSeats?: boolean | null | undefined;
  /** When it begins. */
  readonly startsAt: string;
  /** The kinds of tickets in the order in which they are offered, at most 20; one unless given. */
  readonly ticketTypes?: ReadonlyArray<TicketTypeInput> | null | undefined;
  /** Title as on the bill, 1 to 200 characters. */
  readonly title: string;
};

/** A series to open. */
export type CreateEventSeriesInput = {
  /** Who performs, in the order of the bill, at most 50; nobody unless given. */
  readonly artistIds?: ReadonlyArray<string> | null | undefined;
  /** What it is about: plain text with line breaks, at most 5000 characters; nothing unless given. */
  readonly description?: string | null | undefined;
  /** The hall that it takes place in, which must have a seating plan. */
  readonly hallId: string;
  /** How long a buyer may hold places before paying, 1 to 86400 seconds; the server decides unless given. */
  readonly holdSeconds?: number | null | undefined;
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again, instead of making a second one. */
  readonly idempotencyKey?: string | null | undefined;
  /** How many places of a slot one buyer may hold at a time, 1 to 500; 10 unless given. */
  readonly maxSeatsPerUser?: number | null | undefined;
  /** How many whole hours before the start that is decided, 1 to 8784; 24 unless given. */
  readonly minimumDecidedHoursBefore?: number | null | undefined;
  /** How many places of a slot have to be sold for it to take place, 1 to all places of the plan; 0, or not given, for any number. */
  readonly minimumGuests?: number | null | undefined;
  /** What a place costs, each zone and ticket type at most once. Slots can be published only when all are given. */
  readonly prices?: ReadonlyArray<ZonePriceInput> | null | undefined;
  /** Refund policy, at most 10 tiers, each hour once; everything until the start unless given, nothing when empty. */
  readonly refundTiers?: ReadonlyArray<RefundTierInput> | null | undefined;
  /** Whether seats picked by hand may leave no free seat alone between others; they may unless given. */
  readonly refusesSingleSeats?: boolean | null | undefined;
  /** The kinds of tickets in the order in which they are offered, at most 20; one unless given. `maxPerEvent` is of each slot. */
  readonly ticketTypes?: ReadonlyArray<TicketTypeInput> | null | undefined;
  /** Title as on the bill, 1 to 200 characters. */
  readonly title: string;
};

/** A hall to add. */
export type CreateHallInput = {
  /** What it is called, 1 to 200 characters, unlike every other hall of the venue. A venue has at most 200 halls. */
  readonly name: string;
  /** The venue that it is in. */
  readonly venueId: string;
};

/** A promo code to make: exactly one of `percentOff`, `amountOff` and `fixedPrice`, and rules, each of which may be left out. */
export type CreatePromoCodeInput = {
  /** Takes off this much in all, never more than the places cost that it is for. */
  readonly amountOff?: MoneyInput | null | undefined;
  /** What it may take off in all. */
  readonly budget?: MoneyInput | null | undefined;
  /** The text that buyers type: 1 to 50 characters. No other code in use has it, whatever its case. */
  readonly code: string;
  /**
   * The events that it is for, at most 100: an organizer's own ones, for an ADMIN any. Given with `seriesIds` or `organizerIds`,
   * it is for what any of the lists names.
   */
  readonly eventIds?: ReadonlyArray<string> | null | undefined;
  /** Whether it is for buyers alone who have no other booking that stands. False unless said. */
  readonly firstBookingOnly?: boolean | null | undefined;
  /** Sets the price of each place that it is for, and makes none dearer. May be 0.00. */
  readonly fixedPrice?: MoneyInput | null | undefined;
  /** How often it can be used in all, from 1. */
  readonly maxUses?: number | null | undefined;
  /** How often one user can use it, from 1. */
  readonly maxUsesPerUser?: number | null | undefined;
  /** The loyalty level that a buyer needs at least. */
  readonly minimumLevel?: LoyaltyLevel | null | undefined;
  /** What a booking must cost at least, all its places, without any discount. */
  readonly minimumTotal?: MoneyInput | null | undefined;
  /**
   * The organizers that it is for, at most 100, each with a venue: for each of their events, also later ones. For an ADMIN; an
   * organizer can name nobody else, and need not.
   */
  readonly organizerIds?: ReadonlyArray<string> | null | undefined;
  /** Takes off this share of the places that it is for, 1 to 100. */
  readonly percentOff?: number | null | undefined;
  /** The price zones that it is for, at most 100. Other places of the booking keep their price. An event that comes to another plan, or into another hall, takes it along for the zones of the same `key` there. */
  readonly priceZoneIds?: ReadonlyArray<string> | null | undefined;
  /**
   * The series that it is for, at most 100: for each of their slots, also those that are scheduled later or moved. An organizer's
   * own ones, for an ADMIN any.
   */
  readonly seriesIds?: ReadonlyArray<string> | null | undefined;
  /** From when on it is valid. */
  readonly validFrom?: string | null | undefined;
  /** Until when it is valid, that moment excluded. */
  readonly validUntil?: string | null | undefined;
};

/** A venue to open. */
export type CreateVenueInput = {
  /** Street and number, 1 to 300 characters. */
  readonly address: string;
  /** The city that it is in, 1 to 100 characters. */
  readonly city: string;
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again, instead of making a second one. */
  readonly idempotencyKey?: string | null | undefined;
  /** What it is called, 1 to 200 characters. */
  readonly name: string;
  /** IANA time zone that its clocks show, such as Europe/Vienna. */
  readonly timeZone: string;
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

/** Which promo code to take out of use. */
export type DeactivatePromoCodeInput = {
  /** The code, by its identifier. */
  readonly promoCodeId: string;
};

/** Why a fact lies aside. */
export type DeadLetterStatus =
  /** It was tried and could not be applied. */
  | 'FAILED'
  /** It waits behind one of the same key. */
  | 'WAITING';

/** Which fact to give up, and why. */
export type DropDeadLetterInput = {
  /** Identifier of the dead letter. */
  readonly deadLetterId: string;
  /** Why, 1 to 500 characters; it is written to the log with who dropped what. */
  readonly reason: string;
};

/** Input of `endSession`. */
export type EndSessionInput = {
  /** The session, one of `me.sessions`. */
  readonly sessionId: string;
};

/** Where the cancellation of an event stands. */
export type EventCancellationStatus =
  /** Every booking of the event has ended, and everybody has the money back. */
  | 'DONE'
  /** There are bookings to be ended or paid back. */
  | 'RUNNING';

/** Conditions for a list of events; every one that is given must hold. */
export type EventFilter = {
  /** Only events of this artist. */
  readonly artistId?: string | null | undefined;
  /** Only events in this city, in whatever case and with or without accents. */
  readonly city?: string | null | undefined;
  /** true: only events of which a place can be bought at this moment. false: only those of which none can, such as sold-out ones. */
  readonly hasFreePlaces?: boolean | null | undefined;
  /** Only those that the caller organizes; none for who is not signed in. */
  readonly mine?: boolean | null | undefined;
  /** Only events that this user organizes. */
  readonly organizerId?: string | null | undefined;
  /** Only events at which a place of some zone costs this or more; with `priceUpTo`, of one and the same zone. */
  readonly priceFrom?: MoneyInput | null | undefined;
  /** Only events at which a place of some zone costs this or less. */
  readonly priceUpTo?: MoneyInput | null | undefined;
  /** Only slots of this series. */
  readonly seriesId?: string | null | undefined;
  /** Only events that start before this instant. */
  readonly startsBefore?: string | null | undefined;
  /** Only events that start at this instant or later. */
  readonly startsFrom?: string | null | undefined;
  /** Only events of this status. */
  readonly status?: EventStatus | null | undefined;
  /** Only events at this venue. */
  readonly venueId?: string | null | undefined;
};

/** Where an event stands on its way. */
export type EventStatus =
  /** It does not take place. */
  | 'CANCELLED'
  /** Only its organizer and administrators see it. */
  | 'DRAFT'
  /** It has taken place: its end has passed. Nothing of it can be bought any more. */
  | 'ENDED'
  /** Everybody sees it and can buy, until it ends. */
  | 'ON_SALE';

/** A seating plan to read. */
export type ImportSeatingPlanInput = {
  /** The text of the file, at most 10 million characters. The whole request may have 20 MiB. */
  readonly document: string;
  /** What the document is written in. */
  readonly format: SeatingPlanFormat;
  /** The hall that it is for. */
  readonly hallId: string;
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again, instead of making a second version. */
  readonly idempotencyKey?: string | null | undefined;
};

/** In which language Parterre writes to somebody. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU';

/** Input of `login`. */
export type LoginInput = {
  /** Nickname or mail address, in any case. */
  readonly login: string;
  /** The password. */
  readonly password: string;
};

/** Input of `logout`. */
export type LogoutInput = {
  /** A refresh token of the session that ends; without it, the session of the access token ends. */
  readonly refreshToken?: string | null | undefined;
};

/** A level, by the points earned in the last 365 days. */
export type LoyaltyLevel =
  /** From 0 points; earns 1 point a unit. */
  | 'BRONZE'
  /** From 5,000 points; earns 1.5 points a unit. */
  | 'GOLD'
  /** From 20,000 points; earns 2 points a unit. */
  | 'PLATINUM'
  /** From 1,000 points; earns 1.25 points a unit. */
  | 'SILVER';

/** Input of `markAllNotificationsRead`. */
export type MarkAllNotificationsReadInput = {
  /** The newest one that was seen: those that tell of something later stay unread. All of them unless given. */
  readonly upTo?: string | null | undefined;
};

/** Input of `markNotificationRead`. */
export type MarkNotificationReadInput = {
  /** Which notification. */
  readonly notificationId: string;
};

/** An amount of money as input. */
export type MoneyInput = {
  /** Decimal text with at most as many digits as the currency has, such as "12.50" for EUR. */
  readonly amount: string;
  /** ISO 4217 code of the currency. */
  readonly currencyCode: CurrencyCode;
};

/** What a notification is about. */
export type NotificationKind =
  /** Somebody opened another account with the same mail address. */
  | 'ADDRESS_REGISTERED_AGAIN'
  /** A booking ended without tickets. */
  | 'BOOKING_CANCELLED'
  /** A booking is paid, the tickets are there. */
  | 'BOOKING_CONFIRMED'
  /** Another link that confirms the mail address was asked for. The link is in the mail alone. */
  | 'EMAIL_CONFIRMATION'
  /** The event of a booking with tickets was cancelled; the money goes back, and a mail of its own says when it has. */
  | 'EVENT_CANCELLED'
  /** The event of a booking with tickets has another title or description. */
  | 'EVENT_CHANGED'
  /** The event of a booking takes place at another time or in another hall. */
  | 'EVENT_MOVED'
  /** An event for which the user has tickets begins within a day. */
  | 'EVENT_REMINDER'
  /** The loyalty level rose or fell. */
  | 'LOYALTY_LEVEL_CHANGED'
  /** A new password was asked for. The link is in the mail alone. */
  | 'PASSWORD_RESET'
  /** Tickets were given back, and money with them. */
  | 'TICKETS_REFUNDED'
  /** An administrator blocked the account. */
  | 'USER_BLOCKED'
  /** The account was opened. */
  | 'USER_REGISTERED';

/** What a service should be done with. */
export type OverdueWorkKind =
  /** A booking still awaits its payment a minute after its hold has run out: a payment hangs, or nobody ends it. */
  | 'BOOKING_NOT_ENDED'
  /** A hold ran out a minute ago, and its places are not back on sale. */
  | 'HOLD_NOT_RELEASED'
  /** A mail was written five minutes ago or longer, and is not sent: it is tried again for a day. */
  | 'MAIL_NOT_SENT'
  /** A refund is not done ten minutes after it began. */
  | 'REFUND_NOT_DONE'
  /** A saga was due a minute ago, and nobody has taken it up. */
  | 'SAGA_NOT_DRIVEN'
  /** A top-up has no end 26 hours after it began: its payment page ends after 24, and its provider is asked after 25. */
  | 'TOP_UP_NOT_SETTLED';

/** So many of a party. */
export type PartyInput = {
  /** How many, at least 1. */
  readonly quantity: number;
  /** Their ticket type; the event's first unless given. */
  readonly ticketTypeId?: string | null | undefined;
};

/** Which booking to pay for. */
export type PayBookingInput = {
  /** The booking. */
  readonly bookingId: string;
  /** A text of 1 to 200 characters that names this payment: asked again with the same, nothing is paid twice. */
  readonly idempotencyKey: string;
};

/** A seat and its ticket type. */
export type PlaceInput = {
  /** The seat. */
  readonly seatId: string;
  /** A ticket type of the event; its first unless given. */
  readonly ticketTypeId?: string | null | undefined;
};

/** Why points changed. */
export type PointsOperationKind =
  /** A booking was confirmed. */
  | 'EARNED'
  /** Tickets were refunded: the points that had paid for them came back. */
  | 'RETURNED'
  /** Tickets were refunded: what they had earned was taken back. */
  | 'REVERSED'
  /** Points paid for a part of a booking. */
  | 'SPENT';

/** An event to put on sale. */
export type PublishEventInput = {
  /** The event to publish. */
  readonly eventId: string;
};

/** Places of one event, and what to use for them. */
export type QuoteDiscountInput = {
  /** The event. */
  readonly eventId: string;
  /** Seats with their ticket types, beside those of `seatIds`, which have the event's first type. */
  readonly places?: ReadonlyArray<PlaceInput> | null | undefined;
  /** A promo code; an empty one is none. */
  readonly promoCode?: string | null | undefined;
  /** The seats, each once. Together with the standing places at least one place, at most 100. */
  readonly seatIds?: ReadonlyArray<string> | null | undefined;
  /** How many points to spend: 100 points pay one whole currency unit, up to half of the subtotal, and no more than the promo code leaves of it. */
  readonly spendPoints?: number | null | undefined;
  /** How many places in which standing sections, each section and ticket type once. */
  readonly standing?: ReadonlyArray<StandingPlacesInput> | null | undefined;
};

/** Input of `refreshSession`. */
export type RefreshSessionInput = {
  /** The newest refresh token of the session. */
  readonly refreshToken: string;
};

/** Which tickets to give back. */
export type RefundTicketsInput = {
  /** Give the tickets back even where what goes back for one of them rounds to 0.00. */
  readonly acceptNothing?: boolean;
  /** The booking that the tickets are of. */
  readonly bookingId: string;
  /** A text of 1 to 200 characters that names this refund: asked again with the same, nothing is refunded twice. */
  readonly idempotencyKey: string;
  /** The tickets, each once, 1 to 100. */
  readonly ticketIds: ReadonlyArray<string>;
};

/** A refund of `percent` of the price is paid until `hoursBefore` hours before the start. */
export type RefundTierInput = {
  /** Whole hours before the start, 0 to 8784; 0 is the start itself. */
  readonly hoursBefore: number;
  /** Share that goes back, 0 to 100. */
  readonly percent: number;
};

/** Input of `register`. */
export type RegisterInput = {
  /** A mail address, at most 254 characters; its domain may be international. */
  readonly email: string;
  /** In which language mails are to come. English unless given. */
  readonly language?: Language | null | undefined;
  /** 3 to 30 letters (a to z), digits, dots, hyphens or underscores, beginning and ending with a letter or digit. */
  readonly nickname: string;
  /** 10 to 200 characters. */
  readonly password: string;
};

/** Input of `requestEmailConfirmation`. */
export type RequestEmailConfirmationInput = {
  /** Whose address; your own unless given. Administrators may name anybody. */
  readonly userId?: string | null | undefined;
};

/** Input of `requestPasswordReset`. */
export type RequestPasswordResetInput = {
  /** The mail address that logs in to the account. */
  readonly email: string;
};

/** Which event to move, and where to. */
export type RescheduleEventInput = {
  /** When it ends. */
  readonly endsAt: string;
  /** The event to move. */
  readonly eventId: string;
  /** The hall that it is in from now on, one of its organizer's; where it is left out the event stays in its hall. */
  readonly hallId?: string | null | undefined;
  /**
   * What a place costs, by zones of another plan. A zone that is left out costs what that of its `key` cost so far. Prices of what
   * is held or sold stay. Only with another plan.
   */
  readonly prices?: ReadonlyArray<ZonePriceInput> | null | undefined;
  /** Why, as buyers are told: 1 to 500 characters on one line. */
  readonly reason: string;
  /**
   * Until when buyers who booked another time or hall get everything back: from 14 days from now, or the new start where that is
   * sooner, to the new start. The new start unless given.
   */
  readonly refundUntil?: string | null | undefined;
  /**
   * The version of the hall's plan that it is on from now on. In another hall the newest, unless given; in its own hall the one
   * that it is on, and no older one.
   */
  readonly seatingPlanId?: string | null | undefined;
  /** When it begins. */
  readonly startsAt: string;
};

/** Input of `resetPassword`. */
export type ResetPasswordInput = {
  /** The password from now on, 10 to 200 characters. */
  readonly newPassword: string;
  /** The token from the mail's link. */
  readonly token: string;
};

/** Which dead letter to try again. */
export type RetryDeadLetterInput = {
  /** Identifier of the dead letter. */
  readonly deadLetterId: string;
};

/** What a user may do; each role may do what the one before it may. */
export type Role =
  /** Everything, and blocking users and giving roles. */
  | 'ADMIN'
  /** Also sells tickets: own venues, events and statistics. */
  | 'ORGANIZER'
  /** Buys tickets: own bookings, wallet, points and notifications. */
  | 'USER';

/** How much time a point of sales over time is about. */
export type SalesBucket =
  /** A day of the venue's time zone. */
  | 'DAY'
  /** An hour (UTC). */
  | 'HOUR'
  /** A month of the venue's time zone. */
  | 'MONTH';

/** A series, and the times that it shall have slots for. */
export type ScheduleEventSeriesInput = {
  /** Times that the rule does not name and that shall have a slot, at most 366. */
  readonly additionalDates?: ReadonlyArray<string> | null | undefined;
  /** How long each slot lasts, 1 to 527040 minutes. */
  readonly durationMinutes: number;
  /** The series. */
  readonly eventSeriesId: string;
  /** Times that the rule names and that shall have no slot, at most 366. */
  readonly exceptDates?: ReadonlyArray<string> | null | undefined;
  /** Names this attempt, 1 to 200 characters: repeat it to hear the first outcome again. */
  readonly idempotencyKey?: string | null | undefined;
  /**
   * Whether the slots of these times are on sale afterwards, those that were drafts until now included; false unless given.
   * At most 100,000 seats at a time.
   */
  readonly publish?: boolean | null | undefined;
  /**
   * A rule of RFC 5545, such as `FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20270930`, at most 500 characters, from FREQ=MINUTELY to
   * FREQ=YEARLY. It needs COUNT or UNTIL and names at most 366 times. Its days and hours are those of the venue's clock, also
   * after the clocks were changed; a time that they skip is as much later, one that comes twice is the first. EXDATE and
   * RDATE may stand on lines of their own, as `EXDATE:20270501T100000`; `EXDATE:20270501` is that whole day. At most 20,000
   * characters in all.
   */
  readonly recurrenceRule: string;
  /** When the recurrence begins: the first slot, where the rule names it. What the venue's clock shows then, it shows at every slot. */
  readonly startsAt: string;
};

/** Where a seat stands at an event. */
export type SeatState =
  /** Taken off sale by the organizer. */
  | 'BLOCKED'
  /** Can be held. */
  | 'FREE'
  /** A buyer holds it for a while. */
  | 'HELD'
  /** Sold. */
  | 'SOLD';

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

/** Whether one sits or stands. */
export type SectionKind =
  /** Numbered seats. */
  | 'SEATED'
  /** Standing room: places without a number. */
  | 'STANDING';

/** How many places in a standing section. */
export type StandingPlacesInput = {
  /** How many places, 1 to 100. */
  readonly quantity: number;
  /** The standing section. */
  readonly sectionId: string;
  /** The ticket type of these places; the event's first unless given. */
  readonly ticketTypeId?: string | null | undefined;
};

/** Whether a ticket lets anybody in. */
export type TicketStatus =
  /** It does not: it was given back. */
  | 'REFUNDED'
  /** It does not: it is being given back, and its money is on the way. */
  | 'REFUNDING'
  /** It does. */
  | 'VALID';

/** A kind of ticket that an event shall have. */
export type TicketTypeInput = {
  /** Names it within its event: 1 to 40 letters, digits, dots, dashes and underscores, each key once. */
  readonly key: string;
  /** Its name, 1 to 100 characters. */
  readonly label: string;
  /** How many of it one booking may have, from 1; as many as it has places unless given. */
  readonly maxPerBooking?: number | null | undefined;
  /** How many of it are held or sold at the event at most, from 1; as many as there are places unless given. */
  readonly maxPerEvent?: number | null | undefined;
  /** The key of the type of which a booking needs at least one beside it. */
  readonly needsKey?: string | null | undefined;
  /** What its bearer shows at the door, at most 200 characters. */
  readonly proof?: string | null | undefined;
};

/** Input of topUpWallet. */
export type TopUpWalletInput = {
  /**
   * Above zero, in the wallet's currency, and at most a thousand million of its smallest coin in use: 10000000.00 EUR,
   * 1000000000 JPY, 1000000.000 KWD.
   */
  readonly amount: MoneyInput;
  /** Names this attempt, 1 to 200 characters: repeat it to retry safely. */
  readonly idempotencyKey: string;
};

/** Seats to put back on sale. */
export type UnblockSeatsInput = {
  /** The event, which must be published. */
  readonly eventId: string;
  /** The seats, 1 to 1000. */
  readonly seatIds: ReadonlyArray<string>;
};

/** Input of `unblockUser`. */
export type UnblockUserInput = {
  /** Who is unblocked. */
  readonly userId: string;
};

/** What to change about an event. What is left out stays as it is. */
export type UpdateEventInput = {
  /** Who performs, in the order of the bill, at most 50. */
  readonly artistIds?: ReadonlyArray<string> | null | undefined;
  /** What it is about: plain text with line breaks, at most 5000 characters; empty takes it away. Buyers are told as of the title. */
  readonly description?: string | null | undefined;
  /** When it ends. */
  readonly endsAt?: string | null | undefined;
  /** The event to change. */
  readonly eventId: string;
  /** How long a buyer may hold places from now on, 1 to 86400 seconds. */
  readonly holdSeconds?: number | null | undefined;
  /** How many places one buyer may hold at a time from now on, 1 to 500. What is held stays. */
  readonly maxSeatsPerUser?: number | null | undefined;
  /** How many whole hours before the start that is decided, 1 to 8784. Once the event is published it stays. */
  readonly minimumDecidedHoursBefore?: number | null | undefined;
  /**
   * How many places have to be sold for it to take place, 1 to all places of the plan; 0 for any number. Once the event is
   * published, it may be lowered or dropped, so that it takes place all the same, and neither raised nor begun.
   */
  readonly minimumGuests?: number | null | undefined;
  /**
   * What a place costs from now on; what is held or sold keeps its price. Of a draft instead of all prices so far, also where
   * only `ticketTypes` are given; of a published event the prices that are left out stay.
   */
  readonly prices?: ReadonlyArray<ZonePriceInput> | null | undefined;
  /** Refund policy for bookings from now on, at most 10 tiers, each hour once. Once the event is published, no smaller at any time. */
  readonly refundTiers?: ReadonlyArray<RefundTierInput> | null | undefined;
  /** Whether seats picked by hand may leave no free seat alone between others, from now on. */
  readonly refusesSingleSeats?: boolean | null | undefined;
  /** When it begins. */
  readonly startsAt?: string | null | undefined;
  /**
   * The kinds of tickets, instead of all so far. A key names one type for good: whatever else changes of it, it stays the
   * same type. Limits hold from now on: below what is sold, no more of it is sold. Once the event is published, a type goes
   * only while no place of it is held or sold.
   */
  readonly ticketTypes?: ReadonlyArray<TicketTypeInput> | null | undefined;
  /**
   * Title as on the bill, 1 to 200 characters. Once the event is published its buyers are told, ten minutes after the last
   * change of title or description.
   */
  readonly title?: string | null | undefined;
};

/** What to change about a venue. What is left out stays as it is. */
export type UpdateVenueInput = {
  /** Street and number, 1 to 300 characters. */
  readonly address?: string | null | undefined;
  /** The city that it is in, 1 to 100 characters. */
  readonly city?: string | null | undefined;
  /** What it is called, 1 to 200 characters. */
  readonly name?: string | null | undefined;
  /** IANA time zone that its clocks show, such as Europe/Vienna. */
  readonly timeZone?: string | null | undefined;
  /** The venue to change. */
  readonly venueId: string;
};

/** Why a rule refused something. A mutation's error type lists those that it may answer. */
export type UserErrorCode =
  /** The account is blocked; said only to who knows the password. */
  | 'ACCOUNT_BLOCKED'
  /** The ticket has let somebody in; the message and the ticket say when. */
  | 'ALREADY_CHECKED_IN'
  /** The address is confirmed. */
  | 'ALREADY_CONFIRMED'
  /** The booking is paid already; no more money was taken. */
  | 'ALREADY_PAID'
  /** There is no such artist. */
  | 'ARTIST_NOT_FOUND'
  /** The wallet would hold more than ten of the largest amounts: 100000000.00 EUR, 10000000000 JPY. */
  | 'BALANCE_LIMIT_EXCEEDED'
  /** The booking has ended: expired, cancelled or refunded. */
  | 'BOOKING_ENDED'
  /** The hold ran out before the payment landed; no money was taken. */
  | 'BOOKING_EXPIRED'
  /** The caller has no such booking. */
  | 'BOOKING_NOT_FOUND'
  /** The buyer is blocked. Nothing was booked and no money was taken. Once let in again, book with a new key. */
  | 'BUYER_BLOCKED'
  /** An amount is in another currency. */
  | 'CURRENCY_MISMATCH'
  /** There is no such dead letter in this service; it may have been applied meanwhile. */
  | 'DEAD_LETTER_NOT_FOUND'
  /** The document is longer than can be read. */
  | 'DOCUMENT_TOO_LARGE'
  /**
   * More than two places, in all events together, where the server wants a confirmed mail address for that.
   * Confirm it, then book with a new key.
   */
  | 'EMAIL_NOT_CONFIRMED'
  /**
   * There is an account with this mail address. Said only where the server does not require confirmed
   * addresses.
   */
  | 'EMAIL_TAKEN'
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
  /** No longer answered: an event can be moved into another hall. */
  | 'HALL_HAS_ANOTHER_PLAN'
  /** The hall has no seating plan yet. */
  | 'HALL_HAS_NO_PLAN'
  /** The venue has a hall of this name. */
  | 'HALL_NAME_TAKEN'
  /** There is no such hall, or it is not yours. */
  | 'HALL_NOT_FOUND'
  /** The hold of this very request has ended before the booking stood. Book again with a new key. */
  | 'HOLD_ENDED'
  /** The key came before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The loyalty account has fewer points than were to be spent. */
  | 'INSUFFICIENT_POINTS'
  /** An amount is no decimal, out of range, or has too many digits. */
  | 'INVALID_AMOUNT'
  /** This is no mail address. */
  | 'INVALID_EMAIL'
  /** The key is empty or longer than 200 characters. */
  | 'INVALID_IDEMPOTENCY_KEY'
  /** The input does not make sense; `field` says where. */
  | 'INVALID_INPUT'
  /** The nickname breaks the rules for nicknames. */
  | 'INVALID_NICKNAME'
  /** The password is too short or too long. */
  | 'INVALID_PASSWORD'
  /** The document is JSON, but not a plan: the message begins with the line and the JSON path of the fault. */
  | 'INVALID_PLAN'
  /** A reason is needed, of at most 500 characters. */
  | 'INVALID_REASON'
  /** The recurrence rule cannot be read, has no end, or names no day; the message says which. */
  | 'INVALID_RECURRENCE_RULE'
  /** The token is unknown, used up for longer than the grace, too old, or its session has ended: log in again. */
  | 'INVALID_REFRESH_TOKEN'
  /** The event does not end after it begins, has ended, or is too long. */
  | 'INVALID_TIMES'
  /** The token is none of ours, is too old, or was for another address. */
  | 'INVALID_TOKEN'
  /** The server would be left without an administrator. */
  | 'LAST_ADMINISTRATOR'
  /** The loyalty account is frozen, or is not there yet. */
  | 'LOYALTY_ACCOUNT_UNAVAILABLE'
  /** The document is not JSON; the message says line and column. */
  | 'MALFORMED_JSON'
  /** Once the event is published, its minimum of guests may only be lowered or dropped. */
  | 'MINIMUM_GUESTS_WORSE'
  /** The minimum of guests would be decided at once, and is not reached: the event would be cancelled. */
  | 'MINIMUM_NOT_REACHED'
  /** Somebody has this nickname, perhaps in another case. */
  | 'NICKNAME_TAKEN'
  /**
   * What the refund policy gives back for a ticket that was paid for rounds to 0.00; the tickets stay valid.
   * Ask again with a new key and `acceptNothing` to give them back all the same.
   */
  | 'NOTHING_TO_REFUND'
  /** There is no such notification. */
  | 'NOTIFICATION_NOT_FOUND'
  /** The text is no code that this server has signed. */
  | 'NOT_A_TICKET_CODE'
  /** Neither a refresh token nor an access token says which session is meant. */
  | 'NO_SESSION_NAMED'
  /** There is no such user who runs a venue, or it is not you. */
  | 'ORGANIZER_NOT_FOUND'
  /** The wallet did not pay; the message says why. */
  | 'PAYMENT_DECLINED'
  /** Somebody holds or bought a place that the plan has not; the message names which. */
  | 'PLACES_WOULD_BE_LOST'
  /** Prices were fixed once the event was published. */
  | 'PRICES_ARE_FIXED'
  /** The places cost another total than the buyer was shown. */
  | 'PRICE_CHANGED'
  /** A zone with places has no price for one of the ticket types. */
  | 'PRICE_MISSING'
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
  /** The promo code is not for this event. */
  | 'PROMO_CODE_NOT_FOR_EVENT'
  /** The promo code is for other price zones than those of the places. */
  | 'PROMO_CODE_NOT_FOR_PLACES'
  /** There is no such promo code, or it is not yours. */
  | 'PROMO_CODE_NOT_FOUND'
  /** The time in which the promo code is valid has not begun. */
  | 'PROMO_CODE_NOT_YET_VALID'
  /** There is a promo code of this text. */
  | 'PROMO_CODE_TAKEN'
  /** The places cost less than the promo code asks for. */
  | 'PROMO_CODE_TOTAL_TOO_LOW'
  /** The promo code has been used as often as it may be. */
  | 'PROMO_CODE_USED_UP'
  /** The payment provider takes no such payment: the amount is too small, or it does not know the currency. */
  | 'PROVIDER_REFUSED'
  /** The payment could not be given back; the tickets stay valid. */
  | 'REFUND_DECLINED'
  /** The event's refund policy pays nothing back at this time. */
  | 'REFUND_NOT_ALLOWED'
  /** Once the event is published, refunds may only grow. */
  | 'REFUND_TIERS_WORSE'
  /** The hall has no such seating plan, or the event is on a newer one. */
  | 'SEATING_PLAN_NOT_FOUND'
  /** A seat is held, sold or blocked, and the message names which; or there are fewer free ones side by side than wanted. */
  | 'SEATS_TAKEN'
  /** The event has no such seat. */
  | 'SEAT_NOT_FOUND'
  /** A section is not a standing section of this event. */
  | 'SECTION_NOT_FOUND'
  /** You have no such session that goes on. */
  | 'SESSION_NOT_FOUND'
  /** The seats would leave a free one alone, and the event wants none left; the message names which. */
  | 'SINGLE_SEAT_LEFT'
  /** A slot of the series would begin before another one has ended. */
  | 'SLOTS_OVERLAP'
  /** A standing section has too few places left. */
  | 'STANDING_SOLD_OUT'
  /** A ticket was given back already, or is being given back. */
  | 'TICKET_ALREADY_REFUNDED'
  /** Somebody has entered with the ticket, so it is not given back. */
  | 'TICKET_CHECKED_IN'
  /** There is no such ticket, or it is not yours to see. */
  | 'TICKET_NOT_FOUND'
  /** Places of a ticket type that would go are held or sold. */
  | 'TICKET_TYPE_IN_USE'
  /** The event has no such ticket type. */
  | 'TICKET_TYPE_NOT_FOUND'
  /** More of a ticket type than one booking may have, or without the type that it needs beside it; the message says which. */
  | 'TICKET_TYPE_RULES'
  /** The event has fewer tickets of a type left than wanted; the message says how many. */
  | 'TICKET_TYPE_SOLD_OUT'
  /** Too many tries have failed, from this address or in all; the message says how long to wait. */
  | 'TOO_MANY_ATTEMPTS'
  /** More points than half of the booking's price. */
  | 'TOO_MANY_POINTS'
  /** 5 mails were requested within the hour. */
  | 'TOO_MANY_REQUESTS'
  /** More places than one buyer may hold for this event. */
  | 'TOO_MANY_SEATS'
  /** More slots than are made, or put on sale, at a time. */
  | 'TOO_MANY_SLOTS'
  /**
   * Too much is asked at this moment, or a part does not answer. Ask again, with the same key where there is
   * one.
   */
  | 'TRY_AGAIN'
  /** There is no such time zone. */
  | 'UNKNOWN_TIME_ZONE'
  /** There is no such user. */
  | 'USER_NOT_FOUND'
  /** There is no such venue, or it is not yours. */
  | 'VENUE_NOT_FOUND'
  /** The user is blocked: the wallet takes and pays nothing new. */
  | 'WALLET_FROZEN'
  /** There is no account with this login and this password. */
  | 'WRONG_CREDENTIALS'
  /** The ticket is for another event. */
  | 'WRONG_EVENT'
  /** The current password is another one. Counts as a failed login. */
  | 'WRONG_PASSWORD';

/** Why money moved. */
export type WalletTransactionKind =
  /** A booking was paid, or is being paid. */
  | 'PAYMENT'
  /** Money of a payment came back. */
  | 'REFUND'
  /** The user put money in. */
  | 'TOP_UP';

/** Whether a transaction is final. */
export type WalletTransactionStatus =
  /** Set aside, and not final: it becomes POSTED or VOIDED. */
  | 'PENDING'
  /** Final. */
  | 'POSTED'
  /** Given back before it became final; it moves nothing. */
  | 'VOIDED';

/** What a place of one zone shall cost. */
export type ZonePriceInput = {
  /** The price of one place, in the currency that everything is priced in; zero for a free one. */
  readonly price: MoneyInput;
  /** A zone of the hall's plan. */
  readonly priceZoneId: string;
  /** The key of a ticket type of the event; the first type unless given. */
  readonly ticketTypeKey?: string | null | undefined;
};

export type DeadLetterFieldsFragment = { readonly id: string, readonly service: string, readonly consumer: string, readonly topic: string, readonly key: string, readonly factId: string, readonly factType: string, readonly status: DeadLetterStatus, readonly attempts: number, readonly error: string | null, readonly payload: string, readonly isPayloadCut: boolean, readonly laidAsideAt: string, readonly retryAt: string | null } & { ' $fragmentName'?: 'DeadLetterFieldsFragment' };

export type RetryInTicketsMutationVariables = Exact<{
  input: RetryDeadLetterInput;
}>;


export type RetryInTicketsMutation = { readonly outcome: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type RetryInPaymentsMutationVariables = Exact<{
  input: RetryDeadLetterInput;
}>;


export type RetryInPaymentsMutation = { readonly outcome: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type RetryInLoyaltyMutationVariables = Exact<{
  input: RetryDeadLetterInput;
}>;


export type RetryInLoyaltyMutation = { readonly outcome: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type RetryInNotificationsMutationVariables = Exact<{
  input: RetryDeadLetterInput;
}>;


export type RetryInNotificationsMutation = { readonly outcome: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type RetryInAnalyticsMutationVariables = Exact<{
  input: RetryDeadLetterInput;
}>;


export type RetryInAnalyticsMutation = { readonly outcome: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type DropInTicketsMutationVariables = Exact<{
  input: DropDeadLetterInput;
}>;


export type DropInTicketsMutation = { readonly outcome: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type DropInPaymentsMutationVariables = Exact<{
  input: DropDeadLetterInput;
}>;


export type DropInPaymentsMutation = { readonly outcome: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type DropInLoyaltyMutationVariables = Exact<{
  input: DropDeadLetterInput;
}>;


export type DropInLoyaltyMutation = { readonly outcome: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type DropInNotificationsMutationVariables = Exact<{
  input: DropDeadLetterInput;
}>;


export type DropInNotificationsMutation = { readonly outcome: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type DropInAnalyticsMutationVariables = Exact<{
  input: DropDeadLetterInput;
}>;


export type DropInAnalyticsMutation = { readonly outcome: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type DeadLettersOfServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type DeadLettersOfServicesQuery = { readonly services: { readonly tickets: { readonly deadLetterCount: number, readonly deadLetters: { readonly nodes: ReadonlyArray<(
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'DeadLetterFieldsFragment': DeadLetterFieldsFragment } }
        )> } } | null, readonly payments: { readonly deadLetterCount: number, readonly deadLetters: { readonly nodes: ReadonlyArray<(
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'DeadLetterFieldsFragment': DeadLetterFieldsFragment } }
        )> } } | null, readonly loyalty: { readonly deadLetterCount: number, readonly deadLetters: { readonly nodes: ReadonlyArray<(
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'DeadLetterFieldsFragment': DeadLetterFieldsFragment } }
        )> } } | null, readonly notifications: { readonly deadLetterCount: number, readonly deadLetters: { readonly nodes: ReadonlyArray<(
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'DeadLetterFieldsFragment': DeadLetterFieldsFragment } }
        )> } } | null, readonly analytics: { readonly deadLetterCount: number, readonly deadLetters: { readonly nodes: ReadonlyArray<(
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'DeadLetterFieldsFragment': DeadLetterFieldsFragment } }
        )> } } | null } | null };

export type ServiceHealthFragment = { readonly name: string, readonly asOf: string, readonly deadLetterCount: number, readonly outbox: { readonly length: number, readonly oldestSince: string | null }, readonly consumers: ReadonlyArray<{ readonly name: string, readonly waitingFacts: number | null }>, readonly overdueWork: ReadonlyArray<{ readonly kind: OverdueWorkKind, readonly count: number, readonly oldestSince: string }>, readonly sagas: ReadonlyArray<{ readonly type: string, readonly step: string, readonly count: number, readonly parkedCount: number }>, readonly provider: { readonly name: string, readonly answers: boolean, readonly fault: string | null } | null } & { ' $fragmentName'?: 'ServiceHealthFragment' };

export type HealthOfServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type HealthOfServicesQuery = { readonly services: { readonly users: { ' $fragmentRefs'?: { 'ServiceHealthFragment': ServiceHealthFragment } } | null, readonly events: { ' $fragmentRefs'?: { 'ServiceHealthFragment': ServiceHealthFragment } } | null, readonly tickets: { ' $fragmentRefs'?: { 'ServiceHealthFragment': ServiceHealthFragment } } | null, readonly payments: { ' $fragmentRefs'?: { 'ServiceHealthFragment': ServiceHealthFragment } } | null, readonly loyalty: { ' $fragmentRefs'?: { 'ServiceHealthFragment': ServiceHealthFragment } } | null, readonly notifications: { ' $fragmentRefs'?: { 'ServiceHealthFragment': ServiceHealthFragment } } | null, readonly analytics: { ' $fragmentRefs'?: { 'ServiceHealthFragment': ServiceHealthFragment } } | null } | null };

export type AssignRoleMutationVariables = Exact<{
  input: AssignRoleInput;
}>;


export type AssignRoleMutation = { readonly assignRole: { readonly user: { readonly id: string, readonly role: Role | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type BlockUserMutationVariables = Exact<{
  input: BlockUserInput;
}>;


export type BlockUserMutation = { readonly blockUser: { readonly user: { readonly id: string, readonly isBlocked: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type UnblockUserMutationVariables = Exact<{
  input: UnblockUserInput;
}>;


export type UnblockUserMutation = { readonly unblockUser: { readonly user: { readonly id: string, readonly isBlocked: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type UsersFoundQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type UsersFoundQuery = { readonly users: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly nickname: string, readonly email: string | null, readonly isEmailConfirmed: boolean | null, readonly role: Role | null, readonly isBlocked: boolean | null, readonly createdAt: string | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null };

export type ConfirmAddressMutationVariables = Exact<{
  input: ConfirmEmailInput;
}>;


export type ConfirmAddressMutation = { readonly confirmEmail: { readonly user: { readonly id: string, readonly isEmailConfirmed: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type UnreadQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadQuery = { readonly me: { readonly id: string, readonly unreadNotificationCount: number | null } | null };

export type NotificationAddedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NotificationAddedSubscription = { readonly notificationAdded: { readonly id: string, readonly kind: NotificationKind, readonly subject: string, readonly language: Language, readonly createdAt: string, readonly readAt: string | null } | null };

export type HeldPlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type HeldPlacesQuery = { readonly me: { readonly id: string, readonly bookings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: BookingStatus, readonly expiresAt: string, readonly event: { readonly id: string, readonly title: string } | null, readonly items: ReadonlyArray<{ readonly seat: { readonly id: string, readonly index: number } | null }> }> } | null } | null };

export type NewPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type NewPasswordMutation = { readonly resetPassword: { readonly user: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type SignInMutationVariables = Exact<{
  input: LoginInput;
}>;


export type SignInMutation = { readonly login: { readonly user: { readonly id: string, readonly nickname: string, readonly role: Role | null } | null, readonly session: { readonly accessToken: string, readonly accessTokenExpiresAt: string, readonly refreshToken: string, readonly refreshTokenExpiresAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type SignUpMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type SignUpMutation = { readonly register: { readonly user: { readonly id: string, readonly nickname: string, readonly role: Role | null } | null, readonly session: { readonly accessToken: string, readonly accessTokenExpiresAt: string, readonly refreshToken: string, readonly refreshTokenExpiresAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type StaySignedInMutationVariables = Exact<{
  input: RefreshSessionInput;
}>;


export type StaySignedInMutation = { readonly refreshSession: { readonly user: { readonly id: string, readonly nickname: string, readonly role: Role | null } | null, readonly session: { readonly accessToken: string, readonly accessTokenExpiresAt: string, readonly refreshToken: string, readonly refreshTokenExpiresAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type SignOutMutationVariables = Exact<{
  input: LogoutInput;
}>;


export type SignOutMutation = { readonly logout: { readonly signedOut: boolean, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type ForgotPasswordMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type ForgotPasswordMutation = { readonly requestPasswordReset: { readonly accepted: boolean, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type DoorKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type DoorKeysQuery = { readonly ticketKeys: ReadonlyArray<{ readonly kid: string, readonly x: string }> | null };

export type DoorTicketsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type DoorTicketsQuery = { readonly event: { readonly id: string, readonly attendees: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: TicketStatus, readonly checkedInAt: string | null, readonly seat: { readonly id: string, readonly label: string, readonly row: { readonly id: string, readonly label: string } } | null, readonly section: { readonly id: string, readonly label: string } | null, readonly ticketType: { readonly id: string, readonly label: string, readonly proof: string | null } | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null } | null };

export type DoorCountQueryVariables = Exact<{
  id: string;
}>;


export type DoorCountQuery = { readonly event: { readonly id: string, readonly attendance: { readonly valid: number, readonly checkedIn: number } | null } | null };

export type CheckInTicketMutationVariables = Exact<{
  input: CheckInTicketInput;
}>;


export type CheckInTicketMutation = { readonly checkInTicket: { readonly ticket: { readonly id: string, readonly status: TicketStatus, readonly checkedInAt: string | null, readonly seat: { readonly id: string, readonly label: string, readonly row: { readonly id: string, readonly label: string } } | null, readonly section: { readonly id: string, readonly label: string } | null, readonly ticketType: { readonly id: string, readonly label: string, readonly proof: string | null } | null } | null, readonly checkedInBy: { readonly id: string, readonly nickname: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type OrdersOfEventQueryVariables = Exact<{
  id: string;
  search?: string | null | undefined;
  statuses?: ReadonlyArray<BookingStatus> | BookingStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type OrdersOfEventQuery = { readonly event: { readonly id: string, readonly bookings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: BookingStatus, readonly createdAt: string, readonly buyer: { readonly id: string, readonly nickname: string } | null, readonly total: { readonly amount: string, readonly currencyCode: CurrencyCode } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null } | null };

export type FindOrdersQueryVariables = Exact<{
  search: string;
  after?: string | null | undefined;
}>;


export type FindOrdersQuery = { readonly eventBookings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: BookingStatus, readonly createdAt: string, readonly buyer: { readonly id: string, readonly nickname: string } | null, readonly total: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly event: { readonly id: string, readonly title: string, readonly startsAt: string, readonly venue: { readonly id: string, readonly timeZone: string } } | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null };

export type OrderInFullQueryVariables = Exact<{
  id: string;
  search: string;
}>;


export type OrderInFullQuery = { readonly event: { readonly id: string, readonly bookings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: BookingStatus, readonly cancellationReason: CancellationReason | null, readonly createdAt: string, readonly expiresAt: string, readonly buyer: { readonly id: string, readonly nickname: string } | null, readonly subtotal: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly discount: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly total: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly items: ReadonlyArray<{ readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly seat: { readonly id: string, readonly label: string, readonly row: { readonly id: string, readonly label: string } } | null, readonly section: { readonly id: string, readonly label: string } | null, readonly ticketType: { readonly id: string, readonly label: string } | null }>, readonly tickets: ReadonlyArray<{ readonly id: string, readonly status: TicketStatus, readonly checkedInAt: string | null, readonly seat: { readonly id: string, readonly label: string, readonly row: { readonly id: string, readonly label: string } } | null, readonly section: { readonly id: string, readonly label: string } | null, readonly ticketType: { readonly id: string, readonly label: string } | null }> }> } | null } | null };

export type AttendeesOfEventQueryVariables = Exact<{
  id: string;
  isCheckedIn?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type AttendeesOfEventQuery = { readonly event: { readonly id: string, readonly attendance: { readonly valid: number, readonly checkedIn: number } | null, readonly attendees: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: TicketStatus, readonly checkedInAt: string | null, readonly seat: { readonly id: string, readonly label: string, readonly row: { readonly id: string, readonly label: string } } | null, readonly section: { readonly id: string, readonly label: string } | null, readonly ticketType: { readonly id: string, readonly label: string, readonly proof: string | null } | null, readonly holder: { readonly id: string, readonly nickname: string } | null, readonly booking: { readonly id: string } | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null } | null };

export type PromoCodesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type PromoCodesQuery = { readonly promoCodes: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly percentOff: number | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly minimumLevel: LoyaltyLevel | null, readonly firstBookingOnly: boolean, readonly maxUses: number | null, readonly maxUsesPerUser: number | null, readonly uses: number, readonly active: boolean, readonly createdAt: string, readonly amountOff: { readonly amount: string, readonly currencyCode: CurrencyCode } | null, readonly fixedPrice: { readonly amount: string, readonly currencyCode: CurrencyCode } | null, readonly events: ReadonlyArray<{ readonly id: string, readonly title: string }> | null, readonly series: ReadonlyArray<{ readonly id: string, readonly title: string }> | null, readonly organizers: ReadonlyArray<{ readonly id: string, readonly nickname: string }> | null, readonly priceZones: ReadonlyArray<{ readonly id: string, readonly label: string }> | null, readonly minimumTotal: { readonly amount: string, readonly currencyCode: CurrencyCode } | null, readonly budget: { readonly amount: string, readonly currencyCode: CurrencyCode } | null, readonly discounted: { readonly amount: string, readonly currencyCode: CurrencyCode } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null };

export type CreatePromoCodeMutationVariables = Exact<{
  input: CreatePromoCodeInput;
}>;


export type CreatePromoCodeMutation = { readonly createPromoCode: { readonly promoCode: { readonly id: string, readonly code: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type DeactivatePromoCodeMutationVariables = Exact<{
  input: DeactivatePromoCodeInput;
}>;


export type DeactivatePromoCodeMutation = { readonly deactivatePromoCode: { readonly promoCode: { readonly id: string, readonly active: boolean, readonly uses: number, readonly discounted: { readonly amount: string, readonly currencyCode: CurrencyCode } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type EventsForCodesQueryVariables = Exact<{
  from: string;
}>;


export type EventsForCodesQuery = { readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly status: EventStatus, readonly series: { readonly id: string } | null, readonly venue: { readonly id: string, readonly timeZone: string } }> } | null, readonly eventSeriesList: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly venue: { readonly id: string, readonly name: string } }> } | null };

export type OrganizersFoundQueryVariables = Exact<{
  search: string;
}>;


export type OrganizersFoundQuery = { readonly users: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly nickname: string, readonly role: Role | null }> } | null };

export type ZonesOfSeriesQueryVariables = Exact<{
  id: string;
}>;


export type ZonesOfSeriesQuery = { readonly eventSeries: { readonly id: string, readonly prices: ReadonlyArray<{ readonly priceZone: { readonly id: string, readonly label: string } }> } | null };

export type ZonesForCodesQueryVariables = Exact<{
  id: string;
}>;


export type ZonesForCodesQuery = { readonly event: { readonly id: string, readonly prices: ReadonlyArray<{ readonly priceZone: { readonly id: string, readonly label: string }, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode } }> } | null };

export type SalesOfEventQueryVariables = Exact<{
  id: string;
  bucket: SalesBucket;
  from?: string | null | undefined;
}>;


export type SalesOfEventQuery = { readonly event: { readonly id: string, readonly statistics: { readonly capacity: number, readonly sold: number, readonly refunded: number, readonly occupancy: number, readonly revenue: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly salesOverTime: ReadonlyArray<{ readonly at: string, readonly sold: number, readonly refunded: number }>, readonly byTicketType: ReadonlyArray<{ readonly sold: number, readonly refunded: number, readonly ticketType: { readonly id: string, readonly label: string } | null, readonly revenue: { readonly amount: string, readonly currencyCode: CurrencyCode } }>, readonly byPriceZone: ReadonlyArray<{ readonly sold: number, readonly refunded: number, readonly priceZone: { readonly id: string, readonly label: string } | null, readonly revenue: { readonly amount: string, readonly currencyCode: CurrencyCode } }> } | null } | null };

export type SalesCsvQueryVariables = Exact<{
  id: string;
}>;


export type SalesCsvQuery = { readonly event: { readonly id: string, readonly statistics: { readonly csv: string } | null } | null };

export type ZonePricesQueryVariables = Exact<{
  id: string;
}>;


export type ZonePricesQuery = { readonly event: { readonly id: string, readonly prices: ReadonlyArray<{ readonly priceZone: { readonly id: string, readonly label: string }, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode } }> } | null };

export type BlockChosenMutationVariables = Exact<{
  input: BlockSeatsInput;
}>;


export type BlockChosenMutation = { readonly blockSeats: { readonly event: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type UnblockChosenMutationVariables = Exact<{
  input: UnblockSeatsInput;
}>;


export type UnblockChosenMutation = { readonly unblockSeats: { readonly event: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type OfficeTodayQueryVariables = Exact<{
  from: string;
  until: string;
}>;


export type OfficeTodayQuery = { readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly status: EventStatus, readonly startsAt: string, readonly endsAt: string, readonly freePlaces: number | null, readonly priceRange: { readonly lowest: { readonly amount: string } } | null, readonly venue: { readonly id: string, readonly name: string, readonly timeZone: string }, readonly hall: { readonly id: string, readonly name: string }, readonly attendance: { readonly valid: number, readonly checkedIn: number } | null }>, readonly pageInfo: { readonly hasNextPage: boolean } } | null };

export type TonightPlacesQueryVariables = Exact<{
  id: string;
}>;


export type TonightPlacesQuery = { readonly event: { readonly id: string, readonly freePlaces: number | null, readonly attendance: { readonly valid: number, readonly checkedIn: number } | null, readonly statistics: { readonly capacity: number } | null, readonly seatMap: { readonly version: string, readonly states: string } | null } | null };

export type CancelledEventsQueryVariables = Exact<{
  from: string;
}>;


export type CancelledEventsQuery = { readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly venue: { readonly id: string, readonly timeZone: string } }> } | null };

export type RefundsOfCancelledQueryVariables = Exact<{
  id: string;
}>;


export type RefundsOfCancelledQuery = { readonly eventCancellation: { readonly status: EventCancellationStatus, readonly total: number, readonly refunded: number, readonly failed: number, readonly remaining: number } | null };

export type OfficeEventQueryVariables = Exact<{
  id: string;
}>;


export type OfficeEventQuery = { readonly event: { readonly id: string, readonly title: string, readonly status: EventStatus, readonly startsAt: string, readonly endsAt: string, readonly series: { readonly id: string, readonly title: string } | null, readonly venue: { readonly id: string, readonly name: string, readonly timeZone: string }, readonly hall: { readonly id: string, readonly name: string } } | null };

export type ArtistsNamedQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ArtistsNamedQuery = { readonly artists: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null };

export type IntroduceArtistMutationVariables = Exact<{
  input: CreateArtistInput;
}>;


export type IntroduceArtistMutation = { readonly createArtist: { readonly artist: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type CallOffMutationVariables = Exact<{
  input: CancelEventInput;
}>;


export type CallOffMutation = { readonly cancelEvent: { readonly event: { readonly id: string, readonly status: EventStatus, readonly freePlaces: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type CancellationOfQueryVariables = Exact<{
  id: string;
}>;


export type CancellationOfQuery = { readonly eventCancellation: { readonly reason: string, readonly minimumGuests: number | null, readonly status: EventCancellationStatus, readonly total: number, readonly refunded: number, readonly failed: number, readonly remaining: number } | null };

export type CancellationProgressedSubscriptionVariables = Exact<{
  id: string;
}>;


export type CancellationProgressedSubscription = { readonly eventCancellationProgressed: { readonly reason: string, readonly minimumGuests: number | null, readonly status: EventCancellationStatus, readonly total: number, readonly refunded: number, readonly failed: number, readonly remaining: number } | null };

export type EventPricesQueryVariables = Exact<{
  id: string;
}>;


export type EventPricesQuery = { readonly event: { readonly id: string, readonly status: EventStatus, readonly ticketTypes: ReadonlyArray<{ readonly id: string, readonly key: string, readonly label: string, readonly maxPerBooking: number | null, readonly maxPerEvent: number | null, readonly proof: string | null, readonly needs: { readonly id: string, readonly key: string } | null, readonly prices: ReadonlyArray<{ readonly priceZone: { readonly id: string }, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode } }> }>, readonly seatingPlan: { readonly id: string, readonly version: number, readonly seatCount: number, readonly standingCapacity: number, readonly geometryUrl: string, readonly priceZones: ReadonlyArray<{ readonly id: string, readonly key: string, readonly label: string }> } } | null };

export type EventOfferQueryVariables = Exact<{
  id: string;
}>;


export type EventOfferQuery = { readonly event: { readonly id: string, readonly title: string, readonly description: string | null, readonly startsAt: string, readonly endsAt: string, readonly holdSeconds: number, readonly maxSeatsPerUser: number, readonly refusesSingleSeats: boolean, readonly minimumGuests: number | null, readonly minimumDecidedHoursBefore: number | null, readonly artists: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly refundTiers: ReadonlyArray<{ readonly hoursBefore: number, readonly percent: number }> } | null };

export type EventAtStakeQueryVariables = Exact<{
  id: string;
}>;


export type EventAtStakeQuery = { readonly event: { readonly id: string, readonly statistics: { readonly sold: number, readonly refunded: number, readonly revenue: { readonly amount: string, readonly currencyCode: CurrencyCode } } | null } | null };

export type ChangeEventMutationVariables = Exact<{
  input: UpdateEventInput;
}>;


export type ChangeEventMutation = { readonly updateEvent: { readonly event: { readonly id: string, readonly title: string, readonly description: string | null, readonly startsAt: string, readonly endsAt: string, readonly holdSeconds: number, readonly maxSeatsPerUser: number, readonly refusesSingleSeats: boolean, readonly minimumGuests: number | null, readonly minimumDecidedHoursBefore: number | null, readonly artists: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly refundTiers: ReadonlyArray<{ readonly hoursBefore: number, readonly percent: number }>, readonly ticketTypes: ReadonlyArray<{ readonly id: string, readonly key: string, readonly label: string, readonly maxPerBooking: number | null, readonly maxPerEvent: number | null, readonly proof: string | null, readonly needs: { readonly id: string, readonly key: string } | null, readonly prices: ReadonlyArray<{ readonly priceZone: { readonly id: string }, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode } }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type OfficeCurrencyQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeCurrencyQuery = { readonly me: { readonly id: string, readonly wallet: { readonly id: string, readonly available: { readonly amount: string, readonly currencyCode: CurrencyCode } } | null } | null };

export type VenuesToChooseQueryVariables = Exact<{ [key: string]: never; }>;


export type VenuesToChooseQuery = { readonly venues: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly city: string, readonly timeZone: string }> } | null };

export type HallsToChooseQueryVariables = Exact<{
  venueId: string;
}>;


export type HallsToChooseQuery = { readonly venue: { readonly id: string, readonly timeZone: string, readonly halls: ReadonlyArray<{ readonly id: string, readonly name: string, readonly seatingPlan: { readonly id: string, readonly version: number, readonly geometryUrl: string } | null }> } | null };

export type MoveEventMutationVariables = Exact<{
  input: RescheduleEventInput;
}>;


export type MoveEventMutation = { readonly rescheduleEvent: { readonly event: { readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly venue: { readonly id: string, readonly name: string, readonly timeZone: string }, readonly hall: { readonly id: string, readonly name: string }, readonly ticketTypes: ReadonlyArray<{ readonly id: string, readonly prices: ReadonlyArray<{ readonly priceZone: { readonly id: string }, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode } }> }>, readonly seatingPlan: { readonly id: string, readonly version: number, readonly seatCount: number, readonly standingCapacity: number, readonly geometryUrl: string, readonly priceZones: ReadonlyArray<{ readonly id: string, readonly key: string, readonly label: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DraftEventMutationVariables = Exact<{
  input: CreateEventInput;
}>;


export type DraftEventMutation = { readonly createEvent: { readonly event: { readonly id: string, readonly title: string, readonly status: EventStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type NewestPlanQueryVariables = Exact<{
  id: string;
}>;


export type NewestPlanQuery = { readonly event: { readonly id: string, readonly hall: { readonly id: string, readonly seatingPlan: { readonly id: string, readonly version: number, readonly seatCount: number, readonly standingCapacity: number, readonly geometryUrl: string } | null } } | null };

export type BringToPlanMutationVariables = Exact<{
  input: ChangeSeatingPlanInput;
}>;


export type BringToPlanMutation = { readonly changeSeatingPlan: { readonly event: { readonly id: string, readonly freePlaces: number | null, readonly ticketTypes: ReadonlyArray<{ readonly id: string, readonly prices: ReadonlyArray<{ readonly priceZone: { readonly id: string }, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode } }> }>, readonly seatingPlan: { readonly id: string, readonly version: number, readonly seatCount: number, readonly standingCapacity: number, readonly geometryUrl: string, readonly priceZones: ReadonlyArray<{ readonly id: string, readonly key: string, readonly label: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type PutOnSaleMutationVariables = Exact<{
  input: PublishEventInput;
}>;


export type PutOnSaleMutation = { readonly publishEvent: { readonly event: { readonly id: string, readonly status: EventStatus, readonly freePlaces: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type OfficeEventsQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: EventFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type OfficeEventsQuery = { readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly status: EventStatus, readonly startsAt: string, readonly freePlaces: number | null, readonly series: { readonly id: string, readonly title: string } | null, readonly venue: { readonly id: string, readonly name: string, readonly timeZone: string }, readonly hall: { readonly id: string, readonly name: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null };

export type HallPlanQueryVariables = Exact<{
  venueId: string;
}>;


export type HallPlanQuery = { readonly venue: { readonly id: string, readonly name: string, readonly halls: ReadonlyArray<{ readonly id: string, readonly name: string, readonly seatingPlan: { readonly id: string, readonly name: string, readonly version: number, readonly seatCount: number, readonly standingCapacity: number, readonly geometryUrl: string } | null }> } | null };

export type ImportPlanMutationVariables = Exact<{
  input: ImportSeatingPlanInput;
}>;


export type ImportPlanMutation = { readonly importSeatingPlan: { readonly seatingPlan: { readonly id: string, readonly name: string, readonly version: number, readonly seatCount: number, readonly standingCapacity: number, readonly geometryUrl: string } | null, readonly warnings: ReadonlyArray<{ readonly line: number, readonly path: string, readonly message: string }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type OpenSeriesMutationVariables = Exact<{
  input: CreateEventSeriesInput;
}>;


export type OpenSeriesMutation = { readonly createEventSeries: { readonly eventSeries: { readonly id: string, readonly title: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type OfficeSeriesQueryVariables = Exact<{
  id: string;
}>;


export type OfficeSeriesQuery = { readonly eventSeries: { readonly id: string, readonly title: string, readonly venue: { readonly id: string, readonly name: string, readonly timeZone: string }, readonly hall: { readonly id: string, readonly name: string }, readonly seatingPlan: { readonly id: string, readonly seatCount: number, readonly standingCapacity: number } } | null };

export type SeriesSlotsQueryVariables = Exact<{
  id: string;
  from: string;
  after?: string | null | undefined;
}>;


export type SeriesSlotsQuery = { readonly eventSeries: { readonly id: string, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: EventStatus, readonly startsAt: string, readonly endsAt: string, readonly freePlaces: number | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type SeriesAtStakeQueryVariables = Exact<{
  id: string;
  from: string;
  after?: string | null | undefined;
}>;


export type SeriesAtStakeQuery = { readonly eventSeries: { readonly id: string, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: EventStatus, readonly statistics: { readonly sold: number, readonly refunded: number, readonly revenue: { readonly amount: string, readonly currencyCode: CurrencyCode } } | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type ScheduleSlotsMutationVariables = Exact<{
  input: ScheduleEventSeriesInput;
}>;


export type ScheduleSlotsMutation = { readonly scheduleEventSeries: { readonly eventSeries: { readonly id: string, readonly title: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type CallOffSeriesMutationVariables = Exact<{
  input: CancelEventSeriesInput;
}>;


export type CallOffSeriesMutation = { readonly cancelEventSeries: { readonly eventSeries: { readonly id: string, readonly title: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type PublishSlotMutationVariables = Exact<{
  input: PublishEventInput;
}>;


export type PublishSlotMutation = { readonly publishEvent: { readonly event: { readonly id: string, readonly status: EventStatus, readonly freePlaces: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type VenueByIdQueryVariables = Exact<{
  id: string;
}>;


export type VenueByIdQuery = { readonly venue: { readonly id: string, readonly name: string, readonly address: string, readonly city: string, readonly timeZone: string, readonly halls: ReadonlyArray<{ readonly id: string, readonly name: string, readonly seatingPlan: { readonly id: string, readonly version: number, readonly seatCount: number, readonly standingCapacity: number } | null }> } | null };

export type ChangeVenueMutationVariables = Exact<{
  input: UpdateVenueInput;
}>;


export type ChangeVenueMutation = { readonly updateVenue: { readonly venue: { readonly id: string, readonly name: string, readonly address: string, readonly city: string, readonly timeZone: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type AddHallMutationVariables = Exact<{
  input: CreateHallInput;
}>;


export type AddHallMutation = { readonly createHall: { readonly hall: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type OwnVenuesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OwnVenuesQuery = { readonly venues: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly address: string, readonly city: string }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null };

export type OpenVenueMutationVariables = Exact<{
  input: CreateVenueInput;
}>;


export type OpenVenueMutation = { readonly createVenue: { readonly venue: { readonly id: string, readonly name: string, readonly address: string, readonly city: string, readonly timeZone: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null }> } | null };

export type MyBookingsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyBookingsQuery = { readonly me: { readonly id: string, readonly bookings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: BookingStatus, readonly cancellationReason: CancellationReason | null, readonly createdAt: string, readonly expiresAt: string, readonly total: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly items: ReadonlyArray<{ readonly section: { readonly id: string } | null }>, readonly event: { readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string, readonly venue: { readonly id: string, readonly name: string, readonly city: string, readonly timeZone: string } } | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null } | null };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly user: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type MyNotificationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyNotificationsQuery = { readonly me: { readonly id: string, readonly notifications: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NotificationKind, readonly subject: string, readonly language: Language, readonly createdAt: string, readonly readAt: string | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null } | null };

export type NotificationTextQueryVariables = Exact<{
  id: string;
}>;


export type NotificationTextQuery = { readonly notification: { readonly id: string, readonly body: string, readonly language: Language } | null };

export type MarkReadMutationVariables = Exact<{
  input: MarkNotificationReadInput;
}>;


export type MarkReadMutation = { readonly markNotificationRead: { readonly notification: { readonly id: string, readonly readAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type MarkAllReadMutationVariables = Exact<{
  input: MarkAllNotificationsReadInput;
}>;


export type MarkAllReadMutation = { readonly markAllNotificationsRead: { readonly user: { readonly id: string, readonly unreadNotificationCount: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type PointsHistoryQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type PointsHistoryQuery = { readonly me: { readonly id: string, readonly loyalty: { readonly id: string, readonly level: LoyaltyLevel, readonly points: number, readonly reservedPoints: number, readonly owedPoints: number, readonly frozen: boolean, readonly operations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: PointsOperationKind, readonly points: number, readonly createdAt: string, readonly booking: { readonly id: string, readonly event: { readonly id: string, readonly title: string } | null } | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null } | null };

export type MyAddressQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAddressQuery = { readonly me: { readonly id: string, readonly email: string | null, readonly isEmailConfirmed: boolean | null, readonly language: Language | null } | null };

export type AskConfirmationMutationVariables = Exact<{
  input: RequestEmailConfirmationInput;
}>;


export type AskConfirmationMutation = { readonly requestEmailConfirmation: { readonly user: { readonly id: string, readonly isEmailConfirmed: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type MailLanguageMutationVariables = Exact<{
  input: ChangeLanguageInput;
}>;


export type MailLanguageMutation = { readonly changeLanguage: { readonly user: { readonly id: string, readonly language: Language | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type MySessionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MySessionsQuery = { readonly me: { readonly id: string, readonly sessions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly createdAt: string, readonly lastSeenAt: string, readonly current: boolean }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null } | null };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { readonly endSession: { readonly user: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type BookingFieldsFragment = { readonly id: string, readonly status: BookingStatus, readonly cancellationReason: CancellationReason | null, readonly createdAt: string, readonly expiresAt: string, readonly subtotal: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly discount: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly total: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly event: { readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string, readonly status: EventStatus, readonly refundTiers: ReadonlyArray<{ readonly hoursBefore: number, readonly percent: number }>, readonly venue: { readonly id: string, readonly name: string, readonly address: string, readonly city: string, readonly timeZone: string }, readonly hall: { readonly id: string, readonly name: string } } | null, readonly items: ReadonlyArray<{ readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly ticketType: { readonly id: string, readonly label: string, readonly proof: string | null } | null, readonly section: { readonly id: string, readonly label: string, readonly kind: SectionKind } | null, readonly seat: { readonly id: string, readonly index: number, readonly label: string, readonly isAccessible: boolean, readonly row: { readonly id: string, readonly label: string } } | null }>, readonly tickets: ReadonlyArray<{ readonly id: string, readonly status: TicketStatus, readonly code: string, readonly checkedInAt: string | null, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly ticketType: { readonly id: string, readonly label: string, readonly proof: string | null } | null, readonly section: { readonly id: string, readonly label: string, readonly kind: SectionKind } | null, readonly seat: { readonly id: string, readonly label: string, readonly row: { readonly id: string, readonly label: string } } | null }> } & { ' $fragmentName'?: 'BookingFieldsFragment' };

export type BookingByIdQueryVariables = Exact<{
  id: string;
}>;


export type BookingByIdQuery = { readonly booking: (
    { readonly id: string }
    & { ' $fragmentRefs'?: { 'BookingFieldsFragment': BookingFieldsFragment } }
  ) | null };

export type BookingChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type BookingChangedSubscription = { readonly bookingChanged: (
    { readonly id: string }
    & { ' $fragmentRefs'?: { 'BookingFieldsFragment': BookingFieldsFragment } }
  ) | null };

export type RefundQuoteQueryVariables = Exact<{
  bookingId: string;
  ticketIds: ReadonlyArray<string> | string;
}>;


export type RefundQuoteQuery = { readonly refundQuote: { readonly points: number, readonly until: string | null, readonly wantsAcceptNothing: boolean, readonly refunded: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly rejections: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type RefundTicketsMutationVariables = Exact<{
  input: RefundTicketsInput;
}>;


export type RefundTicketsMutation = { readonly refundTickets: { readonly refunded: { readonly amount: string, readonly currencyCode: CurrencyCode } | null, readonly booking: (
      { readonly id: string }
      & { ' $fragmentRefs'?: { 'BookingFieldsFragment': BookingFieldsFragment } }
    ) | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type PayBookingMutationVariables = Exact<{
  input: PayBookingInput;
}>;


export type PayBookingMutation = { readonly payBooking: { readonly booking: (
      { readonly id: string }
      & { ' $fragmentRefs'?: { 'BookingFieldsFragment': BookingFieldsFragment } }
    ) | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type LetGoMutationVariables = Exact<{
  input: CancelBookingInput;
}>;


export type LetGoMutation = { readonly cancelBooking: { readonly booking: (
      { readonly id: string }
      & { ' $fragmentRefs'?: { 'BookingFieldsFragment': BookingFieldsFragment } }
    ) | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type EventDetailsQueryVariables = Exact<{
  id: string;
}>;


export type EventDetailsQuery = { readonly event: { readonly id: string, readonly title: string, readonly description: string | null, readonly startsAt: string, readonly endsAt: string, readonly status: EventStatus, readonly maxSeatsPerUser: number, readonly refusesSingleSeats: boolean, readonly minimumGuests: number | null, readonly minimumDecidedHoursBefore: number | null, readonly isMinimumReached: boolean | null, readonly priceRange: { readonly lowest: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly highest: { readonly amount: string, readonly currencyCode: CurrencyCode } } | null, readonly refundTiers: ReadonlyArray<{ readonly hoursBefore: number, readonly percent: number }>, readonly series: { readonly id: string, readonly title: string } | null, readonly artists: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly venue: { readonly id: string, readonly name: string, readonly address: string, readonly city: string, readonly timeZone: string }, readonly hall: { readonly id: string, readonly name: string }, readonly prices: ReadonlyArray<{ readonly priceZone: { readonly id: string, readonly label: string }, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode } }>, readonly ticketTypes: ReadonlyArray<{ readonly id: string, readonly label: string, readonly proof: string | null, readonly maxPerBooking: number | null, readonly needs: { readonly id: string, readonly label: string } | null, readonly prices: ReadonlyArray<{ readonly priceZone: { readonly id: string }, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode } }> }> } | null };

export type EventMapQueryVariables = Exact<{
  id: string;
}>;


export type EventMapQuery = { readonly event: { readonly id: string, readonly seatMap: { readonly version: string, readonly states: string, readonly plan: { readonly id: string, readonly geometryUrl: string }, readonly standing: ReadonlyArray<{ readonly available: number, readonly section: { readonly id: string } }> } | null } | null };

export type SeatMapChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type SeatMapChangedSubscription = { readonly seatMapChanged:
    | { readonly __typename: 'SeatMapDelta', readonly fromVersion: string, readonly version: string, readonly changes: ReadonlyArray<{ readonly index: number, readonly state: SeatState }>, readonly standing: ReadonlyArray<{ readonly available: number, readonly section: { readonly id: string } }> }
    | { readonly __typename: 'SeatMapSnapshot', readonly version: string, readonly states: string, readonly plan: { readonly id: string }, readonly standing: ReadonlyArray<{ readonly available: number, readonly section: { readonly id: string } }> }
   };

export type SeatsAtQueryVariables = Exact<{
  planId: string;
  indexes: ReadonlyArray<number> | number;
}>;


export type SeatsAtQuery = { readonly seatingPlan: { readonly id: string, readonly seatsAt: ReadonlyArray<{ readonly id: string, readonly index: number }> } | null };

export type HoldPlacesMutationVariables = Exact<{
  input: CreateBookingInput;
}>;


export type HoldPlacesMutation = { readonly createBooking: { readonly booking: (
      { readonly id: string, readonly status: BookingStatus, readonly items: ReadonlyArray<{ readonly seat: { readonly id: string, readonly index: number } | null }> }
      & { ' $fragmentRefs'?: { 'BookingFieldsFragment': BookingFieldsFragment } }
    ) | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: ReadonlyArray<string> | null, readonly retryAfterMs: number | null }> } | null };

export type QuoteDiscountQueryVariables = Exact<{
  input: QuoteDiscountInput;
}>;


export type QuoteDiscountQuery = { readonly quoteDiscount: { readonly subtotal: { readonly amount: string, readonly currencyCode: CurrencyCode } | null, readonly discount: { readonly amount: string, readonly currencyCode: CurrencyCode } | null, readonly total: { readonly amount: string, readonly currencyCode: CurrencyCode } | null, readonly rejections: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type MyPointsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPointsQuery = { readonly me: { readonly id: string, readonly loyalty: { readonly id: string, readonly points: number, readonly reservedPoints: number, readonly frozen: boolean } | null } | null };

export type ArtistNameQueryVariables = Exact<{
  id: string;
}>;


export type ArtistNameQuery = { readonly artist: { readonly id: string, readonly name: string } | null };

export type EventsOnSaleQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: EventFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type EventsOnSaleQuery = { readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly freePlaces: number | null, readonly priceRange: { readonly lowest: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly highest: { readonly amount: string, readonly currencyCode: CurrencyCode } } | null, readonly series: { readonly id: string } | null, readonly artists: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly venue: { readonly id: string, readonly name: string, readonly city: string, readonly timeZone: string }, readonly hall: { readonly id: string, readonly name: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null };

export type SeriesDatesQueryVariables = Exact<{
  id: string;
  from: string;
  after?: string | null | undefined;
}>;


export type SeriesDatesQuery = { readonly eventSeries: { readonly id: string, readonly title: string, readonly description: string | null, readonly minimumGuests: number | null, readonly minimumDecidedHoursBefore: number | null, readonly artists: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly venue: { readonly id: string, readonly name: string, readonly city: string, readonly timeZone: string }, readonly hall: { readonly id: string, readonly name: string }, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly startsAt: string, readonly status: EventStatus, readonly freePlaces: number | null, readonly priceRange: { readonly lowest: { readonly amount: string, readonly currencyCode: CurrencyCode } } | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type TicketByIdQueryVariables = Exact<{
  id: string;
}>;


export type TicketByIdQuery = { readonly ticket: { readonly id: string, readonly code: string, readonly status: TicketStatus, readonly checkedInAt: string | null, readonly ticketType: { readonly id: string, readonly label: string, readonly proof: string | null } | null, readonly section: { readonly id: string, readonly label: string } | null, readonly seat: { readonly id: string, readonly label: string, readonly row: { readonly id: string, readonly label: string } } | null, readonly event: { readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string, readonly venue: { readonly id: string, readonly name: string, readonly address: string, readonly city: string, readonly timeZone: string }, readonly hall: { readonly id: string, readonly name: string } } | null } | null };

export type TicketPdfQueryVariables = Exact<{
  id: string;
  language: Language;
}>;


export type TicketPdfQuery = { readonly ticket: { readonly id: string, readonly pdf: string | null } | null };

export type MyWalletQueryVariables = Exact<{ [key: string]: never; }>;


export type MyWalletQuery = { readonly me: { readonly id: string, readonly wallet: { readonly id: string, readonly available: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly pending: { readonly amount: string, readonly currencyCode: CurrencyCode } } | null } | null };

export type WalletChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type WalletChangedSubscription = { readonly walletChanged: { readonly id: string, readonly available: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly pending: { readonly amount: string, readonly currencyCode: CurrencyCode } } | null };

export type TopUpMutationVariables = Exact<{
  input: TopUpWalletInput;
}>;


export type TopUpMutation = { readonly topUpWallet: { readonly redirectUrl: string | null, readonly wallet: { readonly id: string, readonly available: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly pending: { readonly amount: string, readonly currencyCode: CurrencyCode } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode }> } | null };

export type StatementQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type StatementQuery = { readonly me: { readonly id: string, readonly wallet: { readonly id: string, readonly transactions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: WalletTransactionKind, readonly status: WalletTransactionStatus, readonly createdAt: string, readonly amount: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly payment: { readonly id: string, readonly booking: { readonly id: string, readonly event: { readonly id: string, readonly title: string } | null } | null } | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const DeadLetterFieldsFragmentDoc = new TypedDocumentString(`
    fragment DeadLetterFields on DeadLetter {
  id
  service
  consumer
  topic
  key
  factId
  factType
  status
  attempts
  error
  payload
  isPayloadCut
  laidAsideAt
  retryAt
}
    `, {"fragmentName":"DeadLetterFields"}) as unknown as TypedDocumentString<DeadLetterFieldsFragment, unknown>;
export const ServiceHealthFragmentDoc = new TypedDocumentString(`
    fragment ServiceHealth on ServiceStatus {
  name
  asOf
  deadLetterCount
  outbox {
    length
    oldestSince
  }
  consumers {
    name
    waitingFacts
  }
  overdueWork {
    kind
    count
    oldestSince
  }
  sagas {
    type
    step
    count
    parkedCount
  }
  provider {
    name
    answers
    fault
  }
}
    `, {"fragmentName":"ServiceHealth"}) as unknown as TypedDocumentString<ServiceHealthFragment, unknown>;
export const BookingFieldsFragmentDoc = new TypedDocumentString(`
    fragment BookingFields on Booking {
  id
  status
  cancellationReason
  createdAt
  expiresAt
  subtotal {
    amount
    currencyCode
  }
  discount {
    amount
    currencyCode
  }
  total {
    amount
    currencyCode
  }
  event {
    id
    title
    startsAt
    endsAt
    status
    refundTiers {
      hoursBefore
      percent
    }
    venue {
      id
      name
      address
      city
      timeZone
    }
    hall {
      id
      name
    }
  }
  items {
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      index
      label
      isAccessible
      row {
        id
        label
      }
    }
  }
  tickets {
    id
    status
    code
    checkedInAt
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      label
      row {
        id
        label
      }
    }
  }
}
    `, {"fragmentName":"BookingFields"}) as unknown as TypedDocumentString<BookingFieldsFragment, unknown>;
export const RetryInTicketsDocument = new TypedDocumentString(`
    mutation RetryInTickets($input: RetryDeadLetterInput!) {
  outcome: retryTicketsDeadLetter(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RetryInTicketsMutation, RetryInTicketsMutationVariables>;
export const RetryInPaymentsDocument = new TypedDocumentString(`
    mutation RetryInPayments($input: RetryDeadLetterInput!) {
  outcome: retryPaymentsDeadLetter(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RetryInPaymentsMutation, RetryInPaymentsMutationVariables>;
export const RetryInLoyaltyDocument = new TypedDocumentString(`
    mutation RetryInLoyalty($input: RetryDeadLetterInput!) {
  outcome: retryLoyaltyDeadLetter(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RetryInLoyaltyMutation, RetryInLoyaltyMutationVariables>;
export const RetryInNotificationsDocument = new TypedDocumentString(`
    mutation RetryInNotifications($input: RetryDeadLetterInput!) {
  outcome: retryNotificationsDeadLetter(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RetryInNotificationsMutation, RetryInNotificationsMutationVariables>;
export const RetryInAnalyticsDocument = new TypedDocumentString(`
    mutation RetryInAnalytics($input: RetryDeadLetterInput!) {
  outcome: retryAnalyticsDeadLetter(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RetryInAnalyticsMutation, RetryInAnalyticsMutationVariables>;
export const DropInTicketsDocument = new TypedDocumentString(`
    mutation DropInTickets($input: DropDeadLetterInput!) {
  outcome: dropTicketsDeadLetter(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DropInTicketsMutation, DropInTicketsMutationVariables>;
export const DropInPaymentsDocument = new TypedDocumentString(`
    mutation DropInPayments($input: DropDeadLetterInput!) {
  outcome: dropPaymentsDeadLetter(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DropInPaymentsMutation, DropInPaymentsMutationVariables>;
export const DropInLoyaltyDocument = new TypedDocumentString(`
    mutation DropInLoyalty($input: DropDeadLetterInput!) {
  outcome: dropLoyaltyDeadLetter(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DropInLoyaltyMutation, DropInLoyaltyMutationVariables>;
export const DropInNotificationsDocument = new TypedDocumentString(`
    mutation DropInNotifications($input: DropDeadLetterInput!) {
  outcome: dropNotificationsDeadLetter(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DropInNotificationsMutation, DropInNotificationsMutationVariables>;
export const DropInAnalyticsDocument = new TypedDocumentString(`
    mutation DropInAnalytics($input: DropDeadLetterInput!) {
  outcome: dropAnalyticsDeadLetter(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DropInAnalyticsMutation, DropInAnalyticsMutationVariables>;
export const DeadLettersOfServicesDocument = new TypedDocumentString(`
    query DeadLettersOfServices {
  services {
    tickets {
      deadLetterCount
      deadLetters(first: 25) {
        nodes {
          id
          ...DeadLetterFields
        }
      }
    }
    payments {
      deadLetterCount
      deadLetters(first: 25) {
        nodes {
          id
          ...DeadLetterFields
        }
      }
    }
    loyalty {
      deadLetterCount
      deadLetters(first: 25) {
        nodes {
          id
          ...DeadLetterFields
        }
      }
    }
    notifications {
      deadLetterCount
      deadLetters(first: 25) {
        nodes {
          id
          ...DeadLetterFields
        }
      }
    }
    analytics {
      deadLetterCount
      deadLetters(first: 25) {
        nodes {
          id
          ...DeadLetterFields
        }
      }
    }
  }
}
    fragment DeadLetterFields on DeadLetter {
  id
  service
  consumer
  topic
  key
  factId
  factType
  status
  attempts
  error
  payload
  isPayloadCut
  laidAsideAt
  retryAt
}`) as unknown as TypedDocumentString<DeadLettersOfServicesQuery, DeadLettersOfServicesQueryVariables>;
export const HealthOfServicesDocument = new TypedDocumentString(`
    query HealthOfServices {
  services {
    users {
      ...ServiceHealth
    }
    events {
      ...ServiceHealth
    }
    tickets {
      ...ServiceHealth
    }
    payments {
      ...ServiceHealth
    }
    loyalty {
      ...ServiceHealth
    }
    notifications {
      ...ServiceHealth
    }
    analytics {
      ...ServiceHealth
    }
  }
}
    fragment ServiceHealth on ServiceStatus {
  name
  asOf
  deadLetterCount
  outbox {
    length
    oldestSince
  }
  consumers {
    name
    waitingFacts
  }
  overdueWork {
    kind
    count
    oldestSince
  }
  sagas {
    type
    step
    count
    parkedCount
  }
  provider {
    name
    answers
    fault
  }
}`) as unknown as TypedDocumentString<HealthOfServicesQuery, HealthOfServicesQueryVariables>;
export const AssignRoleDocument = new TypedDocumentString(`
    mutation AssignRole($input: AssignRoleInput!) {
  assignRole(input: $input) {
    user {
      id
      role
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<AssignRoleMutation, AssignRoleMutationVariables>;
export const BlockUserDocument = new TypedDocumentString(`
    mutation BlockUser($input: BlockUserInput!) {
  blockUser(input: $input) {
    user {
      id
      isBlocked
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<BlockUserMutation, BlockUserMutationVariables>;
export const UnblockUserDocument = new TypedDocumentString(`
    mutation UnblockUser($input: UnblockUserInput!) {
  unblockUser(input: $input) {
    user {
      id
      isBlocked
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<UnblockUserMutation, UnblockUserMutationVariables>;
export const UsersFoundDocument = new TypedDocumentString(`
    query UsersFound($search: String, $after: String) {
  users(search: $search, first: 25, after: $after) {
    nodes {
      id
      nickname
      email
      isEmailConfirmed
      role
      isBlocked
      createdAt
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<UsersFoundQuery, UsersFoundQueryVariables>;
export const ConfirmAddressDocument = new TypedDocumentString(`
    mutation ConfirmAddress($input: ConfirmEmailInput!) {
  confirmEmail(input: $input) {
    user {
      id
      isEmailConfirmed
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmAddressMutation, ConfirmAddressMutationVariables>;
export const UnreadDocument = new TypedDocumentString(`
    query Unread {
  me {
    id
    unreadNotificationCount
  }
}
    `) as unknown as TypedDocumentString<UnreadQuery, UnreadQueryVariables>;
export const NotificationAddedDocument = new TypedDocumentString(`
    subscription NotificationAdded {
  notificationAdded {
    id
    kind
    subject
    language
    createdAt
    readAt
  }
}
    `) as unknown as TypedDocumentString<NotificationAddedSubscription, NotificationAddedSubscriptionVariables>;
export const HeldPlacesDocument = new TypedDocumentString(`
    query HeldPlaces {
  me {
    id
    bookings(statuses: [AWAITING_PAYMENT], first: 5) {
      nodes {
        id
        status
        expiresAt
        event {
          id
          title
        }
        items {
          seat {
            id
            index
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HeldPlacesQuery, HeldPlacesQueryVariables>;
export const NewPasswordDocument = new TypedDocumentString(`
    mutation NewPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    user {
      id
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<NewPasswordMutation, NewPasswordMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: LoginInput!) {
  login(input: $input) {
    user {
      id
      nickname
      role
    }
    session {
      accessToken
      accessTokenExpiresAt
      refreshToken
      refreshTokenExpiresAt
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignUpDocument = new TypedDocumentString(`
    mutation SignUp($input: RegisterInput!) {
  register(input: $input) {
    user {
      id
      nickname
      role
    }
    session {
      accessToken
      accessTokenExpiresAt
      refreshToken
      refreshTokenExpiresAt
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SignUpMutation, SignUpMutationVariables>;
export const StaySignedInDocument = new TypedDocumentString(`
    mutation StaySignedIn($input: RefreshSessionInput!) {
  refreshSession(input: $input) {
    user {
      id
      nickname
      role
    }
    session {
      accessToken
      accessTokenExpiresAt
      refreshToken
      refreshTokenExpiresAt
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<StaySignedInMutation, StaySignedInMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut($input: LogoutInput!) {
  logout(input: $input) {
    signedOut
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const ForgotPasswordDocument = new TypedDocumentString(`
    mutation ForgotPassword($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    accepted
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ForgotPasswordMutation, ForgotPasswordMutationVariables>;
export const DoorKeysDocument = new TypedDocumentString(`
    query DoorKeys {
  ticketKeys {
    kid
    x
  }
}
    `) as unknown as TypedDocumentString<DoorKeysQuery, DoorKeysQueryVariables>;
export const DoorTicketsDocument = new TypedDocumentString(`
    query DoorTickets($id: ID!, $after: String) {
  event(id: $id) {
    id
    attendees(first: 100, after: $after) {
      nodes {
        id
        status
        checkedInAt
        seat {
          id
          label
          row {
            id
            label
          }
        }
        section {
          id
          label
        }
        ticketType {
          id
          label
          proof
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DoorTicketsQuery, DoorTicketsQueryVariables>;
export const DoorCountDocument = new TypedDocumentString(`
    query DoorCount($id: ID!) {
  event(id: $id) {
    id
    attendance {
      valid
      checkedIn
    }
  }
}
    `) as unknown as TypedDocumentString<DoorCountQuery, DoorCountQueryVariables>;
export const CheckInTicketDocument = new TypedDocumentString(`
    mutation CheckInTicket($input: CheckInTicketInput!) {
  checkInTicket(input: $input) {
    ticket {
      id
      status
      checkedInAt
      seat {
        id
        label
        row {
          id
          label
        }
      }
      section {
        id
        label
      }
      ticketType {
        id
        label
        proof
      }
    }
    checkedInBy {
      id
      nickname
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CheckInTicketMutation, CheckInTicketMutationVariables>;
export const OrdersOfEventDocument = new TypedDocumentString(`
    query OrdersOfEvent($id: ID!, $search: String, $statuses: [BookingStatus!], $after: String) {
  event(id: $id) {
    id
    bookings(search: $search, statuses: $statuses, first: 25, after: $after) {
      nodes {
        id
        status
        createdAt
        buyer {
          id
          nickname
        }
        total {
          amount
          currencyCode
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrdersOfEventQuery, OrdersOfEventQueryVariables>;
export const FindOrdersDocument = new TypedDocumentString(`
    query FindOrders($search: String!, $after: String) {
  eventBookings(search: $search, first: 25, after: $after) {
    nodes {
      id
      status
      createdAt
      buyer {
        id
        nickname
      }
      total {
        amount
        currencyCode
      }
      event {
        id
        title
        startsAt
        venue {
          id
          timeZone
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<FindOrdersQuery, FindOrdersQueryVariables>;
export const OrderInFullDocument = new TypedDocumentString(`
    query OrderInFull($id: ID!, $search: String!) {
  event(id: $id) {
    id
    bookings(search: $search, first: 1) {
      nodes {
        id
        status
        cancellationReason
        buyer {
          id
          nickname
        }
        createdAt
        expiresAt
        subtotal {
          amount
          currencyCode
        }
        discount {
          amount
          currencyCode
        }
        total {
          amount
          currencyCode
        }
        items {
          price {
            amount
            currencyCode
          }
          seat {
            id
            label
            row {
              id
              label
            }
          }
          section {
            id
            label
          }
          ticketType {
            id
            label
          }
        }
        tickets {
          id
          status
          checkedInAt
          seat {
            id
            label
            row {
              id
              label
            }
          }
          section {
            id
            label
          }
          ticketType {
            id
            label
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrderInFullQuery, OrderInFullQueryVariables>;
export const AttendeesOfEventDocument = new TypedDocumentString(`
    query AttendeesOfEvent($id: ID!, $isCheckedIn: Boolean, $after: String) {
  event(id: $id) {
    id
    attendance {
      valid
      checkedIn
    }
    attendees(isCheckedIn: $isCheckedIn, first: 100, after: $after) {
      nodes {
        id
        status
        checkedInAt
        seat {
          id
          label
          row {
            id
            label
          }
        }
        section {
          id
          label
        }
        ticketType {
          id
          label
          proof
        }
        holder {
          id
          nickname
        }
        booking {
          id
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AttendeesOfEventQuery, AttendeesOfEventQueryVariables>;
export const PromoCodesDocument = new TypedDocumentString(`
    query PromoCodes($after: String) {
  promoCodes(first: 20, after: $after) {
    nodes {
      id
      code
      percentOff
      amountOff {
        amount
        currencyCode
      }
      fixedPrice {
        amount
        currencyCode
      }
      validFrom
      validUntil
      events {
        id
        title
      }
      series {
        id
        title
      }
      organizers {
        id
        nickname
      }
      priceZones {
        id
        label
      }
      minimumTotal {
        amount
        currencyCode
      }
      minimumLevel
      firstBookingOnly
      maxUses
      maxUsesPerUser
      budget {
        amount
        currencyCode
      }
      uses
      discounted {
        amount
        currencyCode
      }
      active
      createdAt
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<PromoCodesQuery, PromoCodesQueryVariables>;
export const CreatePromoCodeDocument = new TypedDocumentString(`
    mutation CreatePromoCode($input: CreatePromoCodeInput!) {
  createPromoCode(input: $input) {
    promoCode {
      id
      code
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePromoCodeMutation, CreatePromoCodeMutationVariables>;
export const DeactivatePromoCodeDocument = new TypedDocumentString(`
    mutation DeactivatePromoCode($input: DeactivatePromoCodeInput!) {
  deactivatePromoCode(input: $input) {
    promoCode {
      id
      active
      uses
      discounted {
        amount
        currencyCode
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DeactivatePromoCodeMutation, DeactivatePromoCodeMutationVariables>;
export const EventsForCodesDocument = new TypedDocumentString(`
    query EventsForCodes($from: DateTime!) {
  events(filter: {mine: true, startsFrom: $from}, first: 50) {
    nodes {
      id
      title
      startsAt
      status
      series {
        id
      }
      venue {
        id
        timeZone
      }
    }
  }
  eventSeriesList(first: 50) {
    nodes {
      id
      title
      venue {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventsForCodesQuery, EventsForCodesQueryVariables>;
export const OrganizersFoundDocument = new TypedDocumentString(`
    query OrganizersFound($search: String!) {
  users(search: $search, first: 25) {
    nodes {
      id
      nickname
      role
    }
  }
}
    `) as unknown as TypedDocumentString<OrganizersFoundQuery, OrganizersFoundQueryVariables>;
export const ZonesOfSeriesDocument = new TypedDocumentString(`
    query ZonesOfSeries($id: ID!) {
  eventSeries(id: $id) {
    id
    prices {
      priceZone {
        id
        label
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ZonesOfSeriesQuery, ZonesOfSeriesQueryVariables>;
export const ZonesForCodesDocument = new TypedDocumentString(`
    query ZonesForCodes($id: ID!) {
  event(id: $id) {
    id
    prices {
      priceZone {
        id
        label
      }
      price {
        amount
        currencyCode
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ZonesForCodesQuery, ZonesForCodesQueryVariables>;
export const SalesOfEventDocument = new TypedDocumentString(`
    query SalesOfEvent($id: ID!, $bucket: SalesBucket!, $from: DateTime) {
  event(id: $id) {
    id
    statistics {
      capacity
      sold
      refunded
      occupancy
      revenue {
        amount
        currencyCode
      }
      salesOverTime(bucket: $bucket, from: $from) {
        at
        sold
        refunded
      }
      byTicketType {
        ticketType {
          id
          label
        }
        sold
        refunded
        revenue {
          amount
          currencyCode
        }
      }
      byPriceZone {
        priceZone {
          id
          label
        }
        sold
        refunded
        revenue {
          amount
          currencyCode
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SalesOfEventQuery, SalesOfEventQueryVariables>;
export const SalesCsvDocument = new TypedDocumentString(`
    query SalesCsv($id: ID!) {
  event(id: $id) {
    id
    statistics {
      csv
    }
  }
}
    `) as unknown as TypedDocumentString<SalesCsvQuery, SalesCsvQueryVariables>;
export const ZonePricesDocument = new TypedDocumentString(`
    query ZonePrices($id: ID!) {
  event(id: $id) {
    id
    prices {
      priceZone {
        id
        label
      }
      price {
        amount
        currencyCode
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ZonePricesQuery, ZonePricesQueryVariables>;
export const BlockChosenDocument = new TypedDocumentString(`
    mutation BlockChosen($input: BlockSeatsInput!) {
  blockSeats(input: $input) {
    event {
      id
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<BlockChosenMutation, BlockChosenMutationVariables>;
export const UnblockChosenDocument = new TypedDocumentString(`
    mutation UnblockChosen($input: UnblockSeatsInput!) {
  unblockSeats(input: $input) {
    event {
      id
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<UnblockChosenMutation, UnblockChosenMutationVariables>;
export const OfficeTodayDocument = new TypedDocumentString(`
    query OfficeToday($from: DateTime!, $until: DateTime!) {
  events(filter: {mine: true, startsFrom: $from, startsBefore: $until}, first: 50) {
    nodes {
      id
      title
      status
      startsAt
      endsAt
      priceRange {
        lowest {
          amount
        }
      }
      venue {
        id
        name
        timeZone
      }
      hall {
        id
        name
      }
      freePlaces
      attendance {
        valid
        checkedIn
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<OfficeTodayQuery, OfficeTodayQueryVariables>;
export const TonightPlacesDocument = new TypedDocumentString(`
    query TonightPlaces($id: ID!) {
  event(id: $id) {
    id
    freePlaces
    attendance {
      valid
      checkedIn
    }
    statistics {
      capacity
    }
    seatMap {
      version
      states
    }
  }
}
    `) as unknown as TypedDocumentString<TonightPlacesQuery, TonightPlacesQueryVariables>;
export const CancelledEventsDocument = new TypedDocumentString(`
    query CancelledEvents($from: DateTime!) {
  events(filter: {mine: true, status: CANCELLED, startsFrom: $from}, first: 10) {
    nodes {
      id
      title
      startsAt
      venue {
        id
        timeZone
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CancelledEventsQuery, CancelledEventsQueryVariables>;
export const RefundsOfCancelledDocument = new TypedDocumentString(`
    query RefundsOfCancelled($id: ID!) {
  eventCancellation(eventId: $id) {
    status
    total
    refunded
    failed
    remaining
  }
}
    `) as unknown as TypedDocumentString<RefundsOfCancelledQuery, RefundsOfCancelledQueryVariables>;
export const OfficeEventDocument = new TypedDocumentString(`
    query OfficeEvent($id: ID!) {
  event(id: $id) {
    id
    title
    status
    startsAt
    endsAt
    series {
      id
      title
    }
    venue {
      id
      name
      timeZone
    }
    hall {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<OfficeEventQuery, OfficeEventQueryVariables>;
export const ArtistsNamedDocument = new TypedDocumentString(`
    query ArtistsNamed($search: String) {
  artists(search: $search, first: 10) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ArtistsNamedQuery, ArtistsNamedQueryVariables>;
export const IntroduceArtistDocument = new TypedDocumentString(`
    mutation IntroduceArtist($input: CreateArtistInput!) {
  createArtist(input: $input) {
    artist {
      id
      name
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<IntroduceArtistMutation, IntroduceArtistMutationVariables>;
export const CallOffDocument = new TypedDocumentString(`
    mutation CallOff($input: CancelEventInput!) {
  cancelEvent(input: $input) {
    event {
      id
      status
      freePlaces
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CallOffMutation, CallOffMutationVariables>;
export const CancellationOfDocument = new TypedDocumentString(`
    query CancellationOf($id: ID!) {
  eventCancellation(eventId: $id) {
    reason
    minimumGuests
    status
    total
    refunded
    failed
    remaining
  }
}
    `) as unknown as TypedDocumentString<CancellationOfQuery, CancellationOfQueryVariables>;
export const CancellationProgressedDocument = new TypedDocumentString(`
    subscription CancellationProgressed($id: ID!) {
  eventCancellationProgressed(eventId: $id) {
    reason
    minimumGuests
    status
    total
    refunded
    failed
    remaining
  }
}
    `) as unknown as TypedDocumentString<CancellationProgressedSubscription, CancellationProgressedSubscriptionVariables>;
export const EventPricesDocument = new TypedDocumentString(`
    query EventPrices($id: ID!) {
  event(id: $id) {
    id
    status
    ticketTypes {
      id
      key
      label
      maxPerBooking
      maxPerEvent
      proof
      needs {
        id
        key
      }
      prices {
        priceZone {
          id
        }
        price {
          amount
          currencyCode
        }
      }
    }
    seatingPlan {
      id
      version
      seatCount
      standingCapacity
      geometryUrl
      priceZones {
        id
        key
        label
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventPricesQuery, EventPricesQueryVariables>;
export const EventOfferDocument = new TypedDocumentString(`
    query EventOffer($id: ID!) {
  event(id: $id) {
    id
    title
    description
    startsAt
    endsAt
    holdSeconds
    maxSeatsPerUser
    refusesSingleSeats
    minimumGuests
    minimumDecidedHoursBefore
    artists {
      id
      name
    }
    refundTiers {
      hoursBefore
      percent
    }
  }
}
    `) as unknown as TypedDocumentString<EventOfferQuery, EventOfferQueryVariables>;
export const EventAtStakeDocument = new TypedDocumentString(`
    query EventAtStake($id: ID!) {
  event(id: $id) {
    id
    statistics {
      sold
      refunded
      revenue {
        amount
        currencyCode
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventAtStakeQuery, EventAtStakeQueryVariables>;
export const ChangeEventDocument = new TypedDocumentString(`
    mutation ChangeEvent($input: UpdateEventInput!) {
  updateEvent(input: $input) {
    event {
      id
      title
      description
      startsAt
      endsAt
      holdSeconds
      maxSeatsPerUser
      refusesSingleSeats
      minimumGuests
      minimumDecidedHoursBefore
      artists {
        id
        name
      }
      refundTiers {
        hoursBefore
        percent
      }
      ticketTypes {
        id
        key
        label
        maxPerBooking
        maxPerEvent
        proof
        needs {
          id
          key
        }
        prices {
          priceZone {
            id
          }
          price {
            amount
            currencyCode
          }
        }
      }
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeEventMutation, ChangeEventMutationVariables>;
export const OfficeCurrencyDocument = new TypedDocumentString(`
    query OfficeCurrency {
  me {
    id
    wallet {
      id
      available {
        amount
        currencyCode
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OfficeCurrencyQuery, OfficeCurrencyQueryVariables>;
export const VenuesToChooseDocument = new TypedDocumentString(`
    query VenuesToChoose {
  venues(mine: true, first: 100) {
    nodes {
      id
      name
      city
      timeZone
    }
  }
}
    `) as unknown as TypedDocumentString<VenuesToChooseQuery, VenuesToChooseQueryVariables>;
export const HallsToChooseDocument = new TypedDocumentString(`
    query HallsToChoose($venueId: ID!) {
  venue(id: $venueId) {
    id
    timeZone
    halls {
      id
      name
      seatingPlan {
        id
        version
        geometryUrl
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HallsToChooseQuery, HallsToChooseQueryVariables>;
export const MoveEventDocument = new TypedDocumentString(`
    mutation MoveEvent($input: RescheduleEventInput!) {
  rescheduleEvent(input: $input) {
    event {
      id
      startsAt
      endsAt
      venue {
        id
        name
        timeZone
      }
      hall {
        id
        name
      }
      ticketTypes {
        id
        prices {
          priceZone {
            id
          }
          price {
            amount
            currencyCode
          }
        }
      }
      seatingPlan {
        id
        version
        seatCount
        standingCapacity
        geometryUrl
        priceZones {
          id
          key
          label
        }
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MoveEventMutation, MoveEventMutationVariables>;
export const DraftEventDocument = new TypedDocumentString(`
    mutation DraftEvent($input: CreateEventInput!) {
  createEvent(input: $input) {
    event {
      id
      title
      status
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DraftEventMutation, DraftEventMutationVariables>;
export const NewestPlanDocument = new TypedDocumentString(`
    query NewestPlan($id: ID!) {
  event(id: $id) {
    id
    hall {
      id
      seatingPlan {
        id
        version
        seatCount
        standingCapacity
        geometryUrl
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NewestPlanQuery, NewestPlanQueryVariables>;
export const BringToPlanDocument = new TypedDocumentString(`
    mutation BringToPlan($input: ChangeSeatingPlanInput!) {
  changeSeatingPlan(input: $input) {
    event {
      id
      freePlaces
      ticketTypes {
        id
        prices {
          priceZone {
            id
          }
          price {
            amount
            currencyCode
          }
        }
      }
      seatingPlan {
        id
        version
        seatCount
        standingCapacity
        geometryUrl
        priceZones {
          id
          key
          label
        }
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BringToPlanMutation, BringToPlanMutationVariables>;
export const PutOnSaleDocument = new TypedDocumentString(`
    mutation PutOnSale($input: PublishEventInput!) {
  publishEvent(input: $input) {
    event {
      id
      status
      freePlaces
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PutOnSaleMutation, PutOnSaleMutationVariables>;
export const OfficeEventsDocument = new TypedDocumentString(`
    query OfficeEvents($search: String, $filter: EventFilter, $after: String) {
  events(search: $search, filter: $filter, first: 25, after: $after) {
    nodes {
      id
      title
      status
      startsAt
      freePlaces
      series {
        id
        title
      }
      venue {
        id
        name
        timeZone
      }
      hall {
        id
        name
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<OfficeEventsQuery, OfficeEventsQueryVariables>;
export const HallPlanDocument = new TypedDocumentString(`
    query HallPlan($venueId: ID!) {
  venue(id: $venueId) {
    id
    name
    halls {
      id
      name
      seatingPlan {
        id
        name
        version
        seatCount
        standingCapacity
        geometryUrl
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HallPlanQuery, HallPlanQueryVariables>;
export const ImportPlanDocument = new TypedDocumentString(`
    mutation ImportPlan($input: ImportSeatingPlanInput!) {
  importSeatingPlan(input: $input) {
    seatingPlan {
      id
      name
      version
      seatCount
      standingCapacity
      geometryUrl
    }
    warnings {
      line
      path
      message
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPlanMutation, ImportPlanMutationVariables>;
export const OpenSeriesDocument = new TypedDocumentString(`
    mutation OpenSeries($input: CreateEventSeriesInput!) {
  createEventSeries(input: $input) {
    eventSeries {
      id
      title
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<OpenSeriesMutation, OpenSeriesMutationVariables>;
export const OfficeSeriesDocument = new TypedDocumentString(`
    query OfficeSeries($id: ID!) {
  eventSeries(id: $id) {
    id
    title
    venue {
      id
      name
      timeZone
    }
    hall {
      id
      name
    }
    seatingPlan {
      id
      seatCount
      standingCapacity
    }
  }
}
    `) as unknown as TypedDocumentString<OfficeSeriesQuery, OfficeSeriesQueryVariables>;
export const SeriesSlotsDocument = new TypedDocumentString(`
    query SeriesSlots($id: ID!, $from: DateTime!, $after: String) {
  eventSeries(id: $id) {
    id
    events(startsFrom: $from, first: 50, after: $after) {
      nodes {
        id
        status
        startsAt
        endsAt
        freePlaces
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeriesSlotsQuery, SeriesSlotsQueryVariables>;
export const SeriesAtStakeDocument = new TypedDocumentString(`
    query SeriesAtStake($id: ID!, $from: DateTime!, $after: String) {
  eventSeries(id: $id) {
    id
    events(startsFrom: $from, first: 100, after: $after) {
      nodes {
        id
        status
        statistics {
          sold
          refunded
          revenue {
            amount
            currencyCode
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeriesAtStakeQuery, SeriesAtStakeQueryVariables>;
export const ScheduleSlotsDocument = new TypedDocumentString(`
    mutation ScheduleSlots($input: ScheduleEventSeriesInput!) {
  scheduleEventSeries(input: $input) {
    eventSeries {
      id
      title
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ScheduleSlotsMutation, ScheduleSlotsMutationVariables>;
export const CallOffSeriesDocument = new TypedDocumentString(`
    mutation CallOffSeries($input: CancelEventSeriesInput!) {
  cancelEventSeries(input: $input) {
    eventSeries {
      id
      title
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CallOffSeriesMutation, CallOffSeriesMutationVariables>;
export const PublishSlotDocument = new TypedDocumentString(`
    mutation PublishSlot($input: PublishEventInput!) {
  publishEvent(input: $input) {
    event {
      id
      status
      freePlaces
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PublishSlotMutation, PublishSlotMutationVariables>;
export const VenueByIdDocument = new TypedDocumentString(`
    query VenueById($id: ID!) {
  venue(id: $id) {
    id
    name
    address
    city
    timeZone
    halls {
      id
      name
      seatingPlan {
        id
        version
        seatCount
        standingCapacity
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VenueByIdQuery, VenueByIdQueryVariables>;
export const ChangeVenueDocument = new TypedDocumentString(`
    mutation ChangeVenue($input: UpdateVenueInput!) {
  updateVenue(input: $input) {
    venue {
      id
      name
      address
      city
      timeZone
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeVenueMutation, ChangeVenueMutationVariables>;
export const AddHallDocument = new TypedDocumentString(`
    mutation AddHall($input: CreateHallInput!) {
  createHall(input: $input) {
    hall {
      id
      name
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AddHallMutation, AddHallMutationVariables>;
export const OwnVenuesDocument = new TypedDocumentString(`
    query OwnVenues($after: String) {
  venues(mine: true, first: 50, after: $after) {
    nodes {
      id
      name
      address
      city
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<OwnVenuesQuery, OwnVenuesQueryVariables>;
export const OpenVenueDocument = new TypedDocumentString(`
    mutation OpenVenue($input: CreateVenueInput!) {
  createVenue(input: $input) {
    venue {
      id
      name
      address
      city
      timeZone
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<OpenVenueMutation, OpenVenueMutationVariables>;
export const MyBookingsDocument = new TypedDocumentString(`
    query MyBookings($after: String) {
  me {
    id
    bookings(first: 20, after: $after) {
      nodes {
        id
        status
        cancellationReason
        createdAt
        expiresAt
        total {
          amount
          currencyCode
        }
        items {
          section {
            id
          }
        }
        event {
          id
          title
          startsAt
          endsAt
          venue {
            id
            name
            city
            timeZone
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyBookingsQuery, MyBookingsQueryVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    user {
      id
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const MyNotificationsDocument = new TypedDocumentString(`
    query MyNotifications($after: String) {
  me {
    id
    notifications(first: 20, after: $after) {
      nodes {
        id
        kind
        subject
        language
        createdAt
        readAt
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyNotificationsQuery, MyNotificationsQueryVariables>;
export const NotificationTextDocument = new TypedDocumentString(`
    query NotificationText($id: ID!) {
  notification(id: $id) {
    id
    body
    language
  }
}
    `) as unknown as TypedDocumentString<NotificationTextQuery, NotificationTextQueryVariables>;
export const MarkReadDocument = new TypedDocumentString(`
    mutation MarkRead($input: MarkNotificationReadInput!) {
  markNotificationRead(input: $input) {
    notification {
      id
      readAt
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<MarkReadMutation, MarkReadMutationVariables>;
export const MarkAllReadDocument = new TypedDocumentString(`
    mutation MarkAllRead($input: MarkAllNotificationsReadInput!) {
  markAllNotificationsRead(input: $input) {
    user {
      id
      unreadNotificationCount
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<MarkAllReadMutation, MarkAllReadMutationVariables>;
export const PointsHistoryDocument = new TypedDocumentString(`
    query PointsHistory($after: String) {
  me {
    id
    loyalty {
      id
      level
      points
      reservedPoints
      owedPoints
      frozen
      operations(first: 20, after: $after) {
        nodes {
          id
          kind
          points
          createdAt
          booking {
            id
            event {
              id
              title
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PointsHistoryQuery, PointsHistoryQueryVariables>;
export const MyAddressDocument = new TypedDocumentString(`
    query MyAddress {
  me {
    id
    email
    isEmailConfirmed
    language
  }
}
    `) as unknown as TypedDocumentString<MyAddressQuery, MyAddressQueryVariables>;
export const AskConfirmationDocument = new TypedDocumentString(`
    mutation AskConfirmation($input: RequestEmailConfirmationInput!) {
  requestEmailConfirmation(input: $input) {
    user {
      id
      isEmailConfirmed
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<AskConfirmationMutation, AskConfirmationMutationVariables>;
export const MailLanguageDocument = new TypedDocumentString(`
    mutation MailLanguage($input: ChangeLanguageInput!) {
  changeLanguage(input: $input) {
    user {
      id
      language
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<MailLanguageMutation, MailLanguageMutationVariables>;
export const MySessionsDocument = new TypedDocumentString(`
    query MySessions($after: String) {
  me {
    id
    sessions(first: 20, after: $after) {
      nodes {
        id
        createdAt
        lastSeenAt
        current
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($input: EndSessionInput!) {
  endSession(input: $input) {
    user {
      id
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const BookingByIdDocument = new TypedDocumentString(`
    query BookingById($id: ID!) {
  booking(id: $id) {
    id
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  status
  cancellationReason
  createdAt
  expiresAt
  subtotal {
    amount
    currencyCode
  }
  discount {
    amount
    currencyCode
  }
  total {
    amount
    currencyCode
  }
  event {
    id
    title
    startsAt
    endsAt
    status
    refundTiers {
      hoursBefore
      percent
    }
    venue {
      id
      name
      address
      city
      timeZone
    }
    hall {
      id
      name
    }
  }
  items {
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      index
      label
      isAccessible
      row {
        id
        label
      }
    }
  }
  tickets {
    id
    status
    code
    checkedInAt
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      label
      row {
        id
        label
      }
    }
  }
}`) as unknown as TypedDocumentString<BookingByIdQuery, BookingByIdQueryVariables>;
export const BookingChangedDocument = new TypedDocumentString(`
    subscription BookingChanged($id: ID!) {
  bookingChanged(bookingId: $id) {
    id
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  status
  cancellationReason
  createdAt
  expiresAt
  subtotal {
    amount
    currencyCode
  }
  discount {
    amount
    currencyCode
  }
  total {
    amount
    currencyCode
  }
  event {
    id
    title
    startsAt
    endsAt
    status
    refundTiers {
      hoursBefore
      percent
    }
    venue {
      id
      name
      address
      city
      timeZone
    }
    hall {
      id
      name
    }
  }
  items {
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      index
      label
      isAccessible
      row {
        id
        label
      }
    }
  }
  tickets {
    id
    status
    code
    checkedInAt
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      label
      row {
        id
        label
      }
    }
  }
}`) as unknown as TypedDocumentString<BookingChangedSubscription, BookingChangedSubscriptionVariables>;
export const RefundQuoteDocument = new TypedDocumentString(`
    query RefundQuote($bookingId: ID!, $ticketIds: [ID!]!) {
  refundQuote(bookingId: $bookingId, ticketIds: $ticketIds) {
    refunded {
      amount
      currencyCode
    }
    points
    until
    wantsAcceptNothing
    rejections {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RefundQuoteQuery, RefundQuoteQueryVariables>;
export const RefundTicketsDocument = new TypedDocumentString(`
    mutation RefundTickets($input: RefundTicketsInput!) {
  refundTickets(input: $input) {
    refunded {
      amount
      currencyCode
    }
    booking {
      id
      ...BookingFields
    }
    userErrors {
      code
    }
  }
}
    fragment BookingFields on Booking {
  id
  status
  cancellationReason
  createdAt
  expiresAt
  subtotal {
    amount
    currencyCode
  }
  discount {
    amount
    currencyCode
  }
  total {
    amount
    currencyCode
  }
  event {
    id
    title
    startsAt
    endsAt
    status
    refundTiers {
      hoursBefore
      percent
    }
    venue {
      id
      name
      address
      city
      timeZone
    }
    hall {
      id
      name
    }
  }
  items {
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      index
      label
      isAccessible
      row {
        id
        label
      }
    }
  }
  tickets {
    id
    status
    code
    checkedInAt
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      label
      row {
        id
        label
      }
    }
  }
}`) as unknown as TypedDocumentString<RefundTicketsMutation, RefundTicketsMutationVariables>;
export const PayBookingDocument = new TypedDocumentString(`
    mutation PayBooking($input: PayBookingInput!) {
  payBooking(input: $input) {
    booking {
      id
      ...BookingFields
    }
    userErrors {
      code
    }
  }
}
    fragment BookingFields on Booking {
  id
  status
  cancellationReason
  createdAt
  expiresAt
  subtotal {
    amount
    currencyCode
  }
  discount {
    amount
    currencyCode
  }
  total {
    amount
    currencyCode
  }
  event {
    id
    title
    startsAt
    endsAt
    status
    refundTiers {
      hoursBefore
      percent
    }
    venue {
      id
      name
      address
      city
      timeZone
    }
    hall {
      id
      name
    }
  }
  items {
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      index
      label
      isAccessible
      row {
        id
        label
      }
    }
  }
  tickets {
    id
    status
    code
    checkedInAt
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      label
      row {
        id
        label
      }
    }
  }
}`) as unknown as TypedDocumentString<PayBookingMutation, PayBookingMutationVariables>;
export const LetGoDocument = new TypedDocumentString(`
    mutation LetGo($input: CancelBookingInput!) {
  cancelBooking(input: $input) {
    booking {
      id
      ...BookingFields
    }
    userErrors {
      code
    }
  }
}
    fragment BookingFields on Booking {
  id
  status
  cancellationReason
  createdAt
  expiresAt
  subtotal {
    amount
    currencyCode
  }
  discount {
    amount
    currencyCode
  }
  total {
    amount
    currencyCode
  }
  event {
    id
    title
    startsAt
    endsAt
    status
    refundTiers {
      hoursBefore
      percent
    }
    venue {
      id
      name
      address
      city
      timeZone
    }
    hall {
      id
      name
    }
  }
  items {
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      index
      label
      isAccessible
      row {
        id
        label
      }
    }
  }
  tickets {
    id
    status
    code
    checkedInAt
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      label
      row {
        id
        label
      }
    }
  }
}`) as unknown as TypedDocumentString<LetGoMutation, LetGoMutationVariables>;
export const EventDetailsDocument = new TypedDocumentString(`
    query EventDetails($id: ID!) {
  event(id: $id) {
    id
    title
    description
    startsAt
    endsAt
    status
    maxSeatsPerUser
    refusesSingleSeats
    minimumGuests
    minimumDecidedHoursBefore
    isMinimumReached
    priceRange {
      lowest {
        amount
        currencyCode
      }
      highest {
        amount
        currencyCode
      }
    }
    refundTiers {
      hoursBefore
      percent
    }
    series {
      id
      title
    }
    artists {
      id
      name
    }
    venue {
      id
      name
      address
      city
      timeZone
    }
    hall {
      id
      name
    }
    prices {
      priceZone {
        id
        label
      }
      price {
        amount
        currencyCode
      }
    }
    ticketTypes {
      id
      label
      proof
      maxPerBooking
      needs {
        id
        label
      }
      prices {
        priceZone {
          id
        }
        price {
          amount
          currencyCode
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventDetailsQuery, EventDetailsQueryVariables>;
export const EventMapDocument = new TypedDocumentString(`
    query EventMap($id: ID!) {
  event(id: $id) {
    id
    seatMap {
      version
      states
      plan {
        id
        geometryUrl
      }
      standing {
        section {
          id
        }
        available
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventMapQuery, EventMapQueryVariables>;
export const SeatMapChangedDocument = new TypedDocumentString(`
    subscription SeatMapChanged($id: ID!) {
  seatMapChanged(eventId: $id) {
    __typename
    ... on SeatMapDelta {
      fromVersion
      version
      changes {
        index
        state
      }
      standing {
        section {
          id
        }
        available
      }
    }
    ... on SeatMapSnapshot {
      version
      states
      plan {
        id
      }
      standing {
        section {
          id
        }
        available
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeatMapChangedSubscription, SeatMapChangedSubscriptionVariables>;
export const SeatsAtDocument = new TypedDocumentString(`
    query SeatsAt($planId: ID!, $indexes: [Int!]!) {
  seatingPlan(id: $planId) {
    id
    seatsAt(indexes: $indexes) {
      id
      index
    }
  }
}
    `) as unknown as TypedDocumentString<SeatsAtQuery, SeatsAtQueryVariables>;
export const HoldPlacesDocument = new TypedDocumentString(`
    mutation HoldPlaces($input: CreateBookingInput!) {
  createBooking(input: $input) {
    booking {
      id
      status
      items {
        seat {
          id
          index
        }
      }
      ...BookingFields
    }
    userErrors {
      code
      field
      retryAfterMs
    }
  }
}
    fragment BookingFields on Booking {
  id
  status
  cancellationReason
  createdAt
  expiresAt
  subtotal {
    amount
    currencyCode
  }
  discount {
    amount
    currencyCode
  }
  total {
    amount
    currencyCode
  }
  event {
    id
    title
    startsAt
    endsAt
    status
    refundTiers {
      hoursBefore
      percent
    }
    venue {
      id
      name
      address
      city
      timeZone
    }
    hall {
      id
      name
    }
  }
  items {
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      index
      label
      isAccessible
      row {
        id
        label
      }
    }
  }
  tickets {
    id
    status
    code
    checkedInAt
    price {
      amount
      currencyCode
    }
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
      kind
    }
    seat {
      id
      label
      row {
        id
        label
      }
    }
  }
}`) as unknown as TypedDocumentString<HoldPlacesMutation, HoldPlacesMutationVariables>;
export const QuoteDiscountDocument = new TypedDocumentString(`
    query QuoteDiscount($input: QuoteDiscountInput!) {
  quoteDiscount(input: $input) {
    subtotal {
      amount
      currencyCode
    }
    discount {
      amount
      currencyCode
    }
    total {
      amount
      currencyCode
    }
    rejections {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteDiscountQuery, QuoteDiscountQueryVariables>;
export const MyPointsDocument = new TypedDocumentString(`
    query MyPoints {
  me {
    id
    loyalty {
      id
      points
      reservedPoints
      frozen
    }
  }
}
    `) as unknown as TypedDocumentString<MyPointsQuery, MyPointsQueryVariables>;
export const ArtistNameDocument = new TypedDocumentString(`
    query ArtistName($id: ID!) {
  artist(id: $id) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ArtistNameQuery, ArtistNameQueryVariables>;
export const EventsOnSaleDocument = new TypedDocumentString(`
    query EventsOnSale($search: String, $filter: EventFilter, $after: String) {
  events(search: $search, filter: $filter, first: 24, after: $after) {
    nodes {
      id
      title
      startsAt
      freePlaces
      priceRange {
        lowest {
          amount
          currencyCode
        }
        highest {
          amount
          currencyCode
        }
      }
      series {
        id
      }
      artists {
        id
        name
      }
      venue {
        id
        name
        city
        timeZone
      }
      hall {
        id
        name
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<EventsOnSaleQuery, EventsOnSaleQueryVariables>;
export const SeriesDatesDocument = new TypedDocumentString(`
    query SeriesDates($id: ID!, $from: DateTime!, $after: String) {
  eventSeries(id: $id) {
    id
    title
    description
    minimumGuests
    minimumDecidedHoursBefore
    artists {
      id
      name
    }
    venue {
      id
      name
      city
      timeZone
    }
    hall {
      id
      name
    }
    events(startsFrom: $from, first: 100, after: $after) {
      nodes {
        id
        startsAt
        status
        freePlaces
        priceRange {
          lowest {
            amount
            currencyCode
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeriesDatesQuery, SeriesDatesQueryVariables>;
export const TicketByIdDocument = new TypedDocumentString(`
    query TicketById($id: ID!) {
  ticket(id: $id) {
    id
    code
    status
    checkedInAt
    ticketType {
      id
      label
      proof
    }
    section {
      id
      label
    }
    seat {
      id
      label
      row {
        id
        label
      }
    }
    event {
      id
      title
      startsAt
      endsAt
      venue {
        id
        name
        address
        city
        timeZone
      }
      hall {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TicketByIdQuery, TicketByIdQueryVariables>;
export const TicketPdfDocument = new TypedDocumentString(`
    query TicketPdf($id: ID!, $language: Language!) {
  ticket(id: $id) {
    id
    pdf(language: $language)
  }
}
    `) as unknown as TypedDocumentString<TicketPdfQuery, TicketPdfQueryVariables>;
export const MyWalletDocument = new TypedDocumentString(`
    query MyWallet {
  me {
    id
    wallet {
      id
      available {
        amount
        currencyCode
      }
      pending {
        amount
        currencyCode
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyWalletQuery, MyWalletQueryVariables>;
export const WalletChangedDocument = new TypedDocumentString(`
    subscription WalletChanged {
  walletChanged {
    id
    available {
      amount
      currencyCode
    }
    pending {
      amount
      currencyCode
    }
  }
}
    `) as unknown as TypedDocumentString<WalletChangedSubscription, WalletChangedSubscriptionVariables>;
export const TopUpDocument = new TypedDocumentString(`
    mutation TopUp($input: TopUpWalletInput!) {
  topUpWallet(input: $input) {
    redirectUrl
    wallet {
      id
      available {
        amount
        currencyCode
      }
      pending {
        amount
        currencyCode
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<TopUpMutation, TopUpMutationVariables>;
export const StatementDocument = new TypedDocumentString(`
    query Statement($after: String) {
  me {
    id
    wallet {
      id
      transactions(first: 20, after: $after) {
        nodes {
          id
          kind
          status
          createdAt
          amount {
            amount
            currencyCode
          }
          payment {
            id
            booking {
              id
              event {
                id
                title
              }
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatementQuery, StatementQueryVariables>;
