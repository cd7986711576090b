/** Generated from schemas/test.schema.json by scripts/generate.mjs. Change the schema, not this file. */

/**
 * A conversation as it should go: what the user says, and what is expected of the bot.
 */
export interface ConversationTest {
  /**
   * What the test protects, in a sentence.
   */
  test: string;
  /**
   * What people call it, in any words. It is shown in views and reports; nothing refers to it.
   */
  title?: string;
  /**
   * What it is for, in a sentence or two for colleagues. It changes nothing in what the bot does.
   */
  description?: string;
  /**
   * The language of the conversation. Without it the bot's default language.
   */
  language?: string;
  /**
   * What holds when the conversation starts.
   */
  given?: {
    /**
     * Date and time of the conversation, with its offset from UTC, so that 'tomorrow' always means the same day.
     */
    now?: string;
    variables?: VariableValues;
  };
  /**
   * The conversation, step by step: what the user says or presses, what the bot says, and how web services answer.
   *
   * @minItems 1
   */
  steps: [Step, ...Step[]];
}
/**
 * Values of variables by name.
 */
export interface VariableValues {
  /**
   * The value of the variable; null for unset.
   */
  [k: string]: string | number | boolean | null | undefined;
}
/**
 * One step: user, press, bot or http.
 */
export interface Step {
  /**
   * What the user says.
   */
  user?: string;
  /**
   * The label of the button that the user presses.
   */
  press?: string;
  /**
   * The next message that the bot must send, word for word.
   */
  bot?: string;
  /**
   * How a web service answers the next call. A call without its answer fails the test.
   */
  http?: {
    /**
     * The address that the bot calls.
     */
    url: string;
    /**
     * The HTTP status of the answer. The default is 200.
     */
    status?: number;
    /**
     * The body of the answer, as JSON.
     */
    answer:
      | {
          [k: string]: unknown | undefined;
        }
      | unknown[]
      | string
      | number
      | boolean
      | null;
  };
  /**
   * What must hold once the bot has answered.
   */
  expect?: {
    /**
     * The intent that was understood.
     */
    intent?: string;
    /**
     * The dialog in which the conversation stands, written as flow/dialog.
     */
    dialog?: string;
    variables?: VariableValues;
    /**
     * Entities that must have been found in the message, each with a value.
     */
    entities?: {
      /**
       * The value of the entity: for a list the value itself, not the synonym that was written.
       */
      [k: string]: string | number | boolean | undefined;
    };
    /**
     * Contexts that must be active once the bot has answered.
     *
     * @minItems 1
     *
     * Items: A context that must be active.
     */
    contexts?: [string, ...string[]];
  };
}
