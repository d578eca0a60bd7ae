// Written by `npm run codegen` from contracts/operations/notifications/. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** In which language Parterre writes to somebody. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU';

/** What a token in a mail is good for. */
export type MailTokenPurpose =
  /** To confirm the mail address: signed, good for three days. */
  | 'EMAIL_CONFIRMATION'
  /** To set a new password: random, good once and for an hour. */
  | 'PASSWORD_RESET';

/** Input of `issueMailToken`. */
export type IssueMailTokenInput = {
  /** To whom the mail goes. */
  readonly userId: string;
  /** What the token is to be good for. */
  readonly purpose: MailTokenPurpose;
};

export type IssueMailTokenMutationVariables = Exact<{
  input: IssueMailTokenInput;
}>;


export type IssueMailTokenMutation = { readonly issueMailToken: { readonly token: string | null, readonly expiresAt: string | null } };

export type PrintedTicketsQueryVariables = Exact<{
  bookingId: string;
  language: Language;
}>;


export type PrintedTicketsQuery = { readonly printedTickets: ReadonlyArray<{ readonly ticketId: string, readonly pdf: string }> };


export const IssueMailTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssueMailToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueMailTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueMailToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<IssueMailTokenMutation, IssueMailTokenMutationVariables>;
export const PrintedTicketsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PrintedTickets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"printedTickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"bookingId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}},{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticketId"}},{"kind":"Field","name":{"kind":"Name","value":"pdf"}}]}}]}}]} as unknown as DocumentNode<PrintedTicketsQuery, PrintedTicketsQueryVariables>;
