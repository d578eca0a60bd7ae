import { describeCrashes } from './crash-everywhere.ts';

describeCrashes('undoing', { postgres: 'goes on' });
