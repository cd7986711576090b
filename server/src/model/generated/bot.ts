/** Generated from schemas/bot.schema.json by scripts/generate.mjs. Change the schema, not this file. */

/**
 * What people call it, in any words. It is shown in views and reports; nothing refers to it.
 */
export type Title = string;
/**
 * What it is for, in a sentence or two for colleagues. It changes nothing in what the bot does.
 */
export type Description = string;
/**
 * A language as a BCP 47 tag, such as en, nl or pt-BR.
 */
export type Language = string;
/**
 * A dialog, written as flow/dialog.
 */
export type DefaultDialog = string;
/**
 * A session variable: its type, and the value that it has when a conversation starts.
 */
export type Variable = StringVariable | NumberVariable | BooleanVariable | EnumVariable;
/**
 * Whether the value must be kept out of logs and statistics, as a password or a card number must.
 */
export type Sensitive = boolean;
/**
 * Text that people say or read, taken as it is written.
 */
export type Text = string;
/**
 * An identifier that the channel's provider gave, taken as it is written.
 */
export type Identifier = string;
/**
 * How severe a finding is.
 */
export type RuleSeverity = 'error' | 'warning' | 'information' | 'off';
/**
 * What failing conversation tests do to a release. The default is block.
 */
export type TestPolicy = 'block' | 'warn' | 'off';
/**
 * What it does to a release when the NLP has become worse by more than is allowed. The default is warn.
 */
export type NlpQualityPolicy = 'block' | 'warn' | 'off';
/**
 * By what it is measured. The default is tests.
 */
export type NlpQualityMeasure = 'tests' | 'cross-validation';
/**
 * A gate that may be overridden.
 */
export type OverridableGate = 'tests' | 'nlp-quality';

/**
 * One chatbot: its languages, variables, default dialogs, channels and policies. The folder that holds this file is the bot.
 */
export interface Bot {
  /**
   * The id of the bot: lower-case letters, digits and hyphens. Version branches and tags are named after it, so choose it once.
   */
  bot: string;
  title?: Title;
  description?: Description;
  /**
   * The languages that the bot speaks, as BCP 47 tags. The first one is the default.
   *
   * @minItems 1
   * @maxItems 50
   */
  languages: [Language, ...Language[]];
  /**
   * Settings of language understanding. They belong to the NLP part of a release, together with intents and entities.
   */
  nlp?: {
    /**
     * Scores at or below a threshold count as not understood.
     */
    threshold?: {
      /**
       * Threshold for intents, from 0 to 1. Most bots do well between 0.6 and 0.8; the default is 0.8.
       */
      intent?: number;
      /**
       * Threshold for entities, from 0 to 1. The default is 0.8.
       */
      entity?: number;
    };
    /**
     * Longest message, in characters, that is understood; longer ones count as not understood. The default is 1000.
     */
    maxMessageLength?: number;
  };
  /**
   * The default dialogs: where the bot goes when nothing else says so. Each is written as flow/dialog.
   */
  dialogs?: {
    welcome?: DefaultDialog;
    notUnderstood?: DefaultDialog;
    error?: DefaultDialog;
    disabled?: DefaultDialog;
  };
  /**
   * The session variables (slots) of the bot, each declared with its type. Conditions, placeholders and actions use them by name.
   */
  variables?: {
    [k: string]: Variable | undefined;
  };
  /**
   * Where the draft and the live bot can be reached. The two never share a page, an app or a number.
   */
  channels?: {
    draft?: ChannelSettings;
    live?: ChannelSettings;
  };
  /**
   * How severe the findings of a rule are in this bot, by the rule's code. Editor, command line and release gates all follow it.
   */
  rules?: {
    [k: string]: RuleSeverity | undefined;
  };
  /**
   * What the release gates ask for beyond what they always check.
   */
  release?: {
    tests?: TestPolicy;
    /**
     * What happens to a release whose NLP understands less than that of LIVE.
     */
    nlpQuality?: {
      policy?: NlpQualityPolicy;
      /**
       * By how many points, of 100, the share of what is understood as it should be may fall against LIVE. The default is 2.
       */
      maxDrop?: number;
      measuredBy?: NlpQualityMeasure;
    };
    /**
     * Gates that may be overridden when they block a release. Whoever does it has to say why, and the reason is recorded in the version. Without an entry here a blocking gate blocks.
     */
    overrides?: OverridableGate[];
  };
}
/**
 * A variable that holds text.
 */
export interface StringVariable {
  /**
   * What the variable holds: a text, a number, true or false, or one of a few values.
   */
  type: 'string';
  /**
   * The text that the variable holds when a conversation starts. Without it the variable is unset.
   */
  initial?: string;
  sensitive?: Sensitive;
}
/**
 * A variable that holds a number.
 */
export interface NumberVariable {
  /**
   * What the variable holds: a text, a number, true or false, or one of a few values.
   */
  type: 'number';
  /**
   * The number that the variable holds when a conversation starts. Without it the variable is unset.
   */
  initial?: number;
  sensitive?: Sensitive;
}
/**
 * A variable that is true or false.
 */
export interface BooleanVariable {
  /**
   * What the variable holds: a text, a number, true or false, or one of a few values.
   */
  type: 'boolean';
  /**
   * What the variable is when a conversation starts. Without it the variable is unset.
   */
  initial?: boolean;
  sensitive?: Sensitive;
}
/**
 * A variable that holds one of a few values.
 */
export interface EnumVariable {
  /**
   * What the variable holds: a text, a number, true or false, or one of a few values.
   */
  type: 'enum';
  /**
   * The values that the variable can hold.
   *
   * @minItems 1
   */
  values: [Text, ...Text[]];
  /**
   * The value that the variable holds when a conversation starts: one of 'values'. Without it the variable is unset.
   */
  initial?: string;
  sensitive?: Sensitive;
}
/**
 * The channels of one environment.
 */
export interface ChannelSettings {
  /**
   * The chat page, and the chat window in web sites. It needs no settings.
   */
  web?: {
    /**
     * The web sites that may show the chat window, each as scheme, host and, where it is not the usual one, port. Other sites are refused by the browser.
     *
     * @maxItems 100
     *
     * Items: The origin of a web site, without a path.
     */
    origins?: string[];
  };
  /**
   * The REST channel, for chat clients of your own. It needs no settings.
   */
  rest?: {};
  /**
   * Facebook Messenger: the page that people write to, and the app that answers.
   */
  facebook?: {
    pageId: Identifier;
    appId: Identifier;
  };
  /**
   * Instagram messages: the account that people write to, and the app that answers.
   */
  instagram?: {
    pageId: Identifier;
    appId: Identifier;
  };
  /**
   * WhatsApp: the number that people write to.
   */
  whatsapp?: {
    /**
     * The phone number in international form, with its plus sign.
     */
    number: string;
  };
}
