/** Text for a page: nothing of it is markup, in an element or between the quotes of an attribute. */
export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
