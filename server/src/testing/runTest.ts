import { t } from '@vscode/l10n';
import type { Models } from '../dialogue/hear';
import { momentOf } from '../dialogue/moment';
import type { RunnableBot } from '../dialogue/runnable';
import { createSession, type Session } from '../dialogue/session';
import { step as stepOf } from '../dialogue/step';
import type { Effect, Event, Heard, Outcome, SentMessage } from '../dialogue/turn';
import type { ConversationTest, Step } from '../model/definitions';
import type { PredictContext } from '../nlp/contract';
import type { Placed } from '../project/snapshot';
import type { Span } from '../text/range';
import { ReachedSoFar } from './coverage';
import { unmet } from './expectations';
import type { Failure, TestResult, TranscriptLine } from './result';

/** When a test without a date takes place: always then, so that its outcome never changes. */
const FIXED_NOW: PredictContext = { now: new Date('2026-01-05T09:00:00Z'), offsetMinutes: 0 };

/**
 * Runs one conversation test. Pure: the same bot, models and test give the same result. It stops at the first turn that
 * goes wrong, because everything behind it follows from that.
 */
export function runTest(bot: RunnableBot, models: Models, test: Placed<ConversationTest>): TestResult {
  return new TestRun(bot, models, test).run();
}

type UserStep = Extract<Step, { readonly kind: 'user' | 'press' }>;

class TestRun {
  readonly #bot: RunnableBot;
  readonly #models: Models;
  readonly #test: Placed<ConversationTest>;
  readonly #now: PredictContext;
  readonly #reached = new ReachedSoFar();
  readonly #transcript: TranscriptLine[] = [];
  #session: Session;
  /** Messages that no step has looked at yet. */
  #unread: SentMessage[] = [];
  /** Every message so far: older buttons can be pressed, too. */
  readonly #messages: SentMessage[] = [];
  #heard: Heard | undefined;
  #asked: Extract<Effect, { readonly type: 'http' }> | undefined;
  /** The step of the user whose turn it is. */
  #turn: UserStep | undefined;

