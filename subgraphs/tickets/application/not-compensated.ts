/** A subgraph refuses to compensate what it did for a booking: nothing that asking again could mend. A person has to look. */
export class NotCompensated extends Error {
  constructor(step: string, refusal: { readonly code: string; readonly message: string }) {
    super(`expected ${step} to be granted, got ${refusal.code}: ${refusal.message}`);
    this.name = 'NotUndone';
  }
}
