import { randomUUID } from 'node:crypto';
import { deriveServiceKeys, type ServiceKey } from '../auth/service-keys.ts';
import { createServiceTokens } from '../auth/service-tokens.ts';
import type { Caller } from '../kernel/caller.ts';

export interface TestServiceTokens {
  /** As whoever may speak for this caller: the gateway for clients, each subgraph for itself. */
  sign(caller: Caller, audience?: string): Promise<string>;
  verify(token: string): Promise<Caller>;
}

const GATEWAY = 'gateway';

/** The service tokens of a server that exists for one test; without a name, those of all of its subgraphs. */
export function testServiceTokens(name = 'any'): TestServiceTokens {
  const secret = `${randomUUID()}${randomUUID()}`;
  const keyOf = (part: string): ServiceKey => {
    const speaksFor = part === GATEWAY ? 'clients' : 'itself';
    const key = deriveServiceKeys(secret, { [part]: speaksFor }).get(part);
    if (!key) throw new Error('expected a key for every part');
    return key;
  };
  const known = new Map([GATEWAY, name].map((part) => [part, keyOf(part)]));
  return {
    sign(caller, audience = name) {
      const part = caller.kind === 'subgraph' ? caller.subgraph : GATEWAY;
      const self = known.get(part) ?? keyOf(part);
      known.set(part, self);
      return createServiceTokens({ self, known: known.values() }).sign(caller, audience);
    },
    verify: (token) => createServiceTokens({ self: keyOf(name), known: known.values() }).verify(token),
  };
}
