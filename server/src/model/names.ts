import { isRefusedName } from '../syntax/refusedNames';

/** As in the format: names of intents, entities, flows, dialogs and contexts. */
const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,127}$/;
/** Variables stand in conditions and placeholders. */
const VARIABLE = /^[A-Za-z][A-Za-z0-9_]{0,127}$/;
/** Words that YAML reads as something else than text: a name is written without quotes in many places. */
const YAML_WORD = /^(?:null|true|false)$/i;

/** Words that a condition (CEL) reads as something else. */
const CONDITION_WORDS: ReadonlySet<string> = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return var ' +
    'void while has size int uint double bool string bytes list map type dyn timestamp duration sys'
  ).split(' '),
);

/** Why something cannot be a name: how it is written, or that the word has a meaning of its own somewhere. */
export type NameFault = 'form' | 'yaml-word' | 'refused-key' | 'condition-word';

/** What speaks against a name of an intent, entity, flow, dialog or context; undefined when nothing does. */
export function nameFault(name: string): NameFault | undefined {
  return NAME.test(name) ? wordFault(name) : 'form';
}

/** What speaks against a name of a variable; undefined when nothing does. */
export function variableNameFault(name: string): NameFault | undefined {
  if (!VARIABLE.test(name)) return 'form';
  return CONDITION_WORDS.has(name) ? 'condition-word' : wordFault(name);
}

function wordFault(name: string): NameFault | undefined {
  if (YAML_WORD.test(name)) return 'yaml-word';
  return isRefusedName(name) ? 'refused-key' : undefined;
}
