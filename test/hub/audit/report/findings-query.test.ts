import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, viewOf } from '../../../../src/hub/audit/report/browser/address.ts';
import {
  FindingsIndex,
  type FindingsQuery,
  sortColumns,
} from '../../../../src/hub/audit/report/browser/findings-query.ts';
import { tableData } from '../../../../src/hub/audit/report/page/embedded-data.ts';
import { sampleReport } from './sample-report.ts';

const report = sampleReport({ repositories: 200, findings: 600 });
const data = tableData(report);
const index = new FindingsIndex(data);
const everything = viewOf('').query;

function found(query: Partial<FindingsQuery>) {
  return index.select({ ...everything, ...query }).map((position) => {
    const finding = report.findings[position];
    if (!finding) throw new Error(`No finding at ${position}.`);
    return finding;
  });
}

describe('The table of findings', () => {
  test('starts with all of them in the order of the report', () => {
    expect(found({})).toEqual(report.findings);
  });

  test('filters by severity, rule, owner, type and novelty', () => {
    expect(found({ severities: ['critical', 'low'] })).toEqual(
      report.findings.filter(({ severity }) => severity === 'critical' || severity === 'low'),
    );
    expect(found({ rule: 'gating' })).toEqual(report.findings.filter(({ rule }) => rule === 'gating'));
    expect(found({ owner: 'grace' })).toEqual(report.findings.filter(({ owner }) => owner === 'grace'));
    expect(found({ owner: '-' })).toEqual(report.findings.filter(({ owner }) => owner === undefined));
    expect(found({ type: 'namespace' })).toEqual(report.findings.filter(({ subject }) => subject.kind === 'namespace'));
    expect(found({ onlyNew: true }).map(({ fingerprint }) => fingerprint)).toEqual(report.comparison?.new);
  });

  test('has nothing where a filter names what is not there', () => {
    for (const query of [{ rule: 'no-such-rule' }, { owner: 'nobody-of-ours' }, { severities: ['dreadful'] }]) {
      expect(found(query)).toEqual([]);
    }
  });

  test('searches for all words in whatever case, and for a quoted name as a whole', () => {
    const [first] = report.findings;
    const name = first?.subject.id ?? '';
    expect(found({ text: `  ${name.toUpperCase()} ${first?.rule}` })).toContainEqual(first);
    for (const finding of found({ text: `"${name}"` })) expect(finding.subject.id).toBe(name);
    expect(found({ text: first?.fingerprint ?? '' })).toEqual([first]);
    expect(found({ text: 'LICENSE: none' }).length).toBeGreaterThan(0);
    expect(found({ text: 'zzz-nothing' })).toEqual([]);
  });

  test.each(sortColumns)('sorts by %s both ways, the same findings in each', (sort) => {
    const up = found({ sort, descending: false });
    const down = found({ sort, descending: true });
    expect(new Set(up)).toEqual(new Set(report.findings));
    expect(new Set(down)).toEqual(new Set(up));
    expect(up).not.toEqual(down);
  });

  test('sorts names as people count: 9 before 10', () => {
    const names = found({ sort: 'subject', descending: false }).map(({ subject }) => subject.id);
    const collator = new Intl.Collator('en', { numeric: true });
    const ofRepositories = names.filter((name) => name.includes('/'));
    expect(ofRepositories).toEqual(ofRepositories.toSorted(collator.compare));
  });

  test('sorts dates with the newest first', () => {
    const dates = found({ sort: 'first-seen', descending: true }).map(({ firstSeen }) => firstSeen?.slice(0, 10));
    expect(dates).toEqual(dates.toSorted().reverse());
  });
});

describe('The address of a view', () => {
  const view = fc.record({
    query: fc.record({
      text: fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
      severities: fc.subarray(['critical', 'high', 'medium', 'low']),
      rule: fc.string(),
      owner: fc.string(),
      type: fc.constantFrom('', 'model', 'space'),
      onlyNew: fc.boolean(),
      sort: fc.constantFrom(...sortColumns),
      descending: fc.boolean(),
    }),
    page: fc.nat(10_000),
  });

  test('says the whole view', () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(viewOf(`#${hashOf(one)}`)).toEqual(one);
      }),
      { seed: 20_261_123, numRuns: 2_000 },
    );
  });

  test('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => {
        const { query, page } = viewOf(hash);
        expect(sortColumns).toContain(query.sort);
        expect(page).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20_261_123, numRuns: 2_000 },
    );
  });
});
