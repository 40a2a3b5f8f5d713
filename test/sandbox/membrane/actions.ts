import { idFor } from './connections.ts';
import { invalidRequest, notFound } from './envelope.ts';
import { type Dialect, operationsIn, type WorkspaceOperation } from './operations/dialect.ts';
import type { Schema } from './operations/operation.ts';

/** An action of the workspace, as its list shows it. */
export interface Action {
  id: string;
  /** Absent on some: actions made from a description have none. */
  key?: string;
  name: string;
  description: string;
  inputSchema: Schema;
  outputSchema: Schema;
  /** What it does; absent on the ones that only stand beside the twenty. */
  operation?: WorkspaceOperation;
}

export interface ActionQuery {
  intent?: string | undefined;
  search?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Longest `intent` that Membrane takes, in characters. */
const INTENT_LIMIT = 200;

const ANY_OBJECT: Schema = { type: 'object', properties: {} };

/** Near in name to the twenty, and none of them. */
const NEIGHBOURS: readonly [key: string | undefined, name: string, description: string][] = [
  ['create-repository-webhook', 'Create repository webhook', 'Creates a webhook that watches a repository.'],
  ['create-repository-from-template', 'Create repository from template', 'Creates a repository from a template.'],
  ['list-models-legacy', 'List models (legacy)', 'Lists models the old way. Deprecated.'],
  ['get-model-card', 'Get model card', 'Returns the README of a model.'],
  ['delete-repository-branch', 'Delete repository branch', 'Deletes a branch of a repository.'],
  ['create-discussion-comment', 'Create discussion comment', 'Comments on a discussion.'],
  ['update-model-settings-bulk', 'Update model settings (bulk)', 'Changes settings of many models.'],
  [undefined, 'Create repository and add files', 'Creates a repository and uploads files to it.'],
  ['', 'List organization members and roles', 'Lists members of an organization with roles.'],
];

export class Actions {
  readonly #all: readonly Action[];

  constructor(dialect: Dialect) {
    const neighbours = NEIGHBOURS.map(([key, name, description]) => neighbour(key, name, description));
    const twenty = operationsIn(dialect).map((operation) => ofOperation(operation, dialect));
    this.#all = [...neighbours, ...twenty];
  }

  /** By id or by key. @throws MembraneFailure 404 */
  get(idOrKey: string): Action {
    const found = this.#all.find(({ id, key }) => id === idOrKey || (key !== '' && key === idOrKey));
    if (!found) throw notFound(`Action "${idOrKey}"`);
    return found;
  }

  /** A page of the list; with an intent the likeliest first, never with a cursor. */
  find({ intent, search, limit, cursor }: ActionQuery): { items: Action[]; cursor?: string } {
    if (intent !== undefined && intent.length > INTENT_LIMIT) {
      throw invalidRequest(`intent: at most ${INTENT_LIMIT} characters`);
    }
    if (intent) return { items: this.#byIntent(intent).slice(0, limit) };
    const start = offsetOf(cursor);
    const matching = this.#all.filter(({ name }) => name.toLowerCase().includes((search ?? '').toLowerCase()));
    const items = matching.slice(start, start + limit);
    const end = start + items.length;
    return end < matching.length ? { items, cursor: String(end) } : { items };
  }

  /** Neighbours stand before the twenty, so that of two equally near ones the wrong one comes first. */
  #byIntent(intent: string): Action[] {
    const wanted = new Set(wordsOf(intent));
    const scored = this.#all.map((action) => ({ action, score: likeness(action, wanted) }));
    return scored
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .map(({ action }) => action);
  }
}

function neighbour(key: string | undefined, name: string, description: string): Action {
  const id = idFor(`action ${name}`);
  const schemas = { inputSchema: ANY_OBJECT, outputSchema: ANY_OBJECT };
  return key === undefined ? { id, name, description, ...schemas } : { id, key, name, description, ...schemas };
}

function ofOperation(operation: WorkspaceOperation, dialect: Dialect): Action {
  const { key, name, description, inputSchema, outputSchema } = operation;
  return { id: idFor(`action ${dialect} ${key}`), key, name, description, inputSchema, outputSchema, operation };
}

/** Words of the name count twice: a short intent is usually a name. */
function likeness(action: Action, wanted: ReadonlySet<string>): number {
  const hits = (text: string) => new Set(wordsOf(text).filter((word) => wanted.has(word))).size;
  return 2 * hits(action.name) + hits(action.description);
}

/** Lower case, without a plural's s. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]+/g) ?? []).map((word) => word.replace(/s$/, ''));
}

/** The SDK's findAll starts at cursor '0'. */
function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d+$/.test(cursor)) throw invalidRequest('cursor is not one of ours');
  return Number(cursor);
}
