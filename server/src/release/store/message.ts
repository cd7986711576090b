import type { ModelRecord, Overridden, VersionKind } from '../contract';
import { asOid } from '../git/names';
import type { Oid } from '../git/names';

/** What a commit of the live branch did. */
export type LiveAction = 'publish' | 'switch' | 'deploy';

const ACTIONS: ReadonlySet<string> = new Set<LiveAction>(['publish', 'switch', 'deploy']);

/** What the message of a commit on the live branch says, so that lists need no tree and plain git can filter. */
export interface LiveMessage {
  readonly bot: string;
  readonly version: number;
  readonly kind: VersionKind;
  readonly action: LiveAction;
  /** Of a deployment change: what changed. */
  readonly notes: string;
  readonly source: Oid | null;
  readonly base: number | null;
  readonly models: readonly Pick<ModelRecord, 'language' | 'input'>[];
  /** Of a publish: gates that would have blocked. */
  readonly overrides?: readonly Overridden[];
}

const KINDS: ReadonlySet<string> = new Set<VersionKind>(['full', 'nlp', 'flows', 'hotfix']);

/** Same values, same message, in every language of the editor: it is data. */
export function formatMessage(message: LiveMessage): string {
  const { version, kind, action, notes, source, base, models, overrides = [] } = message;
  const trailers = [
    `Bot-Version: ${version}`,
    `Bot-Release-Kind: ${kind}`,
    `Bot-Action: ${action}`,
    ...(source === null ? [] : [`Bot-Source: ${source}`]),
    ...(base === null ? [] : [`Bot-Base: ${base}`]),
    ...models.map(({ language, input }) => `Bot-Model: ${language} ${input}`),
    ...overrides.map(({ gate, reason }) => `Bot-Override: ${gate} ${reason.replaceAll(/\s+/g, ' ')}`),
  ];
  return `${[subjectOf(message), notes, trailers.join('\n')].filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

function subjectOf({ bot, version, kind, action }: LiveMessage): string {
  switch (action) {
    case 'publish':
      return `Publish ${bot} v${version} (${kind})`;
    case 'switch':
      return `Make ${bot} v${version} live`;
    case 'deploy':
      return `Change the deployment of ${bot} (v${version})`;
  }
}

/** Reads such a message; undefined when it is none. Only the last paragraph counts: notes may hold anything. */
export function parseMessage(text: string): Omit<LiveMessage, 'bot'> | undefined {
  const paragraphs = text.replace(/\n+$/, '').split('\n\n');
  const trailers = new Map<string, string>();
  const models: { language: string; input: string }[] = [];
  const overrides: Overridden[] = [];
  for (const line of (paragraphs.at(-1) ?? '').split('\n')) {
    const [, key = '', value = ''] = /^(Bot-[A-Za-z-]+): (.*)$/.exec(line) ?? [];
    if (key === 'Bot-Model') {
      const [language, input] = value.split(' ');
      if (language && input) models.push({ language, input });
    } else if (key === 'Bot-Override') {
      const [, gate, reason] = /^(\S+) (.+)$/.exec(value) ?? [];
      if (gate !== undefined && reason !== undefined) overrides.push({ gate, reason });
    } else if (key !== '') trailers.set(key, value);
  }
  const version = positive(trailers.get('Bot-Version'));
  const kind = trailers.get('Bot-Release-Kind') ?? '';
  const action = trailers.get('Bot-Action') ?? '';
  if (version === null || !isKind(kind) || !isAction(action)) return undefined;
  return {
    version,
    kind,
    action,
    notes: paragraphs.slice(1, -1).join('\n\n'),
    source: asOid(trailers.get('Bot-Source') ?? '') ?? null,
    base: positive(trailers.get('Bot-Base')),
    models,
    overrides,
  };
}

/** Notes as they are stored: no control characters, no blanks around, LF only. */
export function cleanNotes(notes: string): string {
  return notes
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

export function isKind(text: string): text is VersionKind {
  return KINDS.has(text);
}

function isAction(text: string): text is LiveAction {
  return ACTIONS.has(text);
}

function positive(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
