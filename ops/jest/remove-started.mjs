/** Stops and throws away what start-server-once.mjs made. */
export default async function removeStarted() {
  await globalThis.startedOnce?.remove();
}
