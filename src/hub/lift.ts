import { isRecord, type JsonObject, ownProperty } from './json.ts';
import type { AnswerShape, Column, HubOperation } from './operation.ts';
import type { Cell, ResultTable } from './operation-result.ts';
import type { ListedItems } from './pages/item-store.ts';

/** Rows of a summary's table; how many more there are is said below it. */
const shownRows = 50;

/** Keys under which actions wrap what the Hub answered. */
const wrappers = ['data', 'result', 'response', 'body', 'output'];
const listKeys = ['items', 'results', 'data', 'list', 'records'];

/** What becomes outputs of its own. */
export interface Lifted {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly count?: number | undefined;
  readonly table?: ResultTable | undefined;
  readonly list?: ListedItems | undefined;
}

/** Reads identifier, address, count and table out of an answer, whether it is the Hub's own or an action's. */
export function liftResult(operation: HubOperation, params: JsonObject, answer: unknown): Lifted {
  const core = unwrap(answer);
  const items = operation.columns.length > 0 ? itemsOf(core, operation.answer) : undefined;
  return {
    id: identifierOf(core, operation.answer),
    url: addressOf(core) ?? operation.page(params, core),
    count: items?.length,
    table: items && toTable(items, operation.columns),
    list: items && { count: items.length, items },
  };
}

/** `{data: {…}}` holds what matters one level down, as long as nothing stands beside it. */
export function unwrap(answer: unknown): unknown {
  if (!isRecord(answer)) return answer;
  // The Hub itself says `{success: true, data: …}` of some changes.
  const [only, another] = Object.keys(answer).filter((key) => key !== 'success');
  if (only === undefined || another !== undefined || !wrappers.includes(only)) return answer;
  const inner = ownProperty(answer, only);
  return isRecord(inner) || Array.isArray(inner) ? inner : answer;
}

/** The list in an answer: the answer itself, what the row says it is called, or the only list there is. */
export function itemsOf(answer: unknown, shape: AnswerShape): readonly unknown[] | undefined {
  if (Array.isArray(answer)) return answer;
  if (!isRecord(answer)) return undefined;
  const together = (shape.together ?? [])
    .map((key) => ownProperty(answer, key))
    .filter((value) => Array.isArray(value));
  if (together.length > 0) return together.flat();
  for (const key of [...(shape.items ?? []), ...listKeys]) {
    const value = ownProperty(answer, key);
    if (Array.isArray(value)) return value;
    if (isRecord(value) && key === 'data') return itemsOf(value, shape);
  }
  const [only, another] = Object.values(answer).filter((value) => Array.isArray(value));
  return another === undefined ? only : undefined;
}

function identifierOf(answer: unknown, shape: AnswerShape): string | undefined {
  for (const key of shape.id ?? []) {
    const value = ownProperty(answer, key);
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

const addressKeys = ['url', 'htmlUrl', 'html_url', 'webUrl', 'shareUrl', 'link'];

function addressOf(answer: unknown): string | undefined {
  const found = addressKeys.map((key) => ownProperty(answer, key)).find((value) => typeof value === 'string');
  return typeof found === 'string' && isWebAddress(found) ? found : undefined;
}

/** An address from outside becomes a link that people click: only the web's own schemes may. */
function isWebAddress(text: string): boolean {
  const scheme = URL.parse(text)?.protocol;
  return scheme === 'https:' || scheme === 'http:';
}

function toTable(items: readonly unknown[], columns: readonly Column[]): ResultTable {
  return {
    columns: columns.map(({ heading }) => heading),
    rows: items.slice(0, shownRows).map((item) => columns.map((column) => cellOf(item, column))),
    total: items.length,
  };
}

function cellOf(item: unknown, column: Column): Cell {
  for (const path of column.paths) {
    const value = path.reduce<unknown>(stepInto, item);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  }
  return undefined;
}

/** A number steps into a list: `authors.0.user`. */
function stepInto(value: unknown, key: string): unknown {
  return Array.isArray(value) ? value[Number(key)] : ownProperty(value, key);
}
