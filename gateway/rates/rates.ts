import { counter } from '@parterre/platform/telemetry/metrics.ts';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { Caller } from '../caller.ts';
import { addressKey } from './address-key.ts';
import {
  createPreparation,
  type Preparation,
  type PreparationLimit,
  unlimitedPreparation,
} from './preparation.ts';
import { type RateHeaders, type RateRefusal, rateHeaders, rateRefusal } from './rate-limited.ts';
import { type Charge, createCharges, payloadOf, type RateRule } from './rate-rules.ts';
import type { RatePolicy, RateStore, Taken } from './rate-store.ts';

export interface RatesOptions {
  readonly rules: readonly RateRule[];
  /** Counts what every operation takes, cost and bytes: in memory, as a question each would cost more than the operation. */
  readonly store: RateStore;
  /** Counts what calls of root fields take, which is rare, and together with other gateways; `store` unless given. */
  readonly sharedStore?: RateStore;
  /** What an operation that admission refuses takes from the rules of cost by address. */
  readonly refusedCost: number;
  /** Bytes of bodies and frames that one address may send. */
  readonly bytes: Omit<RatePolicy, 'name'>;
  /** What one address may have prepared that is new to this process; as much as it likes unless given. */
  readonly preparation?: PreparationLimit;
}

/** Who asks for what. */
export interface RatedOperation {
  readonly address: string;
  readonly caller: Caller;
  readonly operation: AdmittedOperation;
}

export interface RateAllowance {
  readonly kind: 'allowed';
  /** RateLimit headers of the policy that is nearest to its end. */
  readonly headers: RateHeaders;
  /** To be told the answer's data: calls that turned out to be free are not counted. Never rejects. */
  settle(data: Readonly<Record<string, unknown>> | null | undefined): Promise<void>;
}

/** How much one address and one caller may ask for. The same for every transport. */
export interface Rates {
  /** Before admission: whether anything more is heard from this address at all. Takes one point of cost. */
  begin(address: string): Promise<RateRefusal | undefined>;
  /** Between admission and execution. All that an operation takes is there, or it takes nothing and is refused. */
  admit(rated: RatedOperation): Promise<RateAllowance | RateRefusal>;
  /** Admission has refused an operation of this address, which was work too. */
  refused(address: string): Promise<void>;
  /** Whether this address may send so many bytes more. */
  bytes(address: string, count: number): Promise<RateRefusal | undefined>;
  /** Counted by the process alone, whose time it is. */
  readonly preparation: Preparation;
}

const limited = counter('parterre_gateway_rate_limited_total', 'What was refused for its rate.', ['rule']);

export function createRates(options: RatesOptions): Rates {
  const { rules, store, sharedStore = store, refusedCost } = options;
  const chargesOf = createCharges(rules);
  const costRules = rules.filter(({ by, fields }) => by === 'address' && fields === undefined);
  const bytesPolicy: RatePolicy = { name: 'bytes', ...options.bytes };

  const storeOf = ({ fields }: RateRule): RateStore => (fields === undefined ? store : sharedStore);

  const takeCost = async (address: string, points: number): Promise<RateRefusal | undefined> => {
    const network = addressKey(address);
    for (const rule of costRules) {
      const taken = await store.take(rule, network, points);
      if (!taken.isTaken) return refuse(rule, taken);
    }
    return undefined;
  };

  const giveBack = ({ rule, by, points }: Counted): Promise<void> => storeOf(rule).giveBack(rule, by, points);

  return {
    begin: (address) => takeCost(address, 1),

    async admit({ address, caller, operation }) {
      const done: Counted[] = [];
      const network = addressKey(address);
      let nearest: { readonly rule: RateRule; readonly taken: Taken } | undefined;
      for (const charge of chargesOf(operation)) {
        const { rule, points } = charge;
        const who = rule.by === 'address' ? network : caller.subject;
        if (who === undefined) continue;
        const key = charge.key === '' ? who : `${who} ${charge.key}`;
        const taken = await storeOf(rule).take(rule, key, points);
        if (!taken.isTaken) {
          for (const counted of done) await giveBack(counted);
          return refuse(rule, taken);
        }
        done.push({ ...charge, by: key });
        if (!nearest || leftOf(rule, taken) < leftOf(nearest.rule, nearest.taken)) nearest = { rule, taken };
      }
      return {
        kind: 'allowed',
        headers: nearest ? rateHeaders(nearest.rule, nearest.taken) : {},
        async settle(data) {
          for (const counted of done) {
            if (isFree(counted, data)) await giveBack(counted);
          }
        },
      };
    },

    async refused(address) {
      const network = addressKey(address);
      for (const rule of costRules) {
        const { isTaken, remaining } = await store.take(rule, network, refusedCost);
        // It has been done already, so it takes what is left when that is too little.
        if (!isTaken) await store.take(rule, network, remaining);
      }
    },

    preparation: options.preparation ? createPreparation(options.preparation) : unlimitedPreparation,

    async bytes(address, count) {
      const taken = await store.take(bytesPolicy, addressKey(address), count);
      return taken.isTaken ? undefined : refuse(bytesPolicy, taken);
    },
  };
}

/** Refuses nothing: for tests and benches, and for whoever counts elsewhere. */
export const noRates: Rates = {
  begin: async () => undefined,
  admit: async () => ({ kind: 'allowed', headers: {}, settle: async () => {} }),
  refused: async () => {},
  bytes: async () => undefined,
  preparation: unlimitedPreparation,
};

interface Counted extends Charge {
  /** Whose points they are. */
  readonly by: string;
}

function isFree({ rule, call }: Charge, data: Readonly<Record<string, unknown>> | null | undefined): boolean {
  if (!rule.isFree || !call) return false;
  const payload = payloadOf(call, data);
  return payload !== undefined && rule.isFree(payload, call.field);
}

function leftOf({ points }: RatePolicy, { remaining }: Taken): number {
  return remaining / points;
}

function refuse(policy: RatePolicy, taken: Taken): RateRefusal {
  limited.inc({ rule: policy.name });
  return rateRefusal(policy, taken);
}
