/**
 * Takes the pictures of docs/pictures: `node test/browser/pictures.ts [folder]`. With a folder, also those that are
 * looked at while the page is worked on.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { auditHtml } from '../../src/hub/audit/report/page/report-page.ts';
import { auditSummary } from '../../src/hub/audit/report/summary-page.ts';
import { sampleReport } from '../hub/audit/report/sample-report.ts';
import { type Look, launch, open } from './chromium.ts';
import { githubPage, waitForCharts } from './github-page.ts';

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../docs/pictures'));
const pages = mkdtempSync(path.join(tmpdir(), 'pictures-'));
mkdirSync(folder, { recursive: true });

const organisation = sampleReport({ repositories: 500, findings: 642 });
const reportFile = written('report.html', [...auditHtml(organisation)].join(''));
const summaryFile = written('summary.html', githubPage(auditSummary(organisation).html));
const browser = await launch();
await picture('audit-report-light.png', reportFile, { height: 1340 });
await picture('audit-report-dark.png', reportFile, { height: 1340, scheme: 'dark' });
await picture('audit-report-narrow.png', reportFile, { width: 390, height: 844 });
await picture('audit-summary.png', summaryFile, { width: 1000, height: 1400 });
if (process.argv[2]) {
  await picture('narrow.png', reportFile, { width: 390, height: 844 }, true);
  await picture('narrow-dark.png', reportFile, { width: 390, height: 844, scheme: 'dark' }, true);
  await picture('whole.png', reportFile, {}, true);
  await picture('summary-whole.png', summaryFile, { width: 1000 }, true);
  await picture('summary-dark.png', summaryFile, { width: 1000, height: 1400, scheme: 'dark' });
  const large = written('large.html', [...auditHtml(sampleReport({ repositories: 8_000, findings: 20_000 }))].join(''));
  await picture('large.png', large, { height: 1100 });
  await picture('large-filtered.png', large, {
    height: 1100,
    hash: 'severity=critical&severity=high&sort=-first-seen',
  });
  const { page } = await open(browser, reportFile, { height: 1000, hash: 'rule=secret-file-name' });
  await page.locator('table.rows tbody button').first().click();
  await page.locator('tr.details').first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(folder, 'details.png') });
  const clean = written(
    'clean.html',
    [...auditHtml(sampleReport({ repositories: 12, findings: 0, compared: false }))].join(''),
  );
  await picture('clean.png', clean);
}
await browser.close();
rmSync(pages, { recursive: true });

function written(name: string, text: string): string {
  const file = path.join(pages, name);
  writeFileSync(file, text);
  return file;
}

async function picture(name: string, file: string, look: Look = {}, fullPage = false): Promise<void> {
  const { page, errors } = await open(browser, file, look);
  await waitForCharts(page);
  for (const error of errors) process.stderr.write(`${name}: ${error}\n`);
  await page.screenshot({ path: path.join(folder, name), fullPage });
  await page.close();
}
