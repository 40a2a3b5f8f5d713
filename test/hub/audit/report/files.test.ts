import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { auditBadges } from '../../../../src/hub/audit/report/badges.ts';
import { auditCsv } from '../../../../src/hub/audit/report/csv.ts';
import { reportFiles } from '../../../../src/hub/audit/report/files.ts';
import { auditIssue } from '../../../../src/hub/audit/report/issue.ts';
import { auditJson } from '../../../../src/hub/audit/report/json.ts';
import { auditMarkdown } from '../../../../src/hub/audit/report/markdown.ts';
import { hostileTexts } from './hostile-text.ts';
import { addresses, rendered, structure } from './rendered.ts';
import { sampleReport } from './sample-report.ts';

const small = { repositories: 40, findings: 60 };
const report = sampleReport(small);

const text = (chunks: Iterable<string>): string => [...chunks].join('');

describe('The CSV file', () => {
  test('has one row for each finding, and the same columns in each', () => {
    const rows: string[][] = parse(text(auditCsv(report)));
    expect(rows).toHaveLength(61);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([15]));
    expect(rows.slice(1).map((row) => row[14])).toEqual(report.findings.map((finding) => finding.fingerprint));
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('no cell starts a formula: %j', (start) => {
    const [finding] = report.findings;
    if (!finding) throw new Error('The sample has findings.');
    const hostile = { ...finding, message: start, owner: start, path: start, evidence: [start], mend: start };
    const rows: string[][] = parse(text(auditCsv({ ...report, findings: [hostile] })));
    for (const cell of rows[1] ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  });

  test.each(hostileTexts)('quotes what could end a cell or a row: %j', (hostile) => {
    const rows: string[][] = parse(text(auditCsv(sampleReport({ ...small, hostile }))));
    expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 61 }, () => 15));
  });
});

describe('The JSON file', () => {
  test('is the whole report', () => {
    for (const findings of [0, 1, 60, 1_000, 2_001]) {
      const one = sampleReport({ repositories: 40, findings });
      expect(JSON.parse(text(auditJson(one)))).toEqual({ formatVersion: 1, ...one });
    }
  });
});

describe('The Markdown file', () => {
  const page = rendered(auditMarkdown(report));

  test('has every finding', () => {
    expect(page).toContain('<h1>Hub audit of acme-research</h1>');
    for (const { message } of report.findings) expect(page).toContain(message);
  });

  test('says how many findings it leaves out', () => {
    expect(auditMarkdown(sampleReport({ repositories: 900, findings: 2_500 }))).toContain('… and 500 more;');
  });

  test.each(hostileTexts)('keeps its structure whatever names hold: %j', (hostile) => {
    const hostilePage = rendered(auditMarkdown(sampleReport({ ...small, hostile })));
    expect(structure(hostilePage)).toEqual(structure(page));
    for (const address of addresses(hostilePage)) expect(address).toMatch(/^https:\/\/huggingface\.co\//);
  });
});

describe('The badges', () => {
  test('say the score and the findings in the form that shields.io reads', () => {
    expect(auditBadges(report)).toEqual({
      score: { schemaVersion: 1, label: 'hub audit', message: '82.4 / 100', color: 'yellow' },
      findings: {
        schemaVersion: 1,
        label: 'hub findings',
        message: expect.stringMatching(/^(\d+ critical, )?\d+ high, \d+ medium, \d+ low$/),
        color: expect.stringMatching(/^(red|orange)$/),
      },
    });
  });

  test('are green where nothing was found', () => {
    const { score, findings } = auditBadges(sampleReport({ repositories: 3, findings: 0 }));
    expect([score.color, findings.message, findings.color]).toEqual(['brightgreen', 'none', 'brightgreen']);
  });
});

describe('The issue', () => {
  const issue = auditIssue(report);

  test('starts with its marker and shows the findings', () => {
    expect(issue.title).toBe('Hub audit of acme-research');
    expect(issue.body.split('\n')[0]).toBe(issue.marker);
    expect(issue.body).toContain('Score 82.4 of 100');
    expect(issue.verdict).toBe('drift');
  });

  test('keeps title and marker from run to run', () => {
    const { title, marker } = auditIssue(sampleReport({ repositories: 90, findings: 400 }));
    expect({ title, marker }).toEqual({ title: issue.title, marker: issue.marker });
  });

  test('is clean where nothing was found', () => {
    expect(auditIssue(sampleReport({ repositories: 3, findings: 0 })).verdict).toBe('clean');
  });

  test('is not called clean where repositories could not be seen', () => {
    const clean = sampleReport({ repositories: 3, findings: 0 });
    const unseen = { rules: ['pickle-file'], repositories: 2, message: 'Two repositories could not be read.' };
    expect(auditIssue({ ...clean, incomplete: [unseen] }).verdict).toBe('unclear');
    expect(auditIssue({ ...clean, incomplete: [{ rules: [], message: 'A shard is missing.' }] }).verdict).toBe(
      'unclear',
    );
  });

  test('stays under the limit of a body at 100,000 findings', () => {
    const { body } = auditIssue(sampleReport({ repositories: 20_000, findings: 100_000 }));
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain('more, all of them');
  });

  test.each([...hostileTexts, 'x'.repeat(70_000)])(
    'has one marker and its length whatever names hold: %j',
    (hostile) => {
      const { title, marker, body } = auditIssue(sampleReport({ ...small, hostile }));
      expect(marker).toMatch(/^<!-- membrane-hub-action audit:[^-<> ]* -->$/);
      expect(title).not.toContain('\n');
      expect(title.length).toBeLessThanOrEqual(256);
      expect(body.length).toBeLessThanOrEqual(65_536);
    },
  );
});

describe('The files of a report', () => {
  test('have names of their own and a text each', () => {
    const files = reportFiles(report);
    expect(files.map((file) => file.name)).toEqual([
      'hub-audit.json',
      'hub-audit.html',
      'hub-audit.sarif',
      'hub-audit.csv',
      'hub-audit.md',
      'hub-audit-badge.json',
      'hub-audit-findings-badge.json',
    ]);
    for (const file of files) expect(text(file.chunks()).endsWith('\n')).toBe(true);
  });
});
