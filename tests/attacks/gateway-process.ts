/** A gateway over three small subgraphs in a process of its own. Says its port over IPC; logs to standard output. */
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { startTestGateway } from '../../gateway/testing/test-gateway.ts';

const gateway = await startTestGateway({ logger: createLogger({ level: 'debug', readable: false }) });
process.send?.({ port: gateway.port });
process.on('disconnect', () => process.exit(0));
