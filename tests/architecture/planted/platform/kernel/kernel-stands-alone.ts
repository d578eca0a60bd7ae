import { metrics } from '../telemetry/metrics.ts';

export const kernelMetrics = metrics;
