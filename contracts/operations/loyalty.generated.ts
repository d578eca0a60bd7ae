// Written by `npm run codegen` from contracts/operations/loyalty/. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A currency that Parterre sells in, ISO 4217. */
export type CurrencyCode =
  /** Euro. */
  | 'EUR'
  /** US dollar. */
  | 'USD'
  /** Pound sterling. */
  | 'GBP'
  /** Swiss franc. */
  | 'CHF';

/** Standing places of one section. */
export type HoldStandingInput = {
  /** The standing section. */
  readonly sectionId: string;
  /** How many places, at least 1. */
  readonly quantity: number;
};

/** Places to ask the prices of. */
export type QuoteSeatsInput = {
  /** The event. */
  readonly eventId: string;
  /** The seats, each once. */
  readonly seatIds: ReadonlyArray<string>;
  /** Standing places, each section once. */
  readonly standing: ReadonlyArray<HoldStandingInput>;
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
  /** No places are wanted, or more than any buyer may hold. */
  | 'TOO_MANY_SEATS';

export type DiscountTargetsQueryVariables = Exact<{
  eventIds: ReadonlyArray<string> | string;
  priceZoneIds: ReadonlyArray<string> | string;
}>;


export type DiscountTargetsQuery = { readonly discountTargets: { readonly priceZoneIds: ReadonlyArray<string>, readonly events: ReadonlyArray<{ readonly eventId: string, readonly organizerId: string }> } };

export type QuoteSeatsQueryVariables = Exact<{
  input: QuoteSeatsInput;
}>;


export type QuoteSeatsQuery = { readonly quoteSeats: { readonly quote: { readonly eventId: string, readonly organizerId: string, readonly currencyCode: CurrencyCode, readonly items: ReadonlyArray<{ readonly priceZoneId: string, readonly price: { readonly amount: string, readonly currencyCode: CurrencyCode } }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: QuoteSeatsErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };


export const DiscountTargetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DiscountTargets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"eventIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"priceZoneIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discountTargets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"eventIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"eventIds"}}},{"kind":"Argument","name":{"kind":"Name","value":"priceZoneIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"priceZoneIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"organizerId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"priceZoneIds"}}]}}]}}]} as unknown as DocumentNode<DiscountTargetsQuery, DiscountTargetsQueryVariables>;
export const QuoteSeatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QuoteSeats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"QuoteSeatsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quoteSeats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"organizerId"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"priceZoneId"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<QuoteSeatsQuery, QuoteSeatsQueryVariables>;
