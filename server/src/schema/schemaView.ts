import type { SyntaxNode } from '../syntax/tree';
import type {
  EmbeddedLanguage,
  JsonSchema,
  JsonType,
  OccurrencePosition,
  SchemaSnippet,
  SymbolKind,
} from './vocabulary';

/** Finds the schema that a `$ref` names; `from` is the schema file in which it stands. */
type SchemaResolver = (reference: string, from: string) => { schema: JsonSchema; file: string };

/** One value that a key can take. */
interface SchemaValue {
  readonly value: string | number | boolean | null;
  readonly description?: string;
}

/** One key that a map can hold. */
export interface SchemaKey {
  readonly name: string;
  readonly required: boolean;
  readonly view: SchemaView;
}

interface Layer {
  readonly schema: JsonSchema;
  readonly file: string;
}

/**
 * What the schemas say about one place of a document. References are followed, and what stands beside a reference
 * wins over its target. A place whose variant is not decided yet (an entity without its type) shows the keys of all.
 */
export class SchemaView {
  readonly #layers: readonly Layer[];
  readonly #resolve: SchemaResolver;
  readonly #children = new Map<string, SchemaView | undefined>();
  #variants: readonly SchemaView[] | undefined;
  #variantsByTag: ReadonlyMap<string, SchemaView> | undefined;
  #knownKeys: ReadonlyMap<string, SchemaView | undefined> | undefined;

  // What every node of every file is asked for is worked out once.
  /** True where the scalar counts as written, whatever YAML makes of it. */
  readonly isText: boolean;
  readonly defines: SymbolKind | undefined;
  readonly refers: SymbolKind | undefined;
  readonly position: OccurrencePosition | undefined;
  readonly embedded: EmbeddedLanguage | undefined;
  /** The key that decides between variants. */
  readonly discriminator: string | undefined;

  constructor(layers: readonly Layer[], resolve: SchemaResolver) {
    this.#layers = layers.flatMap((layer) => followed(layer, resolve));
    this.#resolve = resolve;
    this.isText = this.#first((schema) => schema['x-text']) ?? false;
    this.defines = this.#first((schema) => schema['x-defines']);
    this.refers = this.#first((schema) => schema['x-refers']);
    this.position = this.#first((schema) => schema['x-position']);
    this.embedded = this.#first((schema) => schema['x-embedded']);
    this.discriminator = this.#first((schema) => schema.discriminator?.propertyName);
  }

  get description(): string | undefined {
    return this.#first((schema) => schema.description);
  }

  get examples(): readonly unknown[] {
    return this.#first((schema) => schema.examples) ?? [];
  }

  get snippets(): readonly SchemaSnippet[] {
    return this.#first((schema) => schema['x-snippets']) ?? [];
  }

  /** The types that a value can have; empty when only `values` restrict it. */
  get types(): readonly JsonType[] {
    const type = this.#first((schema) => schema.type);
    return type === undefined ? [] : typeof type === 'string' ? [type] : type;
  }

  /** True where a secret may have been written by mistake: sentences must not repeat the value. */
  get isConfidential(): boolean {
    return this.#first((schema) => schema['x-confidential']) ?? false;
  }

  /** What a text must look like, in words. */
  get form(): string | undefined {
    return this.#first((schema) => schema['x-pattern']);
  }

  /** Whether a text looks as it must; true where the schema does not say how. */
  fits(text: string): boolean {
    const pattern = this.#first((schema) => schema.pattern);
    return pattern === undefined || new RegExp(pattern, 'u').test(text);
  }

