import { app } from '../web/app.ts';

export const page = app;
