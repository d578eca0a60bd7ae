import { describeCrashes } from './crash-everywhere.ts';

describeCrashes('paying', { postgres: 'goes on' });
