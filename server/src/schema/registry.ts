import botSchema from '../../../schemas/bot.schema.json';
import entitySchema from '../../../schemas/entity.schema.json';
import flowSchema from '../../../schemas/flow.schema.json';
import intentSchema from '../../../schemas/intent.schema.json';
import testSchema from '../../../schemas/test.schema.json';
import type { FileKind, SyntaxNode } from '../syntax/tree';
import { SchemaView } from './schemaView';
import type { JsonSchema } from './vocabulary';

/** The kinds of files, which are also the first keys of their documents. */
export const FILE_KINDS: readonly FileKind[] = ['bot', 'intent', 'entity', 'flow', 'test'];

const SCHEMAS: Readonly<Record<FileKind, JsonSchema>> = {
  bot: botSchema as JsonSchema,
  intent: intentSchema as JsonSchema,
  entity: entitySchema as JsonSchema,
  flow: flowSchema as JsonSchema,
  test: testSchema as JsonSchema,
};

const FILES = new Map(Object.values(SCHEMAS).map((schema) => [schema.$id ?? '', schema]));
const VIEWS = new Map<FileKind, SchemaView>();

/** What the schema says about a whole document of this kind. */
export function schemaOf(kind: FileKind): SchemaView {
  let view = VIEWS.get(kind);
  if (!view) {
    view = new SchemaView([{ schema: SCHEMAS[kind], file: `${kind}.schema.json` }], resolve);
    VIEWS.set(kind, view);
  }
  return view;
}

/**
 * What the schema says about the value at `path` (keys of maps, indexes of lists). With the document's root, variants
 * are chosen by what the document says. Undefined where nothing may stand.
 */
export function schemaAt(
  kind: FileKind,
  path: readonly (string | number)[],
  root: SyntaxNode | null = null,
): SchemaView | undefined {
  let node = root;
  let view: SchemaView | undefined = schemaOf(kind).select(node);
  for (const step of path) {
    view = typeof step === 'number' ? view.items : view.key(step);
    node = childAt(node, step);
    view = view?.select(node);
    if (!view) return undefined;
  }
  return view;
}

/** The child of a node: the value of a map's key, or an item of a list. */
function childAt(node: SyntaxNode | null, step: string | number): SyntaxNode | null {
  if (node?.kind === 'list' && typeof step === 'number') return node.items[step] ?? null;
  if (node?.kind === 'map') return node.entries.find(({ key }) => key.text === step)?.value ?? null;
  return null;
}

/** References are `#/$defs/name` or `file#/$defs/name`; the schemas' test holds them to it. */
function resolve(reference: string, from: string): { schema: JsonSchema; file: string } {
  const [path = '', pointer = ''] = reference.split('#');
  const file = path === '' ? from : path;
  const schema = FILES.get(file)?.$defs?.[pointer.slice('/$defs/'.length)];
  if (!schema) throw new Error(`The schemas refer to '${reference}', which does not exist.`);
  return { schema, file };
}
