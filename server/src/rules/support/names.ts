/** What intents, entities, flows, dialogs and contexts may be called (format: names). */
export function isName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_.-]{0,127}$/.test(name);
}

/** What variables may be called: they stand in conditions and placeholders. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]{0,127}$/.test(name);
}