  /** The values to choose from, when there is such a list (also true and false for a boolean). */
  get values(): readonly SchemaValue[] {
    const found = this.#layers.flatMap(({ schema }) => {
      const values = schema.const !== undefined ? [schema.const] : (schema.enum ?? []);
      return values.map((value) => ({ value, description: schema['x-values']?.[String(value)] }));
    });
    const all: readonly { value: SchemaValue['value']; description?: string | undefined }[] =
      found.length === 0 && this.types.includes('boolean') && this.types.length === 1
        ? [{ value: true }, { value: false }]
        : found;
    return all.map(({ value, description }) =>
      description === undefined ? { value } : { value, description },
    );
  }

  /** The keys of which each map must have its own; empty for a map with free keys. */
  get keys(): readonly SchemaKey[] {
    const names = new Set<string>();
    for (const { schema } of this.#layers)
      for (const name of Object.keys(schema.properties ?? {})) names.add(name);
    for (const variant of this.variants) for (const { name } of variant.keys) names.add(name);
    const required = new Set(this.required);
    return [...names].flatMap((name) => {
      const view = this.key(name);
      return view ? [{ name, required: required.has(name), view }] : [];
    });
  }

  /** Keys that must be there. */
  get required(): readonly string[] {
    return this.#layers.flatMap(({ schema }) => schema.required ?? []);
  }

  /** Keys of which at most one can be there. */
  get exclusive(): readonly string[] {
    const listed = this.#first((schema) => schema['x-exclusive']);
    if (listed) return listed;
    const choices = this.#first((schema) => (schema.discriminator ? undefined : schema.oneOf)) ?? [];
    return choices.flatMap((choice) => choice.required ?? []);
  }

  /** The keys of which `name` needs one beside it; empty when it can stand alone. */
  companions(name: string): readonly string[] {
    const needs = this.#first((schema) => schema.dependentSchemas?.[name]);
    return (needs?.anyOf ?? []).flatMap((choice) => choice.required ?? []);
  }

  /** The forms that a map can have, told apart by the value of `discriminator`. */
  get variants(): readonly SchemaView[] {
    this.#variants ??= this.#layers.flatMap(({ schema, file }) =>
      schema.discriminator
        ? (schema.oneOf ?? []).map((variant) => new SchemaView([{ schema: variant, file }], this.#resolve))
        : [],
    );
    return this.#variants;
  }

  /** This view narrowed to the variant that `node` chose; unchanged when it chose none. */
  select(node: SyntaxNode | null | undefined): SchemaView {
    const tag = this.discriminator;
    if (tag === undefined || node?.kind !== 'map') return this;
    const chosen = node.entries.find((entry) => entry.key.text === tag)?.value;
    if (chosen?.kind !== 'scalar') return this;
    this.#variantsByTag ??= byTag(this.variants, tag);
    return this.#variantsByTag.get(chosen.text) ?? this;
  }

  /** What stands behind `name`; undefined when the map cannot have this key. */
  key(name: string): SchemaView | undefined {
    // Names come from files: only those that a schema knows get a place in the table, or it would grow without end.
    const known = this.#known();
    return known.has(name)
      ? known.get(name)
      : this.#child('values', ({ additionalProperties }) =>
          typeof additionalProperties === 'object' ? additionalProperties : undefined,
        );
  }

  /** True for a key of the format, in any variant; false for the free keys of a map. */
  hasKey(name: string): boolean {
    return this.#known().has(name);
  }

  #known(): ReadonlyMap<string, SchemaView | undefined> {
    if (!this.#knownKeys) {
      const names = new Set(this.#layers.flatMap(({ schema }) => Object.keys(schema.properties ?? {})));
      for (const variant of this.variants) for (const name of variant.#known().keys()) names.add(name);
      const viewOf = (name: string): SchemaView | undefined =>
        this.#viewOf(({ properties }) =>
          properties && Object.hasOwn(properties, name) ? properties[name] : undefined,
        );
      this.#knownKeys = new Map([...names].map((name) => [name, viewOf(name)]));
    }
    return this.#knownKeys;
  }

  /** What the free keys of a map are. */
  get keyNames(): SchemaView | undefined {
    return this.#child('key names', (schema) => schema.propertyNames);
  }

  /** What the items of a list are. */
  get items(): SchemaView | undefined {
    return this.#child('items', (schema) => schema.items);
  }

  #first<T>(read: (schema: JsonSchema) => T | undefined): T | undefined {
    for (const { schema } of this.#layers) {
      const value = read(schema);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #child(name: string, read: (schema: JsonSchema) => JsonSchema | undefined): SchemaView | undefined {
    if (this.#children.has(name)) return this.#children.get(name);
    const view = this.#viewOf(read);
    this.#children.set(name, view);
    return view;
  }

  #viewOf(read: (schema: JsonSchema) => JsonSchema | undefined): SchemaView | undefined {
    const layers = this.#layersOf(read);
    return layers.length === 0 ? undefined : new SchemaView(layers, this.#resolve);
  }

  #layersOf(read: (schema: JsonSchema) => JsonSchema | undefined): Layer[] {
    const own = this.#layers.flatMap(({ schema, file }) => {
      const child = read(schema);
      return child ? [{ schema: child, file }] : [];
    });
    return [...own, ...this.variants.flatMap((variant) => variant.#layersOf(read))];
  }
}

/** Variants by the values of the key that decides; the first of two that share one. */
function byTag(variants: readonly SchemaView[], tag: string): ReadonlyMap<string, SchemaView> {
  const found = new Map<string, SchemaView>();
  for (const variant of variants) {
    for (const { value } of variant.key(tag)?.values ?? []) {
      if (typeof value === 'string' && !found.has(value)) found.set(value, variant);
    }
  }
  return found;
}

/** A schema and the targets of its references, nearest first. */
function followed(layer: Layer, resolve: SchemaResolver): Layer[] {
  const { $ref } = layer.schema;
  return $ref === undefined ? [layer] : [layer, ...followed(resolve($ref, layer.file), resolve)];
}
