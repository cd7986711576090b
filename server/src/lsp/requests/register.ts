import type { Session } from '../session';
import { registerBots } from './bots';
import { registerChat } from './chat';
import { registerDashboard } from './dashboard';
import { registerDeployment } from './deployment';
import { registerDoctor } from './doctor';
import { registerFlowGraphs } from './flowGraphs';
import { registerHotfix } from './hotfix';
import { registerInbox } from './inbox';
import { registerLeftBehind } from './leftBehind';
import { registerMoves } from './moves';
import { registerNewDefinitions } from './newDefinitions';
import { registerPublishing } from './publishing';
import { registerRemotes } from './remotes';
import { registerRepository } from './repository';
import { registerRestoring } from './restoring';
import { registerState } from './state';
import { registerTesting } from './testing';
import { registerTraining } from './training';
import { registerUnderstanding } from './understanding';
import { registerVersions } from './versions';
import { registerVirtualFiles } from './virtualFiles';

/** Every request beyond LSP, one file per group. */
export function registerRequests(session: Session): void {
  registerBots(session);
  registerState(session);
  registerMoves(session);
  registerLeftBehind(session);
  registerNewDefinitions(session);
  registerTraining(session);
  registerTesting(session);
  registerChat(session);
  registerFlowGraphs(session);
  registerUnderstanding(session);
  registerPublishing(session);
  registerVersions(session);
  registerRestoring(session);
  registerVirtualFiles(session);
  registerRepository(session);
  registerRemotes(session);
  registerDeployment(session);
  registerHotfix(session);
  registerDoctor(session);
  registerInbox(session);
  registerDashboard(session);
}
