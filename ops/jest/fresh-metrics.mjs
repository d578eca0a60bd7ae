import { resetMetrics } from '../../platform/telemetry/metrics.ts';

// The test files of a worker share one process, and so its metrics: each file begins with none.
resetMetrics();
