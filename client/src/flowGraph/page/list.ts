import type { FlowGraphView } from '../../../../server/src/protocol';

/** The same as the picture in words: a list of boxes, each of which leads to its source. */
export function renderList(list: HTMLElement, { boxes }: FlowGraphView, open: (id: string) => void): void {
  const items = document.createElement('ul');
  for (const { id, title, description, source } of boxes) {
    const item = document.createElement('li');
    const name = document.createElement(source ? 'button' : 'strong');
    name.textContent = title;
    if (source) name.addEventListener('click', () => open(id));
    const details = document.createElement('span');
    details.textContent = description;
    item.append(name, details);
    items.append(item);
  }
  list.replaceChildren(items);
}
