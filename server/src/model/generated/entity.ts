/** Generated from schemas/entity.schema.json by scripts/generate.mjs. Change the schema, not this file. */

/**
 * A kind of information in what users say, such as a station, a date or a ticket number.
 */
export type Entity = ListEntity | PatternEntity | SystemEntity | ContextualEntity;
/**
 * A name: a letter, then letters, digits, dots, hyphens and underscores. Names that differ only by case are the same name.
 */
export type EntityName = string;
/**
 * A value or synonym, taken as it is written.
 */
export type ValueText = string;
/**
 * What the platform recognises.
 */
export type SystemEntityKind =
  'datetime' | 'number' | 'email' | 'phone' | 'url' | 'money' | 'duration' | 'ordinal';

/**
 * An entity with a list of values, each with its synonyms.
 */
export interface ListEntity {
  entity: EntityName;
  /**
   * What people call it, in any words. It is shown in views and reports; nothing refers to it.
   */
  title?: string;
  /**
   * What it is for, in a sentence or two for colleagues. It changes nothing in what the bot does.
   */
  description?: string;
  /**
   * How the entity is found: by a list of values, by patterns, by the platform, or learned from expressions.
   */
  type: 'list';
  /**
   * The values of the entity. Each key is the value that the bot stores; behind it stand the other ways to say it.
   */
  values: {
    /**
     * Synonyms: other ways to say this value. An empty list when there are none.
     */
    [k: string]: ValueText[] | undefined;
  };
}
/**
 * An entity that is recognised by its form.
 */
export interface PatternEntity {
  entity: EntityName;
  /**
   * What people call it, in any words. It is shown in views and reports; nothing refers to it.
   */
  title?: string;
  /**
   * What it is for, in a sentence or two for colleagues. It changes nothing in what the bot does.
   */
  description?: string;
  /**
   * How the entity is found: by a list of values, by patterns, by the platform, or learned from expressions.
   */
  type: 'pattern';
  /**
   * Regular expressions, in single quotes. They are matched in linear time: look-around and back-references do not exist.
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: A regular expression that matches the whole value.
   */
  patterns: [string, ...string[]];
}
/**
 * An entity that the platform recognises by itself.
 */
export interface SystemEntity {
  entity: EntityName;
  /**
   * What people call it, in any words. It is shown in views and reports; nothing refers to it.
   */
  title?: string;
  /**
   * What it is for, in a sentence or two for colleagues. It changes nothing in what the bot does.
   */
  description?: string;
  /**
   * How the entity is found: by a list of values, by patterns, by the platform, or learned from expressions.
   */
  type: 'system';
  system: SystemEntityKind;
}
/**
 * An entity that is learned from annotated expressions.
 */
export interface ContextualEntity {
  entity: EntityName;
  /**
   * What people call it, in any words. It is shown in views and reports; nothing refers to it.
   */
  title?: string;
  /**
   * What it is for, in a sentence or two for colleagues. It changes nothing in what the bot does.
   */
  description?: string;
  /**
   * How the entity is found: by a list of values, by patterns, by the platform, or learned from expressions.
   */
  type: 'contextual';
}
