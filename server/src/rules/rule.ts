import type { Range, Span } from '../text/range';
import type { TextEdit } from '../text/edit';
import type { Uri } from '../text/uri';
import type { BotSnapshot, ProjectFile, ProjectSnapshot } from '../project/snapshot';
import type { FileKind } from '../syntax/tree';
import type { CheckContext, PartContext } from './engine/lookups';
import type { FilePart } from './part';

export type Severity = 'error' | 'warning' | 'information';

/** What the rules compare with. They know nothing of git: LIVE is handed in. */
export type LiveState =
  | { readonly kind: 'none' }
  /** Not fetched, or unreadable: never taken for "none". */
  | { readonly kind: 'unknown'; readonly reason: string }
  | {
      readonly kind: 'known';
      readonly version: number;
      readonly bot: BotSnapshot;
      /** Who can reach it; absent where that is not known. */
      readonly visibility?: 'public' | 'internal';
      /** Set when the draft does not descend from it: who made it live, and a phrase for each change that the draft lacks. */
      readonly drift?: { readonly by: string; readonly changes: readonly string[] };
    };

export interface RuleMeta {
  /** Stable: `group/name`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what it reports. */
  readonly summary: string;
  /** Markdown for the documentation page: why it matters and what to do. */
  readonly description: string;
  /** A wrong and a right example (definition files in block style). */
  readonly wrong: string;
  readonly right: string;
  /** Where it comes from, as in the catalogue: Rasa's validator, Dialogflow CX, … or own. */
  readonly source: string;
  /** Compares with LIVE; silent when there is none. */
  readonly live?: true;
  /** Judges what was measured; silent before it is. */
  readonly measured?: true;
  /** Off unless `rules:` in bot.yaml gives it a severity. */
  readonly isOptional?: true;
  /** A reference error counts in the release gates whatever `rules:` or a comment says. */
  readonly reference?: true;
}

export interface RelatedPlace {
  readonly uri: Uri;
  readonly range: Range;
  readonly message: string;
}

/** What a rule says about the file that it checks. `span` is the narrowest place: the name, not the block. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  /** Places in other files are taken from what `open` answers. */
  readonly related?: readonly { readonly file: ProjectFile; readonly span: Span; readonly message: string }[];
  /** Names the fixes need: plain strings, so that a finding can travel through the protocol. */
  readonly data?: Readonly<Record<string, string>>;
}

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly uri: Uri;
  readonly range: Range;
  readonly span: Span;
  /** Name of the bot; empty for a file that belongs to none. */
  readonly bot: string;
  readonly related: readonly RelatedPlace[];
  readonly data: Readonly<Record<string, string>>;
}

/** A change to one file. `create` and `delete` are whole files. */
export type FileChange =
  | { readonly kind: 'edit'; readonly uri: Uri; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'create'; readonly uri: Uri; readonly text: string }
  | { readonly kind: 'delete'; readonly uri: Uri };

export interface Fix {
  readonly title: string;
  /** Safe fixes cannot change what the bot does beyond the mistake; choices need a person. */
  readonly kind: 'safe' | 'choice';
  readonly preferred?: boolean;
  readonly changes: readonly FileChange[];
}

/** What fixes look at: the bot as it is now. */
export interface RuleContext {
  readonly bot: BotSnapshot;
  readonly live: LiveState;
  /** The whole workspace, for what concerns several bots. */
  readonly project: ProjectSnapshot;
}

interface RuleBase {
  readonly meta: RuleMeta;
  /** The kinds of files that it is about. */
  readonly files: readonly FileKind[] | 'all';
  fixes?(finding: Finding, context: RuleContext): readonly Fix[];
}

/** A rule that needs to see a whole file. */
export interface FileRule extends RuleBase {
  /**
   * Every finding of this rule about one file. Whatever else it needs to know it asks the context, so that it is asked
   * again when an answer changes. May throw: the runner logs it with the code and silences this rule for the file only.
   */
  checkFile(file: ProjectFile, context: CheckContext): Iterable<Report>;
}

/** A rule that looks at the dialogs of a flow one by one: what it said about one is kept while edits around it move it. */
export interface PartRule extends RuleBase {
  /**
   * Every finding of this rule about one part of a file. It depends on nothing of the file but this part, and on what the
   * context answers; messages name no line. May throw, as above.
   */
  checkPart(part: FilePart, context: PartContext): Iterable<Report>;
}

export type Rule = FileRule | PartRule;
