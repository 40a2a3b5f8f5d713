import { describe, expect, test } from 'vitest';
import { auditSummary } from '../../../../src/hub/audit/report/summary-page.ts';
import { hostileTexts } from './hostile-text.ts';
import { addresses, rendered, structure } from './rendered.ts';
import { sampleReport } from './sample-report.ts';

const small = { repositories: 40, findings: 60 };

describe('The summary of an audit', () => {
  const page = auditSummary(sampleReport(small)).html;

  test('says the score and what has changed', () => {
    expect(page).toContain('<b>Score 82.4 of 100</b> (+3.1 since 2026-11-22 05:13 UTC)');
    expect(page).toMatch(
      /60 findings; \d\d of 40 repositories \(\d+ models, \d+ datasets and \d+ spaces\) are affected/,
    );
  });

  test('draws the findings by rule as a Mermaid chart that Markdown reads as one block', () => {
    const charts = rendered(page).match(/<pre><code class="language-mermaid">[\s\S]*?<\/code><\/pre>/g);
    expect(charts).toHaveLength(1);
    expect(charts?.[0]).toContain('xychart-beta horizontal');
  });

  test('names the worst repositories, whom to ask, what is new and what is mended', () => {
    for (const title of ['Worst repositories', 'Who to ask', 'New since the last run', 'Mended since the last run']) {
      expect(page).toContain(title);
    }
    expect(page).toContain('https://huggingface.co/acme-research/');
    expect(page).toContain('What this audit could not see');
  });

  test('does not speak of an earlier run where none is known', () => {
    const first = auditSummary(sampleReport({ ...small, compared: false })).html;
    expect(first).not.toContain('since');
    expect(first).not.toContain('Mended');
  });

  test('is short where nothing was found', () => {
    const clean = auditSummary(sampleReport({ repositories: 3, findings: 0 })).html;
    expect(clean).toContain('✅ Audit of');
    expect(clean).toContain('Nothing found in 3 repositories');
    expect(clean).not.toContain('mermaid');
    expect(clean).not.toContain('Worst repositories');
  });

  test.each(hostileTexts)('keeps its structure whatever names hold: %j', (hostile) => {
    const hostilePage = rendered(auditSummary(sampleReport({ ...small, hostile })).html);
    expect(structure(hostilePage)).toEqual(structure(rendered(page)));
    for (const address of addresses(hostilePage))
      expect(address).toMatch(/^https:\/\/(huggingface\.co|example\.org)\//);
    expect(hostilePage).not.toMatch(/^\s*::/m);
  });
});

describe('The summary of a large audit', () => {
  test('stays under its limit at 100,000 findings and says how many it leaves out', () => {
    const page = auditSummary(sampleReport({ repositories: 30_000, findings: 100_000 })).html;
    expect(Buffer.byteLength(page)).toBeLessThan(900_000);
    expect(page).toContain("… and 99,900 more, all of them in the report's files.");
  });

  test('stays under its limit where every text is long and grows when it is made harmless', () => {
    const hostile = '@a#1://`|<'.repeat(300);
    const page = auditSummary(sampleReport({ repositories: 500, findings: 5_000, hostile })).html;
    expect(Buffer.byteLength(page)).toBeLessThan(900_000);
    expect(page.trimEnd().endsWith('</p>')).toBe(true);
    expect(page.match(/<tr>/g)?.length).toBe(page.match(/<\/tr>/g)?.length);
  });
});
