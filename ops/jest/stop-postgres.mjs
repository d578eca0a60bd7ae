/** Stops the PostgreSQL that start-postgres.mjs started. */
export default async function stopPostgres() {
  await globalThis.testPostgres?.stop();
}
