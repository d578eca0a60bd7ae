import { describeCrashes } from './crash-everywhere.ts';

describeCrashes('booking', { postgres: 'dies' });
