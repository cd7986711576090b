import { relative } from 'node:path';
import type { Finding } from '../../rules/rule';
import { pathOf } from '../../text/uri';
import { printJson } from '../terminal';
import type { Reporter } from './reporter';

/** All findings, and those of each bot when there are several. */
export const json: Reporter = (terminal, { project, findings }) => {
  const all = findings.map((finding) => toJson(finding, terminal.cwd));
  printJson(terminal, {
    findings: all,
    ...(project.bots.length > 1 && {
      bots: project.bots.map(({ id }) => ({ bot: id, findings: all.filter(({ bot }) => bot === id) })),
    }),
  });
};

/** A finding as other programs read it; the file is relative to the current folder. */
function toJson({ code, severity, message, uri, range, bot }: Finding, cwd: string) {
  return { code, severity, message, file: relative(cwd, pathOf(uri)), range, bot };
}
