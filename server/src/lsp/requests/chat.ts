import { t } from '@vscode/l10n';
import type { Model } from '../../nlp/contract';
import type { BotSnapshot } from '../../project/snapshot';
import {
  type ChatOutcome,
  type ChatParams,
  ChatRequest,
  ChatTestRequest,
  type ChatTraceLine,
  type ChatTurnView,
  type Environment,
} from '../../protocol';
import type { ModelBytes } from '../../release/contract';
import { rangeOf } from '../convert';
import { revisionOf } from '../revision';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';

/** Chats with the draft and with LIVE, on the engine that tests and gateway run. */
export function registerChat(session: Session): void {
  const chats = new Chats(session);

  answerForBot(session, ChatRequest, refused, async (draft, params): Promise<ChatOutcome> => {
    const subject = await chats.subject(draft, params.environment);
    if ('refused' in subject) return refused(subject.refused);
    return chats.turn(subject, params);
  });

  answerForBot(session, ChatTestRequest, refused, async (draft, { name, language, events }) => {
    const subject = await chats.subject(draft, 'draft');
    if ('refused' in subject) return refused(subject.refused);
    const { momentHere } = await import('../../dialogue/moment.js');
    const { testOfChat } = await import('../../testing/writeTest.js');
    const moment = momentHere(new Date());
    const text = testOfChat(draft, (wanted) => subject.models.get(wanted), {
      name,
      language,
      events,
      now: moment,
      nowText: moment.text,
    });
    return { kind: 'test' as const, text };
  });
}

interface Subject {
  readonly bot: BotSnapshot;
  readonly models: ReadonlyMap<string, Model>;
  readonly stale: boolean;
  /** See `ChatTurnView`. */
  readonly revision: number;
}

/** A loaded model is kept as long as its artifact is asked for: loading one takes longer than a turn. */
class Chats {
  readonly #session: Session;
  readonly #loaded = new Map<string, Model>();

  constructor(session: Session) {
    this.#session = session;
  }

  async subject(
    draft: BotSnapshot,
    environment: Environment,
  ): Promise<Subject | { readonly refused: string }> {
    const releases = await this.#session.releases();
    const live = environment === 'live' ? await releases.liveState(draft) : undefined;
    if (live && live.kind !== 'known') {
      return { refused: t('There is no LIVE of {0} to ask. Publish it first.', draft.id) };
    }
    const bot = live?.bot ?? draft;
    const languages = bot.settings?.item.languages.map(({ value }) => value) ?? [];
    const models = new Map<string, Model>();
    const used = new Map<string, Model>();
    let stale = false;
    for (const language of bot.intents.length === 0 ? [] : languages) {
      const found =
        environment === 'live'
          ? await releases.liveModel(draft, language)
          : await releases.draftModel(draft, language);
      if (!found.ok) return { refused: found.error.message };
      if (!found.value) {
        return { refused: t('{0} is not trained for {1} yet. Train it first.', draft.id, language) };
      }
      const bytes = 'model' in found.value ? found.value.model : found.value;
      stale ||= 'model' in found.value && found.value.stale;
      const loaded = await this.#load(bytes);
      if (typeof loaded === 'string') return { refused: loaded };
      models.set(language, loaded);
      used.set(bytes.artifact, loaded);
    }
    for (const [artifact, model] of used) this.#loaded.set(artifact, model);
    while (this.#loaded.size > MOST_MODELS) {
      const [oldest] = this.#loaded.keys();
      this.#loaded.delete(oldest ?? '');
    }
    return { bot, models, stale, revision: live?.version ?? revisionOf(draft) };
  }

  async turn({ bot, models, stale, revision }: Subject, params: ChatParams): Promise<ChatOutcome> {
    const { compileBot } = await import('../../dialogue/compileBot.js');
    const { createSession, readSession } = await import('../../dialogue/session.js');
    const { momentHere } = await import('../../dialogue/moment.js');
    const { chatTurn, suggestedAnswer } = await import('../../dialogue/chat.js');
    const { describeEffect } = await import('../../dialogue/describe.js');
    const runnable = compileBot(bot);
    const before =
      readSession(params.session) ??
      createSession(runnable, params.language === undefined ? {} : { language: params.language });
    const { session, messages, asked, heard, trace } = chatTurn(
      runnable,
      (language) => models.get(language),
      before,
      params.event,
      momentHere(new Date()),
    );
    const [best] = heard?.intents ?? [];
    const turn: ChatTurnView = {
      session,
      language: session.language,
      languages: runnable.languages,
      messages: messages.map(({ text, buttons }) => ({ text, buttons })),
      ...(asked && {
        asked: {
          effect: asked.id,
          call: describeEffect(asked),
          body: asked.request.body === undefined ? '' : JSON.stringify(asked.request.body, undefined, 2),
          suggestion: JSON.stringify(suggestedAnswer(runnable, session), undefined, 2),
        },
      }),
      ...(heard &&
        best && {
          heard: {
            intent: best.name,
            score: best.score,
            understood: heard.understood,
            entities: heard.entities.map(({ entity, value }) => `${entity}: ${value}`),
          },
        }),
      trace: trace.map(({ text, dialog, isProblem }): ChatTraceLine => {
        const place = dialog === undefined ? undefined : placeOf(bot, dialog);
        return { text, isProblem: isProblem === true, ...(place && { place }) };
      }),
      variables: Object.entries(session.variables).map(([name, value]) => [name, String(value)]),
      contexts: Object.entries(session.contexts),
      revision,
      stale,
    };
    return { kind: 'turn', turn };
  }

  async #load({ bytes, artifact }: ModelBytes): Promise<Model | string> {
    const known = this.#loaded.get(artifact);
    if (known) return known;
    const { loadModel } = await import('../../nlp/loadModel.js');
    const loaded = loadModel(bytes);
    return loaded.ok ? loaded.model : loaded.message;
  }
}

const MOST_MODELS = 16;

function placeOf(bot: BotSnapshot, dialog: string): ChatTraceLine['place'] {
  const [found] = bot.dialog(dialog);
  return found && { uri: found.file.uri, range: rangeOf(found.file, found.item.name.span) };
}
