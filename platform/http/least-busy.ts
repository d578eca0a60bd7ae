/** Replicas of a subgraph, of which the one with the least to do is chosen; among equals each in turn. */
export class LeastBusy<Replica> {
  readonly all: readonly Replica[];
  readonly #loadOf: (replica: Replica) => number;
  /** Where the next search begins. */
  #turn = 0;

  /** @param loadOf how much a replica has to do at this moment */
  constructor(all: readonly Replica[], loadOf: (replica: Replica) => number) {
    this.all = all;
    this.#loadOf = loadOf;
  }

  /** Undefined when none may be chosen. */
  choose(mayBeChosen: (replica: Replica) => boolean): Replica | undefined {
    const { length } = this.all;
    let chosen: Replica | undefined;
    let least = Number.POSITIVE_INFINITY;
    let chosenAt = this.#turn;
    for (let step = 0; step < length; step += 1) {
      const at = (this.#turn + step) % length;
      const replica = this.all[at];
      if (replica === undefined || !mayBeChosen(replica)) continue;
      const load = this.#loadOf(replica);
      if (load >= least) continue;
      chosen = replica;
      least = load;
      chosenAt = at;
    }
    if (chosen !== undefined) this.#turn = (chosenAt + 1) % length;
    return chosen;
  }
}
