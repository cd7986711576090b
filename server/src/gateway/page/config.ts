/** The words of the chat page, handed to it as data. */
export interface ChatTexts {
  readonly language: string;
  readonly restart: string;
  readonly signOut: string;
  readonly conversation: string;
  readonly thanks: string;
  readonly comment: string;
  readonly send: string;
  readonly skip: string;
  readonly unavailable: string;
}

/** What the chat page is told when it is loaded. */
export interface ChatConfig {
  /** Where the bot is, such as `/bots/choo-choo`. */
  readonly base: string;
  readonly title: string;
  /** BCP 47; the first is the default. */
  readonly languages: readonly string[];
  readonly language: string;
  readonly nonce: string;
  readonly texts: ChatTexts;
}
