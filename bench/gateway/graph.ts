/**
 * A small shop in four subgraphs. Everything is derived from a product's id by joining texts, so that a
 * subgraph costs next to nothing and every answer can be foretold for any number of products.
 */
export interface BenchSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: Record<string, object>;
}

const head = `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@external", "@requires", "@composeDirective"]
    )
    @link(url: "https://parterre.example/access/v1.0", import: ["@allow"])
    @composeDirective(name: "@allow")
  directive @allow(role: String!) on FIELD_DEFINITION
`;

const texts = [
  'sku',
  'ean',
  'brand',
  'maker',
  'origin',
  'color',
  'size',
  'material',
  'summary',
  'care',
] as const;
const RELATED = ['a', 'b'] as const;
/** Five reviews by three authors: whoever asks for an author twice pays for it. */
const AUTHORS = [1, 2, 1, 3, 2] as const;

interface Product {
  readonly id: string;
}

/** A product with everything that the subgraph "products" knows of it. */
function aProduct(id: string): object {
  return {
    id,
    name: `Product ${id}`,
    price: 1299,
    weight: 250,
    isNew: true,
    rating: 4.5,
    ...Object.fromEntries(texts.map((text) => [text, `${text} of ${id}`])),
    dimensions: { width: 20, height: 30, depth: 10 },
    category: { id: `${id}-c`, name: `Category of ${id}` },
  };
}

export const subgraphs: readonly BenchSubgraph[] = [
  {
    name: 'products',
    typeDefs: `${head}
      type Query {
        product(id: ID!): Product @allow(role: "ANYONE")
        products(from: ID!, first: Int!): [Product!]! @allow(role: "ANYONE")
      }
      type Product @key(fields: "id") {
        id: ID!
        name: String!
        price: Int!
        weight: Int!
        isNew: Boolean!
        rating: Float!
        ${texts.map((text) => `${text}: String!`).join('\n')}
        dimensions: Dimensions!
        category: Category!
        related: [Product!]!
      }
      type Dimensions { width: Int! height: Int! depth: Int! }
      type Category { id: ID! name: String! }
    `,
    resolvers: {
      Query: {
        product: (_: unknown, { id }: Product) => aProduct(id),
        products: (_: unknown, { from, first }: { from: string; first: number }) =>
          Array.from({ length: first }, (_item, index) => aProduct(`${from}-${index}`)),
      },
      Product: {
        __resolveReference: ({ id }: Product) => aProduct(id),
        related: ({ id }: Product) => RELATED.map((letter) => aProduct(`${id}-${letter}`)),
      },
    },
  },
  {
    name: 'inventory',
    typeDefs: `${head}
      type Product @key(fields: "id") {
        id: ID!
        price: Int! @external
        weight: Int! @external
        inStock: Boolean!
        warehouse: String!
        shippingEstimate: Float! @requires(fields: "price weight")
      }
    `,
    resolvers: {
      Product: {
        __resolveReference: (product: Product) => product,
        inStock: () => true,
        warehouse: ({ id }: Product) => `Warehouse of ${id}`,
        shippingEstimate: ({ price, weight }: { price: number; weight: number }) => (price + weight) / 10,
      },
    },
  },
  {
    name: 'reviews',
    typeDefs: `${head}
      type Product @key(fields: "id") { id: ID! reviews: [Review!]! }
      type Review @key(fields: "id") { id: ID! body: String! stars: Int! author: User! }
      type User @key(fields: "id", resolvable: false) { id: ID! }
    `,
    resolvers: {
      Product: {
        __resolveReference: (product: Product) => product,
        reviews: ({ id }: Product) =>
          AUTHORS.map((author, index) => ({
            id: `${id}-r${index}`,
            body: `Review ${index} of ${id}`,
            stars: index + 1,
            author: { id: `${id}-u${author}` },
          })),
      },
      Review: { __resolveReference: (review: object) => review },
    },
  },
  {
    name: 'users',
    typeDefs: `${head}
      type User @key(fields: "id") { id: ID! name: String! username: String! }
    `,
    resolvers: {
      User: {
        __resolveReference: ({ id }: Product) => ({ id, name: `User ${id}`, username: `user-${id}` }),
      },
    },
  },
];

export interface BenchQuery {
  readonly name: 'product' | 'wide' | 'tiny';
  readonly text: string;
  /** `id` has the form of `idOf`. */
  variables(id: string): Readonly<Record<string, string>>;
  /** What must be answered, its fields in the order of the query. */
  expected(id: string): object;
}

/** Ids of one length, so that requests and answers of one query have one length too. */
export function idOf(number: number): string {
  return `p${String(number).padStart(7, '0')}`;
}

export const queries: readonly BenchQuery[] = [
  {
    // Five fetches of four subgraphs in three steps: a product and two related ones, their stock, reviews, authors.
    name: 'product',
    text: `query Product($id: ID!) {
  product(id: $id) {
    id
    name
    price
    inStock
    shippingEstimate
    related { id name inStock }
    reviews { id body stars author { id name } }
  }
}`,
    variables: (id) => ({ id }),
    expected: (id) => ({
      product: {
        id,
        name: `Product ${id}`,
        price: 1299,
        inStock: true,
        shippingEstimate: 154.9,
        related: RELATED.map((letter) => ({
          id: `${id}-${letter}`,
          name: `Product ${id}-${letter}`,
          inStock: true,
        })),
        reviews: AUTHORS.map((author, index) => ({
          id: `${id}-r${index}`,
          body: `Review ${index} of ${id}`,
          stars: index + 1,
          author: { id: `${id}-u${author}`, name: `User ${id}-u${author}` },
        })),
      },
    }),
  },
  {
    // One fetch, many values: ten products with all that one subgraph knows.
    name: 'wide',
    text: `query Wide($from: ID!) {
  products(from: $from, first: 10) {
    id
    name
    price
    weight
    isNew
    rating
    ${texts.join('\n    ')}
    dimensions { width height depth }
    category { id name }
  }
}`,
    variables: (id) => ({ from: id }),
    expected: (id) => ({ products: Array.from({ length: 10 }, (_, index) => aProduct(`${id}-${index}`)) }),
  },
  {
    name: 'tiny',
    text: 'query Tiny($id: ID!) { product(id: $id) { id name } }',
    variables: (id) => ({ id }),
    expected: (id) => ({ product: { id, name: `Product ${id}` } }),
  },
];
