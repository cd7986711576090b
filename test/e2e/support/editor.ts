import type { Locator, Page } from 'playwright-core';

/** How often the key for quick fixes is pressed before there counts as none. */
const MOST_PRESSES = 4;

/** The editor in front. */
export class Editor {
  readonly #page: Page;
  readonly #editor: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#editor = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** The underlined places of a severity. */
  findings(severity: 'error' | 'warning' | 'info'): Locator {
    return this.#editor.locator(`.squiggly-${severity}`);
  }

  /** The code lenses and other lines of text that are not in the file. */
  lenses(): Locator {
    return this.#editor.locator('.codelens-decoration');
  }

  /** Waits until the file with this name is in front. */
  async waitForTab(name: string): Promise<void> {
    await this.#tab(`[data-resource-name=${JSON.stringify(name)}]`).waitFor();
  }

  /** Waits until the path above the text begins with this folder: that of the file in front. */
  async waitForFolder(name: string): Promise<void> {
    const path = this.#page.locator(
      '.editor-group-container.active .breadcrumbs-control .monaco-breadcrumb-item',
    );
    await path.first().filter({ hasText: name }).waitFor();
  }

  /** How many tabs show a file with this name. */
  async tabs(name: string): Promise<number> {
    return this.#page.locator(`.tab[data-resource-name=${JSON.stringify(name)}]`).count();
  }

  /** Waits until a line on screen contains the text. Only what is scrolled into view is on screen. */
  async waitForText(text: string): Promise<void> {
    await this.#lines().filter({ hasText: text }).first().waitFor();
  }

  /** The text on screen, line by line. Read the file for the rest of it. */
  async visibleText(): Promise<string> {
    // The lines are placed absolutely, in any order.
    const lines = await Promise.all(
      (await this.#lines().all()).map(async (line) => ({
        top: (await line.boundingBox())?.y ?? 0,
        text: (await line.textContent()) ?? '',
      })),
    );
    const sorted = lines.sort((a, b) => a.top - b.top);
    return sorted.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
  }

  /** Puts the cursor on a place; line and column count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press('Control+G');
    await this.#page.locator('.quick-input-widget:visible input.input').fill(`:${line}:${column}`);
    await this.#page.keyboard.press('Enter');
    const position = this.#page
      .locator('#status\\.editor\\.selection')
      .filter({ hasText: `Ln ${line}, Col ${column}` });
    await position.waitFor();
  }

  /** Puts the cursor into the editor without moving it. */
  async focus(): Promise<void> {
    await this.#page.keyboard.press('Control+1');
    await this.#page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Types as with a keyboard: suggestions and automatic indentation take part. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Presses Tab: goes to the next place of a snippet that is to be filled in. */
  async nextPlaceholder(times = 1): Promise<void> {
    for (let time = 0; time < times; time++) await this.#page.keyboard.press('Tab');
  }

  /** Goes on below the last line of the file; each step back is a Backspace, which takes one indentation away. */
  async lineBelow(stepsBack = 0): Promise<void> {
    await this.#page.keyboard.press('Control+End');
    await this.#page.keyboard.press('Enter');
    for (let step = 0; step < stepsBack; step++) await this.#page.keyboard.press('Backspace');
  }

  /** Presses a key, such as `End`. */
  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** What the hover at a word says, asked for by keyboard; line and column count from 1. */
  async hoverAt(line: number, column: number): Promise<string> {
    await this.goTo(line, column);
    await this.#page.keyboard.press('Control+K');
    await this.#page.keyboard.press('Control+I');
    const box = this.#page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-contents');
    await box.filter({ hasText: /\S/ }).first().waitFor();
    return (await box.allInnerTexts()).join('\n');
  }

  /** Pastes at the cursor: one edit, and the text stays as it is. */
  async paste(text: string): Promise<void> {
    await this.#page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(text)});
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    }`);
    await this.#tab('.dirty').waitFor();
  }

  /** Replaces the whole text by another one. */
  async replaceAll(text: string): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press('Control+A');
    await this.paste(text);
  }

  /** Saves, and waits until it is saved. There must be something to save. */
  async save(): Promise<void> {
    await this.#tab('.dirty').waitFor();
    await this.#page.keyboard.press('Control+S');
    await this.#tab(':not(.dirty)').waitFor();
  }

  /** The titles of the quick fixes at the cursor; the list stays open. */
  async quickFixes(): Promise<string[]> {
    await this.#openFixes();
    return (await this.#fixes().allInnerTexts()).map((title) => title.trim());
  }

  /** Applies the quick fix at the cursor whose title contains the text. */
  async quickFix(title: string): Promise<void> {
    const titles = await this.quickFixes();
    const wanted = titles.findIndex((text) => text.includes(title));
    if (wanted < 0) throw new Error(`There is no quick fix “${title}”, but: ${titles.join(' | ')}`);
    // By keyboard: the list moves with the lines when code lenses come between them.
    for (let step = 0; step < wanted; step++) {
      await this.#page.keyboard.press('ArrowDown');
      await this.#focusedFix()
        .filter({ hasText: titles[step + 1] ?? '' })
        .waitFor();
    }
    await this.#focusedFix().filter({ hasText: title }).waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#fixes().first().waitFor({ state: 'hidden' });
  }

  /** The box beside the cursor that says why it is not possible to type here. */
  async refusal(): Promise<string> {
    const box = this.#page.locator('.monaco-editor-overlaymessage .message');
    await box.waitFor();
    return (await box.innerText()).trim();
  }

  /** Nothing opens when something else takes the focus meanwhile, such as a view that has just been drawn: press again. */
  async #openFixes(): Promise<void> {
    for (let presses = 1; ; presses++) {
      await this.#page.keyboard.press('Control+.');
      try {
        await this.#fixes().first().waitFor({ timeout: 10_000 });
        return;
      } catch (error) {
        if (presses === MOST_PRESSES) throw error;
        await this.focus();
      }
    }
  }

  #tab(state: string): Locator {
    return this.#page.locator(`.editor-group-container.active .tab.active${state}`);
  }

  #lines(): Locator {
    return this.#editor.locator('.view-lines .view-line');
  }

  #focusedFix(): Locator {
    return this.#page.locator('.action-widget .monaco-list-row.action.focused');
  }

  #fixes(): Locator {
    return this.#page.locator('.action-widget .monaco-list-row.action');
  }
}
