/** The saved operations (contracts/operations/web), by name. The page asks for nothing else. */
const operations = fetch('/operations.json').then((response) => response.json());

/** The text of a saved operation. */
export async function operation(name) {
  const text = (await operations)[name];
  if (!text) throw new Error(`expected a saved operation named ${name}`);
  return text;
}
