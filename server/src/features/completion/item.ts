import type { SymbolKind } from '../../model/occurrence';
import type { Span } from '../../text/range';
import type { Markdown } from '../markdown';

/** A name of the bot; a dialog's is `flow/dialog`. */
export interface Named {
  readonly symbol: SymbolKind;
  readonly name: string;
}

/** One proposal. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'snippet' | 'function' | 'operator' | SymbolKind;
  /** One line, beside the label. */
  readonly detail?: string;
  /** What it names, when there is a detail to tell that is worked out only for what somebody looks at. */
  readonly about?: Named;
  readonly documentation?: Markdown;
  readonly newText: string;
  /** `newText` has tab stops. Its further lines carry their whole indentation. */
  readonly snippet: boolean;
  readonly replace: Span;
  /** What is compared with the text that stands in `replace`; the label when absent. */
  readonly filter?: string;
  /** Proposals are shown in this order. */
  readonly sort: string;
  /** What follows can be completed in turn. */
  readonly more?: boolean;
}

export interface Completions {
  readonly items: readonly CompletionItem[];
  /** There are more than are worth sending; typing on brings others. */
  readonly incomplete: boolean;
}

/** A text that is to stand as it is inside a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A snippet as it reads at first: tab stops become their text, and choices the first of theirs. */
export function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$},|])/g, '$1');
}
