import { visible } from '../../../../text/harmless-text.ts';
import type { AuditReport, Finding } from '../../findings.ts';
import { chunked } from '../chunks.ts';
import { worstFirst } from '../tally.ts';
import { subjectName } from '../words.ts';
import { safeAddress } from './markup.ts';
import type { TableData, TableRow, TableRule, TableSubject } from './table-data.ts';

/** JSON that stays inside its script element, whatever the texts hold: no `<` is left that could end it. */
export function* embeddedData(report: AuditReport): Generator<string> {
  const { rows, ...lists } = tableData(report);
  yield `${harmlessJson(lists).slice(0, -1)},"rows":[`;
  yield* chunked(rows, harmlessJson, ',');
  yield ']}';
}

function harmlessJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function tableData(report: AuditReport): TableData {
  const titles = new Map(report.rules.map((rule) => [rule.id, rule.title]));
  const rules = new Shared<TableRule>();
  const subjects = new Shared<TableSubject>();
  const owners = new Shared<string>();
  const mends = new Shared<string>();
  const isNew = new Set(report.comparison?.new);
  const rows = report.findings.map(
    (finding): TableRow => [
      worstFirst.indexOf(finding.severity),
      rules.index(finding.rule, () => ({ id: visible(finding.rule), title: visible(titles.get(finding.rule) ?? '') })),
      subjects.index(subjectIdentity(finding), () => subjectOf(finding)),
      finding.owner ? owners.index(finding.owner, visible) : -1,
      mends.index(finding.mend, visible),
      isNew.has(finding.fingerprint) ? 1 : 0,
      visible(finding.firstSeen ?? '').slice(0, 10),
      visible(finding.message),
      visible(finding.path ?? ''),
      finding.fingerprint,
      ...finding.evidence.map(visible),
    ],
  );
  const lists = { rules: rules.items, subjects: subjects.items, owners: owners.items, mends: mends.items };
  return { severities: worstFirst, ...lists, rows };
}

function subjectIdentity({ subject }: Finding): string {
  return `${subject.kind === 'repository' ? subject.type : subject.kind} ${subjectName(subject)}`;
}

function subjectOf({ subject }: Finding): TableSubject {
  const type = subject.kind === 'repository' ? subject.type : subject.kind;
  return { type, name: visible(subjectName(subject)), url: safeAddress(subject.url) };
}

/** Keeps one copy of what many rows share. */
class Shared<T> {
  readonly items: T[] = [];
  readonly #indices = new Map<string, number>();

  index(key: string, make: (key: string) => T): number {
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#indices.set(key, this.items.length);
    return this.items.push(make(key)) - 1;
  }
}
