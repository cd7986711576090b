import * as vscode from 'vscode';
import type { GateView, PlanView } from '../../../server/src/protocol';
import { blockedWords } from './kinds';
import { mendTitle } from './mends';

/** A button of the notification; without a command it is the caller's to act on. */
interface Answer extends vscode.MessageItem {
  readonly command?: string;
}

/** How many reasons a notification gives; the preview has all of them. */
const MOST_REASONS = 2;
const TELLING = [
  'first-publish',
  'drift',
  'intents-removed',
  'nlp-changed',
  'live-links',
  'trained',
  'tests',
  'nlp-quality',
];

/**
 * Says why a plan is blocked and offers the commands that mend it.
 *
 * @returns what the user says to do although it is blocked: overwrite LIVE, or override the gates that may be. Offered when
 *   nothing else blocks
 * @param full whether the full bot can be published: it is no way out where it cannot
 */
export async function showBlocked(
  plan: PlanView,
  full: { readonly possible: boolean },
): Promise<'overwrite' | 'override' | undefined> {
  const blocking = plan.gates.filter(({ outcome }) => outcome === 'block').sort(byTelling);
  const commands = new Set(blocking.flatMap(({ mend }) => mend ?? []));
  if (!full.possible) commands.delete('botlane.publishFull');
  const mends: readonly Answer[] = [...commands].flatMap((command) => {
    const title = mendTitle(command);
    return title ? [{ title, command }] : [];
  });
  const what = blockedWords(plan);
  const more = blocking.length - MOST_REASONS;
  const rest =
    more > 0
      ? [more === 1 ? vscode.l10n.t('One more gate blocks.') : vscode.l10n.t('{0} more gates block.', more)]
      : [];
  const reasons = blocking.slice(0, MOST_REASONS).map(({ reason }) => reason);
  const overwrite: Answer = { title: vscode.l10n.t('Overwrite LIVE…') };
  const override: Answer = { title: vscode.l10n.t('Override…') };
  const drifts = blocking.filter(({ id }) => id === 'drift' && plan.liveCommit !== null);
  const overridable = blocking.filter((gate) => gate.overridable);
  const isUpToUser = drifts.length + overridable.length === blocking.length;
  const answer = await vscode.window.showErrorMessage<Answer>(
    [what, ...reasons, ...rest].join(' '),
    ...mends,
    ...(isUpToUser && drifts.length > 0 ? [overwrite] : []),
    ...(isUpToUser && overridable.length > 0 ? [override] : []),
  );
  if (answer?.command !== undefined) {
    await vscode.commands.executeCommand(answer.command, { botRoot: plan.root });
  }
  if (answer === override) return 'override';
  return answer === overwrite ? 'overwrite' : undefined;
}

/** The gate that names the cause comes before the ones that report what follows from it. */
function byTelling(a: GateView, b: GateView): number {
  return rank(a) - rank(b);
}

function rank({ id }: GateView): number {
  const known = TELLING.indexOf(id);
  return known < 0 ? TELLING.length : known;
}
