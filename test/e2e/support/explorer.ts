import type { Locator, Page } from 'playwright-core';
import type { Palette } from './palette';

/** The tree of the workspace's files. */
export class Explorer {
  readonly #page: Page;
  readonly #palette: Palette;

  constructor(page: Page, palette: Palette) {
    this.#page = page;
    this.#palette = palette;
  }

  /** Makes a file beside an existing one, and waits until it is open. Both are told by their names. */
  async newFileBeside(sibling: string, name: string): Promise<void> {
    await this.#select(sibling);
    await this.#newFile(name);
  }

  /** Makes a file beside the one that is open, or in the folder of the workspace, and waits until it is open. */
  async newFile(name: string): Promise<void> {
    await this.#palette.run('View: Show Explorer');
    await this.#newFile(name);
  }

  async #newFile(name: string): Promise<void> {
    await this.#page
      .locator('.explorer-viewlet, .sidebar')
      .getByRole('button', { name: /^New File/ })
      .first()
      .click();
    await this.#tree().locator('input').fill(name);
    await this.#page.keyboard.press('Enter');
    await this.#tab(name).waitFor();
    await this.#page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Deletes a file as a user does, and says yes when asked. */
  async deleteFile(name: string): Promise<void> {
    await this.#select(name);
    const dialog = this.#page.locator('.monaco-dialog-box').filter({ hasText: name });
    await this.#press('Delete', dialog);
    await dialog.getByRole('button', { name: /^(Delete|Move to Trash)$/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await this.#row(name).waitFor({ state: 'hidden' });
  }

  /** Waits until the tree shows a file; beside its name the row says what git and the findings make of it. */
  async waitForFile(name: string): Promise<void> {
    await this.#tree().locator('.monaco-list-row').filter({ hasText: name }).waitFor();
  }

  /** Renames a file as a user does; VS Code may ask before it does so. */
  async renameFile(name: string, newName: string): Promise<void> {
    await this.#select(name);
    const input = this.#tree().locator('input');
    await this.#press('F2', input);
    await input.fill(newName);
    await this.#page.keyboard.press('Enter');
  }

  async #select(name: string): Promise<void> {
    await this.#palette.openFile(name);
    await this.#palette.run('File: Reveal Active File in Explorer View');
    const row = this.#tree().locator('.monaco-list-row.selected.focused').filter({ hasText: name });
    await row.waitFor();
    // Keys that come while the editor still has the focus would change the file.
    await row.click();
    await this.#tree().locator('.monaco-list:focus').waitFor();
  }

  /** Presses a key until it does something: the tree loses keys while it still shows the file that was revealed. */
  async #press(key: string, outcome: Locator): Promise<void> {
    for (let tries = 10; tries > 1; tries--) {
      await this.#page.keyboard.press(key);
      const came = await outcome.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (came) return;
    }
    await outcome.waitFor();
  }

  #tree() {
    return this.#page.locator('.explorer-folders-view');
  }

  #row(name: string) {
    return this.#tree().getByRole('treeitem', { name, exact: true });
  }

  #tab(name: string) {
    return this.#page.locator(`.tab.active[data-resource-name=${JSON.stringify(name)}]`);
  }
}
