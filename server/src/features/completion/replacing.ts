import type { CompletionItem } from './item';
import type { Candidate } from './names';
import type { CompletionScope } from './scope';

/** A proposal inside a scalar, before it has its place. */
export type Proposal = Omit<CompletionItem, 'replace' | 'sort' | 'snippet'> & { readonly snippet?: boolean };

/** A name as a proposal. */
export function nameProposal({ name, kind, about }: Candidate): Proposal {
  return { label: name, kind, ...(about && { about }), newText: name };
}

/** Proposals that replace the word around the cursor, whatever else the scalar holds, in this order. */
export function replacingWord(
  { file, offset, cursor }: CompletionScope,
  proposals: readonly Proposal[],
  letter: RegExp,
): readonly CompletionItem[] {
  const { text } = file.syntax;
  let start = offset;
  while (start > 0 && letter.test(text[start - 1] ?? '')) start--;
  let end = offset;
  while (end < text.length && letter.test(text[end] ?? '')) end++;
  // Directly behind the colon of a key the blank is part of what is inserted.
  const lead = cursor.inside === 'plain' && cursor.prefix === '' && text[start - 1] === ':' ? ' ' : '';
  return proposals.map((proposal, index) => ({
    snippet: false,
    ...proposal,
    newText: lead + proposal.newText,
    replace: { start, end },
    sort: `0${String(index).padStart(5, '0')}`,
  }));
}
