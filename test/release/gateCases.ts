import type { GateId, GateOutcome, ReleaseKind } from '../../server/src/release/contract';
import { BotRepository, flowFile, intentFile } from '../support/repository';

/** A situation and what one gate says about it. */
export interface GateCase {
  readonly gate: GateId;
  readonly kind: ReleaseKind;
  readonly outcome: GateOutcome;
  readonly when: string;
  /** From a published bot, unless `unpublished`. */
  readonly arrange: (repository: BotRepository) => void | Promise<void>;
  readonly unpublished?: true;
  readonly untrained?: true;
  readonly reason?: RegExp;
  readonly details?: RegExp;
  readonly mend?: string;
}

const nothing = (): void => undefined;
export const changeFlow = (repository: BotRepository): void =>
  repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Changed.'));
const changeIntent = (repository: BotRepository): void =>
  repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
export const addIntent = (repository: BotRepository): void =>
  repository.write('intents/timetable.intent.yaml', intentFile('timetable', 'when does it leave'));
const breakFlow = (repository: BotRepository): void =>
  repository.write('flows/booking.flow.yaml', flowFile('booking', 'no_such_intent'));
const addTest = (repository: BotRepository, answer: string, policy?: string): void => {
  repository.write(
    'tests/one.bottest.yaml',
    `test: it answers\nsteps:\n  - user: book a train please\n  - bot: ${answer}\n`,
  );
  if (policy !== undefined) {
    repository.write('bot.yaml', `${repository.read('bot.yaml').toString()}release:\n  tests: ${policy}\n`);
  }
};
const removeIntent = (repository: BotRepository): void => {
  repository.delete('intents/refund.intent.yaml');
  repository.delete('flows/refunds.flow.yaml');
  addIntent(repository);
};

/** Another worktree of the same repository publishes: LIVE holds what this draft does not descend from. */
export async function publishElsewhere(
  repository: BotRepository,
  change: (other: BotRepository) => void,
  kind: ReleaseKind = 'full',
): Promise<void> {
  repository.commit();
  repository.git('worktree', 'add', '--quiet', '--detach', repository.beside('other'));
  const other = BotRepository.at(repository.beside('other'));
  change(other);
  await other.published(kind);
}

