import { t } from '@vscode/l10n';
import { nextDialog } from '../../features/nextDialog';
import type { BotSnapshot } from '../../project/snapshot';
import {
  type Understanding,
  type UnderstandOutcome,
  type UnderstandParams,
  UnderstandRequest,
} from '../../protocol';
import type { ModelBytes, Releases } from '../../release/contract';
import { rangeOf } from '../convert';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';

/** What the draft or LIVE makes of a message, and why. */
export function registerUnderstanding(session: Session): void {
  answerForBot(session, UnderstandRequest, refused, async (draft, params): Promise<UnderstandOutcome> => {
    const releases = await session.releases();
    const bot = params.environment === 'live' ? await releases.liveBot(draft) : draft;
    if (!bot) return refused(t('There is no LIVE of {0} to ask. Publish it first.', draft.id));
    const settings = bot.settings?.item;
    const language = params.language ?? settings?.languages[0]?.value;
    if (!settings || language === undefined) {
      return refused(t('bot.yaml of {0} names no language.', bot.id));
    }
    const found = await modelOf(releases, draft, language, params.environment);
    if ('refused' in found) return refused(found.refused);
    const { loadModel } = await import('../../nlp/loadModel.js');
    const { understand } = await import('../../nlp/understand.js');
    const loaded = loadModel(found.model.bytes);
    if (!loaded.ok) return refused(loaded.message);
    const { intents, entities, understood } = understand(loaded.model, params.text, settings.nlp, {
      now: new Date(),
    });
    const best = intents[0]?.name;
    return {
      kind: 'understood',
      result: {
        language,
        intents: [...intents],
        entities: entities.map((entity) => ({ ...entity })),
        understood,
        threshold: settings.nlp.intentThreshold,
        ...dialogOf(bot, understood ? best : undefined),
        features: [...(loaded.model.explain(params.text, 1)[0]?.features ?? [])],
        stale: found.stale,
      },
    };
  });
}

type FoundModel = { readonly model: ModelBytes; readonly stale: boolean } | { readonly refused: string };

async function modelOf(
  releases: Releases,
  draft: BotSnapshot,
  language: string,
  environment: UnderstandParams['environment'],
): Promise<FoundModel> {
  if (environment === 'live') {
    const result = await releases.liveModel(draft, language);
    if (!result.ok) return { refused: result.error.message };
    if (result.value) return { model: result.value, stale: false };
    return { refused: t('LIVE of {0} holds no model for {1}.', draft.id, language) };
  }
  const result = await releases.draftModel(draft, language);
  if (!result.ok) return { refused: result.error.message };
  return (
    result.value ?? { refused: t('{0} is not trained for {1} yet. Train it first.', draft.id, language) }
  );
}

function dialogOf(bot: BotSnapshot, intent: string | undefined): Pick<Understanding, 'dialog'> {
  const found = nextDialog(bot, intent);
  if (!found) return {};
  const { file, item } = found;
  return {
    dialog: { name: `${item.flow}/${item.name.value}`, uri: file.uri, range: rangeOf(file, item.name.span) },
  };
}
