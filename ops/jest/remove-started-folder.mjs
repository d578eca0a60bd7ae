/** Throws away what start-server-once.mjs made. */
export default async function removeStartedFolder() {
  await globalThis.startedFolder?.remove();
}
