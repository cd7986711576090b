import { DEFAULT_DIALOGS } from '../model/definitions';
import { foldName } from '../model/occurrence';
import type { BotSnapshot } from '../project/snapshot';
import { compileDialog } from './compileDialog';
import { rolesOf } from './roles';
import type {
  DefaultDialogs,
  RunnableBot,
  RunnableButton,
  RunnableDialog,
  RunnableTrigger,
  RunnableVariable,
} from './runnable';

const DEFAULT_SETTINGS = { intentThreshold: 0.8, entityThreshold: 0.8, maxMessageLength: 1000 };

/**
 * Compiles a bot to the form in which it runs. Never fails: of what is broken (findings tell) the rest runs. Where a name
 * is defined twice the first one counts.
 */
export function compileBot(bot: BotSnapshot): RunnableBot {
  const settings = bot.settings?.item;
  const variables = compileVariables(settings?.variables ?? []);
  const dialogs = new Map<string, RunnableDialog>();
  const buttons = new Map<string, RunnableButton>();
  const triggers = new Map<string, RunnableTrigger[]>();
  for (const { item } of bot.dialogs) {
    const key = foldName(`${item.flow}/${item.name.value}`);
    if (dialogs.has(key)) continue;
    const dialog = compileDialog(item, variables);
    dialogs.set(key, dialog);
    for (const message of dialog.say) for (const button of message.buttons) buttons.set(button.id, button);
    if (!item.trigger?.intent) continue;
    const intent = foldName(item.trigger.intent.value);
    const trigger = { dialog: key, requires: item.trigger.requires.map(({ value }) => foldName(value)) };
    triggers.set(intent, [...(triggers.get(intent) ?? []), trigger]);
  }
  const defaults: Partial<Record<keyof DefaultDialogs, string>> = {};
  for (const name of DEFAULT_DIALOGS) {
    const link = settings?.dialogs.get(name);
    if (link) defaults[name] = foldName(link.value);
  }
  const [first = 'en', ...others] = settings?.languages.map(({ value }) => value) ?? [];
  return {
    id: bot.id,
    active: true,
    languages: [first, ...others],
    settings: settings?.nlp ?? DEFAULT_SETTINGS,
    variables,
    sensitive: new Set(
      settings?.variables.filter(({ sensitive }) => sensitive).map(({ name }) => foldName(name.value)),
    ),
    dialogs,
    buttons,
    defaults,
    triggers,
    roles: rolesOf(bot.intents.map(({ item }) => item)),
  };
}

function compileVariables(
  declared: NonNullable<BotSnapshot['settings']>['item']['variables'],
): ReadonlyMap<string, RunnableVariable> {
  const variables = new Map<string, RunnableVariable>();
  for (const { name, type, values, initial } of declared) {
    const key = foldName(name.value);
    if (variables.has(key)) continue;
    variables.set(key, {
      name: name.value,
      type,
      values: values.map(({ value }) => value),
      ...(initial && { initial: initial.value }),
    });
  }
  return variables;
}
