import { ConfigError, type Environment, readConfig } from '@parterre/platform/config/read-config.ts';
import { z } from 'zod';
import { databaseUrl, isLoopback, origins, proxies, rateLimitsSwitch, safelistSwitch } from '../variables.ts';
import { type ServiceConfig, serviceConfig, serviceVariables } from './service-config.ts';

export interface GatewayConfig extends ServiceConfig {
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly rateLimits: 'on' | 'off';
  readonly safelist: 'on' | 'off';
  /** Where gateways count rates together; absent: each in its own memory. */
  readonly databaseUrl?: string;
  readonly environment: 'development' | 'production';
}

const USUAL_PORT = 4000;
/** What a gateway that runs alone reads. */
export const gatewayVariables = {
  ...serviceVariables,
  ALLOWED_ORIGINS: origins,
  TRUSTED_PROXIES: proxies,
  RATE_LIMITS: rateLimitsSwitch,
  SAFELIST: safelistSwitch,
  GATEWAY_DATABASE_URL: databaseUrl.optional(),
  NODE_ENV: z.string().optional(),
};
const shape = z.object(gatewayVariables);

/** @throws ConfigError naming every faulty variable at once */
export function readGatewayConfig(env: Environment): GatewayConfig {
  const config = readConfig(shape, env);
  if (config.RATE_LIMITS === 'off' && !isLoopback(config.HOST)) {
    throw new ConfigError([
      `RATE_LIMITS: expected on where others reach the gateway (HOST=${config.HOST}), got "off"`,
    ]);
  }
  return {
    ...serviceConfig(config, USUAL_PORT),
    allowedOrigins: config.ALLOWED_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    rateLimits: config.RATE_LIMITS,
    safelist: config.SAFELIST,
    databaseUrl: config.GATEWAY_DATABASE_URL,
    environment: config.NODE_ENV === 'production' ? 'production' : 'development',
  };
}
