type RootType = 'Query' | 'Mutation' | 'Subscription';
/** What graphql and federation find by themselves, or not at all. */
type Machinery = '__resolveReference' | '__isTypeOf' | '__resolveType';
type FieldsOf<Models, Type extends keyof Models> = Type extends RootType ? never : keyof Models[Type];

/** The fields of a type that need a resolver: those that the value behind it does not carry. */
type NeededFields<All, Models, Type extends keyof All> = Type extends keyof Models
  ? NonNullable<All[Type]> extends { serialize: unknown }
    ? never
    : Exclude<keyof NonNullable<All[Type]>, FieldsOf<Models, Type> | Machinery>
  : never;

/**
 * The generated resolvers of a subgraph, where every field without data is required: a field of the schema that neither
 * its model carries nor a resolver answers does not compile. `Models` says what stands behind each type.
 */
export type Complete<All, Models> = All & {
  readonly [Type in keyof All as [NeededFields<All, Models, Type>] extends [never]
    ? never
    : Type]-?: Required<Pick<NonNullable<All[Type]>, NeededFields<All, Models, Type>>>;
};
