/**
 * A place in a tree of lists whose totals are known (`@listTotal`): so many objects there are in all, below
 * one root. Every object type has a place of its own as the root of a tree, with one object.
 */
export interface TreePlace {
  readonly count: number;
  readonly below: ReadonlyMap<string, TreePlace>;
}

/** A tree of lists that is still being built. */
export interface GrowingPlace extends TreePlace {
  readonly below: Map<string, GrowingPlace>;
}