  constructor(bot: RunnableBot, models: Models, test: Placed<ConversationTest>) {
    this.#bot = bot;
    this.#models = models;
    this.#test = test;
    const { language, given } = test.item;
    this.#now = (given.now && momentOf(given.now.value)) ?? FIXED_NOW;
    this.#session = createSession(bot, {
      ...(language && { language: language.value }),
      variables: given.variables.map(({ name, value }) => [name.value, value.value]),
    });
  }

  run(): TestResult {
    const failures = this.#failures();
    return { test: this.#test, failures, transcript: this.#transcript, reached: this.#reached };
  }

  #failures(): readonly Failure[] {
    const { steps, name } = this.#test.item;
    // A bot without intents has nothing to train.
    if (this.#bot.triggers.size > 0 && !this.#models(this.#session.language)) {
      return [
        {
          span: name.span,
          message: t('The NLP is not trained for {0}. Train it first.', this.#session.language),
        },
      ];
    }
    // A user who writes first is not greeted.
    const [first] = steps;
    if (first?.kind === 'bot' || first?.kind === 'press') this.#happen({ type: 'start' });
    for (const step of steps) {
      const failures = this.#take(step);
      if (failures.length > 0) return failures;
    }
    return this.#endTurn();
  }

  #take(step: Step): readonly Failure[] {
    if (step.kind === 'bot') return this.#withTurn(this.#expectMessage(step.text.value, step.text.span));
    if (step.kind === 'http') return this.#withTurn(this.#answer(step));
    const unfinished = this.#endTurn();
    if (unfinished.length > 0) return unfinished;
    this.#unread = [];
    this.#turn = step;
    if (step.kind === 'user') {
      this.#note('user', step.text.value);
      this.#happen({ type: 'message', text: step.text.value });
      return [];
    }
    return this.#press(step.label.value, step.label.span);
  }

  #happen(event: Event): void {
    const outcome: Outcome = stepOf(this.#bot, this.#models, this.#session, event, this.#now);
    this.#session = outcome.session;
    this.#reached.add(outcome);
    this.#unread.push(...outcome.messages);
    this.#messages.push(...outcome.messages);
    for (const { text, buttons } of outcome.messages) {
      this.#note('bot', [text, ...buttons.map(({ label }) => `[${label}]`)].join(' '));
    }
    if (event.type === 'message' || event.type === 'press') this.#heard = outcome.trace.heard;
    const [effect] = outcome.effects;
    this.#asked = effect?.type === 'http' ? effect : undefined;
    if (effect)
      this.#note('service', effect.type === 'http' ? callOf(effect) : t('hand-over: {0}', effect.note));
    // Somebody is always there in a test.
    if (effect?.type === 'handover') this.#happen({ type: 'done', effect: effect.id });
  }

  #press(label: string, span: Span): readonly Failure[] {
    const button = this.#messages
      .toReversed()
      .flatMap(({ buttons }) => buttons)
      .find((one) => one.label === label);
    if (!button) {
      const offered = this.#messages.at(-1)?.buttons.map((one) => one.label) ?? [];
      const message = t('The bot offers no button with this label.');
      return [{ span, message, expected: label, actual: offered.join(', ') || t('no button') }];
    }
    this.#note('user', `[${label}]`);
    this.#happen({ type: 'press', button: button.id });
    return [];
  }

  #expectMessage(expected: string, span: Span): readonly Failure[] {
    const message = this.#unread.shift();
    if (message?.text === expected) return [];
    if (message)
      return [{ span, message: t('The bot says something else.'), expected, actual: message.text }];
    if (this.#asked) return [{ span, message: unanswered(this.#asked) }];
    return [{ span, message: t('The bot says nothing more.'), expected, actual: '' }];
  }

  #answer({ url, status, answer, span }: Extract<Step, { readonly kind: 'http' }>): readonly Failure[] {
    const asked = this.#asked;
    const place = url?.span ?? span;
    if (!asked) return [{ span: place, message: t('The bot calls no web service here.') }];
    if (url && !sameAddress(url.value, asked.request.url)) {
      const message = t('The bot calls another address.');
      return [{ span: place, message, expected: url.value, actual: asked.request.url }];
    }
    this.#happen({ type: 'answer', effect: asked.id, status, body: answer });
    return [];
  }

  /** What the user's step expects tells why something behind it went wrong. */
  #withTurn(failures: readonly Failure[]): readonly Failure[] {
    return failures.length === 0 ? [] : [...this.#unmet(), ...failures];
  }

  /** The bot has answered: whatever the user's step expects must hold now. */
  #endTurn(): readonly Failure[] {
    const failures = this.#unmet();
    if (!this.#asked) return failures;
    const [first] = this.#test.item.steps;
    const span = (this.#turn ?? first)?.span ?? this.#test.item.name.span;
    return [...failures, { span: spanOf(this.#turn) ?? span, message: unanswered(this.#asked) }];
  }

  #unmet(): readonly Failure[] {
    const expect = this.#turn?.expect;
    return expect ? unmet(expect, this.#session, this.#heard) : [];
  }

  #note(who: TranscriptLine['who'], text: string): void {
    this.#transcript.push({ who, text });
  }
}

function spanOf(step: UserStep | undefined): Span | undefined {
  return step?.kind === 'user' ? step.text.span : step?.label.span;
}

type HttpEffect = Extract<Effect, { readonly type: 'http' }>;

function callOf({ request }: HttpEffect): string {
  return `${request.method} ${request.url}`;
}

function unanswered(effect: HttpEffect): string {
  return t("The bot calls {0} and waits for the answer. Say it in a step 'http'.", callOf(effect));
}

/** `…?to=Liège` and its encoded form are the same address. */
function sameAddress(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  return URL.canParse(expected) && URL.canParse(actual) && new URL(expected).href === new URL(actual).href;
}
