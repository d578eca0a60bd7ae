// Written by `npm run codegen` from contracts/operations/gateway/. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Input of receiveProviderMessage. */
export type ReceiveProviderMessageInput = {
  /** The body of the request, as it came. */
  readonly text: string;
  /** The header that signs it; empty when there was none. */
  readonly signature: string;
};

/** Why receiveProviderMessage said no. */
export type ReceiveProviderMessageErrorCode =
  /** Not signed by the provider, or too long ago. */
  | 'INVALID_SIGNATURE'
  /** This server has no payment provider. */
  | 'NO_PROVIDER'
  /** It is about a top-up that is not there: of another server, or of days that a backup does not have. */
  | 'TOP_UP_NOT_FOUND';

export type JwksQueryVariables = Exact<{ [key: string]: never; }>;


export type JwksQuery = { readonly jwks: ReadonlyArray<{ readonly kid: string, readonly kty: string, readonly crv: string, readonly alg: string, readonly use: string, readonly x: string }> };

export type PlanGeometryQueryVariables = Exact<{
  id: string;
}>;


export type PlanGeometryQuery = { readonly seatingPlan: { readonly geometry: string } | null };

export type ReceiveProviderMessageMutationVariables = Exact<{
  input: ReceiveProviderMessageInput;
}>;


export type ReceiveProviderMessageMutation = { readonly receiveProviderMessage: { readonly userErrors: ReadonlyArray<{ readonly code: ReceiveProviderMessageErrorCode, readonly message: string }> } };


export const JwksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Jwks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jwks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kid"}},{"kind":"Field","name":{"kind":"Name","value":"kty"}},{"kind":"Field","name":{"kind":"Name","value":"crv"}},{"kind":"Field","name":{"kind":"Name","value":"alg"}},{"kind":"Field","name":{"kind":"Name","value":"use"}},{"kind":"Field","name":{"kind":"Name","value":"x"}}]}}]}}]} as unknown as DocumentNode<JwksQuery, JwksQueryVariables>;
export const PlanGeometryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlanGeometry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seatingPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"geometry"}}]}}]}}]} as unknown as DocumentNode<PlanGeometryQuery, PlanGeometryQueryVariables>;
export const ReceiveProviderMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReceiveProviderMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReceiveProviderMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receiveProviderMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReceiveProviderMessageMutation, ReceiveProviderMessageMutationVariables>;
