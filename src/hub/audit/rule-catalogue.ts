import type { Rule } from './rule.ts';
import { gatingRequired, resourceGroupRequired, visibilityNotAllowed } from './rules/access.ts';
import { cardMetadataMissing, cardMissing, cardSectionMissing } from './rules/cards.ts';
import { discussionsDisabled, staleDiscussion, stalePullRequest } from './rules/discussions.ts';
import { fileTooLarge, pickleFile, safetensorsOnly, secretFileName, unsafeScan } from './rules/files.ts';
import { derivativeUnlicensed, licenseMissing, licenseNotAllowed } from './rules/licensing.ts';
import {
  adminNotListed,
  externalCollaborator,
  memberNotListed,
  resourceGroupUnused,
  secondFactorMissing,
} from './rules/members.ts';
import { namespaceOverBudget, repositoryOverBudget } from './rules/storage.ts';
import {
  nameNotAllowed,
  paidHardwareAwake,
  repositoryDisabled,
  spaceFailing,
  staleRepository,
} from './rules/upkeep.ts';

/** Every rule, in the order reports and documentation show them. */
export const ruleCatalogue: readonly Rule[] = [
  visibilityNotAllowed,
  gatingRequired,
  licenseMissing,
  licenseNotAllowed,
  derivativeUnlicensed,
  cardMissing,
  cardSectionMissing,
  cardMetadataMissing,
  pickleFile,
  unsafeScan,
  safetensorsOnly,
  secretFileName,
  fileTooLarge,
  repositoryOverBudget,
  namespaceOverBudget,
  nameNotAllowed,
  staleRepository,
  repositoryDisabled,
  spaceFailing,
  paidHardwareAwake,
  staleDiscussion,
  stalePullRequest,
  discussionsDisabled,
  adminNotListed,
  secondFactorMissing,
  memberNotListed,
  externalCollaborator,
  resourceGroupRequired,
  resourceGroupUnused,
];
