import type { TableData, TableRow } from '../page/table-data.ts';
import { element } from './element.ts';

/** Makes the two rows of a finding: what one sees in the list, and what opens below it. */
export class FindingRows {
  readonly #data: TableData;

  constructor(data: TableData) {
    this.#data = data;
  }

  of(position: number): HTMLElement[] {
    const row = this.#data.rows[position];
    if (!row) return [];
    const details = this.#details(row, `finding-${position}`);
    return [this.#summary(row, details), details];
  }

  #summary(row: TableRow, details: HTMLElement): HTMLElement {
    const { severities, rules, owners } = this.#data;
    const [severity, rule, subject, owner, , isNew, firstSeen, message] = row;
    const name = severities[severity] ?? '';
    return element(
      'tr',
      { role: 'row' },
      cell('severity', severityLabel(name)),
      cell('subject', this.#repository(subject), ...this.#kind(subject)),
      cell('rule', element('code', {}, rules[rule]?.id ?? '')),
      cell('message', disclosure(message, details), ...(isNew ? [' ', element('span', { class: 'new' }, 'new')] : [])),
      cell('owner', owners[owner] ?? ''),
      cell('first-seen', firstSeen),
    );
  }

  #details(row: TableRow, id: string): HTMLElement {
    const [, rule, subject, , mend, , , , path, fingerprint, ...evidence] = row;
    const { rules, mends, subjects } = this.#data;
    const facts: (readonly [string, readonly (Node | string)[]])[] = [
      ['Rule', [rules[rule]?.title ?? '']],
      ['Seen', evidence.map((fact) => element('code', {}, fact))],
      ['File', path === '' ? [] : [this.#file(subject, path)]],
      ['How to mend', [mends[mend] ?? '']],
      ['Where', [this.#repository(subject), ` (${subjects[subject]?.type ?? ''})`]],
      ['Fingerprint', [element('code', {}, fingerprint)]],
    ];
    const list = facts
      .filter(([, values]) => values.some((value) => value !== ''))
      .flatMap(([name, values]) => [
        element('dt', {}, name),
        element('dd', {}, ...values.flatMap((one) => [one, ' '])),
      ]);
    const content = element('td', { role: 'cell', colspan: '6' }, element('dl', {}, ...list));
    return element('tr', { role: 'row', class: 'details', id, hidden: '' }, content);
  }

  #repository(index: number): Node | string {
    const subject = this.#data.subjects[index];
    if (!subject) return '';
    // The namespace is the same in every row, and said at the top.
    const name = subject.name.slice(subject.name.indexOf('/') + 1);
    return subject.url === '' ? name : element('a', { href: subject.url, rel: 'noreferrer' }, name);
  }

  #file(index: number, path: string): Node {
    const url = this.#data.subjects[index]?.url ?? '';
    const name = element('code', {}, path);
    if (url === '') return name;
    const address = `${url}/blob/main/${path.split('/').map(encodeURIComponent).join('/')}`;
    return element('a', { href: address, rel: 'noreferrer' }, name);
  }

  #kind(index: number): (Node | string)[] {
    const type = this.#data.subjects[index]?.type ?? '';
    return type === 'dataset' || type === 'space' ? [' ', element('span', { class: 'kind' }, type)] : [];
  }
}

function cell(column: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element('td', { role: 'cell', class: column }, ...children);
}

/** The same shape as in the rest of the page: copied, since the page draws them all. */
function severityLabel(severity: string): Node {
  const icon = document.querySelector(`svg.icon.${CSS.escape(severity)}`)?.cloneNode(true);
  return element('span', { class: `badge ${severity}` }, ...(icon ? [icon] : []), severity);
}

function disclosure(message: string, details: HTMLElement): HTMLElement {
  const button = element('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': details.id }, message);
  button.addEventListener('click', () => {
    details.hidden = !details.hidden;
    button.setAttribute('aria-expanded', String(!details.hidden));
  });
  return button;
}
