/** Options that every command has. */
export interface OutputOptions {
  readonly format: 'pretty' | 'json';
}
