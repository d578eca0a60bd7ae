/** Told of the steps that are taken before a saga has a row, as the driver tells of the others. */
export interface StepsObserved {
  reached(point: {
    readonly saga: string;
    readonly sagaId: string;
    readonly step: string;
    readonly moment: 'before' | 'after';
  }): void;
}
