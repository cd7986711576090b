import { t } from '@vscode/l10n';
import { EXIT } from '../exitCode';
import { offersFixes, ruleMeta, ruleMetas } from '../ruleMetas';
import { rulePage } from '../rulePage';
import { paint, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane explain CODE`: a rule's page. Without a code: all rules, each with its summary. */
export function explain(terminal: Terminal, code: string | undefined, options: OutputOptions): number {
  if (code === undefined) return listRules(terminal, options);
  const meta = ruleMeta(code);
  const fixes = offersFixes(code);
  if (options.format === 'json') {
    const { severity, summary, description, wrong, right, source, live = false, reference = false } = meta;
    printJson(terminal, {
      code,
      severity,
      summary,
      description: description.trim(),
      wrong,
      right,
      source,
      live,
      reference,
      fixes,
    });
    return EXIT.ok;
  }
  const heading = (line: string): string => (/^#+ /.test(line) ? paint(terminal, 'bold', line) : line);
  terminal.out(rulePage(meta, fixes).split('\n').map(heading).join('\n'));
  return EXIT.ok;
}

function listRules(terminal: Terminal, options: OutputOptions): number {
  const metas = ruleMetas();
  if (options.format === 'json') {
    printJson(terminal, { rules: metas.map(({ code, severity, summary }) => ({ code, severity, summary })) });
    return EXIT.ok;
  }
  const width = Math.max(...metas.map(({ code }) => code.length));
  for (const { code, summary } of metas) terminal.out(`${code.padEnd(width)}  ${summary}\n`);
  terminal.out(`\n${t('"botlane explain CODE" says more about one.')}\n`);
  return EXIT.ok;
}
