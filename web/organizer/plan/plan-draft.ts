/** A hall as it is drawn by hand: few parts, each with everything that a plan needs. */
export interface PlanDraft {
  readonly name: string;
  readonly zones: readonly ZoneDraft[];
  /** From the stage to the back. */
  readonly sections: readonly SectionDraft[];
}

export interface ZoneDraft {
  /** Names the zone from version to version of the plan. */
  readonly key: string;
  readonly label: string;
  /** #RRGGBB. */
  readonly color: string;
}

export type SectionDraft = SeatedDraft | StandingDraft;

export interface SeatedDraft {
  readonly kind: 'SEATED';
  readonly id: string;
  readonly label: string;
  readonly zoneKey: string;
  readonly rows: number;
  /** "12", or one number a row: "10, 12, 12"; the last one stands for all rows after it. */
  readonly seats: string;
  /** What the first row is called: a letter or a number, and the next rows go on from it. */
  readonly firstRow: string;
  /** Where seat 1 is, as one looks at the stage. */
  readonly numbersFrom: 'left' | 'right';
  readonly shape: 'straight' | 'curved';
  /** Wheelchair places, as row and seat: "A1, A2". */
  readonly wheelchairs: string;
}

export interface StandingDraft {
  readonly kind: 'STANDING';
  readonly id: string;
  readonly label: string;
  readonly zoneKey: string;
  readonly capacity: number;
}

/** Where a draft cannot be a plan; texts are the page's. */
export interface DraftFault {
  readonly at: 'zones' | 'sections' | { readonly section: string };
  readonly kind:
    | 'no-sections'
    | 'no-label'
    | 'label-twice'
    | 'zone-label'
    | 'rows'
    | 'seats'
    | 'first-row'
    | 'wheelchairs'
    | 'capacity';
}

/** What somebody begins with: a studio, to be changed. */
export function newPlan(labels: { name: string; zone: string; section: string }): PlanDraft {
  return {
    name: labels.name,
    zones: [{ key: 'zone-1', label: labels.zone, color: '#1F2F9E' }],
    sections: [newSeated({ id: 'section-1', label: labels.section, zoneKey: 'zone-1' })],
  };
}

export function newSeated(names: { id: string; label: string; zoneKey: string }): SeatedDraft {
  return {
    kind: 'SEATED',
    ...names,
    rows: 6,
    seats: '12',
    firstRow: 'A',
    numbersFrom: 'left',
    shape: 'straight',
    wheelchairs: '',
  };
}

/** The next name such as `zone-3` that none of these has. */
export function nextName(prefix: string, taken: readonly string[]): string {
  let count = taken.length + 1;
  while (taken.includes(`${prefix}-${count}`)) count += 1;
  return `${prefix}-${count}`;
}
