// The checker that the speed table compares with, as anybody would write it in an afternoon: parse every file with
// `yaml`, validate it with ajv, look up the names. It knows two cross-references of Botlane's seventy rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import {
  botValidator,
  entityValidator,
  flowValidator,
  intentValidator,
} from '../../server/src/schema/generated/validators';

const VALIDATORS = [
  { end: 'bot.yaml', validate: botValidator },
  { end: '.intent.yaml', validate: intentValidator },
  { end: '.entity.yaml', validate: entityValidator },
  { end: '.flow.yaml', validate: flowValidator },
];

interface NaiveDialog {
  readonly trigger?: { readonly intent?: string };
  readonly next?: string;
}

function check(folder: string): readonly string[] {
  const problems: string[] = [];
  const intents = new Set<string>();
  const dialogs = new Set<string>();
  const links: { readonly file: string; readonly dialog: NaiveDialog; readonly flow: string }[] = [];
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const kind = VALIDATORS.find(({ end }) => path.endsWith(end));
    if (!kind) continue;
    for (const document of parseAllDocuments(readFileSync(join(folder, path), 'utf8'))) {
      problems.push(...document.errors.map(({ message }) => `${path}: ${message}`));
      const content: unknown = document.toJS();
      if (!kind.validate(content)) {
        problems.push(...(kind.validate.errors ?? []).map(({ keyword }) => `${path}: ${keyword}`));
      }
      const {
        intent,
        flow,
        dialogs: own,
      } = content as {
        intent?: string;
        flow?: string;
        dialogs?: Record<string, NaiveDialog>;
      };
      if (intent !== undefined) intents.add(intent);
      if (flow === undefined) continue;
      for (const [name, dialog] of Object.entries(own ?? {})) {
        dialogs.add(`${flow}/${name}`);
        links.push({ file: path, dialog, flow });
      }
    }
  }
  for (const { file, dialog, flow } of links) {
    const intent = dialog.trigger?.intent;
    if (intent !== undefined && !intents.has(intent)) problems.push(`${file}: no intent ${intent}`);
    if (dialog.next === undefined) continue;
    const target = dialog.next.includes('/') ? dialog.next : `${flow}/${dialog.next}`;
    if (!dialogs.has(target)) problems.push(`${file}: no dialog ${target}`);
  }
  return problems;
}

const problems = check(process.argv[2] ?? '.');
console.log(`${problems.length} problems`);
