import { ConfigError, type Environment, readConfig } from '@parterre/platform/config/read-config.ts';
import { z } from 'zod';
import { isLoopback, origins, proxies, rateLimitsSwitch, safelistSwitch } from '../variables.ts';
import { type ServiceConfig, serviceConfig, serviceVariables } from './service-config.ts';

export interface GatewayConfig extends ServiceConfig {
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly rateLimits: 'on' | 'off';
  readonly safelist: 'on' | 'off';
  readonly environment: 'development' | 'production';
}

const USUAL_PORT = 4000;
const shape = z.object({
  ...serviceVariables,
  ALLOWED_ORIGINS: origins,
  TRUSTED_PROXIES: proxies,
  RATE_LIMITS: rateLimitsSwitch,
  SAFELIST: safelistSwitch,
  NODE_ENV: z.string().optional(),
});

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
    environment: config.NODE_ENV === 'production' ? 'production' : 'development',
  };
}
