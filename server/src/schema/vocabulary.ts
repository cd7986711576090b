/** What a name in a bot can name: the values of `x-defines` and `x-refers`. */
export type SymbolKind =
  | 'bot'
  | 'intent'
  | 'entity'
  | 'flow'
  | 'dialog'
  | 'context'
  | 'variable'
  | 'language'
  | 'test';

/** Where a name stands: the values of `x-position`, and the positions inside embedded languages. */
export type OccurrencePosition =
  | 'definition'
  | 'default-dialog'
  | 'trigger'
  | 'requires'
  | 'output-context'
  | 'next'
  | 'button'
  | 'retry'
  | 'branch'
  | 'error-path'
  | 'ask-entity'
  | 'save'
  | 'set'
  | 'clear'
  | 'condition'
  | 'placeholder'
  | 'annotation'
  | 'language'
  | 'test';

/** Languages inside scalars: the values of `x-embedded`. Messages and templates are both ICU MessageFormat. */
export type EmbeddedLanguage = 'condition' | 'message' | 'expressions' | 'template';

/** What a completion can insert. `body` is an entry or an item in snippet syntax, indented by two spaces per level. */
export interface SchemaSnippet {
  readonly label: string;
  readonly body: string;
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** The part of JSON Schema 2020-12 that the schemas use, with our annotations. */
export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: JsonType | readonly JsonType[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly dependentSchemas?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly discriminator?: { readonly propertyName: string };
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly const?: string | number | boolean | null;
  readonly 'x-defines'?: SymbolKind;
  readonly 'x-refers'?: SymbolKind;
  readonly 'x-position'?: OccurrencePosition;
  readonly pattern?: string;
  readonly 'x-embedded'?: EmbeddedLanguage;
  readonly 'x-text'?: boolean;
  readonly 'x-pattern'?: string;
  readonly 'x-values'?: Readonly<Record<string, string>>;
  readonly 'x-exclusive'?: readonly string[];
  readonly 'x-snippets'?: readonly SchemaSnippet[];
  readonly 'x-confidential'?: boolean;
}
