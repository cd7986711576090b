import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** How VS Code shows a test that failed: a mark behind the line of the step, and what was expected below it. */
export class FailurePeek {
  readonly #page: Page;
  readonly #peek: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#peek = page.locator('.test-output-peek');
  }

  /** The marks on screen, one behind each line that was not as expected. */
  get marks(): Locator {
    return this.#page.locator('.test-error-content-widget');
  }

  /** Opens what is behind the only mark, which must stand behind the line with this text. */
  async open(line: string): Promise<void> {
    await this.marks.waitFor();
    const expected = this.#page.locator('.editor-instance .view-line').filter({ hasText: line });
    const [mark, text] = await Promise.all([this.marks.boundingBox(), expected.boundingBox()]);
    assert.ok(mark && text);
    const middle = mark.y + mark.height / 2;
    assert.ok(text.y < middle && middle < text.y + text.height, `the mark is not behind “${line}”`);
    await this.marks.click();
    await this.#peek.waitFor();
  }

  /** Waits for the sentence above the difference. */
  async waitFor(message: string): Promise<void> {
    await this.#peek.locator('.peekview-title').getByText(message).waitFor();
  }

  /** Waits until the difference is worked out, and gives its two sides. */
  async difference(): Promise<{ readonly expected: string; readonly actual: string }> {
    await this.#peek.locator('.char-delete').first().waitFor();
    await this.#peek.locator('.char-insert').first().waitFor();
    return { expected: await this.#side('original'), actual: await this.#side('modified') };
  }

  /** Closes it. The cursor is in the editor then. */
  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#peek.waitFor({ state: 'hidden' });
  }

  async #side(name: string): Promise<string> {
    const lines = await this.#peek.locator(`.editor.${name} .view-line`).allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }
}
