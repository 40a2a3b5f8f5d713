import { z } from 'zod';
import type { NamespaceFactName, RepositoryRule, Rule } from '../../src/hub/audit/rule.ts';
import { ruleCatalogue } from '../../src/hub/audit/rule-catalogue.ts';
import { kebabCase } from '../../src/hub/name-forms.ts';
import { readParameters } from '../../src/hub/parameters.ts';
import { allowedText } from '../../src/hub/schema-keywords.ts';
import { markdownTable } from './markdown-table.ts';

const introduction = `# Audit rules

Generated from the code by \`scripts/audit-docs.ts\`; edit the rules, not this page.

\`operation: audit\` asks these rules of every repository of a namespace. A policy turns them on, with a severity and
options; \`extends: recommended\` (the default) turns on those marked *recommended*.

\`\`\`yaml
# yaml-language-server: $schema=../schemas/audit-policy.schema.json
version: 1
extends: recommended
rules:
  license-missing: critical
  license-not-allowed:
    severity: medium
    allow: [apache-2.0, mit]
    except: ['sandbox-*']
  pickle-file: 'off'
custom:
  - id: has-arxiv
    title: Published models name their paper
    severity: low
    types: [model]
    jmespath: "private || tags[?starts_with(@, 'arxiv:')]"
exemptions:
  - rule: stale-repository
    repositories: ['archive-*']
    until: 2026-12-31
    reason: Kept for the paper's readers until the revision is out.
owners:
  - repositories: ['nlp-*']
    owner: '@my-org/nlp'
\`\`\`

Every rule takes \`severity\` (\`off\` turns it off); rules about repositories also take \`types\`, \`only\` and \`except\`
(globs; with a slash over the full name, without one over the name alone).
`;

const custom = `## Custom rules

\`custom\` holds rules of your own, asked over the record of each repository: a JMESPath expression (\`jmespath\`) whose
answer is false, null or empty where the rule is broken, or a JSON Schema (\`schema\`, 2020-12) the record must fit.
The record has \`type\`, \`id\`, \`name\`, \`private\`, \`createdAt\`, \`lastModified\`, \`sha\`, and, where the rule names them,
\`disabled\`, \`gated\`, \`tags\`, \`likes\`, \`downloads\`, \`pipelineTag\`, \`libraryName\`, \`cardData\` (the README's front
matter), \`licenses\`, \`baseModels\`, \`evaluated\`, \`files\` (paths), \`usedStorage\` (bytes), \`resourceGroup\` (\`id\`,
\`name\`), \`runtime\` (\`stage\`, \`hardware\`, \`requestedHardware\`, \`sleepAfterSeconds\`) and \`sdk\`.
`;

/** The page of all rules. */
export function rulesDocument(): string {
  const overview = markdownTable(
    ['Rule', 'Severity', 'Recommended', 'Mended by `fix`', 'What it asks'],
    ruleCatalogue.map((rule) => [
      `[\`${rule.id}\`](#${rule.id})`,
      rule.severity,
      rule.recommended === true ? 'yes' : '',
      rule.fixable === true ? 'yes' : '',
      rule.title,
    ]),
  );
  return [introduction, overview, '', ...ruleCatalogue.map(ruleSection), custom].join('\n');
}

function ruleSection(rule: Rule): string {
  const options = optionsTable(rule);
  return [
    `## ${rule.id}`,
    '',
    `${rule.title}. Severity: ${rule.severity}.`,
    '',
    `*Protects:* ${rule.protects}`,
    '',
    `*Mend:* ${rule.mend}`,
    '',
    `*Looks at:* ${rule.scope === 'repository' ? repositoryCost(rule) : namespaceCosts[rule.needs]}`,
    '',
    ...(options === '' ? [] : [options, '']),
  ].join('\n');
}

const costs = {
  scan: 'the security scan, a request for each repository with files that can do harm',
  sizes: 'the list of files, a request for each repository large enough to hold such a file',
  card: 'the README, a request for each repository that has one, once a commit',
  discussions: 'open discussions, a request for each repository, again only when one could have become too old',
  baseLicenses: 'the base models, a request for each, where no license is named',
} as const;

function repositoryCost(rule: RepositoryRule): string {
  const types = rule.types.map((type) => `${type}s`).join(', ');
  const need = rule.prepareWith(exampleOptions(rule)).need;
  return `${types}; ${need ? costs[need.fact] : 'nothing beyond the lists, a thousand repositories a request'}.`;
}

const namespaceCosts: Readonly<Record<NamespaceFactName, string>> = {
  members: 'the members of the organization, a thousand a request.',
  resourceGroups: 'the resource groups of the organization, one request.',
  totals: 'the sums over all repositories; nothing beyond the lists.',
};

/** Options that every rule takes: what it needs does not depend on them. */
const exampleValues: Readonly<Record<string, unknown>> = {
  allow: ['example'],
  fields: ['license'],
  limit: 1,
  sections: ['Uses'],
};

function exampleOptions(rule: RepositoryRule): Record<string, unknown> {
  const names = rule.id === 'visibility-not-allowed' ? [{ names: ['*'], visibility: 'private' }] : undefined;
  const needed = readParameters(z.object(rule.options)).filter((option) => option.required);
  return Object.fromEntries(needed.map(({ name }) => [name, name === 'names' && names ? names : exampleValues[name]]));
}

function optionsTable(rule: Rule): string {
  const options = readParameters(z.object(rule.options));
  if (options.length === 0) return '';
  return markdownTable(
    ['Option', 'Type', 'Default', 'Meaning'],
    options.map((option) => [
      `\`${kebabCase(option.name)}\``,
      allowedText(option.json),
      option.required ? '**required**' : defaultText(option.type.parse(undefined)),
      option.doc,
    ]),
  );
}

function defaultText(value: unknown): string {
  if (value === undefined) return '';
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return text === '' ? 'none' : `\`${text}\``;
}
