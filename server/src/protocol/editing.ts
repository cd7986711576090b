import type { Range } from '../text/range';
import type { Uri } from '../text/uri';
import type { Request } from './connection';

/** The expressions of an intent file that a selection meets. */
export interface ExpressionSelection {
  readonly uri: Uri;
  readonly range: Range;
}

/** An intent that they can move to, with the number of its expressions in their language. */
export interface MoveTarget {
  readonly intent: string;
  readonly expressions: number;
}

/** Likely targets first. Empty when no expression is selected. */
export const MoveTargetsRequest: Request<ExpressionSelection, readonly MoveTarget[]> = {
  method: 'botlane/moveTargets',
};

/** The server sends the edit by itself (`workspace/applyEdit`). */
export const MoveExpressionsRequest: Request<
  ExpressionSelection & { readonly intent: string },
  { readonly kind: 'moved' } | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/moveExpressions' };

/** What a bot has elsewhere that refers to what is deleted. */
export interface LeftBehind {
  /** The folder of the bot. */
  readonly bot: Uri;
  readonly names: readonly string[];
  readonly uses: number;
  /** The definition files that go. */
  readonly files: readonly Uri[];
  /** Intents that go and to which dialogs are linked. */
  readonly intents: readonly string[];
  /** Intents that stay, to which these dialogs could be linked. */
  readonly others: readonly string[];
}

/** What is defined in these files or folders only and used elsewhere: asked before they are deleted. One per bot. */
export const LeftBehindRequest: Request<{ readonly uris: readonly Uri[] }, readonly LeftBehind[]> = {
  method: 'botlane/leftBehind',
};

/**
 * Links the dialogs of intents to another one, or takes their triggers out where there is no other. The server sends the
 * edit by itself (`workspace/applyEdit`).
 */
export const RelinkRequest: Request<
  { readonly bot: Uri; readonly intents: readonly string[]; readonly to?: string },
  { readonly kind: 'relinked' } | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/relink' };

export interface NewDefinitionParams {
  readonly kind: 'bot' | 'intent' | 'flow';
  /** For a bot the folder in which its own will be; else the folder of the bot. */
  readonly place: Uri;
  readonly name: string;
  /** For a bot: the language that it begins with. */
  readonly language?: string;
}

export type NewDefinitionOutcome =
  | {
      readonly kind: 'made';
      readonly files: readonly { readonly uri: Uri; readonly text: string }[];
      /** The file to open, and the line (from zero) at whose end the work goes on. */
      readonly open: Uri;
      readonly line: number;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Codes of the languages in which a new bot can begin, the default first. */
export const NewBotLanguagesRequest: Request<Record<string, never>, readonly string[]> = {
  method: 'botlane/newBotLanguages',
};

/** What a new bot, intent or flow of this name would be; the client writes it. Also tells whether a name can be used. */
export const NewDefinitionRequest: Request<NewDefinitionParams, NewDefinitionOutcome> = {
  method: 'botlane/newDefinition',
};
