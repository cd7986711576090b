import type { Locator, Page } from 'playwright-core';
import type { Palette } from './palette';

/** What VS Code says on its own account: notifications at the bottom right, and dialogs that want an answer. */
export class Messages {
  readonly #page: Page;
  readonly #palette: Palette;

  constructor(page: Page, palette: Palette) {
    this.#page = page;
    this.#palette = palette;
  }

  /** A notification that contains the text; it can be waited for. */
  notification(text: string | RegExp): Locator {
    return this.#page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text });
  }

  /** Presses a button of a notification. */
  async answer(text: string | RegExp, button: string): Promise<void> {
    const notification = this.notification(text).first();
    await notification.hover();
    await notification.getByRole('button', { name: button }).click();
  }

  /** Puts away all notifications. */
  async clear(): Promise<void> {
    await this.#palette.run('Notifications: Clear All Notifications');
    await this.#page
      .locator('.notifications-toasts .notification-list-item')
      .first()
      .waitFor({ state: 'hidden' });
  }

  /** The dialog in the middle of the window. */
  dialog(text: string | RegExp): Locator {
    return this.#page.locator('.monaco-dialog-box').filter({ hasText: text });
  }

  /** Waits for the dialog, presses one of its buttons, and waits until it is gone. */
  async answerDialog(text: string | RegExp, button: string): Promise<void> {
    const dialog = this.dialog(text);
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
