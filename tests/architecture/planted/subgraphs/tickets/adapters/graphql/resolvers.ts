import { application } from '../../application.ts';

export const resolvers = { Mutation: application };
