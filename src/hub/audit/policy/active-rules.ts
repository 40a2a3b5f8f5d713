import { z } from 'zod';
import type { RuleDescription, Severity } from '../findings.ts';
import { auditedTypes } from '../findings.ts';
import { type Matcher, repositoryMatcher } from '../patterns.ts';
import type { ActiveNamespaceRule, ActiveRepositoryRule, NamespaceRule, RepositoryRule, Rule } from '../rule.ts';
import { ruleCatalogue } from '../rule-catalogue.ts';
import { factsNamedBy, prepareCustomRule, typesOf } from './custom-rule.ts';
import type { CustomRuleEntry, Policy } from './policy-schema.ts';

/** The rules a policy turns on, with its severities, options and limits. */
export interface ActiveRules {
  readonly repository: readonly ActiveRepositoryRule[];
  readonly namespace: readonly ActiveNamespaceRule[];
  /** In the catalogue's order, custom rules last. */
  readonly descriptions: readonly RuleDescription[];
}

type Entry = NonNullable<Policy['rules'][string]>;

/** `rulesPage` is the address of the documentation of rules. */
export function activeRules(policy: Policy, rulesPage: string): ActiveRules {
  const chosen = ruleCatalogue.flatMap((rule) => {
    const entry = policy.rules[rule.id];
    const severity = severityOf(rule, entry, policy.extends === 'recommended');
    return severity === undefined ? [] : [{ rule, entry, description: describe(rule, severity, rulesPage) }];
  });
  const repository = chosen.flatMap(({ rule, entry, description }) =>
    rule.scope === 'repository' ? [activeRepositoryRule(rule, entry, description)] : [],
  );
  const namespace = chosen.flatMap(({ rule, entry, description }) =>
    rule.scope === 'namespace' ? [activeNamespaceRule(rule, entry, description)] : [],
  );
  const custom = policy.custom.map((entry) => activeCustomRule(entry, rulesPage));
  const descriptions = [...chosen, ...custom].map((one) => one.description);
  return { repository: [...repository, ...custom], namespace, descriptions };
}

function severityOf(rule: Rule, entry: Entry | undefined, recommended: boolean): Severity | undefined {
  if (!entry) return recommended && rule.recommended === true ? rule.severity : undefined;
  if (entry.severity === 'off') return undefined;
  return entry.severity ?? rule.severity;
}

function describe(rule: Rule, severity: Severity, rulesPage: string): RuleDescription {
  const { id, title, protects, mend, fixable = false } = rule;
  return { id, title, severity, protects, mend, fixable, custom: false, helpUrl: `${rulesPage}#${id}` };
}

/** What entries of repository rules may say beside their own options; the policy's schema has checked it. */
const limits = z.object({
  types: z.array(z.enum(auditedTypes)).optional(),
  only: z.array(z.string()).optional(),
  except: z.array(z.string()).optional(),
});

function coveredBy({ only, except }: Pick<z.infer<typeof limits>, 'only' | 'except'>): Matcher {
  const inside = only ? repositoryMatcher(only) : () => true;
  const outside = except ? repositoryMatcher(except) : () => false;
  return (id) => inside(id) && !outside(id);
}

function activeRepositoryRule(
  rule: RepositoryRule,
  entry: Entry | undefined,
  description: RuleDescription,
): ActiveRepositoryRule {
  const limited = limits.parse(entry ?? {});
  const types = rule.types.filter((type) => limited.types?.includes(type) ?? true);
  return { ...rule.prepareWith(entry ?? {}), description, types, reads: rule.reads, covers: coveredBy(limited) };
}

function activeNamespaceRule(
  rule: NamespaceRule,
  entry: Entry | undefined,
  description: RuleDescription,
): ActiveNamespaceRule {
  return { description, needs: rule.needs, reads: rule.reads, check: rule.prepareWith(entry ?? {}) };
}

function activeCustomRule(entry: CustomRuleEntry, rulesPage: string): ActiveRepositoryRule {
  const { id, title, severity, protects, mend } = entry;
  const helpUrl = `${rulesPage}#custom-rules`;
  const description = { id, title, severity, protects, mend, fixable: false, custom: true, helpUrl };
  const types = auditedTypes.filter((type) => typesOf(entry).includes(type));
  return { ...prepareCustomRule(entry), description, types, reads: factsNamedBy(entry), covers: coveredBy(entry) };
}
