/**
 * @apollo/gateway as it comes, behind @apollo/server and fastify like Parterre: stock.ts SUPERGRAPH [remote]
 * executes subgraphs in this process (LocalGraphQLDataSource), or asks them over HTTP (RemoteGraphQLDataSource).
 */
import { readFile } from 'node:fs/promises';
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { parse } from 'graphql';
import { subgraphs } from '../graph.ts';

type Resolvers = Exclude<Parameters<typeof buildSubgraphSchema>[0], { kind: string } | readonly unknown[]>;

const [supergraph = '', where = 'local'] = process.argv.slice(2);
const schemas = new Map(
  subgraphs.map(({ name, typeDefs, resolvers }) => [
    name,
    buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers } as Resolvers),
  ]),
);

const apollo = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl: await readFile(supergraph, 'utf8'),
    buildService({ name, url }) {
      const schema = schemas.get(name);
      return where === 'local' && schema
        ? new LocalGraphQLDataSource(schema)
        : new RemoteGraphQLDataSource({ url });
    },
  }),
});
await apollo.start();

const app = Fastify();
app.route({ method: 'POST', url: '/graphql', handler: fastifyApolloHandler(apollo) });
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ url: `${address}/graphql` });
process.on('disconnect', () => process.exit());
