import type { Locator, Page } from 'playwright-core';

/** The bar at the left with the views of the activity that is chosen. */
export class SideBar {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The icon of an activity, such as `Bot`. */
  activity(name: string): Locator {
    return this.#page.locator('.activitybar').getByRole('tab', { name: startingWith(name) });
  }

  /** Shows the views of an activity. */
  async open(name: string): Promise<void> {
    const tab = this.activity(name);
    await tab.waitFor();
    // A click on the activity that is shown would hide it.
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await this.#page
      .locator('.sidebar .composite.title')
      .filter({ hasText: new RegExp(name, 'i') })
      .waitFor();
  }

  /** One view, by the title of its section. */
  view(title: string): TreeView {
    return new TreeView(this.#page, title);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A screen reader hears the label, and then keys, descriptions and states. */
function startingWith(label: string | RegExp): RegExp {
  return typeof label === 'string' ? new RegExp(`^${escaped(label)}($|[\\s,])`) : label;
}

/** A tree in the side bar. */
export class TreeView {
  readonly #page: Page;
  readonly #pane: Locator;

  constructor(page: Page, title: string) {
    this.#page = page;
    const header = page.locator('.pane-header .title', { hasText: new RegExp(`^${escaped(title)}$`) });
    this.#pane = page.locator('.sidebar .pane').filter({ has: header });
  }

  /** Everything in the view, for `waitFor` and for text that is no item, such as what an empty view says. */
  get content(): Locator {
    return this.#pane.locator('.pane-body');
  }

  /** Unfolds the section itself. */
  async unfold(): Promise<void> {
    const header = this.#pane.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
  }

  /** Folds the section itself: the others get its room. */
  async fold(): Promise<void> {
    const header = this.#pane.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
  }

  /** An item by the beginning of what a screen reader says: its label, then its description. */
  item(label: string | RegExp): Locator {
    return this.#pane.getByRole('treeitem', { name: startingWith(label) });
  }

  /** Scrolls to the last item: only what is on screen is there. */
  async toEnd(): Promise<void> {
    await this.#pane.locator('.monaco-list').focus();
    await this.#page.keyboard.press('End');
  }

  /** What a screen reader says of the items on screen, from the top. */
  async items(): Promise<string[]> {
    await this.#pane.getByRole('treeitem').first().waitFor();
    const items = await this.#pane.getByRole('treeitem').all();
    return Promise.all(items.map(async (item) => ((await item.getAttribute('aria-label')) ?? '').trim()));
  }

  /** Shows what is below an item. */
  async expand(label: string | RegExp): Promise<void> {
    const item = this.item(label).first();
    await item.waitFor();
    if ((await item.getAttribute('aria-expanded')) === 'true') return;
    await item.locator('.monaco-tl-twistie').click();
    await this.#pane
      .getByRole('treeitem', { name: startingWith(label), expanded: true })
      .first()
      .waitFor();
  }

  /** Chooses an action of the menu that a right click on an item opens. */
  async contextMenu(label: string | RegExp, action: string): Promise<void> {
    await this.item(label).first().click({ button: 'right' });
    const entry = this.#page.getByRole('menuitem', { name: action }).first();
    // A menu ignores clicks that come right after it opens, so that the click that opened it chooses nothing.
    await entry.hover();
    await this.#page.locator('.monaco-menu .action-item.focused').filter({ has: entry }).waitFor();
    await this.#page.keyboard.press('Enter');
    await entry.waitFor({ state: 'hidden' });
  }

  /** Presses one of the icons that an item shows under the mouse. */
  async inlineAction(label: string | RegExp, action: string): Promise<void> {
    const item = this.item(label).first();
    await item.hover();
    await item.getByRole('button', { name: action, exact: true }).click();
  }
}
