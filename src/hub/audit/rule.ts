import { z } from 'zod';
import type { BaseLicenses } from './facts/base-licenses.ts';
import type { CardText } from './facts/card-text.ts';
import type { FileSizes } from './facts/file-sizes.ts';
import type { OpenDiscussions } from './facts/open-discussions.ts';
import type { SecurityScan } from './facts/security-scan.ts';
import type { AuditedType, RuleDescription, Severity } from './findings.ts';
import type { Matcher } from './patterns.ts';
import type { ListFact, RepositoryRecord } from './repository-record.ts';

/** What a list does not tell: each costs a call for each repository in question. */
export interface RepositoryFacts {
  readonly scan?: SecurityScan;
  readonly sizes?: FileSizes;
  readonly card?: CardText;
  readonly discussions?: OpenDiscussions;
  readonly baseLicenses?: BaseLicenses;
}

export type FactName = keyof RepositoryFacts;

/** A change of settings that mends a finding and can be taken back. */
export type SettingsChange =
  | { readonly kind: 'settings'; readonly settings: Readonly<Record<string, string | boolean>> }
  | { readonly kind: 'sleep-time'; readonly seconds: number };

/** One thing a rule found, before it is known whose rule and which severity it is. */
export interface Breach {
  readonly message: string;
  readonly evidence?: readonly string[];
  /** Tells two breaches of one rule in one repository apart, and stays the same from run to run. */
  readonly detail?: string;
  readonly path?: string;
  readonly fix?: SettingsChange;
  /** The user it is about, for rules over a namespace. */
  readonly member?: string;
}

/** An earlier answer to a question that costs a call. */
export interface EarlierFact<Value> {
  readonly value: Value;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The repository's commit is still the one the answer is about. */
  readonly sameCommit: boolean;
}

/** The times a rule reckons with, in milliseconds. */
export interface Clock {
  readonly now: number;
  /** How old an answer may be that nothing announces a change of. */
  readonly refreshAfter: number;
}

/** A fact a rule cannot do without, and when it can. */
export interface Need<Name extends FactName, Options> {
  readonly fact: Name;
  /** Whether the list leaves the question open for this repository. */
  inQuestion(record: RepositoryRecord, options: Options): boolean;
  /** Whether an earlier answer decides the rule as well as a new one would. */
  stillHolds(earlier: EarlierFact<NonNullable<RepositoryFacts[Name]>>, options: Options, clock: Clock): boolean;
}

interface RuleText {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly protects: string;
  readonly mend: string;
  /** Part of `extends: recommended`: sensible for any organization, with no options. */
  readonly recommended?: boolean;
  readonly fixable?: boolean;
}

type OptionsOf<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

/** A rule over one repository as its author writes it. */
export interface RepositoryRuleDefinition<Shape extends z.ZodRawShape, Name extends FactName> extends RuleText {
  readonly types: readonly AuditedType[];
  readonly reads: readonly ListFact[];
  readonly options: Shape;
  readonly needs?: Need<Name, OptionsOf<Shape>>;
  /** Reads the options once: matchers are made here, not for each of 100,000 repositories. */
  prepare(options: OptionsOf<Shape>): (record: RepositoryRecord, facts: RepositoryFacts, clock: Clock) => Breach[];
}

/** A need whose types are closed over: the earlier value has been read by the fact's own schema. */
export interface PreparedNeed {
  readonly fact: FactName;
  inQuestion(record: RepositoryRecord): boolean;
  stillHolds(facts: RepositoryFacts, earlier: { at: number; sameCommit: boolean }, clock: Clock): boolean;
}

export interface PreparedRepositoryRule {
  readonly need: PreparedNeed | undefined;
  check(record: RepositoryRecord, facts: RepositoryFacts, clock: Clock): Breach[];
}

export interface RepositoryRule extends RuleText {
  readonly scope: 'repository';
  readonly types: readonly AuditedType[];
  readonly reads: readonly ListFact[];
  readonly options: z.ZodRawShape;
  prepareWith(options: unknown): PreparedRepositoryRule;
}

/** Makes a rule whose options have been read by its own schema wherever it is asked. */
export function defineRepositoryRule<Shape extends z.ZodRawShape, Name extends FactName = FactName>(
  row: RepositoryRuleDefinition<Shape, Name>,
): RepositoryRule {
  const { prepare, needs, ...text } = row;
  return {
    ...text,
    scope: 'repository',
    prepareWith(given) {
      const options = z.object(row.options).parse(given);
      return { need: needs && prepareNeed(needs, options), check: prepare(options) };
    },
  };
}

function prepareNeed<Name extends FactName, Options>(needs: Need<Name, Options>, options: Options): PreparedNeed {
  return {
    fact: needs.fact,
    inQuestion: (record) => needs.inQuestion(record, options),
    stillHolds(facts, earlier, clock) {
      const value = facts[needs.fact];
      return value !== undefined && value !== null && needs.stillHolds({ ...earlier, value }, options, clock);
    },
  };
}

export interface NamespaceMember {
  readonly user: string;
  /** Missing where the connected account may not see it. */
  readonly role: string | undefined;
  readonly twoFactor: boolean | undefined;
  readonly external: boolean | undefined;
}

export interface ResourceGroup {
  readonly id: string;
  readonly name: string;
  readonly users: number;
  readonly repositories: number;
}

/** What is added up over all repositories. */
export interface Totals {
  readonly usedStorage: Readonly<Record<AuditedType, number>>;
}

export interface NamespaceFacts {
  readonly totals: Totals;
  /** Missing for a user, and where the Hub refused the list. */
  readonly members?: readonly NamespaceMember[];
  readonly resourceGroups?: readonly ResourceGroup[];
}

export type NamespaceFactName = keyof NamespaceFacts;

export interface NamespaceRuleDefinition<Shape extends z.ZodRawShape> extends RuleText {
  readonly needs: NamespaceFactName;
  readonly reads: readonly ListFact[];
  readonly options: Shape;
  prepare(options: OptionsOf<Shape>): (facts: NamespaceFacts) => Breach[];
}

export interface NamespaceRule extends RuleText {
  readonly scope: 'namespace';
  readonly needs: NamespaceFactName;
  readonly reads: readonly ListFact[];
  readonly options: z.ZodRawShape;
  prepareWith(options: unknown): (facts: NamespaceFacts) => Breach[];
}

export function defineNamespaceRule<Shape extends z.ZodRawShape>(row: NamespaceRuleDefinition<Shape>): NamespaceRule {
  const { prepare, ...text } = row;
  return { ...text, scope: 'namespace', prepareWith: (given) => prepare(z.object(row.options).parse(given)) };
}

export type Rule = RepositoryRule | NamespaceRule;

/** A rule with the policy's severity and limits, ready to be asked of repositories. */
export interface ActiveRepositoryRule extends PreparedRepositoryRule {
  readonly description: RuleDescription;
  readonly types: readonly AuditedType[];
  readonly reads: readonly ListFact[];
  /** By `only` and `except` of the policy. */
  readonly covers: Matcher;
}

export interface ActiveNamespaceRule {
  readonly description: RuleDescription;
  readonly needs: NamespaceFactName;
  readonly reads: readonly ListFact[];
  check(facts: NamespaceFacts): Breach[];
}
