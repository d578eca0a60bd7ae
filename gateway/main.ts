import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createLogger, type LogLevel, logLevels } from '@parterre/platform/telemetry/logger.ts';
import { startTracing } from '@parterre/platform/telemetry/tracing.ts';
import { startGateway } from './start-gateway.ts';

// `npm run gateway -- --supergraph file` opens a gateway in front of whatever subgraphs the file names, at the
// routing URLs that it says. It knows no users, so that everybody is anonymous; Parterre's own is put together in
// ops/launch. Exits with 1 when a person has to mend something, as `npm start` does.

const usage = `usage: npm run gateway -- --supergraph FILE [--port 4000] [--host 127.0.0.1] [--list-size 20]
  --supergraph  a composed supergraph (SDL)
  --list-size   how long a list is taken to be whose size the supergraph does not say
NODE_ENV=production hides Sandbox, introspection and suggestions.
LOG_LEVEL and OTEL_EXPORTER_OTLP_ENDPOINT are read too.`;

/** Within this time after a signal the process has ended, whatever still runs. */
const STOP_PATIENCE_MS = 9_500;
const MOST_PORTS = 65_535;

class UsageError extends Error {}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string', default: process.env.PORT || '4000' },
        host: { type: 'string', default: process.env.HOST || '127.0.0.1' },
        'list-size': { type: 'string', default: '20' },
      },
    });
    const { supergraph, host } = values;
    if (!supergraph) throw new UsageError('expected --supergraph with the file of a supergraph');
    return {
      host,
      supergraphSdl: readFileSync(supergraph, 'utf8'),
      port: wholeNumber('--port', values.port, MOST_PORTS),
      sizeOfUnsizedLists: wholeNumber('--list-size', values['list-size'], 1_000_000),
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (text !== '' && Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new UsageError(`expected ${name} to be a whole number from 0 to ${most}, got "${text}"`);
}

function logLevel(): LogLevel {
  return logLevels.find((level) => level === process.env.LOG_LEVEL) ?? 'info';
}

try {
  const options = readOptions();
  const logger = createLogger({ level: logLevel() });
  const tracing = startTracing({
    serviceName: 'gateway',
    endpoint: process.env.OTEL_EXPORTER_OTLP_ENDPOINT || undefined,
  });
  const gateway = await startGateway({
    ...options,
    logger,
    environment: process.env.NODE_ENV === 'production' ? 'production' : 'development',
  });
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), STOP_PATIENCE_MS).unref();
    void gateway
      .stop()
      .then(() => tracing.stop())
      .finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  process.stdout.write(`The gateway is open at ${gateway.url}/graphql\n`);
} catch (error) {
  console.error(`gateway: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof UsageError) console.error(usage);
  process.exit(1);
}
