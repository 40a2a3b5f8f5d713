import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { auditHtml } from '../../src/hub/audit/report/page/report-page.ts';
import { auditSummary } from '../../src/hub/audit/report/summary-page.ts';
import { hostileTexts } from '../hub/audit/report/hostile-text.ts';
import { type SampleSize, sampleReport } from '../hub/audit/report/sample-report.ts';
import { type Look, launch, missingBrowser, type OpenedPage, open } from './chromium.ts';
import { githubPage, waitForCharts } from './github-page.ts';

const missing = missingBrowser();
if (missing) process.stderr.write(`The audit's pages are not tested in a browser. ${missing}\n`);

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeResult = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

describe.skipIf(missing !== undefined)('In a browser', () => {
  let browser: Browser;
  const folder = mkdtempSync(path.join(tmpdir(), 'audit-pages-'));

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  function written(text: string): string {
    const file = path.join(folder, 'page.html');
    writeFileSync(file, text);
    return file;
  }

  function openReport(size: SampleSize, look?: Look): Promise<OpenedPage> {
    return open(browser, written([...auditHtml(sampleReport(size))].join('')), look);
  }

  const rowsOf = (page: Page) => page.locator('table.rows tbody tr:not(.details)');
  const small = { repositories: 60, findings: 130 };

  describe('the HTML report', () => {
    test('opens without asking for anything and without a complaint', async () => {
      const { page, requests, errors } = await openReport(small);
      await expect.poll(() => rowsOf(page).count()).toBe(50);
      expect(await page.locator('#shown').textContent()).toBe('130 findings, showing 1–50');
      expect({ requests, errors }).toEqual({ requests: [], errors: [] });
    });

    test('turns pages, and keeps the place in the address', async () => {
      const { page } = await openReport(small);
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('button', { name: 'Next' }).click();
      expect(await page.locator('#shown').textContent()).toBe('130 findings, showing 101–130');
      expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
      expect(page.url()).toContain('page=3');
      await page.reload();
      expect(await rowsOf(page).count()).toBe(30);
    });

    test('filters by form, and clears the filters', async () => {
      const { page } = await openReport(small);
      await page.locator('label.pill', { hasText: 'High' }).click();
      const badges = await page.locator('.rows .badge').allTextContents();
      expect(new Set(badges)).toEqual(new Set(['high']));
      await page.getByRole('searchbox').fill('no such thing');
      expect(await page.locator('.nothing').textContent()).toBe('No finding matches these filters.');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await expect.poll(() => page.locator('#shown').textContent()).toBe('130 findings, showing 1–50');
    });

    test('filters by a bar of a chart and by a tile', async () => {
      const { page } = await openReport(small);
      const bar = page.locator('.chart').first().locator('tbody tr').first();
      const count = Number(await bar.locator('.number').textContent());
      await bar.getByRole('link').click();
      await expect.poll(() => rowsOf(page).count()).toBe(Math.min(50, count));
      await page.locator('.tile', { hasText: 'Critical' }).click();
      await expect.poll(() => page.locator('#shown').textContent()).toContain(' of 130 findings');
      expect(await page.locator('label.pill', { hasText: 'Critical' }).locator('input').isChecked()).toBe(true);
    });

    test('opens a view that was sent as an address', async () => {
      const { page } = await openReport(small, { hash: 'rule=gating&sort=subject' });
      expect(await page.getByRole('combobox', { name: 'Rule' }).inputValue()).toBe('gating');
      expect(await page.locator('th[aria-sort=ascending]').textContent()).toBe('Repository');
    });

    test('sorts and opens details by keyboard alone, and says so to a screen reader', async () => {
      const { page } = await openReport(small);
      const head = page.locator('th[data-column=subject]');
      await head.getByRole('button').focus();
      await page.keyboard.press('Enter');
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      await page.keyboard.press('Space');
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      expect(await page.locator('th[aria-sort]').count()).toBe(1);
      const opener = rowsOf(page).first().getByRole('button');
      await opener.focus();
      await page.keyboard.press('Enter');
      expect(await opener.getAttribute('aria-expanded')).toBe('true');
      expect(await page.locator('tr.details:visible').textContent()).toContain('How to mend');
    });

    test('links each repository to the Hub', async () => {
      const { page } = await openReport(small);
      const links = await page.locator('.rows td.subject a').evaluateAll((all) => all.map((one) => String(one)));
      expect(links).toHaveLength(50);
      for (const link of links) expect(link).toMatch(/^https:\/\/huggingface\.co\//);
    });

    test('is readable where scripts do not run', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
      const page = await context.newPage();
      await page.goto(`file://${written([...auditHtml(sampleReport(small))].join(''))}`);
      expect(await page.locator('noscript').isVisible()).toBe(true);
      expect(await page.locator('#filters').isVisible()).toBe(false);
      expect(await page.locator('.chart tr').count()).toBeGreaterThan(20);
    });

    test.each(hostileTexts)('runs nothing and breaks nowhere whatever names hold: %j', async (hostile) => {
      const { page, requests, errors } = await openReport({ ...small, hostile });
      let dialogs = 0;
      page.on('dialog', (dialog) => {
        dialogs += 1;
        return dialog.dismiss();
      });
      await rowsOf(page).first().getByRole('button').click();
      expect(await rowsOf(page).count()).toBe(50);
      expect(await page.locator('img, iframe, script').count()).toBe(2);
      expect({ requests, errors, dialogs }).toEqual({ requests: [], errors: [], dialogs: 0 });
    });

    test.each([
      ['light', 1280],
      ['dark', 1280],
      ['light', 390],
      ['dark', 390],
    ] as const)('has no barrier that axe finds: %s, %i pixels wide', async (scheme, width) => {
      const { page } = await openReport(small, { scheme, width, bypassPolicy: true });
      await rowsOf(page).first().getByRole('button').click();
      for (const summary of await page.locator('summary').all()) await summary.click();
      await page.addScriptTag({ path: axe });
      const { violations } = axeResult.parse(await page.evaluate('axe.run()'));
      expect(violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map((node) => node.html) }))).toEqual(
        [],
      );
    });

    test('does not scroll sideways on a telephone', async () => {
      const { page } = await openReport(small, { width: 360, height: 740 });
      const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
    });

    test('answers at 20,000 findings before one notices', async () => {
      const { page } = await openReport({ repositories: 8_000, findings: 20_000 });
      expect(await page.locator('#shown').textContent()).toBe('20,000 findings, showing 1–50');
      // Each step with the layout it causes, in milliseconds; the first search and sort work out what later ones reuse.
      const durations = z.record(z.string(), z.number()).parse(
        await page.evaluate(`(() => {
          const timed = (act) => {
            const start = performance.now();
            act();
            document.body.getBoundingClientRect();
            return performance.now() - start;
          };
          const type = (text) => {
            const field = document.querySelector('[name=q]');
            field.value = text;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          };
          const sort = (name) => document.querySelector('[data-column=' + name + '] button').click();
          return {
            firstSearch: timed(() => type('w')),
            search: timed(() => type('whisper')),
            noSearch: timed(() => type('')),
            firstSort: timed(() => sort('subject')),
            sort: timed(() => sort('subject')),
            messages: timed(() => sort('message')),
          };
        })()`),
      );
      for (const [step, milliseconds] of Object.entries(durations)) {
        expect(milliseconds, `${step} of ${JSON.stringify(durations)}`).toBeLessThan(500);
      }
    });
  });

  describe('the job summary', () => {
    test.each(['light', 'dark'] as const)('draws its chart as GitHub does, %s', async (scheme) => {
      const summary = auditSummary(sampleReport({ repositories: 500, findings: 642 })).html;
      const { page, errors } = await open(browser, written(githubPage(summary)), { scheme, width: 1000 });
      await waitForCharts(page);
      expect(await page.locator('.language-mermaid svg g.bar-plot-0 rect').count()).toBe(15);
      expect(await page.locator('.language-mermaid').textContent()).toContain('license-missing 80');
      expect(errors).toEqual([]);
    });

    test.each(hostileTexts)('draws its chart whatever a custom rule is called: %j', async (hostile) => {
      const report = sampleReport(small);
      const rename = (id: string): string => `${id}${hostile}`;
      const hostileReport = {
        ...report,
        rules: report.rules.map((rule) => ({ ...rule, id: rename(rule.id) })),
        findings: report.findings.map((finding) => ({ ...finding, rule: rename(finding.rule) })),
      };
      const { page, errors } = await open(browser, written(githubPage(auditSummary(hostileReport).html)));
      await waitForCharts(page);
      expect(await page.locator('.language-mermaid svg g.bar-plot-0 rect').count()).toBe(15);
      expect(errors).toEqual([]);
    });
  });
});
