import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Conditional {
  readonly when?: string;
}

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown } };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly (Conditional & { readonly command: string })[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon?: string }[]>>;
    readonly viewsWelcome: readonly (Conditional & { readonly view: string; readonly contents: string })[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          {
            readonly scope?: string;
            readonly description?: string;
            readonly markdownDescription?: string;
          }
        >
      >;
    };
  };
}

const root = path.resolve(__dirname, '..', '..');
const text = readFileSync(path.join(root, 'package.json'), 'utf8');
const { capabilities, contributes } = JSON.parse(text) as Manifest;
const strings = new Map(
  Object.entries(
    JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as Record<string, string>,
  ),
);
const { commands, menus, views, viewsWelcome, configuration } = contributes;
const names = new Set(commands.map(({ command }) => command));

/** Commands that are right at any time: they help when nothing else works. */
const ALWAYS = new Set(['botlane.refresh', 'botlane.showLog']);
/** Commands that run git or train, or lead to what does; nothing of the kind runs before the workspace is trusted. */
const NEED_TRUST = [
  'botlane.publish',
  'botlane.publishFull',
  'botlane.publishNlp',
  'botlane.publishFlows',
  'botlane.previewPublish',
  'botlane.switchToLive',
  'botlane.makeVersionLive',
  'botlane.compareVersions',
  'botlane.restoreVersion',
  'botlane.undoRestore',
  'botlane.exportVersion',
  'botlane.whatWasLive',
  'botlane.searchVersions',
  'botlane.trainNlp',
  'botlane.compareNlp',
  'botlane.evaluateNlp',
  'botlane.chatWithDraft',
  'botlane.chatWithLive',
  'botlane.chatWithBoth',
  'botlane.runConversationTests',
  'botlane.testUtterance',
  'botlane.initializeRepository',
  'botlane.doctor',
  'botlane.hotfixLive',
  'botlane.abandonHotfix',
  'botlane.takeIntoDraft',
  'botlane.setRemote',
  'botlane.fetchVersions',
  'botlane.deployActivate',
  'botlane.deployDeactivate',
  'botlane.deploySetVisibility',
  'botlane.deploySetAccess',
  'botlane.deploySchedule',
  'botlane.deployUnschedule',
  'botlane.startGateway',
  'botlane.connectGateway',
  'botlane.openInbox',
];

/** What a key such as `%view.bots.name%` stands for; anything else stands for itself. */
function shown(value: string): string {
  const key = /^%(.+)%$/.exec(value)?.[1];
  return key === undefined ? value : (strings.get(key) ?? assert.fail(`package.nls.json has no ${key}`));
}

// Protects what VS Code reads without running anything: a slip in it is silent.
describe('manifest', () => {
  it('uses every string of package.nls.json, and none that is not there', () => {
    const used = new Set([...text.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key));
    assert.deepEqual([...used].sort(), [...strings.keys()].sort());
  });

  it('has its strings in sentences, titles and labels that can be translated', () => {
    for (const { title, category } of commands) {
      assert.equal(category, '%category%');
      assert.match(title, /^%.+%$/);
      assert.match(
        shown(title),
        /^(Deploy: )?[A-Z]\w*( ([A-Z]\w*|an?|of|to|and|from|into|with))*…?$/,
        'title case',
      );
    }
    for (const { contents } of viewsWelcome)
      assert.match(shown(contents).split('\n')[0] ?? '', /^[A-Z].*\.$/);
  });

  for (const { command, enablement } of commands) {
    it(`says when ${command} makes sense`, () => {
      if (ALWAYS.has(command)) return assert.equal(enablement, undefined);
      const hidden = menus['commandPalette']?.some(
        (item) => item.command === command && item.when === 'false',
      );
      assert.ok(enablement !== undefined || hidden, 'neither an enablement nor hidden from the palette');
    });
  }

  it('promises every command once', () => {
    assert.equal(names.size, commands.length);
  });

  it('names only commands that exist in menus and welcome texts', () => {
    const inMenus = Object.values(menus)
      .flat()
      .map(({ command }) => command);
    const inTexts = [...strings.values()].flatMap((value) =>
      [...value.matchAll(/\(command:(botlane\.\w+)/g)].map(([, command = '']) => command),
    );
    assert.ok(inMenus.length > 0 && inTexts.length > 0);
    assert.deepEqual(
      [...inMenus, ...inTexts].filter((command) => !names.has(command)),
      [],
    );
  });

  it('asks in its conditions only what the client tells', () => {
    const told = new Set(
      sources(path.join(root, 'client', 'src')).flatMap((source) =>
        [...source.matchAll(/setContext\('(\w+)'/g)].map(([, key = '']) => key),
      ),
    );
    const conditions = [
      ...commands.map(({ enablement }) => enablement),
      ...Object.values(menus)
        .flat()
        .map(({ when }) => when),
      ...viewsWelcome.map(({ when }) => when),
    ].join(' ');
    const ids = new Set(Object.values(views).flatMap((list) => list.map(({ id }) => id)));
    const asked = new Set([...conditions.matchAll(/\bbotlane\.\w+/g)].map(([key]) => key));
    assert.ok(asked.size > 0);
    assert.deepEqual(
      [...asked].filter((key) => !ids.has(key) && !told.has(key.slice('botlane.'.length))),
      [],
    );
  });

  it('keeps everything that runs git or trains out of an untrusted workspace', () => {
    assert.equal(capabilities.untrustedWorkspaces.supported, 'limited');
    for (const name of NEED_TRUST) {
      const found = commands.find(({ command }) => command === name);
      assert.match(found?.enablement ?? '', /\bisWorkspaceTrusted\b/, name);
    }
  });

  it('lets no workspace choose a program, a file or an address', () => {
    const settings = Object.entries(configuration.properties);
    assert.ok(settings.length > 0);
    for (const [name, { scope, description, markdownDescription }] of settings) {
      const words = shown(markdownDescription ?? description ?? '');
      assert.match(words, /\.$/, `${name}: a complete sentence`);
      if (!/path|command|executable|program|url|address|host/i.test(`${name} ${words}`)) continue;
      assert.match(scope ?? '', /^machine(-overridable)?$/, `${name} is for the machine to say`);
    }
  });

  it('refers to files that are there', () => {
    const files = [...text.matchAll(/"(?:\.\/)?((?:client|syntaxes)\/[\w./-]+)"/g)];
    assert.ok(files.length > 0);
    for (const [, file = ''] of files) {
      assert.ok(readFileSync(path.join(root, file)).length > 0, file);
    }
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}
