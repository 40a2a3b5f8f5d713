import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's package puts it there; another place is named by CHROMIUM_PATH. */
const executable = process.env.CHROMIUM_PATH || '/usr/bin/chromium';

/** Nothing of the browser's own may reach for the network or wait for a screen. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why the tests in a browser cannot run here; undefined where they can. On a build machine they must. */
export function missingBrowser(): string | undefined {
  if (existsSync(executable)) return undefined;
  const how = `There is no Chromium at ${executable}: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.`;
  if (process.env.CI === 'true') throw new Error(how);
  return how;
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: executable, args: flags });
}

export interface Look {
  readonly scheme?: 'light' | 'dark';
  /** CSS pixels */
  readonly width?: number;
  readonly height?: number;
  /** What comes after `#` in the address. */
  readonly hash?: string;
  /** Whether what the test brings along may run, against the page's own policy. */
  readonly bypassPolicy?: boolean;
}

/** A page that was opened from a file, and what it asked for or complained about on the way. */
export interface OpenedPage {
  readonly page: Page;
  /** Addresses it requested beside its own. */
  readonly requests: string[];
  readonly errors: string[];
}

/** Opens a page of the machine with the network off. */
export async function open(browser: Browser, file: string, look: Look = {}): Promise<OpenedPage> {
  const context = await browser.newContext({
    offline: true,
    bypassCSP: look.bypassPolicy ?? false,
    colorScheme: look.scheme ?? 'light',
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
  });
  const page = await context.newPage();
  const address = `file://${file}${look.hash ? `#${look.hash}` : ''}`;
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== `file://${file}`) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(address);
  return { page, requests, errors };
}
