import { t } from '@vscode/l10n';
import { newBot, newFlow, newIntent, type NewFiles } from '../../features/newDefinitions';
import { NEW_BOT_LANGUAGES } from '../../features/newBot/newBot';
import type { Refusal } from '../../features/rename';
import { NewBotLanguagesRequest, type NewDefinitionParams, NewDefinitionRequest } from '../../protocol';
import { normalizeUri } from '../../text/uri';
import { withoutSlash } from '../clientFeatures';
import type { Session } from '../session';
import { answer, refused } from './answer';

/** The text of new bots, intents and flows. Nothing is written: the client does that, so that it can be undone. */
export function registerNewDefinitions(session: Session): void {
  answer(
    session,
    NewBotLanguagesRequest,
    () => [],
    () => NEW_BOT_LANGUAGES,
  );

  answer(session, NewDefinitionRequest, refused, (params) => {
    const made = make(session, params);
    return 'refused' in made ? refused(made.refused) : { kind: 'made', ...made };
  });
}

function make(
  session: Session,
  { kind, place, name, language = '' }: NewDefinitionParams,
): NewFiles | Refusal {
  const project = session.workspace.snapshot();
  if (kind === 'bot') return newBot(project, withoutSlash(place), name, language);
  const bot = project.bots.find(({ root }) => root === normalizeUri(place));
  if (!bot) return { refused: t('This bot is no longer in the workspace.') };
  return kind === 'intent' ? newIntent(bot, name) : newFlow(bot, name);
}
