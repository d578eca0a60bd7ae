import { gauge } from '../telemetry/metrics.ts';

/** Raised when a fact is laid aside, and set anew from the table by a job of the room. */
export const deadLettersGauge = gauge('parterre_dead_letters', 'Facts that lie aside, failed or waiting.', [
  'room',
  'consumer',
]);
