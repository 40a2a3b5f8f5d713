import { ensureConnection } from './built-in/ensure-connection.ts';
import { request } from './built-in/request.ts';
import { runAction } from './built-in/run-action.ts';
import { searchActions } from './built-in/search-actions.ts';
import type { Operation } from './operation.ts';
import { createCollection, listCollections } from './operations/collections.ts';
import { createRepository } from './operations/create-repository.ts';
import { getDataset, listDatasets } from './operations/datasets.ts';
import { createDiscussion, getDiscussion, listDiscussions } from './operations/discussions.ts';
import { getModel, listModels, updateModelSettings } from './operations/models.ts';
import { listOrganizationMembers } from './operations/organizations.ts';
import { getDailyPapers } from './operations/papers.ts';
import { deleteRepository, duplicateRepository, moveRepository } from './operations/repositories.ts';
import { listRepositoryFiles } from './operations/repository-files.ts';
import { getSpace, listSpaces } from './operations/spaces.ts';
import { getCurrentUser } from './operations/users.ts';

/** Every operation, in the order in which the documentation shows them. */
export const catalogue: readonly Operation[] = [
  createRepository,
  duplicateRepository,
  moveRepository,
  deleteRepository,
  listRepositoryFiles,
  getModel,
  listModels,
  updateModelSettings,
  getDataset,
  listDatasets,
  getSpace,
  listSpaces,
  createDiscussion,
  getDiscussion,
  listDiscussions,
  createCollection,
  listCollections,
  listOrganizationMembers,
  getDailyPapers,
  getCurrentUser,
  request,
  searchActions,
  runAction,
  ensureConnection,
];

export function findOperation(key: string): Operation | undefined {
  return catalogue.find((operation) => operation.key === key);
}
