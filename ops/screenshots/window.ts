import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type Page,
  type PageScreenshotOptions,
  chromium as playwright,
} from 'playwright-core';
import type { DemoAccount } from '../launch/demo/accounts.ts';
import { steady } from './steady.ts';
import { type Language, wordsOf } from './words.ts';

/** How a page is looked at. Together the looks have every device in every colour and every language. */
export interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly language: Language;
}

export const looks: readonly Look[] = [
  { name: 'desktop-light-en', width: 1280, height: 860, colorScheme: 'light', language: 'en' },
  { name: 'desktop-dark-ru', width: 1280, height: 860, colorScheme: 'dark', language: 'ru' },
  { name: 'phone-light-ru', width: 390, height: 844, colorScheme: 'light', language: 'ru' },
  { name: 'phone-dark-en', width: 390, height: 844, colorScheme: 'dark', language: 'en' },
];

/** A picture shows a long page as far as this, in px: the size of the whole set is kept small. */
const LONGEST = 1_120;
const STEP_MS = 60_000;
const locales: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU' };

/** Chromium from npm with the software WebGL that every machine has, or the browser at `CHROME_PATH`. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? (await chromium.executablePath());
  const args = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  return playwright.launch({ executablePath, args });
}

/** A browser window of one person, in one look. */
export class Window {
  readonly page: Page;
  readonly look: Look;
  /** What the app says for an English text. */
  readonly word: (english: string) => string;
  readonly #url: string;
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page, look: Look, url: string) {
    this.#context = context;
    this.page = page;
    this.look = look;
    this.word = wordsOf(look.language);
    this.#url = url;
  }

  static async open(browser: Browser, url: string, look: Look, account?: DemoAccount): Promise<Window> {
    const { width, height, colorScheme, language } = look;
    const context = await browser.newContext({
      viewport: { width, height },
      ...{ colorScheme, locale: locales[language], reducedMotion: 'reduce', hasTouch: width < 640 },
    });
    context.setDefaultTimeout(STEP_MS);
    const window = new Window(context, await context.newPage(), look, url);
    await window.go('/');
    if (account) await window.#signIn(account);
    return window;
  }

  /** Opens a page and waits until nothing of it is loading. */
  async go(path: string): Promise<void> {
    await this.page.goto(`${this.#url}${path}`);
    await this.settle();
  }

  /** Waits until the page has its heading, no skeleton and its type. */
  async settle(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.page.waitForLoadState('networkidle');
    await this.page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
    await this.page.evaluate(`document.fonts.ready.then(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))`);
  }

  /** The page as a JPEG, from its top; as much as the window shows if it is to be no taller. */
  async picture(isWindow: boolean): Promise<Buffer> {
    const { width } = this.look;
    const tall = await this.page.evaluate<number>('document.documentElement.scrollHeight');
    const height = Math.min(Math.max(tall, this.look.height), LONGEST);
    const isLong = tall > this.look.height && !isWindow;
    const options: PageScreenshotOptions = {
      ...{ type: 'jpeg', quality: 64, animations: 'disabled', caret: 'hide' },
      ...(isLong ? { fullPage: true, clip: { x: 0, y: 0, width, height } } : {}),
    };
    return steady(() => this.page.screenshot(options));
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async #signIn({ email, password }: DemoAccount): Promise<void> {
    const { page, word } = this;
    await page
      .getByRole('banner')
      .getByRole('button', { name: word('Sign in') })
      .click();
    await page.locator('dialog input[name=login]').fill(email);
    await page.locator('dialog input[name=password]').fill(password);
    await page.locator('dialog button[type=submit]').click();
    await page.locator('header a[href="/account/notifications"]').first().waitFor();
    await this.settle();
  }
}
