import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules, workspaceRules } from '../../server/src/rules/registry.generated';
import type { Finding } from '../../server/src/rules/rule';
import {
  checkedWorkspace,
  checkWorkspace,
  fixesOf,
  ownGateFindingsInSteps,
} from '../../server/src/rules/run';
import { atOnce } from '../../server/src/text/inPieces';
import { changedFiles, pathIn, projectOf, ROOT, type Files } from '../support/workspace';
import { readFixture, type Fixture } from './fixture';

/** Fixtures are text, and stay in the source tree. */
const FOLDER = join(__dirname, '../../../test/rules');

const crashes: string[] = [];
const onCrash = (code: string, error: unknown): void => void crashes.push(`${code}: ${String(error)}`);

function check(
  fixture: Fixture,
  files: Files,
): { readonly findings: Finding[]; readonly contextOf: ContextOf } {
  const project = projectOf(files, ROOT, fixture.limits);
  const { limit, measured } = fixture;
  const options = { onCrash, measuredOf: () => measured, ...(limit !== undefined && { limit }) };
  const contextOf: ContextOf = (finding) => {
    const bot = project.botOf(finding.uri);
    return bot && { bot, live: fixture.liveOf(bot), project };
  };
  return { findings: checkWorkspace(project, fixture.liveOf, options), contextOf };
}

type ContextOf = (finding: Finding) => Parameters<typeof fixesOf>[1] | undefined;

/** `path:line:column code "text"`: says where, for people, and compares as text. */
function place(path: string, text: string, start: number, end: number, code: string): string {
  const before = text.slice(0, start).split('\n');
  return `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${code} "${text.slice(start, end)}"`;
}

function expectedPlaces({ files, marks }: Fixture): string[] {
  return [...marks].flatMap(([path, own]) =>
    own.map(({ label, span }) => place(path, files.get(path) ?? '', span.start, span.end, label)),
  );
}

function fixtureFiles(): { readonly code: string; readonly name: string; readonly source: string }[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[^/]+\/[^/]+\/[^/]+\.yaml$/.test(path))
    .sort()
    .map((path) => {
      const [group, rule, name = ''] = path.split('/');
      return { code: `${group}/${rule}`, name, source: readFileSync(join(FOLDER, path), 'utf8') };
    });
}

const fixtures = fixtureFiles();

describe('rule fixtures', () => {
  afterEach(() => assert.deepEqual(crashes.splice(0), [], 'no rule crashed'));

  for (const { code, name, source } of fixtures) {
    describe(`${code}/${name}`, () => {
      const fixture = readFixture(source);

      it('has exactly the findings that are marked', () => {
        const { findings } = check(fixture, fixture.files);
        const found = findings.map(({ uri, span, code: own }) => {
          const path = pathIn(uri);
          return place(path, fixture.files.get(path) ?? '', span.start, span.end, own);
        });
        assert.deepEqual(found.sort(), expectedPlaces(fixture).sort());
      });

      it('says the same for the same', () => {
        assert.deepEqual(check(fixture, fixture.files).findings, check(fixture, fixture.files).findings);
      });

      it('tells gates what they find themselves', () => {
        const project = projectOf(fixture.files, ROOT, fixture.limits);
        const checked = checkedWorkspace(project, fixture.liveOf, { measuredOf: () => fixture.measured });
        for (const bot of project.bots) {
          const told = checked.gateFindings(bot);
          if (told) assert.deepEqual(told, atOnce(ownGateFindingsInSteps(bot, fixture.liveOf(bot))));
        }
      });

      const { messages, related, fixTitles } = fixture;
      if (messages) {
        it('says what is wrong and what to do', () => {
          const said = check(fixture, fixture.files).findings.map(
            (finding) => `${finding.severity} ${finding.code} ${finding.message}`,
          );
          assert.deepEqual(said, messages);
        });
      }

      if (related) {
        it('leads to the related places', () => {
          const places = check(fixture, fixture.files).findings.flatMap((finding) =>
            finding.related.map(({ uri, range }) => `${pathIn(uri)}:${range.start.line + 1}`),
          );
          assert.deepEqual(places, related);
        });
      }

      if (fixTitles) {
        it('offers its fixes', () => {
          const { findings, contextOf } = check(fixture, fixture.files);
          const titles = findings.flatMap((finding) => {
            const context = contextOf(finding);
            const fixes = context ? fixesOf(finding, context, { onCrash }) : [];
            return fixes.map(({ title, kind }) => (kind === 'safe' ? `${title} *` : title));
          });
          assert.deepEqual(titles, fixTitles);
        });
      }

      for (const { title, after } of fixture.fixes) {
        it(`mends it: ${title}`, () => {
          const { findings, contextOf } = check(fixture, fixture.files);
          const offers = findings.flatMap((finding) => {
            const context = contextOf(finding);
            const fixes = context ? fixesOf(finding, context, { onCrash }) : [];
            return fixes.filter((fix) => fix.title === title).map((fix) => ({ finding, fix }));
          });
          const offered = offers[0];
          assert.ok(offered, 'the fix is offered');
          const mended = changedFiles(fixture.files, offered.fix.changes);
          const paths = [...new Set([...fixture.files.keys(), ...mended.keys()])];
          const changed = paths.filter((path) => mended.get(path) !== fixture.files.get(path));
          assert.deepEqual(
            new Map(changed.sort().map((path) => [path, mended.get(path)])),
            new Map([...after].sort(([a], [b]) => (a < b ? -1 : 1))),
          );
          // What tests come through is not known of a bot that was changed since.
          const { coverage: _, ...measured } = fixture.measured;
          const left = check({ ...fixture, measured }, mended).findings;
          const same = (finding: Finding): boolean =>
            finding.code === offered.finding.code && finding.uri === offered.finding.uri;
          const gone = fixture.measured.coverage ? findings.filter(same).length : 1;
          assert.equal(left.filter(same).length, findings.filter(same).length - gone, 'the finding is gone');
          const broken = left.filter((finding) => finding.code.startsWith('syntax/')).length;
          assert.ok(broken <= findings.filter((finding) => finding.code.startsWith('syntax/')).length);
        });
      }
    });
  }

  const codes = [...rules, ...workspaceRules].map(({ meta }) => meta.code);

  it('stand in folders that are named after rules', () => {
    assert.deepEqual(
      fixtures.map(({ code }) => code).filter((code) => !codes.includes(code)),
      [],
    );
  });

  for (const code of codes) {
    it(`has for ${code} what it reports and what it leaves alone`, () => {
      const own = fixtures
        .filter((fixture) => fixture.code === code)
        .map(({ source }) => readFixture(source));
      const reports = (fixture: Fixture): boolean =>
        [...fixture.marks.values()].some((marks) => marks.some(({ label }) => label === code));
      assert.ok(own.some(reports), `a fixture in which ${code} reports something`);
      assert.ok(
        own.some((fixture) => !reports(fixture)),
        `a fixture that ${code} leaves alone`,
      );
    });
  }
});
