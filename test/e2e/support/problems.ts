import type { Locator, Page } from 'playwright-core';
import type { Palette } from './palette';

/** The Problems panel. */
export class Problems {
  readonly #page: Page;
  readonly #palette: Palette;
  readonly #panel: Locator;

  constructor(page: Page, palette: Palette) {
    this.#page = page;
    this.#palette = palette;
    this.#panel = page.locator('.markers-panel');
  }

  /** Shows the panel. */
  async open(): Promise<void> {
    await this.#palette.run('Problems: Focus on Problems View');
    await this.#panel.waitFor();
  }

  /** The rows that contain the text: a file, or a finding in it. The panel must be open. */
  item(text: string | RegExp): Locator {
    return this.#panel.getByRole('treeitem').filter({ hasText: text });
  }

  /** Goes to the place of a finding. The panel must be open. */
  async goTo(text: string | RegExp): Promise<void> {
    await this.item(text).first().click();
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Waits until the whole workspace has no problem. */
  async waitForNone(): Promise<void> {
    await this.#panel.getByText('No problems have been detected in the workspace.').waitFor();
  }

  /** What the rows say, from the top. */
  async items(): Promise<string[]> {
    await this.#panel.getByRole('treeitem').first().waitFor();
    return (await this.#panel.getByRole('treeitem').allInnerTexts()).map((text) =>
      text.replaceAll(/\s+/g, ' ').trim(),
    );
  }
}