export const CASES: readonly GateCase[] = [
  { gate: 'validation', kind: 'full', outcome: 'pass', when: 'there is no error', arrange: nothing },
  {
    gate: 'validation',
    kind: 'full',
    outcome: 'block',
    when: 'the draft has an error',
    arrange: breakFlow,
    details: /flows\/booking\.flow\.yaml:5: .*no_such_intent/,
  },
  {
    gate: 'validation',
    kind: 'full',
    outcome: 'block',
    when: 'a reference error is switched off in bot.yaml and by a comment',
    arrange: (repository) => {
      const settings = repository.read('bot.yaml').toString();
      repository.write(
        'bot.yaml',
        `${settings}  references/unknown-intent: off\n  references/removed-intent: off\n`,
      );
      const flow = flowFile(
        'booking',
        'no_such_intent # botlane-disable-line references/unknown-intent: because',
      );
      repository.write(
        'flows/booking.flow.yaml',
        `# botlane-disable-file references/unknown-intent: because\n${flow}`,
      );
    },
    details: /no_such_intent/,
  },
  {
    gate: 'validation',
    kind: 'nlp',
    outcome: 'pass',
    when: 'only flows of the draft are broken, which stay behind',
    arrange: (repository) => {
      breakFlow(repository);
      changeIntent(repository);
    },
  },
  {
    gate: 'validation',
    kind: 'full',
    outcome: 'block',
    when: 'a file is not YAML',
    arrange: (repository) => repository.write('intents/bad.intent.yaml', 'intent: [\n'),
  },
  {
    gate: 'validation',
    kind: 'full',
    outcome: 'block',
    when: 'a file is not text',
    arrange: (repository) => repository.write('intents/bad.intent.yaml', Buffer.from([0xff, 0xfe, 0, 1])),
  },
  {
    gate: 'validation',
    kind: 'nlp',
    outcome: 'block',
    when: 'bot.yaml of the draft cannot be understood',
    reason: /^bot\.yaml of the draft cannot be understood\. Mend it first\.$/,
    arrange: (repository) =>
      repository.write('bot.yaml', `${repository.read('bot.yaml').toString()}nlp: [\n`),
  },
  { gate: 'tests', kind: 'full', outcome: 'pass', when: 'there is none', arrange: nothing },
  {
    gate: 'tests',
    kind: 'full',
    outcome: 'pass',
    when: 'every test passes',
    arrange: (repository) => addTest(repository, 'This is booking.'),
    reason: /passes/,
  },
  {
    gate: 'tests',
    kind: 'full',
    outcome: 'block',
    when: 'a test fails',
    arrange: (repository) => addTest(repository, 'Goodbye.'),
    details: /^tests\/one\.bottest\.yaml:4: it answers\. The bot says something else\.$/,
    mend: 'botlane.runConversationTests',
  },
  {
    gate: 'tests',
    kind: 'full',
    outcome: 'warn',
    when: 'a test fails and the bot says to go on',
    arrange: (repository) => addTest(repository, 'Goodbye.', 'warn'),
    reason: /test fails/,
    mend: 'botlane.runConversationTests',
  },
  {
    gate: 'tests',
    kind: 'full',
    outcome: 'pass',
    when: 'a test fails and the bot says not to run it',
    arrange: (repository) => addTest(repository, 'Goodbye.', 'off'),
  },
  {
    gate: 'tests',
    kind: 'full',
    outcome: 'warn',
    when: 'the NLP is not trained',
    arrange: (repository) => {
      addTest(repository, 'This is booking.');
      changeIntent(repository);
    },
    untrained: true,
    reason: /not run/,
  },
  { gate: 'trained', kind: 'full', outcome: 'pass', when: 'everything is trained', arrange: changeFlow },
  {
    gate: 'trained',
    kind: 'full',
    outcome: 'block',
    when: 'an expression is new',
    arrange: changeIntent,
    untrained: true,
    reason: /en/,
    mend: 'botlane.trainNlp',
  },
  {
    gate: 'trained',
    kind: 'nlp',
    outcome: 'block',
    when: 'an expression is new',
    arrange: changeIntent,
    untrained: true,
    mend: 'botlane.trainNlp',
  },
  {
    gate: 'trained',
    kind: 'full',
    outcome: 'pass',
    when: 'the model is not in the store, but in a version',
    arrange: (repository) => repository.delete('.git/botlane/models'),
    untrained: true,
  },
  {
    gate: 'trained',
    kind: 'full',
    outcome: 'block',
    when: 'a language has expressions, but too few',
    arrange: (repository) => {
      repository.write('bot.yaml', repository.read('bot.yaml').toString().replace('[en]', '[en, nl]'));
    },
    untrained: true,
    details: /^nl: .*nl/,
  },
  {
    gate: 'first-publish',
    kind: 'full',
    outcome: 'pass',
    when: 'nothing is live',
    arrange: nothing,
    unpublished: true,
  },
  {
    gate: 'first-publish',
    kind: 'nlp',
    outcome: 'block',
    when: 'nothing is live',
    arrange: nothing,
    unpublished: true,
    mend: 'botlane.publishFull',
  },
  { gate: 'first-publish', kind: 'nlp', outcome: 'pass', when: 'a version is live', arrange: changeIntent },
  { gate: 'nlp-changed', kind: 'nlp', outcome: 'pass', when: 'an intent is new', arrange: addIntent },
  { gate: 'nlp-changed', kind: 'nlp', outcome: 'block', when: 'only a flow changed', arrange: changeFlow },
  {
    gate: 'nlp-changed',
    kind: 'nlp',
    outcome: 'block',
    when: 'only comments, line endings, quotes and file names changed',
    arrange: (repository) => {
      const text = repository.read('intents/refund.intent.yaml').toString();
      repository.delete('intents/refund.intent.yaml');
      repository.write(
        'elsewhere/money.intent.yaml',
        `# about money\n${text}`.replace('intent: refund', "intent: 'refund'").replaceAll('\n', '\r\n'),
      );
    },
  },
  {
    gate: 'nlp-changed',
    kind: 'nlp',
    outcome: 'pass',
    when: 'only a threshold changed',
    arrange: (repository) => {
      const settings = repository.read('bot.yaml').toString();
      repository.write('bot.yaml', `${settings}nlp:\n  threshold: { intent: 0.7, entity: 0.8 }\n`);
    },
  },
  { gate: 'nlp-changed', kind: 'full', outcome: 'pass', when: 'nothing changed', arrange: nothing },
  { gate: 'intents-removed', kind: 'nlp', outcome: 'pass', when: 'an intent is new', arrange: addIntent },
  {
    gate: 'intents-removed',
    kind: 'nlp',
    outcome: 'block',
    when: 'an intent is gone',
    arrange: removeIntent,
    reason: /refund/,
    details: /refund: .*refunds\/start/,
    mend: 'botlane.publishFull',
  },
  {
    gate: 'intents-removed',
    kind: 'nlp',
    outcome: 'block',
    when: 'an intent has another name',
    arrange: (repository) =>
      repository.write('intents/refund.intent.yaml', intentFile('money_back', 'give my money back')),
    details: /refund: .*refunds\/start/,
  },
  {
    gate: 'intents-removed',
    kind: 'nlp',
    outcome: 'pass',
    when: 'an intent moved to another file',
    arrange: (repository) => {
      repository.delete('intents/refund.intent.yaml');
      const both = `${intentFile('book_train', 'book a train')}---\n${intentFile('refund', 'give me money')}`;
      repository.write('intents/book_train.intent.yaml', both);
    },
  },
  {
    gate: 'intents-removed',
    kind: 'full',
    outcome: 'pass',
    when: 'an intent is gone',
    arrange: removeIntent,
  },
  { gate: 'live-links', kind: 'nlp', outcome: 'pass', when: 'everything is there', arrange: addIntent },
  {
    gate: 'live-links',
    kind: 'nlp',
    outcome: 'block',
    when: 'LIVE is linked to an intent that is gone',
    arrange: removeIntent,
    details: /refunds\/start .*refund/,
    mend: 'botlane.publishFull',
  },
  {
    gate: 'live-links',
    kind: 'nlp',
    outcome: 'block',
    when: 'an expression fills a variable that LIVE does not declare',
    arrange: (repository) => {
      repository.write('entities/city.entity.yaml', 'entity: city\ntype: list\nvalues:\n  Ghent: [Gent]\n');
      const settings = repository.read('bot.yaml').toString();
      repository.write('bot.yaml', `${settings}variables:\n  town: { type: string }\n`);
      const intent = repository.read('intents/book_train.intent.yaml').toString();
      repository.write('intents/book_train.intent.yaml', `${intent}    to [Ghent](city:town)\n`);
    },
    details: /town/,
  },
  { gate: 'live-links', kind: 'full', outcome: 'pass', when: 'an intent is gone', arrange: removeIntent },
  { gate: 'nothing-changed', kind: 'full', outcome: 'warn', when: 'nothing changed', arrange: nothing },
  {
    gate: 'nothing-changed',
    kind: 'full',
    outcome: 'warn',
    when: 'only a conversation test is new',
    arrange: (repository) =>
      repository.write(
        'tests/a.bottest.yaml',
        'test: money\nlanguage: en\nsteps:\n  - user: give my money back now\n    expect:\n      intent: refund\n',
      ),
  },
  { gate: 'nothing-changed', kind: 'full', outcome: 'pass', when: 'a text changed', arrange: changeFlow },
  {
    gate: 'nothing-changed',
    kind: 'full',
    outcome: 'pass',
    when: 'nothing is live',
    arrange: nothing,
    unpublished: true,
  },
  { gate: 'drift', kind: 'full', outcome: 'pass', when: 'the draft was published last', arrange: changeFlow },
  {
    gate: 'drift',
    kind: 'full',
    outcome: 'pass',
    when: 'nothing is live',
    arrange: nothing,
    unpublished: true,
  },
  {
    gate: 'drift',
    kind: 'full',
    outcome: 'block',
    when: 'someone else published another flow',
    arrange: (repository) =>
      publishElsewhere(repository, (other) =>
        other.write('flows/refunds.flow.yaml', flowFile('refunds', 'refund', 'Hi.')),
      ),
    reason: /version 2 by Ada Lovelace/,
    details: /dialog refunds\/start/,
  },
  {
    gate: 'drift',
    kind: 'nlp',
    outcome: 'pass',
    when: 'someone else published another flow, which stays as it is',
    arrange: async (repository) => {
      await publishElsewhere(repository, changeFlow);
      addIntent(repository);
    },
  },
  {
    gate: 'drift',
    kind: 'nlp',
    outcome: 'block',
    when: 'someone else published another intent',
    arrange: async (repository) => {
      await publishElsewhere(repository, changeIntent, 'nlp');
      addIntent(repository);
    },
    details: /intent refund/,
  },
  {
    gate: 'drift',
    kind: 'full',
    outcome: 'pass',
    when: 'the draft holds what someone else published, and more',
    arrange: async (repository) => {
      await publishElsewhere(repository, changeIntent);
      changeIntent(repository);
      changeFlow(repository);
    },
  },
  {
    gate: 'drift',
    kind: 'full',
    outcome: 'pass',
    when: 'what someone else published from a commit was merged',
    arrange: async (repository) => {
      await publishElsewhere(repository, (other) => {
        changeFlow(other);
        other.commit('elsewhere');
      });
      repository.git(
        'merge',
        '--quiet',
        BotRepository.at(repository.beside('other')).git('rev-parse', 'HEAD'),
      );
      repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Changed again.'));
    },
  },
  {
    gate: 'drift',
    kind: 'full',
    outcome: 'pass',
    when: 'LIVE went back to an earlier version of this draft',
    arrange: async (repository) => {
      changeFlow(repository);
      await repository.published('full');
      await repository.releases.makeLive(repository.bot(), 1);
    },
  },
  {
    gate: 'drift',
    kind: 'full',
    outcome: 'warn',
    when: 'it is not known what the draft descends from',
    arrange: (repository) => {
      repository.delete('.git/botlane/base');
      changeFlow(repository);
    },
  },
  {
    gate: 'drift',
    kind: 'full',
    outcome: 'block',
    when: 'LIVE is that of a remote, which does not have it',
    arrange: (repository) => {
      repository.git('init', '--quiet', '--bare', repository.beside('remote.git'));
      repository.git('remote', 'add', 'origin', repository.beside('remote.git'));
      repository.git('config', 'botlane.remote', 'origin');
    },
    reason: /was not seen to have its branch/,
  },
  {
    gate: 'drift',
    kind: 'full',
    outcome: 'block',
    when: 'someone changed the live branch by hand',
    arrange: (repository) => {
      repository.git('worktree', 'add', '--quiet', repository.beside('hand'), 'bots/choo-choo/live');
      const hand = BotRepository.at(repository.beside('hand'));
      hand.write('definition/bot.yaml', 'bot: choo-choo\n');
      hand.commit('by hand');
    },
    reason: /by hand/,
  },
];
