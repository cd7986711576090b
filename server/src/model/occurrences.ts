import { schemaOf } from '../schema/registry';
import type { SchemaView } from '../schema/schemaView';
import { spanInScalar } from '../syntax/scalarMap';
import type { MapEntry, MapNode, ScalarNode, SyntaxFile, SyntaxNode } from '../syntax/tree';
import { conditionVariables } from './condition';
import { lexedVariables } from './conditionTokens';
import type { Definition } from './definitions';
import { lowerLink } from './dialogLink';
import type { EmbeddedName } from './embedded';
import { EntryMemo } from './entryMemo';
import { messageVariables } from './message';
import { lexedPlaceholders } from './messageTokens';
import type { Occurrence, OccurrencePosition, SymbolKind } from './occurrence';
import { valueAt } from './read';

/**
 * Every place of a file where a name stands, in the order of the text. What names what follows from the annotations of
 * the schemas; names inside embedded languages from their parsers, and from their tokens where they do not parse.
 */
export function collectOccurrences(
  file: SyntaxFile,
  definitions: readonly Definition[],
): readonly Occurrence[] {
  const collector = new Collector(file);
  for (const document of file.documents) collector.document(document.root);
  collector.annotations(definitions);
  return collector.inOrder();
}

function byPlace(a: Occurrence, b: Occurrence): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** What stands in dialogs that an edit has left alone. */
const dialogOccurrences = new EntryMemo<readonly Occurrence[]>((occurrences, delta) =>
  occurrences.map((one) => ({
    ...one,
    span: { start: one.span.start + delta, end: one.span.end + delta },
  })),
);

/** Where in the bot a node stands. */
interface Scope {
  readonly flow: string;
  readonly dialog?: string;
}

class Collector {
  readonly #found: Occurrence[] = [];
  readonly #file: SyntaxFile;
  #isInOrder = true;

  constructor(file: SyntaxFile) {
    this.#file = file;
  }

  /** What was found, in the order of the text. */
  inOrder(): readonly Occurrence[] {
    return this.#isInOrder ? this.#found : this.#found.sort(byPlace);
  }

  document(root: SyntaxNode | null): void {
    if (root?.kind !== 'map') return;
    const flow = this.#file.kind === 'flow' ? valueAt(root, 'flow') : undefined;
    this.#visit(root, schemaOf(this.#file.kind), { flow: flow?.kind === 'scalar' ? flow.text : '' });
  }

  /** Annotations were read with the expressions. */
  annotations(definitions: readonly Definition[]): void {
    for (const definition of definitions) {
      if (definition.kind !== 'intent') continue;
      for (const { expressions } of definition.expressions.values()) {
        for (const { annotations } of expressions) {
          for (const { entity, variable } of annotations) {
            this.#add('entity', entity.value, 'reference', entity.span, 'annotation', {});
            if (variable) this.#add('variable', variable.value, 'reference', variable.span, 'annotation', {});
          }
        }
      }
    }
  }

  #visit(node: SyntaxNode | null, view: SchemaView | undefined, scope: Scope): void {
    if (!node || !view) return;
    if (node.kind === 'map') {
      this.#visitMap(node, view.select(node), scope);
    } else if (node.kind === 'list') {
      for (const item of node.items) this.#visit(item, view.items, scope);
    } else {
      this.#visitName(node, view, scope);
      this.#visitEmbedded(node, view, scope);
    }
  }

  #visitMap(map: MapNode, view: SchemaView, scope: Scope): void {
    for (const entry of map.entries) {
      const { key, value } = entry;
      const names = view.hasKey(key.text) ? undefined : view.keyNames;
      if (names?.defines === 'dialog') this.#addDialog(entry, names, view, scope);
      else {
        if (names) this.#visitName(key, names, scope);
        this.#visit(value, view.key(key.text), scope);
      }
    }
  }

  #addDialog(entry: MapEntry, names: SchemaView, view: SchemaView, scope: Scope): void {
    const { key, value } = entry;
    const found = dialogOccurrences.get(entry, scope.flow, () => {
      const collector = new Collector(this.#file);
      collector.#visitName(key, names, scope);
      collector.#visit(value, view.key(key.text), { ...scope, dialog: `${scope.flow}/${key.text}` });
      return collector.inOrder();
    });
    if (found[0]) this.#lookAt(found[0]);
    for (const one of found) this.#found.push(one);
  }

  #visitName(node: ScalarNode, view: SchemaView, scope: Scope): void {
    const { defines, refers } = view;
    if (node.text === '') return;
    if (defines) {
      const name = defines === 'dialog' ? `${scope.flow}/${node.text}` : node.text;
      this.#add(defines, name, 'definition', node.content, view.position ?? 'definition', scope);
    } else if (refers === 'dialog') {
      this.#addLink(node, view.position ?? 'next', scope);
    } else if (refers && isText(node, view)) {
      this.#add(refers, node.text, 'reference', node.content, view.position ?? 'definition', scope);
    }
  }

  /** A link names a dialog and, when it is written so, its flow. */
  #addLink(node: ScalarNode, position: OccurrencePosition, scope: Scope): void {
    const link = lowerLink(node, this.#file.text);
    if (!link) return;
    const { flow, dialog } = link;
    if (flow && flow.value !== '') this.#add('flow', flow.value, 'reference', flow.span, position, scope);
    if (dialog.value === '') return;
    const holder = flow?.value ?? scope.flow;
    // Outside flows a dialog without its flow is nobody's; it keeps its bare name, so that rules can say so.
    const name = holder === '' && !flow ? dialog.value : `${holder}/${dialog.value}`;
    this.#add('dialog', name, 'reference', dialog.span, position, scope);
  }

  #visitEmbedded(node: ScalarNode, view: SchemaView, scope: Scope): void {
    if (view.embedded === 'condition') {
      this.#addVariables(node, conditionVariables(node.text), lexedVariables, 'condition', scope);
    } else if (view.embedded === 'message' || (view.embedded === 'template' && isText(node, view))) {
      this.#addVariables(node, messageVariables(node.text), lexedPlaceholders, 'placeholder', scope);
    }
  }

  #addVariables(
    node: ScalarNode,
    parsed: readonly EmbeddedName[] | undefined,
    lex: (text: string) => readonly EmbeddedName[] | undefined,
    position: OccurrencePosition,
    scope: Scope,
  ): void {
    for (const { name, start, end } of parsed ?? lex(node.text) ?? []) {
      const span = spanInScalar(node, this.#file.text, start, end);
      this.#add('variable', name, 'reference', span, position, scope, !parsed);
    }
  }

  #add(
    symbol: SymbolKind,
    name: string,
    role: Occurrence['role'],
    span: Occurrence['span'],
    position: OccurrencePosition,
    { dialog }: { readonly dialog?: string },
    tentative = false,
  ): void {
    const one: Occurrence = {
      symbol,
      name,
      role,
      span,
      position,
      ...(dialog !== undefined && { dialog }),
      ...(tentative && { tentative }),
    };
    this.#lookAt(one);
    this.#found.push(one);
  }

  /** Nearly always everything is found in its order: sorting thousands after every key stroke can be spared. */
  #lookAt(next: Occurrence): void {
    const last = this.#found.at(-1);
    if (last && byPlace(last, next) > 0) this.#isInOrder = false;
  }
}

/** A number or a boolean is no name: the schema says so, and what it might name would only be a second finding. */
function isText(node: ScalarNode, view: SchemaView): boolean {
  return view.isText || typeof node.value === 'string';
}
