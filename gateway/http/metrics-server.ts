import type { AddressInfo } from 'node:net';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { createHttpServer } from './http-server.ts';
import { addMetricsRoute } from './operational-routes.ts';

export interface MetricsServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly logger: Logger;
}

export interface MetricsServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A listener for /metrics alone, so that a firewall can keep it from the public.
 * @throws the error of the operating system (EADDRINUSE, EACCES) when the port cannot be had
 */
export async function startMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  const app = await createHttpServer({ logger: options.logger });
  addMetricsRoute(app, 'everybody');
  await app.listen({ port: options.port, host: options.host });
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://localhost:${port}/metrics`, stop: () => app.close() };
}
