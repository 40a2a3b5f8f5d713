/** From the least to the worst; `fail-on` names one of them, or `none`. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** The kinds of repository an audit looks at. */
export const auditedTypes = ['model', 'dataset', 'space'] as const;
export type AuditedType = (typeof auditedTypes)[number];

/** A rule as reports show it: the catalogue's own, or a custom one of the policy. */
export interface RuleDescription {
  /** Kebab-case, stable: `license-missing`. Custom rules have the id the policy gives them. */
  readonly id: string;
  /** A few words: 'Every repository names its license'. */
  readonly title: string;
  readonly severity: Severity;
  /** What the rule protects, one or two sentences. */
  readonly protects: string;
  /** How to mend what it finds, one or two sentences. */
  readonly mend: string;
  /** Whether `fix: true` can mend what it finds. */
  readonly fixable: boolean;
  readonly custom: boolean;
  /** Where the rule is documented; an https address. */
  readonly helpUrl: string;
}

/** A repository as findings name it. */
export interface RepositorySubject {
  readonly kind: 'repository';
  readonly type: AuditedType;
  /** `namespace/name`; from outside, as every text of a finding. */
  readonly id: string;
  /** Its page on the Hub. */
  readonly url: string;
}

/** What is wrong with the namespace itself or one of its members, not with one repository. */
export interface NamespaceSubject {
  readonly kind: 'namespace';
  readonly id: string;
  readonly url: string;
  /** The user it is about, where it is about one. */
  readonly member?: string;
}

export type Subject = RepositorySubject | NamespaceSubject;

/** One thing that breaks one rule. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: Subject;
  /** One sentence that says what is wrong. May hold text from outside. */
  readonly message: string;
  /** The facts the rule saw, as short text: `license: none`, `pytorch_model.bin`. */
  readonly evidence: readonly string[];
  readonly mend: string;
  /** A file of the repository that the finding is about. */
  readonly path?: string;
  /**
   * 32 hexadecimal digits over rule, subject and what tells two findings of one rule in one repository apart (a file,
   * a member, a discussion): the same from run to run, whatever the message says.
   */
  readonly fingerprint: string;
  /** Who to ask: from the policy's `owners`; a user, a team or an address. */
  readonly owner?: string;
  /** ISO 8601: when a run with a cache first saw it. */
  readonly firstSeen?: string;
  /** Whether `fix: true` would mend it. */
  readonly fixable: boolean;
}

/** A finding that the baseline accepts, with its reason. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** ISO 8601 date after which it counts again. */
  readonly until?: string;
}

/** How many findings an exemption of the policy kept out. */
export interface ExemptedFindings {
  readonly rule: string;
  readonly pattern: string;
  readonly reason: string;
  readonly until?: string;
  readonly count: number;
}

/** A line of the policy or the baseline that no longer does anything, or soon will not. */
export interface PolicyNotice {
  readonly kind: 'expired-exemption' | 'expired-baseline' | 'unused-baseline';
  /** One sentence. */
  readonly message: string;
}

/** What changed since the run before; missing where no earlier run is known. */
export interface Comparison {
  /** ISO 8601 */
  readonly previousFinishedAt: string;
  readonly previousScore: number;
  /** Fingerprints of findings that were not there before. */
  readonly new: readonly string[];
  /** Findings that were there before, as far as they are remembered, and are no longer. */
  readonly mended: readonly MendedFinding[];
}

export interface MendedFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: Subject;
}

/** What the audit cost the Hub and the job. */
export interface AuditCost {
  readonly requests: number;
  /** Repositories, or facts of one, that the cache of an earlier run answered. */
  readonly cacheHits: number;
  /** Waits for the Hub's rate limit. */
  readonly waits: number;
  readonly waitedMs: number;
}

/** Something the audit could not see; it says nothing about what it has not seen. */
export interface IncompleteReason {
  /** The rules that could not be decided; empty where it holds for all. */
  readonly rules: readonly string[];
  /** How many repositories it is about; missing where it is about the namespace. */
  readonly repositories?: number;
  /** One sentence: what was refused or failed, and what would make it work. */
  readonly message: string;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** What the fix of one finding did, or would do under a dry run. */
export interface FixOutcome {
  readonly fingerprint: string;
  /** `Set discussions on for model my-org/a`. */
  readonly description: string;
  readonly status: 'planned' | 'mended' | 'failed' | 'skipped';
  /** Why it failed or was left out. */
  readonly reason?: string;
}

export interface AuditScore {
  /** 0 to 100, one decimal: 100 means that nothing was found. */
  readonly value: number;
  /** One sentence that says how it is worked out. */
  readonly formula: string;
}

/** Everything the reports are drawn from. Findings are sorted: worst first, then by subject, rule and fingerprint. */
export interface AuditReport {
  readonly namespace: string;
  readonly namespaceUrl: string;
  readonly types: readonly AuditedType[];
  /** ISO 8601 */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** sha256 of the policy as it was read: two reports with the same one are comparable. */
  readonly policyDigest: string;
  /** `3/16` where this is the result of one shard. */
  readonly shard?: string;
  /** The rules that were asked, in the catalogue's order; one without findings is a rule that holds. */
  readonly rules: readonly RuleDescription[];
  /** How many repositories were audited; under `changed-since`, how many of them had changed. */
  readonly repositories: Readonly<Record<AuditedType, number>>;
  readonly repositoriesTotal: number;
  /** Repositories with at least one finding. */
  readonly repositoriesAffected: number;
  readonly counts: { readonly bySeverity: SeverityCounts; readonly byRule: Readonly<Record<string, number>> };
  readonly score: AuditScore;
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly exempted: readonly ExemptedFindings[];
  readonly notices: readonly PolicyNotice[];
  readonly comparison?: Comparison;
  readonly fixes: readonly FixOutcome[];
  readonly cost: AuditCost;
  readonly incomplete: readonly IncompleteReason[];
}
