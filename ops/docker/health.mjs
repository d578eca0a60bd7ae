// The health check of a container: ends with 0 when the service in it answers at PORT, else with 1 and why not.
const url = `http://127.0.0.1:${process.env.PORT || 4000}/health/live`;
const PATIENCE_MS = 4_000;
try {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`it answered ${response.status}`);
} catch (error) {
  console.error(`expected ${url} to answer: ${error.cause?.message ?? error.message}`);
  process.exitCode = 1;
}
