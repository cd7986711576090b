import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import l10n from '@vscode/l10n-dev';

/** Collects every text that a user can see, for translators: l10n/bundle.l10n.json. */
export async function generateTranslations(root) {
  const sources = ['client/src', 'server/src'].flatMap((folder) => sourcesBelow(join(root, folder)));
  const bundle = await l10n.getL10nJson(sources.map((contents) => ({ extension: '.ts', contents })));
  const texts = Object.keys(bundle).sort();
  const ordered = Object.fromEntries(texts.map((text) => [text, bundle[text]]));
  return { files: new Map([['l10n/bundle.l10n.json', `${JSON.stringify(ordered, undefined, 2)}\n`]]) };
}

/** Sources with texts; the extractor knows `l10n.t` only, the server's short form is written out for it. */
function sourcesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .filter((text) => text.includes('l10n'))
    .map((text) =>
      text.includes(SHORT) ? text.replace(SHORT, LONG).replaceAll(/(?<![\w.])t\(/g, 'l10n.t(') : text,
    );
}

const SHORT = "import { t } from '@vscode/l10n';";
const LONG = "import * as l10n from '@vscode/l10n';";
