/** Generated from schemas/intent.schema.json by scripts/generate.mjs. Change the schema, not this file. */

/**
 * Something that users want, with expressions of it in every language of the bot.
 */
export interface Intent {
  /**
   * A name: a letter, then letters, digits, dots, hyphens and underscores. Names that differ only by case are the same name.
   */
  intent: string;
  /**
   * What people call it, in any words. It is shown in views and reports; nothing refers to it.
   */
  title?: string;
  /**
   * What it is for, in a sentence or two for colleagues. It changes nothing in what the bot does.
   */
  description?: string;
  /**
   * What users say when they want this: a literal block per language, one expression per line. Mark entities as [text](entity) or [text](entity:variable).
   */
  expressions: {
    /**
     * Expressions in this language, one per line. Blank lines are ignored; nothing needs quoting.
     */
    [k: string]: string | undefined;
  };
}
