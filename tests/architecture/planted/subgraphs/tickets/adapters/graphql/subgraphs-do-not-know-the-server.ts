import { gateway } from '../../../../gateway/gateway.ts';

export const door = gateway;
