import type { HttpSettings, Limits } from './contract';

const DEFAULT_LIMITS: Limits = {
  body: 64 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  idleTimeout: 30_000,
  requestsPerConnection: 1000,
  connections: 10_000,
  connectionsPerAddress: 300,
  requests: { count: 600, seconds: 60 },
  starts: { count: 60, seconds: 600 },
  failures: { count: 10, seconds: 900 },
  failuresPerBot: { count: 100, seconds: 900 },
  hashing: { atOnce: 2, waiting: 32 },
};

/** The settings of a gateway of which nothing else was said. */
export function httpSettings(
  chosen: Partial<Omit<HttpSettings, 'limits'>> & { readonly limits?: Partial<Limits> } = {},
): HttpSettings {
  return {
    trustProxy: chosen.trustProxy ?? [],
    defaultBot: chosen.defaultBot,
    limits: { ...DEFAULT_LIMITS, ...chosen.limits },
  };
}
