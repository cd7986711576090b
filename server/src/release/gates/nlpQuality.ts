import { t } from '@vscode/l10n';
import type { LanguageQuality } from '../contract';
import type { Gate } from './gate';
import { pass } from './gate';

/** Compares what is understood with LIVE; `release.nlpQuality` says what it does that it has become worse. */
export const nlpQuality: Gate = {
  id: 'nlp-quality',
  title: () => t('NLP quality'),
  judge({ kind, live, composed, measured }) {
    const { policy = 'warn', maxDrop = 0, measuredBy } = composed.settings?.item.nlpQuality ?? {};
    if (policy === 'off') return pass(t('Comparing the NLP with LIVE is switched off in bot.yaml.'));
    if (kind === 'flows') return pass(t('The NLP stays that of LIVE.'));
    if (live.kind !== 'known') return pass(t('There is no LIVE to compare with.'));
    if (!measured.nlpQuality) return pass(t('The NLP is compared with LIVE when a publish is planned.'));
    const { languages, unmeasured } = measured.nlpQuality;
    if (unmeasured?.reason === 'not-trained') {
      return pass(t('The NLP was not compared with LIVE: not everything is trained.'));
    }
    if (unmeasured) {
      return {
        outcome: policy,
        reason: t('The NLP could not be compared with LIVE: {0}', unmeasured.message),
        mend: 'botlane.compareNlp',
      };
    }
    if (languages.length === 0) return pass(nothingToCompare(measuredBy));
    const worse = languages.filter(
      ({ accuracy, live: before }) => 100 * (before - accuracy) > maxDrop + ROUNDING,
    );
    if (worse.length === 0) {
      return pass(t('As much is understood as in LIVE: {0}.', languages.map(figuresOf).join('; ')));
    }
    return {
      outcome: policy,
      reason: t('Less is understood than in LIVE: {0}.', worse.map(figuresOf).join('; ')),
      details: worse.map(detailOf),
      mend: 'botlane.compareNlp',
    };
  },
};

/** Points of 100: a difference of shares is not exact. */
const ROUNDING = 1e-9;

function nothingToCompare(measuredBy: LanguageQuality['measuredBy'] | undefined): string {
  return measuredBy === 'cross-validation'
    ? t('No language can be evaluated by cross-validation both here and in LIVE.')
    : t('No conversation test expects an intent by which the NLP could be compared with LIVE.');
}

function figuresOf({ language, accuracy, live }: LanguageQuality): string {
  return t('{0} {1}%, LIVE {2}%', language, percent(accuracy), percent(live));
}

function detailOf({ language, measuredBy }: LanguageQuality): string {
  return measuredBy === 'tests'
    ? t('{0}: share of the sentences of conversation tests that are understood as they expect', language)
    : t('{0}: share of the expressions that are understood by a model that does not know them', language);
}

const percent = (share: number): string => (100 * share).toFixed(1);
