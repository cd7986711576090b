import assert from 'node:assert/strict';
import type { Measured } from '../../server/src/rules/measured';
import type { LiveState } from '../../server/src/rules/rule';
import type { BotSnapshot } from '../../server/src/project/snapshot';
import { readMeasured } from '../support/measured';
import {
  BASE,
  liveFrom,
  readMarks,
  readSections,
  type Files,
  type Mark,
  type ReadingLimits,
} from '../support/workspace';

/**
 * One fixture, `test/rules/<group>/<name>/*.yaml`. Sections start with a line `=== heading`:
 *
 * - `=== path/to/file.yaml`: a file, with every finding that is expected, and no other, marked `⟦code text⟧`;
 * - `=== live/path/to/file.yaml`: the same file in LIVE;
 * - `=== base` (`=== live base`): the files of a bot without findings, where the fixture (LIVE) does not have its own;
 * - `=== live unknown`: LIVE was not fetched;
 * - `=== live public`: anybody can reach LIVE;
 * - `=== live changed by NAME`: LIVE drifted; a line for each change that the draft lacks;
 * - `=== crlf`: all lines end in CR LF;
 * - `=== measured`: what was measured, see `readMeasured`;
 * - `=== limit N`: at most N findings per file are listed;
 * - `=== max-bytes N`: larger files are not read;
 * - `=== unreadable path/to/file.yaml`: a file that is there and cannot be read;
 * - `=== messages`: the findings in order, each as `severity code message`;
 * - `=== related`: the related places in order, each as `path:line`;
 * - `=== fixes`: the titles of the fixes of all findings, in order, with `*` behind a safe one;
 * - `=== fix TITLE`: the fix of that title is applied, and the finding is gone after; the sections that follow,
 *   `=== after path` and `=== deleted path`, are everything that it changes.
 */
export interface Fixture {
  readonly files: Files;
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  readonly liveOf: (bot: BotSnapshot) => LiveState;
  readonly measured: Measured;
  readonly limit: number | undefined;
  readonly limits: ReadingLimits;
  readonly messages: readonly string[] | undefined;
  readonly related: readonly string[] | undefined;
  readonly fixTitles: readonly string[] | undefined;
  readonly fixes: readonly ExpectedFix[];
}

export interface ExpectedFix {
  readonly title: string;
  /** Text after the fix by path; undefined for a file that is deleted. */
  readonly after: Map<string, string | undefined>;
}

export function readFixture(source: string): Fixture {
  const sections = readSections(source);
  const has = (heading: string): boolean => sections.some((section) => section.heading === heading);
  const withBreaks = (text: string): string => (has('crlf') ? text.replaceAll('\n', '\r\n') : text);
  const linesOf = (heading: string): string[] | undefined =>
    sections
      .find((section) => section.heading === heading)
      ?.body.split('\n')
      .filter((line) => line.trim() !== '');

  const files = new Map<string, string>(has('base') ? BASE : []);
  const live = new Map<string, string>(has('live base') ? BASE : []);
  const marks = new Map<string, readonly Mark[]>();
  const fixes: ExpectedFix[] = [];
  let limit: number | undefined;
  let maxBytes: number | undefined;
  const unreadable: string[] = [];
  const drift = sections.find(({ heading }) => heading.startsWith(DRIFTED));
  for (const { heading, body } of sections) {
    const [first = '', ...others] = heading.split(' ');
    const rest = others.join(' ');
    if (SWITCHES.has(heading) || heading.startsWith(DRIFTED)) continue;
    else if (first === 'limit') limit = Number(rest);
    else if (first === 'max-bytes') maxBytes = Number(rest);
    else if (first === 'fix') fixes.push({ title: rest, after: new Map() });
    else if (first === 'after' || first === 'deleted') {
      const fix = fixes[fixes.length - 1];
      assert.ok(fix, `'${heading}' stands behind its fix`);
      fix.after.set(rest, first === 'after' ? withBreaks(body) : undefined);
    } else if (first.startsWith('live/')) live.set(first.slice(5), withBreaks(body));
    else if (first === 'unreadable') {
      unreadable.push(rest);
      files.set(rest, '');
      marks.set(rest, readMarks(body.trim()).marks);
    } else {
      assert.match(first, /\.yaml$/, `'${heading}' is a heading of fixtures`);
      const read = readMarks(withBreaks(body));
      files.set(first, read.text);
      marks.set(first, read.marks);
    }
  }
  return {
    files,
    marks,
    liveOf: has('live unknown')
      ? () => ({ kind: 'unknown', reason: 'The live branch was not fetched.' })
      : has('live public')
        ? withLive(liveFrom(live), { visibility: 'public' })
        : drift
          ? withLive(liveFrom(live), {
              drift: {
                by: drift.heading.slice(DRIFTED.length),
                changes: drift.body.split('\n').filter((line) => line !== ''),
              },
            })
          : liveFrom(live),
    measured: readMeasured(linesOf('measured') ?? []),
    limit,
    limits: maxBytes === undefined ? { unreadable } : { maxBytes, unreadable },
    messages: linesOf('messages'),
    related: linesOf('related'),
    fixTitles: linesOf('fixes'),
    fixes,
  };
}

const DRIFTED = 'live changed by ';

/** LIVE with more known of it. */
export function withLive(
  liveOf: Fixture['liveOf'],
  more: Partial<Extract<LiveState, { kind: 'known' }>>,
): Fixture['liveOf'] {
  return (bot) => {
    const live = liveOf(bot);
    return live.kind === 'known' ? { ...live, ...more } : live;
  };
}

const SWITCHES = new Set([
  'base',
  'live base',
  'live unknown',
  'live public',
  'crlf',
  'measured',
  'messages',
  'related',
  'fixes',
]);
