import * as vscode from 'vscode';
import type { ChangeView, GateView, PlanView } from '../../../server/src/protocol';
import { draftFile, liveFile, locate } from '../views/changes';
import { planTitle } from './kinds';
import { mendTitle } from './mends';
import { escape } from '../escape';
import { commandLink } from './pageText';
import { STATUS_PART, statusScript } from './planStatus';
import { understandingPart } from './understanding';

/** Commands that the page may link to; nothing in it can publish. */
export const PLAN_PAGE_COMMANDS = [
  'botlane.openChange',
  'botlane.openPlace',
  'botlane.trainNlp',
  'botlane.compareNlp',
];

const MARKS = { pass: '✓', warn: '⚠', block: '✗' } as const;

/**
 * The preview of a publish as a page: how current it is, the gates, then what would change. Every text that comes from a
 * file is escaped, and no script runs but the one that shows the status.
 */
export function planHtml(plan: PlanView, nonce: string): string {
  const title = planTitle(plan);
  const verdict = plan.possible
    ? vscode.l10n.t('Possible. It would become version {0}.', plan.nextVersion)
    : vscode.l10n.t('Not possible now. The gates below say why, and what to do.');
  const mark = plan.possible ? 'pass' : 'block';
  return `<!DOCTYPE html>
<html lang="${escape(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}';">
<title>${escape(title)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p><span class="${mark}" aria-hidden="true">${MARKS[mark]}</span> <strong>${escape(verdict)}</strong></p>
${STATUS_PART}
<h2>${escape(vscode.l10n.t('Gates'))}</h2>
<table>
<thead><tr><th scope="col">${escape(vscode.l10n.t('Gate'))}</th><th scope="col">${escape(vscode.l10n.t('Outcome'))}</th><th scope="col">${escape(vscode.l10n.t('Reason'))}</th></tr></thead>
<tbody>${plan.gates.map((gate) => gateRow(gate, plan.root)).join('')}</tbody>
</table>
${understandingPart(plan)}
<h2>${escape(vscode.l10n.t('What changes in LIVE'))}</h2>
${plan.difference.length === 0 ? `<p>${escape(vscode.l10n.t('Nothing.'))}</p>` : parts(plan)}
</main>
${statusScript(nonce)}
</body>
</html>`;
}

function gateRow(gate: GateView, root: string): string {
  const { id, title, outcome, reason, mend, override } = gate;
  const details = [
    ...gate.details,
    ...(override === undefined ? [] : [vscode.l10n.t('Overridden: {0}', override)]),
    ...(gate.overridable ? [vscode.l10n.t('It may be overridden with a reason.')] : []),
  ];
  const list =
    details.length > 0 ? `<ul>${details.map((detail) => `<li>${escape(detail)}</li>`).join('')}</ul>` : '';
  const link = mend === undefined ? '' : mendLink(mend, root);
  return `<tr data-gate="${escape(id)}"><th scope="row">${escape(title)}</th><td>${outcomeCell(outcome)}</td><td>${escape(reason)}${link}${list}</td></tr>`;
}

/** Empty for a command that the page may not run. */
function mendLink(command: string, botRoot: string): string {
  const title = PLAN_PAGE_COMMANDS.includes(command) ? mendTitle(command) : undefined;
  if (title === undefined) return '';
  return ` <a href="${commandLink(command, [{ botRoot }])}">${escape(title)}</a>`;
}

/** The mark has a colour and the word has that of the text: themes choose these colours for icons, too pale to read. */
function outcomeCell(outcome: GateView['outcome']): string {
  return `<span class="${outcome}" aria-hidden="true">${MARKS[outcome]}</span> ${escape(outcomeWord(outcome))}`;
}

function outcomeWord(outcome: GateView['outcome']): string {
  switch (outcome) {
    case 'pass':
      return vscode.l10n.t('passes');
    case 'warn':
      return vscode.l10n.t('warns');
    case 'block':
      return vscode.l10n.t('blocks');
  }
}

function parts(plan: PlanView): string {
  const sections: [ChangeView['part'], string][] = [
    ['nlp', vscode.l10n.t('NLP part')],
    ['flow', vscode.l10n.t('Flow part')],
    ['test', vscode.l10n.t('Conversation tests')],
  ];
  return sections
    .map(([part, heading]) => {
      const changes = plan.difference.filter((change) => change.part === part);
      if (changes.length === 0) return '';
      return `<h3>${escape(heading)}</h3><ul>${changes.map((change) => changeItem(change, plan)).join('')}</ul>`;
    })
    .join('');
}

function changeItem(change: ChangeView, plan: PlanView): string {
  const location = locate(change, vscode.l10n.t('LIVE and draft'), {
    before: (path) => liveFile(plan.bot, path),
    after: (path) => draftFile(plan.root, path),
  });
  const link = commandLink('botlane.openChange', [location, change.name]);
  const detail = change.detail ? ` <span class="detail">${escape(change.detail)}</span>` : '';
  return `<li><a href="${link}">${escape(change.title)}</a>${detail}${edits(change)}</li>`;
}

function edits({ edits: lines, more }: ChangeView): string {
  if (lines.length === 0) return '';
  const items = lines.map(({ text }) => `<li>${escape(text)}</li>`).join('');
  const rest = more > 0 ? `<li>${escape(vscode.l10n.t('and {0} more', more))}</li>` : '';
  return `<details><summary>${escape(vscode.l10n.t('Details'))}</summary><ul class="edits">${items}${rest}</ul></details>`;
}

const STYLE = `
body { font-family: var(--vscode-font-family); color: var(--vscode-foreground); padding: 0 1.5rem 2rem; line-height: 1.5; }
main { max-width: 60rem; }
h1 { font-size: 1.5rem; font-weight: 600; }
h2 { font-size: 1.15rem; margin-top: 1.8rem; }
h3 { font-size: 1rem; margin-bottom: 0.2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.8rem 0.35rem 0; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
th { font-weight: 600; white-space: nowrap; }
.understanding th { font-weight: normal; white-space: normal; overflow-wrap: anywhere; }
.understanding thead th { font-weight: 600; }
td:nth-child(2) { white-space: nowrap; }
ul { margin: 0.2rem 0; padding-left: 1.2rem; }
a { color: var(--vscode-textLink-foreground); }
.pass { color: var(--vscode-testing-iconPassed, var(--vscode-charts-green)); }
.warn { color: var(--vscode-editorWarning-foreground); }
.block { color: var(--vscode-errorForeground); }
summary { cursor: pointer; color: var(--vscode-descriptionForeground); }
.edits { list-style: none; font-family: var(--vscode-editor-font-family); font-size: 0.95em; }
.detail { color: var(--vscode-descriptionForeground); }
#status { min-height: 2rem; }
button { font: inherit; padding: 0.15rem 0.7rem; border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); cursor: pointer; }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;
