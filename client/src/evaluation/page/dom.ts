/** An element of the page's own, by its id. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

/** Texts are only ever set as text: what stands in files is no markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

/** A row of headings. */
export function headRow(...titles: readonly string[]): HTMLTableSectionElement {
  const head = make('thead');
  const row = make('tr');
  row.append(
    ...titles.map((title) => {
      const cell = make('th', '', title);
      cell.scope = 'col';
      return cell;
    }),
  );
  head.append(row);
  return head;
}

/** Text that leads to the source. */
export function link(text: string, onOpen: () => void): HTMLButtonElement {
  const button = make('button', 'link', text);
  button.type = 'button';
  button.addEventListener('click', onOpen);
  return button;
}
