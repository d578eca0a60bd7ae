import { metrics } from '../platform/telemetry/metrics.ts';

export const gateway = { metrics };
