import type { RuleMeta } from '../rule';

const DESTINATIONS = [
  'Aalst', 'Aarlen', 'Antwerp', 'Ath', 'Bergen', 'Bruges', 'Brussels', 'Charleroi', 'Deinze', 'Dinant',
  'Eupen', 'Genk', 'Ghent', 'Hasselt', 'Huy', 'Ieper', 'Kortrijk', 'Leuven', 'Liège', 'Mechelen', 'Namur',
]; // biome-ignore format: a list of words

const intent = (name: string, expressions: readonly string[]): string => `
# ${name}.intent.yaml
intent: ${name}
expressions:
  en: |
${expressions.map((expression) => `    ${expression}`).join('\n')}`;

const FLOW = `
# desk.flow.yaml
flow: desk
dialogs:
  trip:
    trigger:
      intent: plan_trip
    next: general/welcome
  refund:
    trigger:
      intent: refund
    next: general/welcome
  bye:
    trigger:
      intent: bye
    next: general/welcome`;

const REFUND = ['I want my money back', 'give me a refund', 'please pay me back', 'reimburse me'];
const BYE = ['bye', 'see you', 'until next time', 'have a nice day'];

export const meta: RuleMeta = {
  code: 'nlp/unbalanced',
  severity: 'warning',
  summary: 'An intent has far more, or far fewer, expressions than the others.',
  description: `A model leans towards what it has seen most. The rule compares an intent with the middle one of the bot, per language, and speaks up when it has more than five times as many expressions, or less than a fifth. Many expressions that differ only by a value are better served by an entity.`,
  wrong: `${intent(
    'plan_trip',
    DESTINATIONS.map((name) => `take me to ${name}`),
  )}${intent('refund', REFUND)}${intent('bye', BYE)}${FLOW}`,
  right: `${intent('plan_trip', ['take me to Ghent', 'I need to be in Namur', 'a trip to Leuven', 'plan my trip'])}${intent('refund', REFUND)}${intent('bye', BYE)}${FLOW}`,
  source: 'Chatlayer',
};
