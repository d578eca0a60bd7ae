/**
 * @apollo/gateway as it comes, behind @apollo/server and fastify like Parterre. `local` executes subgraphs in
 * this process (LocalGraphQLDataSource); with a port it asks them there over HTTP (RemoteGraphQLDataSource).
 */
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { parse } from 'graphql';
import { subgraphs, supergraphSdl } from '../graph.ts';

type Resolvers = Exclude<Parameters<typeof buildSubgraphSchema>[0], { kind: string } | readonly unknown[]>;

const [where = 'local'] = process.argv.slice(2);
const schemas = new Map(
  subgraphs.map(({ name, typeDefs, resolvers }) => [
    name,
    buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers } as Resolvers),
  ]),
);

const apollo = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl: supergraphSdl((name) => `http://127.0.0.1:${where === 'local' ? 0 : where}/${name}`),
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
