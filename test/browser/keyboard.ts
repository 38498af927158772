import type { Locator, Page } from 'playwright-core';

/** More Tab presses than any page of ours should ever need. */
const LOST = 60;

/** Someone who has a keyboard only; every key but the letters of what they write is counted. */
export class Keyboard {
  presses = 0;
  /** Links followed and buttons pressed. */
  clicks = 0;

  constructor(readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.presses += 1;
      await this.page.keyboard.press(key);
    }
  }

  /** The letters of a name, a passphrase, a note: they are not counted. */
  write(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Goes on with the Tab key until this is focused. */
  async tabTo(goal: Locator): Promise<void> {
    for (let count = 0; count < LOST; count += 1) {
      if (await this.isOn(goal)) return;
      await this.press('Tab');
    }
    throw new Error(`not reached with the Tab key: ${goal.toString()}`);
  }

  /** Presses Enter on it and waits for the page that follows. */
  async enter(goal: Locator): Promise<void> {
    await this.tabTo(goal);
    await this.send();
  }

  /** Enter, where it sends a form or follows a link. */
  async send(): Promise<void> {
    const arrived = this.page.waitForEvent('load');
    this.clicks += 1;
    await this.press('Enter');
    await arrived;
  }

  /** Over the header into the page, by its first link; after an act the focus is there already, on what was done. */
  async skip(): Promise<void> {
    if ((await this.page.locator('.flash:focus').count()) === 0) await this.press('Tab', 'Enter');
  }

  /** Chooses this answer of a question: Tab leads to its answers, the arrow keys from one to the next. */
  async choose(question: string, answer: Locator): Promise<void> {
    await this.tabTo(this.page.locator(`input[name=${question}]`));
    await this.press('Space');
    for (let count = 0; count < LOST && !(await this.isOn(answer)); count += 1) await this.press('ArrowDown');
  }

  /** Waits for the page to put the focus there by itself. */
  async isPutOn(goal: Locator): Promise<void> {
    await goal.and(this.page.locator(':focus')).waitFor({ state: 'attached' });
  }

  async isOn(goal: Locator): Promise<boolean> {
    return (await goal.and(this.page.locator(':focus')).count()) > 0;
  }
}
