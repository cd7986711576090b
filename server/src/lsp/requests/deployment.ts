import { DeploymentRequest, DeployRequest } from '../../protocol';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';

/** How LIVE is deployed, and changes of that. */
export function registerDeployment(session: Session): void {
  answerForBot(session, DeploymentRequest, refused, async (bot) => {
    const releases = await session.releases();
    const state = await releases.deployment(bot);
    if (!state.ok) return refused(state.error.message);
    return state.value ? { kind: 'deployment' as const, deployment: state.value } : { kind: 'none' as const };
  });

  answerForBot(session, DeployRequest, refused, async (bot, { change }, token) => {
    const releases = await session.releases();
    const result = await releases.deploy(bot, change, { signal: signalOf(token) });
    await session.refreshLive();
    session.tellViews(true);
    switch (result.outcome) {
      case 'deployed':
        for (const warning of result.warnings) session.connection.console.warn(warning);
        return { kind: 'deployed' as const, deployment: result.state };
      case 'unchanged':
        return { kind: 'deployed' as const, deployment: result.state };
      case 'outdated':
        return refused(result.message);
      case 'failed':
        return result.problem.reason === 'cancelled'
          ? { kind: 'cancelled' as const }
          : refused(result.problem.message);
    }
  });
}
