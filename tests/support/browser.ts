import { tmpdir } from 'node:os';
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core';
import { onceInFolder } from './once-in-folder.ts';

// Not the package's own list, which runs everything in one process and without the rules of origins. Tests may run as
// root, which has no sandbox.
const switches = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** How long a page may take for one step: for what hangs, not for what is slow. */
const STEP_MS = 60_000;

/** Chromium from npm, headless, with the software WebGL that every machine has; or the browser at `CHROME_PATH`. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? (await unpackedChromium());
  return playwright.launch({ executablePath, args: switches });
}

/** Its package unpacks it into the temporary folder, and takes a file that another process still writes for whole. */
async function unpackedChromium(): Promise<string> {
  await onceInFolder(tmpdir(), 'chromium', () => chromium.executablePath());
  return chromium.executablePath();
}

/** A window of one person, and what was wrong in it. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser's console, the policy or a script complained of. */
  readonly complaints: readonly string[];
  /** Closes the window, and fails when anything complained. */
  leave(): Promise<void>;
}

/** Opens a window of somebody new: no cookie, no language but `locale` (en-GB unless given). */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(STEP_MS);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isOfTheDriver(message.text())) {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  await context.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
    console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))`);
  return {
    context,
    page: await context.newPage(),
    complaints,
    async leave() {
      await context.close();
      if (complaints.length > 0) throw new Error(`expected no complaint, got ${complaints.join('\n')}`);
    },
  };
}

/** Software WebGL says that reading pixels back is slow, which is for who draws on a graphics card. */
function isOfTheDriver(text: string): boolean {
  return text.includes('GL Driver Message') || text.includes('GroupMarkerNotSet');
}
