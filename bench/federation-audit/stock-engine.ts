import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { AuditEngine } from './engine.ts';

/** @apollo/gateway as it comes, behind @apollo/server. It cannot answer subscriptions. */
export const stockEngine: AuditEngine = {
  name: 'stock @apollo/gateway',
  async open({ supergraphSdl, schemas }) {
    const silent = { debug() {}, info() {}, warn() {}, error() {} };
    const apollo = new ApolloServer({
      logger: silent,
      gateway: new ApolloGateway({
        supergraphSdl,
        logger: silent,
        buildService({ name }) {
          const schema = schemas.get(name);
          if (schema) return new LocalGraphQLDataSource(schema);
          throw new Error(`expected a subgraph of the suite, got ${name}`);
        },
      }),
    });
    await apollo.start();
    return {
      async ask(query) {
        const { body } = await apollo.executeOperation({ query });
        if (body.kind === 'single') return body.singleResult;
        throw new Error('expected one result, got several');
      },
      close: () => apollo.stop(),
    };
  },
};
