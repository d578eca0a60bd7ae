/** What is asked of the payments subgraph, in the model's own small numbers. */
export type Command =
  | { readonly kind: 'topUp'; readonly key: number; readonly minor: bigint }
  | {
      readonly kind: 'authorize';
      readonly booking: number;
      readonly attempt: number;
      readonly minor: bigint;
    }
  | { readonly kind: 'capture' | 'void'; readonly booking: number; readonly attempt: number }
  | { readonly kind: 'refund'; readonly booking: number; readonly refund: number; readonly minor: bigint }
  | { readonly kind: 'block' | 'unblock' };

interface ModelPayment {
  status: 'AUTHORIZED' | 'CAPTURED' | 'VOIDED' | 'DECLINED';
  readonly minor: bigint | null;
  readonly decline?: string;
}

/**
 * One wallet as one would write it without a database, a lock or an adversary: what the subgraph must do when
 * commands come one after another. It keeps no entries: that balances equal them is checked in SQL.
 */
export class LedgerModel {
  available = 0n;
  pending = 0n;
  #isOpen = false;
  #isFrozen = false;
  readonly #topUps = new Map<number, { readonly minor: bigint; readonly outcome: string }>();
  readonly #payments = new Map<string, ModelPayment>();
  readonly #captured = new Map<number, { readonly minor: bigint; refunded: bigint }>();
  readonly #refunds = new Map<string, bigint>();

  run(command: Command): string {
    switch (command.kind) {
      case 'topUp':
        return this.#topUp(command.key, command.minor);
      case 'authorize':
        return this.#authorize(`${command.booking}/${command.attempt}`, command.minor);
      case 'capture':
        return this.#capture(command.booking, `${command.booking}/${command.attempt}`);
      case 'void':
        return this.#void(`${command.booking}/${command.attempt}`);
      case 'refund':
        return this.#refund(command.booking, `${command.booking}/${command.refund}`, command.minor);
      case 'block':
      case 'unblock':
        this.#isOpen = true;
        this.#isFrozen = command.kind === 'block';
        return 'NOTED';
    }
  }

  #topUp(key: number, minor: bigint): string {
    const known = this.#topUps.get(key);
    if (known) return known.minor === minor ? known.outcome : 'IDEMPOTENCY_KEY_REUSED';
    this.#isOpen = true;
    const outcome = this.#isFrozen ? 'WALLET_FROZEN' : 'TOPPED_UP';
    if (!this.#isFrozen) this.available += minor;
    this.#topUps.set(key, { minor, outcome });
    return outcome;
  }

  #authorize(name: string, minor: bigint): string {
    const known = this.#payments.get(name);
    if (known?.status === 'VOIDED') return 'PAYMENT_VOIDED';
    if (known && known.minor !== minor) return 'INVALID_AMOUNT';
    if (known) return known.decline ?? known.status;
    if (!this.#isOpen) return this.#decline(name, minor, 'WALLET_NOT_FOUND');
    if (this.#isFrozen) return this.#decline(name, minor, 'WALLET_FROZEN');
    if (minor > this.available) return this.#decline(name, minor, 'INSUFFICIENT_FUNDS');
    this.available -= minor;
    this.pending += minor;
    this.#payments.set(name, { status: 'AUTHORIZED', minor });
    return 'AUTHORIZED';
  }

  #decline(name: string, minor: bigint, decline: string): string {
    this.#payments.set(name, { status: 'DECLINED', minor, decline });
    return decline;
  }

  #capture(booking: number, name: string): string {
    const payment = this.#payments.get(name);
    if (!payment || payment.status === 'DECLINED') return 'PAYMENT_NOT_FOUND';
    if (payment.status === 'VOIDED') return 'PAYMENT_VOIDED';
    if (payment.status === 'AUTHORIZED' && payment.minor !== null) {
      // Two attempts to pay one booking, both captured, is a bug of whoever asks: no business no, an alarm.
      if (this.#captured.has(booking)) return 'INTERNAL_SERVER_ERROR';
      payment.status = 'CAPTURED';
      this.pending -= payment.minor;
      this.#captured.set(booking, { minor: payment.minor, refunded: 0n });
    }
    return 'CAPTURED';
  }

  #void(name: string): string {
    const payment = this.#payments.get(name);
    if (!payment) this.#payments.set(name, { status: 'VOIDED', minor: null });
    if (payment?.status === 'CAPTURED') return 'PAYMENT_CAPTURED';
    if (payment?.status === 'AUTHORIZED' && payment.minor !== null) {
      payment.status = 'VOIDED';
      this.pending -= payment.minor;
      this.available += payment.minor;
    }
    return payment?.status ?? 'VOIDED';
  }

  #refund(booking: number, name: string, minor: bigint): string {
    const captured = this.#captured.get(booking);
    if (!captured) return 'PAYMENT_NOT_FOUND';
    const known = this.#refunds.get(name);
    if (known !== undefined) return known === minor ? 'CAPTURED' : 'INVALID_AMOUNT';
    if (captured.refunded + minor > captured.minor) return 'REFUND_EXCEEDS_PAYMENT';
    this.#refunds.set(name, minor);
    captured.refunded += minor;
    this.available += minor;
    return 'CAPTURED';
  }
}
