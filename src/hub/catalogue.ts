import { audit, auditMerge, auditPlan } from './built-in/audit.ts';
import { batchOf } from './built-in/batch.ts';
import { downloadFile } from './built-in/download-file.ts';
import { ensureConnection } from './built-in/ensure-connection.ts';
import { login } from './built-in/login.ts';
import { publish } from './built-in/publish.ts';
import { request } from './built-in/request.ts';
import { runAction } from './built-in/run-action.ts';
import { searchActions } from './built-in/search-actions.ts';
import { apply, snapshot } from './built-in/settings-as-code.ts';
import { setup } from './built-in/setup.ts';
import type { Operation } from './operation.ts';
import { deleteCollection, getCollection, updateCollection } from './operations/collection-changes.ts';
import { addCollectionItem, removeCollectionItem } from './operations/collection-items.ts';
import { createCollection, listCollections } from './operations/collections.ts';
import { listCommits } from './operations/commits.ts';
import { createRepository } from './operations/create-repository.ts';
import { getDataset, listDatasets } from './operations/datasets.ts';
import { commentDiscussion, mergePullRequest, updateDiscussion } from './operations/discussion-changes.ts';
import { createDiscussion, getDiscussion, listDiscussions } from './operations/discussions.ts';
import { getModel, listModels, updateModelSettings } from './operations/models.ts';
import { getOrganization, listOrganizationMembers } from './operations/organizations.ts';
import { getDailyPapers } from './operations/papers.ts';
import { createBranch, createTag, deleteBranch, deleteTag, listRefs } from './operations/references.ts';
import { deleteRepository, duplicateRepository, moveRepository } from './operations/repositories.ts';
import { repositoryExists } from './operations/repository-exists.ts';
import { listRepositoryFiles } from './operations/repository-files.ts';
import { updateDatasetSettings, updateSpaceSettings } from './operations/repository-settings.ts';
import { pauseSpace, restartSpace, setSpaceHardware } from './operations/space-runtime.ts';
import { setSpaceSecret, setSpaceVariable } from './operations/space-settings.ts';
import { getSpace, listSpaces } from './operations/spaces.ts';
import { getCurrentUser } from './operations/users.ts';

/** Every operation, in the order in which the documentation shows them. */
export const catalogue: readonly Operation[] = [
  createRepository,
  duplicateRepository,
  moveRepository,
  deleteRepository,
  repositoryExists,
  listRepositoryFiles,
  listRefs,
  createBranch,
  deleteBranch,
  createTag,
  deleteTag,
  listCommits,
  getModel,
  listModels,
  updateModelSettings,
  getDataset,
  listDatasets,
  updateDatasetSettings,
  getSpace,
  listSpaces,
  updateSpaceSettings,
  restartSpace,
  pauseSpace,
  setSpaceHardware,
  setSpaceSecret,
  setSpaceVariable,
  createDiscussion,
  getDiscussion,
  listDiscussions,
  commentDiscussion,
  updateDiscussion,
  mergePullRequest,
  createCollection,
  listCollections,
  getCollection,
  updateCollection,
  deleteCollection,
  addCollectionItem,
  removeCollectionItem,
  listOrganizationMembers,
  getOrganization,
  getDailyPapers,
  getCurrentUser,
  publish,
  audit,
  auditPlan,
  auditMerge,
  snapshot,
  apply,
  downloadFile,
  batchOf(() => catalogue.filter(({ kind }) => kind !== 'step')),
  request,
  searchActions,
  runAction,
  ensureConnection,
  login,
  setup,
];

export function findOperation(key: string): Operation | undefined {
  return catalogue.find((operation) => operation.key === key);
}
