type RootType = 'Query' | 'Mutation' | 'Subscription';
/** What graphql and federation find by themselves, or not at all. */
type Machinery = '__resolveReference' | '__isTypeOf' | '__resolveType';

/** What the resolver of a field has to answer. */
type ResultOf<Resolver> =
  NonNullable<Resolver> extends (...args: never[]) => infer Result ? Awaited<Result> : never;

/** The fields that the value behind a type carries, as the schema shows them: graphql reads them by itself. */
type CarriedFields<Resolvers, Model> = {
  [Field in keyof Resolvers & keyof Model]-?: Exclude<Model[Field], undefined> extends ResultOf<
    Resolvers[Field]
  >
    ? Field
    : never;
}[keyof Resolvers & keyof Model];

/** The fields of a type that need a resolver: those that the value behind it does not carry. */
type NeededFields<All, Models, Type extends keyof All> = Type extends keyof Models
  ? NonNullable<All[Type]> extends { serialize: unknown }
    ? never
    : Exclude<
        keyof NonNullable<All[Type]>,
        Machinery | (Type extends RootType ? never : CarriedFields<NonNullable<All[Type]>, Models[Type]>)
      >
  : never;

/**
 * The generated resolvers of a subgraph, where every field without data is required: a field of the schema that neither
 * its model carries, as the schema shows it, nor a resolver answers does not compile. `Models` says what stands behind
 * each type.
 */
export type Complete<All, Models> = All & {
  readonly [Type in keyof All as [NeededFields<All, Models, Type>] extends [never]
    ? never
    : Type]-?: Required<Pick<NonNullable<All[Type]>, NeededFields<All, Models, Type>>>;
};
