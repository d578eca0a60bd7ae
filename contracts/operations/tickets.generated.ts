// Written by `npm run codegen` from contracts/operations/tickets/. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** An amount of money as input. */
export type MoneyInput = {
  /** Decimal text with at most as many digits as the currency has, such as "12.50" for EUR. */
  readonly amount: string;
  /** ISO 4217 code of the currency. */
  readonly currencyCode: CurrencyCode;
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

/** Places that a booking wants. */
export type HoldSeatsInput = {
  /** The booking; the same booking asks for the same hold. */
  readonly bookingId: string;
  /** Who buys. */
  readonly userId: string;
  /** The event. */
  readonly eventId: string;
  /** The seats, each once. */
  readonly seatIds: ReadonlyArray<string>;
  /** The ticket types of seats, each seat once; a seat that is not named has the event's first. */
  readonly seatTypes?: ReadonlyArray<HoldSeatTypeInput> | null | undefined;
  /** Standing places, each section and ticket type once. */
  readonly standing: ReadonlyArray<HoldStandingInput>;
  /** Seats that are chosen when they are taken. */
  readonly bestAvailable?: HoldBestInput | null | undefined;
  /** How many places the buyer may hold in all events together, these included; as many as the events allow unless given. No part of what is asked for: asking again with another limit answers the same. */
  readonly mostHeldInAll?: number | null | undefined;
};

/** Standing places of one section. */
export type HoldStandingInput = {
  /** The standing section. */
  readonly sectionId: string;
  /** How many places, at least 1. */
  readonly quantity: number;
  /** The ticket type of these places; the event's first unless given. */
  readonly ticketTypeId?: string | null | undefined;
};

/** A party that wants to sit side by side. */
export type HoldBestInput = {
  /** The price zone that they want to sit in. */
  readonly priceZoneId: string;
  /** Who they are, each ticket type once. */
  readonly party: ReadonlyArray<HoldPartyInput>;
};

/** So many of a party. */
export type HoldPartyInput = {
  /** Their ticket type; the event's first unless given. */
  readonly ticketTypeId?: string | null | undefined;
  /** How many, at least 1. */
  readonly quantity: number;
};

/** The ticket type of a seat. */
export type HoldSeatTypeInput = {
  /** One of `seatIds`. */
  readonly seatId: string;
  /** A ticket type of the event. */
  readonly ticketTypeId: string;
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
  readonly bookingId: string;
  /** The event. */
  readonly eventId: string;
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
  readonly bookingId: string;
  /** The event. */
  readonly eventId: string;
  /** Names this release; the same id has its effect once. */
  readonly requestId: string;
  /** Why they go back. */
  readonly reason: ReleaseReason;
  /** These seats of the booking. With null here and in `standing`: everything that it holds or bought. */
  readonly seatIds?: ReadonlyArray<string> | null | undefined;
  /** These standing places of the booking. */
  readonly standing?: ReadonlyArray<HoldStandingInput> | null | undefined;
};

/** Why places go back on sale. */
export type ReleaseReason =
  /** The booking was cancelled before it was paid. */
  | 'BOOKING_CANCELLED'
  /** Tickets were given back. */
  | 'TICKETS_REFUNDED'
  /** The time to pay ran out. */
  | 'HOLD_EXPIRED';

/** Rules that can refuse releaseSeats. */
export type ReleaseSeatsErrorCode =
  /** The booking never held anything; it cannot any more. */
  | 'HOLD_NOT_FOUND'
  /** The booking does not have these places, or not any more. */
  | 'NOTHING_TO_RELEASE';

/** Input of authorizePayment. */
export type AuthorizePaymentInput = {
  /** The booking to pay. */
  readonly bookingId: string;
  /** Counts the attempts to pay this booking, from 1. */
  readonly attempt: number;
  /** Who pays. */
  readonly userId: string;
  /** What is to be set aside. */
  readonly amount: MoneyInput;
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
  readonly bookingId: string;
  /** The attempt that was authorized. */
  readonly attempt: number;
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
  readonly bookingId: string;
  /** The attempt to void. */
  readonly attempt: number;
  /** Whose attempt. */
  readonly userId: string;
};

/** Why voidPayment said no. */
export type VoidPaymentErrorCode =
  /** It is captured: refund it instead. */
  | 'PAYMENT_CAPTURED';

/** Input of refundPayment. */
export type RefundPaymentInput = {
  /** The booking whose payment is paid back. */
  readonly bookingId: string;
  /** Names this refund: asked again it moves nothing a second time. */
  readonly refundId: string;
  /** What goes back; at most what was captured less what already went back. */
  readonly amount: MoneyInput;
};

/** Why refundPayment said no. */
export type RefundPaymentErrorCode =
  /** The booking has no captured payment. */
  | 'PAYMENT_NOT_FOUND'
  /** More than is left of the payment. */
  | 'REFUND_EXCEEDS_PAYMENT'
  /** Not above zero, another currency than the payment's, or not what this refund asked for the first time. */
  | 'INVALID_AMOUNT';

/** Input of reserveDiscount. */
export type ReserveDiscountInput = {
  /** The booking that is to cost less. */
  readonly bookingId: string;
  /** Who books. */
  readonly userId: string;
  /** The event that is booked. */
  readonly eventId: string;
  /** What the booking costs without a discount. */
  readonly subtotal: MoneyInput;
  /** A promo code, or null. */
  readonly promoCode?: string | null | undefined;
  /** How many points to spend, or null. 100 points pay one whole currency unit, up to half of the subtotal, and no more than the promo code leaves of it. */
  readonly spendPoints?: number | null | undefined;
  /** Who organizes the event; without it no code applies that is an organizer's, or for organizers. */
  readonly organizerId?: string | null | undefined;
  /** The places that make up the subtotal, at most 500; without them no code applies that is for some price zones. */
  readonly places?: ReadonlyArray<PlaceToDiscountInput> | null | undefined;
};

/** One place of a booking, as it is priced. */
export type PlaceToDiscountInput = {
  /** The price zone that it is in. */
  readonly priceZoneId: string;
  /** What it costs without a discount. */
  readonly price: MoneyInput;
  /** The ticket type that it is booked for, where there are any. */
  readonly ticketTypeId?: string | null | undefined;
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
  readonly bookingId: string;
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
  readonly bookingId: string;
  /** Who booked. */
  readonly userId: string;
};

/** Why releaseDiscount said no. */
export type ReleaseDiscountErrorCode =
  /** The discount is final: a refund gives the points back. */
  | 'RESERVATION_COMMITTED';

/** Input of refundedPoints. */
export type RefundedPointsInput = {
  /** The booking. */
  readonly bookingId: string;
  /** What was taken off the price of the tickets. */
  readonly discount: MoneyInput;
  /** Of that, what points paid; null where it is not known. */
  readonly points?: MoneyInput | null | undefined;
  /** The share of what was paid that the refund policy gives back, 0 to 100. */
  readonly percent: number;
};

export type AuthorizePaymentMutationVariables = Exact<{
  input: AuthorizePaymentInput;
}>;


export type AuthorizePaymentMutation = { readonly authorizePayment: { readonly payment: { readonly id: string, readonly status: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: AuthorizePaymentErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CapturePaymentMutationVariables = Exact<{
  input: CapturePaymentInput;
}>;


export type CapturePaymentMutation = { readonly capturePayment: { readonly payment: { readonly id: string, readonly status: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: CapturePaymentErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CommitDiscountMutationVariables = Exact<{
  input: CommitDiscountInput;
}>;


export type CommitDiscountMutation = { readonly commitDiscount: { readonly committed: boolean, readonly userErrors: ReadonlyArray<{ readonly code: CommitDiscountErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type EventForRefundQueryVariables = Exact<{
  eventId: string;
}>;


export type EventForRefundQuery = { readonly event: { readonly status: EventStatus, readonly startsAt: string, readonly hall: { readonly id: string }, readonly ticketTypes: ReadonlyArray<{ readonly id: string, readonly label: string, readonly needs: { readonly id: string, readonly label: string } | null }> } | null };

export type HoldSeatsMutationVariables = Exact<{
  input: HoldSeatsInput;
}>;


export type HoldSeatsMutation = { readonly holdSeats: { readonly hold: { readonly bookingId: string, readonly eventId: string, readonly eventTitle: string, readonly organizerId: string, readonly startsAt: string, readonly hallId: string | null, readonly currencyCode: CurrencyCode, readonly expiresAt: string, readonly items: ReadonlyArray<{ readonly seatId: string | null, readonly sectionId: string, readonly priceZoneId: string, readonly ticketTypeId: string | null, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode } }>, readonly refundTiers: ReadonlyArray<{ readonly hoursBefore: number, readonly percent: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: HoldSeatsErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly seatIds: ReadonlyArray<string> }> } };

export type IsEmailConfirmedQueryVariables = Exact<{
  userId: string;
}>;


export type IsEmailConfirmedQuery = { readonly isEmailConfirmed: boolean };

export type NicknamesQueryVariables = Exact<{
  userIds: ReadonlyArray<string> | string;
}>;


export type NicknamesQuery = { readonly nicknames: ReadonlyArray<string | null> };

export type PlacesOfTicketsQueryVariables = Exact<{
  eventId: string;
  seatIds: ReadonlyArray<string> | string;
  sectionIds: ReadonlyArray<string> | string;
}>;


export type PlacesOfTicketsQuery = { readonly event: { readonly title: string, readonly startsAt: string, readonly ticketTypes: ReadonlyArray<{ readonly id: string, readonly label: string, readonly proof: string | null }>, readonly hall: { readonly name: string }, readonly venue: { readonly name: string, readonly address: string, readonly city: string, readonly timeZone: string } } | null, readonly seatsByIds: ReadonlyArray<{ readonly id: string, readonly label: string, readonly row: { readonly label: string } }>, readonly sectionsByIds: ReadonlyArray<{ readonly id: string, readonly label: string }> };

export type PresentPlacesQueryVariables = Exact<{
  eventId: string;
  seatIds: ReadonlyArray<string> | string;
  sectionIds: ReadonlyArray<string> | string;
}>;


export type PresentPlacesQuery = { readonly presentPlaces: { readonly seatIds: ReadonlyArray<string>, readonly sectionIds: ReadonlyArray<string> } };

export type RefundPaymentMutationVariables = Exact<{
  input: RefundPaymentInput;
}>;


export type RefundPaymentMutation = { readonly refundPayment: { readonly payment: { readonly id: string, readonly status: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: RefundPaymentErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type RefundedPointsQueryVariables = Exact<{
  input: RefundedPointsInput;
}>;


export type RefundedPointsQuery = { readonly refundedPoints: number };

export type ReleaseDiscountMutationVariables = Exact<{
  input: ReleaseDiscountInput;
}>;


export type ReleaseDiscountMutation = { readonly releaseDiscount: { readonly released: boolean, readonly userErrors: ReadonlyArray<{ readonly code: ReleaseDiscountErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type ReleaseSeatsMutationVariables = Exact<{
  input: ReleaseSeatsInput;
}>;


export type ReleaseSeatsMutation = { readonly releaseSeats: { readonly released: boolean, readonly userErrors: ReadonlyArray<{ readonly code: ReleaseSeatsErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type ReserveDiscountMutationVariables = Exact<{
  input: ReserveDiscountInput;
}>;


export type ReserveDiscountMutation = { readonly reserveDiscount: { readonly reservation: { readonly bookingId: string, readonly discount: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly places: ReadonlyArray<{ readonly promo: { readonly amount: string, readonly currencyCode: CurrencyCode }, readonly points: { readonly amount: string, readonly currencyCode: CurrencyCode } }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ReserveDiscountErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type SellSeatsMutationVariables = Exact<{
  input: SellSeatsInput;
}>;


export type SellSeatsMutation = { readonly sellSeats: { readonly sold: boolean, readonly userErrors: ReadonlyArray<{ readonly code: SellSeatsErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UserWithNicknameQueryVariables = Exact<{
  nickname: string;
}>;


export type UserWithNicknameQuery = { readonly userWithNickname: string | null };

export type VoidPaymentMutationVariables = Exact<{
  input: VoidPaymentInput;
}>;


export type VoidPaymentMutation = { readonly voidPayment: { readonly payment: { readonly id: string, readonly status: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: VoidPaymentErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };


export const AuthorizePaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AuthorizePayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizePaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorizePayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<AuthorizePaymentMutation, AuthorizePaymentMutationVariables>;
export const CapturePaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CapturePayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CapturePaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"capturePayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CapturePaymentMutation, CapturePaymentMutationVariables>;
export const CommitDiscountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CommitDiscount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CommitDiscountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commitDiscount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CommitDiscountMutation, CommitDiscountMutationVariables>;
export const EventForRefundDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventForRefund"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"eventId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"eventId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"hall"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticketTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"needs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EventForRefundQuery, EventForRefundQueryVariables>;
export const HoldSeatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldSeats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HoldSeatsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holdSeats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingId"}},{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"eventTitle"}},{"kind":"Field","name":{"kind":"Name","value":"organizerId"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"hallId"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seatId"}},{"kind":"Field","name":{"kind":"Name","value":"sectionId"}},{"kind":"Field","name":{"kind":"Name","value":"priceZoneId"}},{"kind":"Field","name":{"kind":"Name","value":"ticketTypeId"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refundTiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hoursBefore"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"seatIds"}}]}}]}}]}}]} as unknown as DocumentNode<HoldSeatsMutation, HoldSeatsMutationVariables>;
export const IsEmailConfirmedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IsEmailConfirmed"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isEmailConfirmed"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}}]}]}}]} as unknown as DocumentNode<IsEmailConfirmedQuery, IsEmailConfirmedQueryVariables>;
export const NicknamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Nicknames"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nicknames"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userIds"}}}]}]}}]} as unknown as DocumentNode<NicknamesQuery, NicknamesQueryVariables>;
export const PlacesOfTicketsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlacesOfTickets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"eventId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seatIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sectionIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"eventId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"ticketTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"proof"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hall"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"seatsByIds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seatIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"row"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sectionsByIds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sectionIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]} as unknown as DocumentNode<PlacesOfTicketsQuery, PlacesOfTicketsQueryVariables>;
export const PresentPlacesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PresentPlaces"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"eventId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seatIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sectionIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presentPlaces"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"eventId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"eventId"}}},{"kind":"Argument","name":{"kind":"Name","value":"seatIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seatIds"}}},{"kind":"Argument","name":{"kind":"Name","value":"sectionIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sectionIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seatIds"}},{"kind":"Field","name":{"kind":"Name","value":"sectionIds"}}]}}]}}]} as unknown as DocumentNode<PresentPlacesQuery, PresentPlacesQueryVariables>;
export const RefundPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefundPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refundPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<RefundPaymentMutation, RefundPaymentMutationVariables>;
export const RefundedPointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RefundedPoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefundedPointsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refundedPoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<RefundedPointsQuery, RefundedPointsQueryVariables>;
export const ReleaseDiscountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseDiscount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseDiscountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseDiscount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseDiscountMutation, ReleaseDiscountMutationVariables>;
export const ReleaseSeatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseSeats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseSeatsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseSeats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseSeatsMutation, ReleaseSeatsMutationVariables>;
export const ReserveDiscountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReserveDiscount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReserveDiscountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reserveDiscount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingId"}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"places"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"promo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ReserveDiscountMutation, ReserveDiscountMutationVariables>;
export const SellSeatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SellSeats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SellSeatsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sellSeats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sold"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<SellSeatsMutation, SellSeatsMutationVariables>;
export const UserWithNicknameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UserWithNickname"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nickname"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userWithNickname"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nickname"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nickname"}}}]}]}}]} as unknown as DocumentNode<UserWithNicknameQuery, UserWithNicknameQueryVariables>;
export const VoidPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VoidPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VoidPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"voidPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<VoidPaymentMutation, VoidPaymentMutationVariables>;
