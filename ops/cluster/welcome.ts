import { accountLines } from '../launch/welcome.ts';
import type { RunningCluster } from './cluster.ts';

/** What `npm run cluster` says when a ticket can be sold. */
export function clusterWelcome(cluster: RunningCluster, table: string): string {
  const lines = [
    '',
    'Parterre is open.',
    '',
    ...cluster.gateways.map((url) => `  web app and GraphQL   ${url}/ and ${url}/graphql`),
    '',
    table.trimEnd(),
    ...accountLines(cluster),
    '',
    '  npm run cluster -- status   shows the processes; any of them may be killed.',
    '  Ctrl-C stops it.',
    '',
  ];
  return `${lines.join('\n')}\n`;
}
