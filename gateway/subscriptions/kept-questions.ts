import { rateLimited } from '@parterre/platform/graphql/errors.ts';
import type { DocumentNode, GraphQLError } from 'graphql';
import { addressKey } from '../rates/address-key.ts';
import type { SubscriptionLimits } from './limits.ts';

/** What is kept of a question for as long as somebody waits for its answers. */
export interface KeptQuestion {
  /** Kept once for all who ask by it. */
  readonly document: DocumentNode;
  readonly documentBytes: number;
  /** Characters that the client has sent, document and variables. */
  readonly sent: number;
}

interface OpenDocument {
  readonly bytes: number;
  /** Who asked by it first. */
  readonly address: string;
  users: number;
}

/** Characters of a question that are not counted: so many as any has. */
const FREE_CHARACTERS = 1_024;
/** The text, and the values that were read of it. */
const BYTES_PER_CHARACTER = 8;

/** Why a question is not kept. */
export function keepsTooMuch(): GraphQLError {
  return rateLimited('expected fewer or shorter operations at a time; end some, or make them shorter');
}

/**
 * What all open subscriptions, and the queries of sockets whose clients do not read, keep of what they were asked: each is
 * small, but a stranger may open many, each with another large document, and leave them open.
 */
export class KeptQuestions {
  readonly #limits: Pick<SubscriptionLimits, 'questionBytes' | 'questionBytesPerAddress'>;
  readonly #documents = new Map<DocumentNode, OpenDocument>();
  readonly #ofAddress = new Map<string, number>();
  #bytes = 0;

  constructor(limits: Pick<SubscriptionLimits, 'questionBytes' | 'questionBytesPerAddress'>) {
    this.#limits = limits;
  }

  /** Bytes that are counted now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Answers what to call, once, when the question is over; null where the address, or all together, keep too much. */
  keep({ document, documentBytes, sent }: KeptQuestion, from: string): (() => void) | null {
    const address = addressKey(from);
    const known = this.#documents.get(document);
    const own = Math.max(0, sent - FREE_CHARACTERS) * BYTES_PER_CHARACTER;
    const more = own + (known ? 0 : documentBytes);
    if (more > 0 && !this.#hasRoomFor(more, address)) return null;
    this.#count(address, more);
    const open = known ?? { bytes: documentBytes, address, users: 0 };
    open.users += 1;
    this.#documents.set(document, open);
    return () => {
      this.#count(address, -own);
      open.users -= 1;
      if (open.users > 0) return;
      this.#documents.delete(document);
      this.#count(open.address, -open.bytes);
    };
  }

  #hasRoomFor(more: number, address: string): boolean {
    const { questionBytes, questionBytesPerAddress } = this.#limits;
    const ofAddress = this.#ofAddress.get(address) ?? 0;
    return this.#bytes + more <= questionBytes && ofAddress + more <= questionBytesPerAddress;
  }

  #count(address: string, bytes: number): void {
    this.#bytes += bytes;
    const ofAddress = (this.#ofAddress.get(address) ?? 0) + bytes;
    if (ofAddress > 0) this.#ofAddress.set(address, ofAddress);
    else this.#ofAddress.delete(address);
  }
}
