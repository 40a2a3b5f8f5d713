import { auditedTypes } from '../findings.ts';
import { defineNamespaceRule, defineRepositoryRule } from '../rule.ts';
import { bytes, inBytes } from './options.ts';

export const repositoryOverBudget = defineRepositoryRule({
  id: 'repository-over-budget',
  title: 'Repositories stay within their storage budget',
  severity: 'low',
  protects: 'The storage the organization pays for.',
  mend: 'Delete old files and squash the history, or ask for a larger budget.',
  types: ['model', 'dataset', 'space'],
  reads: ['usedStorage'],
  options: { limit: bytes('What one repository may take, history included: bytes, or a text such as `500 GB`.') },
  prepare({ limit }) {
    return (record) =>
      record.usedStorage === undefined || record.usedStorage <= limit
        ? []
        : [
            {
              message: `It takes ${inBytes(record.usedStorage)}; ${inBytes(limit)} are allowed.`,
              evidence: [`storage: ${inBytes(record.usedStorage)}`],
            },
          ];
  },
});

export const namespaceOverBudget = defineNamespaceRule({
  id: 'namespace-over-budget',
  title: 'The namespace stays within its storage budget',
  severity: 'medium',
  protects: 'The storage the organization pays for.',
  mend: 'Delete what is no longer needed, largest first, or raise the budget.',
  needs: 'totals',
  reads: ['usedStorage'],
  options: { limit: bytes('What all audited repositories may take together: bytes, or a text such as `5 TB`.') },
  prepare({ limit }) {
    return ({ totals }) => {
      const used = auditedTypes.reduce((sum, type) => sum + totals.usedStorage[type], 0);
      if (used <= limit) return [];
      const parts = auditedTypes.map((type) => `${type}s: ${inBytes(totals.usedStorage[type])}`);
      const message = `Its repositories take ${inBytes(used)} together; ${inBytes(limit)} are allowed.`;
      return [{ message, evidence: parts }];
    };
  },
});
