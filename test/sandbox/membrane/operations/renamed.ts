/**
 * The same operations as a workspace that named things otherwise offers them. This table is
 * the whole difference: for each parameter in the Hub's terms, where it lies in the renamed
 * action's input. A parameter that is not named here is called by its snake_case name.
 */
export interface Rename {
  /** Path in the renamed input: nested where longer than one. */
  to: readonly string[];
  /** Values that have other names there: [the Hub's, theirs]. */
  values?: readonly (readonly [unknown, unknown])[];
  /** A second path, for `namespace/name` split in two: `to` holds the namespace, this the name. */
  name?: readonly string[];
}

export interface RenamedOperation {
  parameters: Readonly<Record<string, Rename | 'absent'>>;
  /** How the output differs: lists in an object with the cursor, or a member renamed. */
  output?: { itemsAs: string; cursorAs: string };
}

const PLURAL = [
  ['model', 'models'],
  ['dataset', 'datasets'],
  ['space', 'spaces'],
] as const;

const split: Rename = { to: ['owner'], name: ['repo_name'] };
const nestedId: Rename = { to: ['repo', 'id'] };
const repoType: Rename = { to: ['repo_type'], values: PLURAL };
const nestedType: Rename = { to: ['repo', 'type'] };
const settingsVisibility: Rename = { to: ['settings', 'visibility'] };
const pageSize: Rename = { to: ['page_size'] };
const pageToken: Rename = { to: ['page_token'] };

const listing = (itemsAs: string, more: RenamedOperation['parameters'] = {}): RenamedOperation => ({
  parameters: {
    search: { to: ['query'] },
    author: { to: ['owner'] },
    filter: { to: ['tags'] },
    sort: { to: ['sort_by'] },
    direction: {
      to: ['order'],
      values: [
        [-1, 'desc'],
        [1, 'asc'],
      ],
    },
    limit: pageSize,
    cursor: pageToken,
    ...more,
  },
  output: { itemsAs, cursorAs: 'next_page_token' },
});

export const RENAMED: Readonly<Record<string, RenamedOperation>> = {
  'list-organization-members': {
    parameters: { organization: { to: ['org_name'] }, search: { to: ['query'] }, limit: pageSize, cursor: pageToken },
    output: { itemsAs: 'members', cursorAs: 'next_page_token' },
  },
  'list-repository-files': {
    parameters: {
      repository: nestedId,
      type: nestedType,
      revision: { to: ['ref'] },
      path: { to: ['folder'] },
      limit: pageSize,
      cursor: pageToken,
    },
    output: { itemsAs: 'files', cursorAs: 'next_page_token' },
  },
  'get-daily-papers': { parameters: { p: { to: ['page'] }, limit: pageSize, sort: { to: ['sort_by'] } } },
  'list-collections': {
    parameters: { q: { to: ['query'] }, item: { to: ['items'] }, limit: pageSize, cursor: pageToken },
    output: { itemsAs: 'collections', cursorAs: 'next_page_token' },
  },
  'get-discussion': { parameters: { repository: split, type: repoType, num: { to: ['discussion_number'] } } },
  'list-discussions': {
    parameters: {
      repository: split,
      type: repoType,
      kind: { to: ['discussion_type'] },
      p: { to: ['page'] },
      sort: { to: ['sort_by'] },
    },
  },
  'get-space': { parameters: { repository: { to: ['space_id'] }, expand: { to: ['fields'] } } },
  'list-spaces': listing('spaces'),
  'get-dataset': { parameters: { repository: { to: ['dataset_id'] }, expand: { to: ['fields'] } } },
  'list-datasets': listing('datasets'),
  'get-model': { parameters: { repository: { to: ['model_id'] }, expand: { to: ['fields'] } } },
  'list-models': listing('models', { pipeline_tag: { to: ['task'] } }),
  'get-current-user': { parameters: {} },
  'create-repository': {
    parameters: { repository: split, type: repoType, visibility: settingsVisibility, private: 'absent' },
  },
  'duplicate-repository': {
    parameters: {
      repository: { to: ['source', 'repo_id'] },
      target: { to: ['destination', 'repo_id'] },
      type: repoType,
      visibility: { to: ['destination', 'visibility'] },
      private: 'absent',
    },
  },
  'move-repository': {
    parameters: { fromRepo: { to: ['source_repo_id'] }, toRepo: { to: ['destination_repo_id'] }, type: repoType },
  },
  'update-model-settings': {
    parameters: {
      repository: { to: ['model_id'] },
      visibility: settingsVisibility,
      private: 'absent',
      gated: { to: ['settings', 'gated'] },
      discussionsDisabled: { to: ['settings', 'discussions_disabled'] },
    },
  },
  'create-collection': {
    parameters: {
      title: { to: ['collection', 'title'] },
      description: { to: ['collection', 'description'] },
      namespace: { to: ['owner'] },
      private: {
        to: ['visibility'],
        values: [
          [true, 'private'],
          [false, 'public'],
        ],
      },
    },
  },
  'create-discussion': {
    parameters: {
      repository: split,
      type: repoType,
      description: { to: ['body'] },
      pullRequest: { to: ['is_pull_request'] },
    },
  },
  'comment-discussion': {
    parameters: {
      repository: split,
      type: repoType,
      num: { to: ['discussion_number'] },
      comment: { to: ['body'] },
    },
  },
  'create-tag': {
    parameters: {
      repository: nestedId,
      type: nestedType,
      tag: { to: ['tag_name'] },
      revision: { to: ['target', 'ref'] },
    },
  },
  'get-collection': { parameters: { slug: { to: ['collection_slug'] } } },
  'get-organization': { parameters: { organization: { to: ['org_name'] } } },
  'delete-repository': { parameters: { repository: nestedId, type: nestedType } },
};
