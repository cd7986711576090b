/** What a new bot says and understands in one language. */
export interface BotTemplate {
  readonly welcome: string;
  readonly notUnderstood: string;
  readonly error: string;
  readonly disabled: string;
  readonly goodbye: string;
  /** What people say when they come: enough for a start. */
  readonly greetings: readonly string[];
  /** What they say when they leave. */
  readonly farewells: readonly string[];
}
