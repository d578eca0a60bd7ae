// `node examples/apollo-client/main.ts <event id> [url]`: prints how many seats are free, as it changes, until Ctrl-C.
import { connect } from './client.ts';
import { watchMap } from './watch-map.ts';

const [eventId, url = 'http://localhost:4000'] = process.argv.slice(2);
if (eventId === undefined) {
  console.error('usage: node examples/apollo-client/main.ts <event id> [http://localhost:4000]');
  process.exit(1);
}
const { apollo } = connect(url);
try {
  await watchMap(apollo, eventId, ({ states, version }) => {
    const free = states.split('').filter((letter) => letter === 'F').length;
    console.log(`${free} of ${states.length} free (version ${version})`);
  });
} catch (error) {
  console.error(`${url}: ${(error as Error).message}`);
  process.exit(1);
}
