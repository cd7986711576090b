import assert from 'node:assert/strict';
import { compileBot } from '../../server/src/dialogue/compileBot';
import type { Models } from '../../server/src/dialogue/hear';
import { momentOf } from '../../server/src/dialogue/moment';
import type { RunnableBot } from '../../server/src/dialogue/runnable';
import { createSession, type Session, type SessionStart } from '../../server/src/dialogue/session';
import { step } from '../../server/src/dialogue/step';
import type { Effect, Event, Outcome, SentMessage } from '../../server/src/dialogue/turn';
import type { Model, Prediction } from '../../server/src/nlp/contract';
import { loadModel } from '../../server/src/nlp/loadModel';
import { trainingDataOf } from '../../server/src/nlp/trainingData';
import { trainModel } from '../../server/src/nlp/trainModel';
import type { BotSnapshot } from '../../server/src/project/snapshot';

/** A bot with its models, as a host of the engine has them. */
export interface Trained {
  readonly bot: RunnableBot;
  readonly models: Models;
}

export async function modelsOf(bot: BotSnapshot): Promise<Models> {
  const models = new Map<string, Model>();
  for (const { value: language } of bot.settings?.item.languages ?? []) {
    const result = await trainModel(trainingDataOf(bot, language));
    assert.ok(result.ok, JSON.stringify(result));
    const loaded = loadModel(result.model.bytes);
    assert.ok(loaded.ok, JSON.stringify(loaded));
    models.set(language, loaded.model);
  }
  return (language) => models.get(language);
}

export async function trainedBot(bot: BotSnapshot): Promise<Trained> {
  return { bot: compileBot(bot), models: await modelsOf(bot) };
}

/** The same bot with models that remember what they predicted: what is left is the engine. */
export function withoutNlp({ bot, models }: Trained): Trained {
  const known = new Map<string, Prediction>();
  const remembering = (language: string): Model | undefined => {
    const model = models(language);
    if (!model) return undefined;
    const predict: Model['predict'] = (text, context) => {
      const prediction = known.get(text) ?? model.predict(text, context);
      known.set(text, prediction);
      return prediction;
    };
    return Object.assign(Object.create(model) as Model, { predict });
  };
  const byLanguage = new Map(bot.languages.map((language) => [language, remembering(language)]));
  return { bot, models: (language) => byLanguage.get(language) };
}

/**
 * A conversation as a test holds it. Every session goes through JSON and back, as it does between two turns of a
 * conversation in a database.
 */
export class Talk {
  session: Session;
  outcome: Outcome | undefined;
  #bot: RunnableBot;
  readonly #models: Models;
  readonly #now;

  constructor({ bot, models }: Trained, start: SessionStart = {}, now = '2026-12-01T09:00:00+01:00') {
    this.#bot = bot;
    this.#models = models;
    const moment = momentOf(now);
    assert.ok(moment, 'a moment');
    this.#now = moment;
    this.session = createSession(bot, start);
  }

  /** From here on another version of the bot answers. */
  switchTo(bot: RunnableBot): void {
    this.#bot = bot;
  }

  happen(event: Event): this {
    const stored = JSON.parse(JSON.stringify(this.session)) as Session;
    this.outcome = step(this.#bot, this.#models, stored, event, this.#now);
    this.session = this.outcome.session;
    return this;
  }

  say(text: string): this {
    return this.happen({ type: 'message', text });
  }

  /** Presses a button of the last messages by its label. */
  press(label: string): this {
    const button = this.messages.flatMap(({ buttons }) => buttons).find((one) => one.label === label);
    assert.ok(button, `a button says '${label}'`);
    return this.happen({ type: 'press', button: button.id });
  }

  answer(body: unknown, status = 200): this {
    return this.happen({ type: 'answer', effect: this.effect.id, status, body });
  }

  fail(reason = 'it timed out'): this {
    return this.happen({ type: 'failed', effect: this.effect.id, reason });
  }

  get messages(): readonly SentMessage[] {
    return this.outcome?.messages ?? [];
  }

  get texts(): readonly string[] {
    return this.messages.map(({ text }) => text);
  }

  get effect(): Effect {
    const [effect] = this.outcome?.effects ?? [];
    assert.ok(effect, 'the conversation waits for an effect');
    return effect;
  }

  get problems(): readonly string[] {
    return (this.outcome?.trace.entries ?? []).flatMap((entry) =>
      entry.type === 'problem' ? [entry.message] : [],
    );
  }

  value(name: string): unknown {
    return this.session.variables[name];
  }
}
