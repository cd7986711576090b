import { t } from '@vscode/l10n';
import type { RuleMeta } from '../rules/rule';

/** A rule's documentation in Markdown, for terminals and code scanners. `fixes`: it may offer quick fixes. */
export function rulePage(meta: RuleMeta, fixes: boolean): string {
  return [
    `# ${meta.code}`,
    '',
    meta.summary,
    '',
    ruleNotes(meta, fixes).join(' '),
    '',
    meta.description.trim(),
    '',
    `## ${t('Wrong')}`,
    '',
    fence(meta.wrong),
    '',
    `## ${t('Right')}`,
    '',
    fence(meta.right),
    '',
    `## ${t('Where it comes from')}`,
    '',
    meta.source,
    '',
  ].join('\n');
}

/** What else there is to know about a rule, in sentences. */
function ruleNotes(meta: RuleMeta, fixes: boolean): readonly string[] {
  return [
    t('Default severity: {0}.', meta.severity),
    ...(meta.live ? [t('Compares with LIVE; it is silent when the bot has no LIVE version.')] : []),
    ...(meta.measured
      ? [t('Judges what was measured; it is silent before that, and does not count in the release gates.')]
      : []),
    ...(meta.isOptional ? [t('Off unless {0} in bot.yaml gives it a severity.', '`rules:`')] : []),
    ...(meta.reference
      ? [t('A reference error: it counts in the release gates whatever {0} or a comment says.', '`rules:`')]
      : []),
    ...(fixes ? [t('There are quick fixes for it.')] : []),
  ];
}

function fence(example: string): string {
  return `\`\`\`yaml\n${withoutOuterBlanks(example)}\n\`\`\``;
}

function withoutOuterBlanks(example: string): string {
  return example.replace(/^\n+/, '').trimEnd();
}
