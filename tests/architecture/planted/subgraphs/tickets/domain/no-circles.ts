import { other } from './no-circles-other-half.ts';

export const one = () => other;
