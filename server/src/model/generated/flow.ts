/** Generated from schemas/flow.schema.json by scripts/generate.mjs. Change the schema, not this file. */

/**
 * One step of the conversation: what the bot says and does, and then exactly one way on: ask, goto, next or end.
 */
export type Dialog = {
  /**
   * What brings the conversation here: an intent, in the contexts that are required.
   */
  trigger?: {
    /**
     * The intent that this dialog is linked to.
     */
    intent: string;
    /**
     * Contexts that must all be active for the intent to lead here.
     *
     * @minItems 1
     *
     * Items: A context that must be active.
     */
    requires?: [string, ...string[]];
  };
  /**
   * Messages that the bot sends, in this order. Buttons wait: a press goes where the button says, anything typed is understood like any message.
   *
   * @minItems 1
   */
  say?: [Message, ...Message[]];
  /**
   * Actions that the bot runs after its messages, in this order.
   *
   * @minItems 1
   */
  do?: [Action, ...Action[]];
  ask?: Ask;
  /**
   * Goes to the first branch whose condition holds. The last branch has no condition.
   */
  goto?: Branch[] | null;
  next?: Link;
  /**
   * Ends the flow here: the bot waits for the next message of the user.
   */
  end?: true;
  /**
   * Output contexts: each is active for this many of the user's next messages, and lets dialogs that require it answer.
   */
  contexts?: {
    /**
     * Lifespan: for how many messages of the user the context stays active.
     */
    [k: string]: number | undefined;
  };
} | null;
/**
 * A dialog: its name for a dialog of this flow, flow/dialog for one of another flow.
 */
export type Link = string;
/**
 * The HTTP method.
 */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/**
 * Any value; {variable} in a text stands for the variable's value.
 */
export type Template =
  | {
      [k: string]: Template | undefined;
    }
  | Template[]
  | string
  | number
  | boolean
  | null;
/**
 * A variable of the bot.
 */
export type VariableRef = string;

/**
 * A part of the conversation: dialogs that are linked to intents and to each other.
 */
export interface Flow {
  /**
   * A name: a letter, then letters, digits, dots, hyphens and underscores. Names that differ only by case are the same name.
   */
  flow: string;
  /**
   * What people call it, in any words. It is shown in views and reports; nothing refers to it.
   */
  title?: string;
  /**
   * What it is for, in a sentence or two for colleagues. It changes nothing in what the bot does.
   */
  description?: string;
  /**
   * The dialogs of the flow by name.
   */
  dialogs?: {
    [k: string]: Dialog | undefined;
  } | null;
}
/**
 * One message, with buttons when the user should choose.
 */
export interface Message {
  text: LocalizedText;
  /**
   * At most three buttons under the message. A press goes where the button says.
   *
   * @minItems 1
   * @maxItems 3
   */
  buttons?: [Button] | [Button, Button] | [Button, Button, Button];
}
/**
 * A text per language, in ICU MessageFormat: {variable} stands for the variable's value.
 */
export interface LocalizedText {
  /**
   * The text in this language. {variable} stands for the variable's value.
   */
  [k: string]: string | undefined;
}
/**
 * A button: its label, and either the dialog or the web address that it leads to.
 */
export interface Button {
  label: LocalizedText;
  next?: Link;
  /**
   * The web address that a press opens.
   */
  url?: string;
}
/**
 * One action: http, set, clear, language or handover.
 */
export interface Action {
  http?: HttpAction;
  /**
   * Gives variables a value: each key is a variable, each value an expression in CEL.
   */
  set?: {
    /**
     * The new value, as an expression in CEL over the variables. Text stands in quotes of its own: "'first'".
     */
    [k: string]: string | undefined;
  };
  /**
   * Forgets the values of these variables.
   *
   * @minItems 1
   */
  clear?: [VariableRef, ...VariableRef[]];
  /**
   * Goes on in this language of the bot.
   */
  language?: string;
  /**
   * Hands the conversation over to a person, with this note for them.
   */
  handover?: string;
}
/**
 * Calls a web service and keeps parts of its answer.
 */
export interface HttpAction {
  method: HttpMethod;
  /**
   * The address of the service. {variable} stands for the variable's value.
   */
  url: string;
  /**
   * The name of a secret, sent as bearer token. Its value lives in the environment or the editor's secret storage, never in a file.
   */
  secret?: string;
  /**
   * Headers of the request. {variable} stands for the variable's value; a credential belongs in 'secret'.
   */
  headers?: {
    /**
     * The value of the header.
     */
    [k: string]: string | undefined;
  };
  body?: Template;
  /**
   * What to keep of the answer: each key is a variable, each value a JSON pointer into the answer.
   */
  save?: {
    /**
     * A JSON pointer into the answer, such as /ref or /items/0/id.
     */
    [k: string]: string | undefined;
  };
  onError?: Link;
}
/**
 * Asks a question and waits for the answer.
 */
export interface Ask {
  text: LocalizedText;
  /**
   * The entity that the answer must hold. Without it any answer will do.
   */
  entity?: string;
  save?: VariableRef;
  retry?: Retry;
  next: Link;
}
/**
 * What happens when the answer does not hold the entity.
 */
export interface Retry {
  text: LocalizedText;
  /**
   * How often the bot asks again before it gives up and goes to 'next'. Without it the bot keeps asking.
   */
  max?: number;
  next?: Link;
}
/**
 * A way on, with the condition under which it is taken.
 */
export interface Branch {
  /**
   * The condition, in CEL (Common Expression Language) over the variables. The last branch has none.
   */
  when?: string;
  next: Link;
}
