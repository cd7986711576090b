import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AccessDesk } from '../admin/accessDesk';
import type { Asked } from '../admin/gateway';
import type { RunOptions, RunOutcome } from '../gateway/contract';

interface GatewayProgram {
  runGateway(options: RunOptions): Promise<RunOutcome>;
  openAccessDesk(options: Pick<RunOptions, 'folder' | 'data' | 'databaseUrl'>): Promise<Asked<AccessDesk>>;
}

/**
 * The gateway: a program of its own beside this one, with everything that a server and a database need, so that no other
 * command has to read it.
 */
export function loadGateway(): GatewayProgram {
  const bundled = join(__dirname, 'gateway.js');
  const file = existsSync(bundled) ? bundled : join(__dirname, '..', 'gateway', 'program.js');
  return createRequire(__filename)(file) as GatewayProgram;
}
