export const id = 698;
export const ids = [698];
export const modules = {

/***/ 80261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ nameMatcher),
/* harmony export */   ff: () => (/* binding */ repositoryMatcher),
/* harmony export */   kZ: () => (/* binding */ pathMatcher)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14006);

/**
 * Glob patterns over repositories. One with a slash is about the full name (`my-org/archive-*`), one without about
 * the name alone (`archive-*`); `!` in front turns it round.
 */
function repositoryMatcher(patterns) {
    const matchers = patterns.map(oneMatcher);
    return (id) => matchers.some((matches) => matches(id));
}
function oneMatcher(pattern) {
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_0__(pattern, { dot: true });
    if (pattern.includes('/'))
        return (id) => matches(id);
    return (id) => matches(id.slice(id.lastIndexOf('/') + 1));
}
/** Patterns over paths inside a repository: one without a slash is met in every folder. Case does not count. */
function pathMatcher(patterns) {
    const anywhere = patterns.map((pattern) => (pattern.includes('/') ? pattern : `**/${pattern}`));
    return picomatch__WEBPACK_IMPORTED_MODULE_0__(anywhere, { dot: true, nocase: true });
}
/** Plain names and globs over user names. */
function nameMatcher(patterns) {
    return patterns.length === 0 ? () => false : picomatch__WEBPACK_IMPORTED_MODULE_0__([...patterns], { dot: true, nocase: true });
}


/***/ }),

/***/ 54215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ customRuleProblem),
/* harmony export */   fX: () => (/* binding */ prepareCustomRule),
/* harmony export */   pl: () => (/* binding */ typesOf),
/* harmony export */   sn: () => (/* binding */ factsNamedBy)
/* harmony export */ });
/* harmony import */ var _cfworker_json_schema__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60207);
/* harmony import */ var _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34022);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18136);
/* harmony import */ var _repository_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26058);




const shownErrors = 3;
const shownCharacters = 200;
/** All of them; typed so that a fact added to the record cannot be forgotten here. */
const factNames = {
    baseModels: true,
    cardData: true,
    disabled: true,
    downloads: true,
    evaluated: true,
    files: true,
    gated: true,
    libraryName: true,
    licenses: true,
    likes: true,
    pipelineTag: true,
    resourceGroup: true,
    runtime: true,
    sdk: true,
    tags: true,
    usedStorage: true,
};
function isListFact(name) {
    return Object.hasOwn(factNames, name);
}
/** A list is asked for what the rule names; a rule that never says 'files' costs no lists of files. */
function factsNamedBy(entry) {
    const source = `${entry.jmespath ?? ''} ${JSON.stringify(entry.schema ?? '')}`;
    const words = new Set(source.match(/[A-Za-z]+/g));
    return Object.keys(factNames)
        .filter(isListFact)
        .filter((name) => words.has(name));
}
function typesOf(entry) {
    return entry.types ?? _findings_js__WEBPACK_IMPORTED_MODULE_2__/* .auditedTypes */ .e;
}
/** Why an expression or a schema cannot be used, as the end of a sentence. */
function customRuleProblem(entry) {
    if ((entry.jmespath === undefined) === (entry.schema === undefined))
        return "needs either 'jmespath' or 'schema'.";
    try {
        prepareCustomRule(entry);
        return undefined;
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const what = entry.jmespath === undefined ? 'JSON Schema' : 'JMESPath expression';
        return `is no usable ${what}: ${reason.slice(0, shownCharacters)}`;
    }
}
/** Compiled once; throws what the libraries throw at a broken expression. */
function prepareCustomRule(entry) {
    const check = entry.jmespath === undefined ? bySchema(entry) : byExpression(entry, entry.jmespath);
    return { need: undefined, check: (record) => check(plain(record)) };
}
function byExpression(entry, expression) {
    const compiled = (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(expression);
    return (record) => {
        const answer = _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .TreeInterpreter */ .Z2.search(compiled, record);
        if (answer !== false && (0,_repository_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isFilled */ .lq)(answer))
            return [];
        const evidence = [`${expression} → ${JSON.stringify(answer)}`.slice(0, shownCharacters)];
        return [{ message: entry.message ?? `It does not fit the rule '${entry.title}'.`, evidence }];
    };
}
function bySchema(entry) {
    const schema = { ...entry.schema };
    const validator = new _cfworker_json_schema__WEBPACK_IMPORTED_MODULE_3__/* .Validator */ .D(schema, '2020-12', false);
    return (record) => {
        const { valid, errors } = validator.validate(record);
        if (valid)
            return [];
        // The library's last error is the innermost: the first ones only say that something inside is wrong.
        const inner = errors.slice(-shownErrors).map((one) => `${one.instanceLocation}: ${one.error}`);
        const evidence = inner.map((text) => text.slice(0, shownCharacters));
        return [{ message: entry.message ?? `It does not fit the rule '${entry.title}'.`, evidence }];
    };
}
/** Several custom rules look at one record in turn. */
const plainRecords = new WeakMap();
function plain(record) {
    const known = plainRecords.get(record);
    if (known !== undefined)
        return known;
    const made = JSON.parse(JSON.stringify(record));
    plainRecords.set(record, made);
    return made;
}


/***/ }),

/***/ 54429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ baselineSchema),
/* harmony export */   w: () => (/* binding */ policySchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18136);
/* harmony import */ var _rule_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91279);
/* harmony import */ var _rules_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42714);




const severity = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n([..._findings_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .g, 'off']);
const types = () => zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .auditedTypes */ .e)).min(1).optional().describe('Only these kinds of repository.');
const endDate = () => zod__WEBPACK_IMPORTED_MODULE_4__/* .date */ .p6().optional().describe('The last day it holds, `2026-12-31`; without one it holds for good.');
const reason = () => zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(500).describe('Why; the report repeats it.');
/** What a rule's entry says beside the rule's own options. */
function entryOf(rule) {
    const common = { severity: severity.optional().describe(`\`off\`, or another severity than ${rule.severity}.`) };
    if (rule.scope === 'namespace')
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...common, ...rule.options }).optional();
    const limits = {
        types: types(),
        only: (0,_rules_options_js__WEBPACK_IMPORTED_MODULE_1__/* .patterns */ .qp)('Globs: only repositories of these names.').optional(),
        except: (0,_rules_options_js__WEBPACK_IMPORTED_MODULE_1__/* .patterns */ .qp)('Globs: all repositories but these.').optional(),
    };
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...common, ...limits, ...rule.options }).optional();
}
const entries = Object.fromEntries(_rule_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleCatalogue */ .E.map((rule) => [rule.id, entryOf(rule).describe(`${rule.title}. ${rule.protects}`)]));
const customRule = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[a-z][a-z0-9-]{1,63}$/)
        .meta({ allowed: 'lower-case letters, digits and hyphens' })
        .describe('Stable: findings are told apart by it.'),
    title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(200),
    severity: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .g),
    types: types(),
    only: (0,_rules_options_js__WEBPACK_IMPORTED_MODULE_1__/* .patterns */ .qp)('Globs: only repositories of these names.').optional(),
    except: (0,_rules_options_js__WEBPACK_IMPORTED_MODULE_1__/* .patterns */ .qp)('Globs: all repositories but these.').optional(),
    jmespath: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .min(1)
        .max(10_000)
        .optional()
        .describe('An expression over the record of a repository: a finding where it answers nothing or false.'),
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J())
        .optional()
        .describe('A JSON Schema (2020-12) for the record of a repository: a finding where it does not fit.'),
    message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(500).optional().describe('What a finding says.'),
    protects: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(500).default("What the policy's author has in mind."),
    mend: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(500).default("Ask the policy's author."),
})
    .describe('A rule of your own: give `jmespath` or `schema`.');
const exemption = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    rule: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).describe('The id of a rule, or `*` for all.'),
    repositories: (0,_rules_options_js__WEBPACK_IMPORTED_MODULE_1__/* .patterns */ .qp)('Globs over names.').optional(),
    members: (0,_rules_options_js__WEBPACK_IMPORTED_MODULE_1__/* .patterns */ .qp)('Globs over user names, for rules about members.').optional(),
    types: types(),
    until: endDate(),
    reason: reason(),
});
const owner = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    repositories: (0,_rules_options_js__WEBPACK_IMPORTED_MODULE_1__/* .patterns */ .qp)('Globs over names.'),
    types: types(),
    owner: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(200).describe('Who to ask: a user, a team or an address.'),
});
/** The policy as it is read. The published schema is made from it: see published-schema.ts. */
const policySchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1).default(1).describe('The version of this format.'),
    extends: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['recommended', 'none'])
        .default('recommended')
        .describe('`recommended` turns on the rules that need no options; entries of `rules` change them.'),
    rules: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(entries).default({}).describe('By id: a severity, `off`, or a mapping of options.'),
    custom: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(customRule).default([]).describe('Rules of your own.'),
    exemptions: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(exemption).default([]).describe('What is not asked of some repositories or members.'),
    owners: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(owner).default([]).describe('Who to ask about a repository; the first entry that fits.'),
    refreshAfter: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr()
        .min(0)
        .max(365)
        .default(7)
        .describe('Days an answer is kept whose change nothing announces, such as that of the security scan.'),
});
const acceptedFinding = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[0-9a-f]{32}$/)
        .meta({ allowed: '32 hexadecimal digits, as reports show them' }),
    reason: reason(),
    until: endDate(),
    rule: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().describe('For readers.'),
    subject: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().describe('For readers.'),
});
/** The file of accepted findings. */
const baselineSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1).default(1).describe('The version of this format.'),
    accepted: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(acceptedFinding).default([]).describe('Findings that are known and do not count.'),
});


/***/ }),

/***/ 36698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ON: () => (/* binding */ parsePolicy),
/* harmony export */   T4: () => (/* binding */ readPolicy),
/* harmony export */   Tp: () => (/* binding */ parseDocument),
/* harmony export */   nk: () => (/* binding */ parseBaseline)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26921);
/* harmony import */ var _coerce_to_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99789);
/* harmony import */ var _input_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39476);
/* harmony import */ var _input_value_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(69964);
/* harmony import */ var _name_forms_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(14643);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52638);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46398);
/* harmony import */ var _rule_catalogue_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91279);
/* harmony import */ var _custom_rule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54215);
/* harmony import */ var _policy_schema_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(54429);










/** Reads the text of a policy file; `name` is how the user knows it. All problems at once. */
function parsePolicy(text, name) {
    const parsed = (0,_input_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputDocument */ .n1)(text, name);
    return parsed.ok ? readPolicy(parsed.document, name) : parsed;
}
/** A policy that was written inline, or already parsed. */
function readPolicy(document, name) {
    const read = readAs('policy', _policy_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .policySchema */ .w, withoutShortForms(document), name);
    if (!read.ok)
        return read;
    const problems = policyProblems(read.value, name);
    return problems.length > 0 ? { ok: false, problems } : read;
}
/** Reads the text of a file of accepted findings. */
function parseBaseline(text, name) {
    const read = parseDocument(text, name, _policy_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .baselineSchema */ .d);
    return read.ok ? { ok: true, value: read.value.accepted } : read;
}
/** Reads the text of any file of ours that has a schema; `name` is how the user knows it. */
function parseDocument(text, name, schema) {
    const parsed = (0,_input_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputDocument */ .n1)(text, name);
    return parsed.ok ? readAs('document', schema, parsed.document, name) : parsed;
}
function readAs(kebab, schema, value, name) {
    const parameter = (0,_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .readParameters */ .Zu)(zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ [kebab]: schema }))[0];
    const coerced = (0,_coerce_to_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .coerceToSchema */ .a)(value, parameter?.json ?? true, name);
    if (!coerced.ok)
        return coerced;
    const read = schema.safeParse(coerced.value);
    if (read.success)
        return { ok: true, value: read.data };
    return { ok: false, problems: parameter ? valueProblems(parameter, coerced.value, name) : [] };
}
/** The parameter's own name is replaced by the file's. */
function valueProblems(parameter, value, name) {
    const own = `input.${parameter.kebab}`;
    return (0,_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .checkValue */ .Su)(parameter, value).map((problem) => ({ ...problem, name: problem.name.replace(own, name) }));
}
/** `license-missing: high` stands for `license-missing: {severity: high}`. */
function withoutShortForms(document) {
    return new Map([...document].map(([key, value]) => [key, (0,_name_forms_js__WEBPACK_IMPORTED_MODULE_8__/* .sameName */ .q)(key, 'rules') && (0,_input_value_js__WEBPACK_IMPORTED_MODULE_9__/* .isMapping */ .pi)(value) ? longForms(value) : value]));
}
function longForms(rules) {
    return new Map([...rules].map(([id, entry]) => [id, typeof entry === 'string' ? new Map([['severity', entry]]) : entry]));
}
function policyProblems(policy, name) {
    const own = policy.custom.map((rule) => rule.id);
    const known = [..._rule_catalogue_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleCatalogue */ .E.map((rule) => rule.id), ...own];
    const doubled = own.filter((id, index) => known.indexOf(id) !== _rule_catalogue_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleCatalogue */ .E.length + index);
    return [
        ...doubled.map((id) => ({ name: `${name}.custom`, message: 'has two rules of one id.', given: id })),
        ...policy.custom.flatMap((rule, index) => {
            const message = (0,_custom_rule_js__WEBPACK_IMPORTED_MODULE_5__/* .customRuleProblem */ .L8)(rule);
            return message === undefined ? [] : [{ name: `${name}.custom[${index}]`, message, given: rule.id }];
        }),
        ...policy.exemptions.flatMap(({ rule }, index) => rule === '*' || known.includes(rule) ? [] : [unknownRule(`${name}.exemptions[${index}].rule`, rule, known)]),
    ];
}
function unknownRule(name, given, known) {
    const suggestion = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(given, known);
    const problem = { name, message: "must be the id of a rule, or '*'.", given };
    return suggestion === undefined ? problem : { ...problem, suggestion };
}


/***/ }),

/***/ 91279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ ruleCatalogue)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/hub/audit/patterns.js
var patterns = __webpack_require__(80261);
;// CONCATENATED MODULE: ./build/hub/audit/rule.js

/** Makes a rule whose options have been read by its own schema wherever it is asked. */
function defineRepositoryRule(row) {
    const { prepare, needs, ...text } = row;
    return {
        ...text,
        scope: 'repository',
        prepareWith(given) {
            const options = schemas/* object */.Ikc(row.options).parse(given);
            return { need: needs && prepareNeed(needs, options), check: prepare(options) };
        },
    };
}
function prepareNeed(needs, options) {
    return {
        fact: needs.fact,
        inQuestion: (record) => needs.inQuestion(record, options),
        stillHolds(facts, earlier, clock) {
            const value = facts[needs.fact];
            return value !== undefined && value !== null && needs.stillHolds({ ...earlier, value }, options, clock);
        },
    };
}
function defineNamespaceRule(row) {
    const { prepare, ...text } = row;
    return { ...text, scope: 'namespace', prepareWith: (given) => prepare(schemas/* object */.Ikc(row.options).parse(given)) };
}

// EXTERNAL MODULE: ./build/hub/audit/rules/options.js
var options = __webpack_require__(42714);
;// CONCATENATED MODULE: ./build/hub/audit/rules/access.js




const visibilityNotAllowed = defineRepositoryRule({
    id: 'visibility-not-allowed',
    title: 'Repositories are as visible as their names allow',
    severity: 'critical',
    protects: 'What is meant to stay inside the organization, and what is meant to be found by everybody.',
    mend: "Change the visibility in the repository's settings, or move the repository to a name that may have it.",
    types: ['model', 'dataset', 'space'],
    reads: [],
    fixable: true,
    options: {
        names: schemas/* array */.YOg(schemas/* strictObject */.rej({
            names: (0,options/* patterns */.qp)('Globs over names.'),
            visibility: schemas/* enum */.k5n(['public', 'private']).describe('What repositories of these names must be.'),
        }))
            .min(1)
            .describe('The first entry whose pattern fits decides; what no pattern fits may be either.'),
    },
    prepare({ names }) {
        const entries = names.map((entry) => ({ ...entry, matches: (0,patterns/* repositoryMatcher */.ff)(entry.names) }));
        return (record) => {
            const entry = entries.find(({ matches }) => matches(record.id));
            if (!entry || record.private === undefined || record.private === (entry.visibility === 'private'))
                return [];
            const found = record.private ? 'private' : 'public';
            const message = `It is ${found}, and repositories of this name must be ${entry.visibility}.`;
            const evidence = [`visibility: ${found}`];
            // Only towards private: opening a repository to the world cannot be taken back.
            if (entry.visibility === 'public')
                return [{ message, evidence }];
            return [{ message, evidence, fix: { kind: 'settings', settings: { visibility: 'private' } } }];
        };
    },
});
const gatingRequired = defineRepositoryRule({
    id: 'gating-required',
    title: 'Repositories that need it ask before they are downloaded',
    severity: 'high',
    protects: 'Knowing who downloads, and the terms they agree to.',
    mend: "Turn on access requests in the repository's settings.",
    types: ['model', 'dataset'],
    reads: ['gated'],
    fixable: true,
    options: {
        names: (0,options/* patternsOr */.R1)(['*'], 'Globs over the names of repositories that must be gated.'),
        mode: schemas/* enum */.k5n(['any', 'auto', 'manual']).default('any').describe('How they must be gated.'),
        publicOnly: schemas/* boolean */.zMY().default(true).describe('Whether private repositories are left out.'),
    },
    prepare({ names, mode, publicOnly }) {
        const matches = (0,patterns/* repositoryMatcher */.ff)(names);
        return (record) => {
            if (record.gated === undefined || !matches(record.id) || (publicOnly && record.private === true))
                return [];
            if (mode === 'any' ? record.gated !== false : record.gated === mode)
                return [];
            const wanted = mode === 'any' ? 'auto' : mode;
            return [
                {
                    message: record.gated === false
                        ? 'Everybody downloads it without asking.'
                        : `Its access requests are ${record.gated}, and must be ${mode}.`,
                    evidence: [`gated: ${record.gated}`],
                    fix: { kind: 'settings', settings: { gated: wanted } },
                },
            ];
        };
    },
});
const resourceGroupRequired = defineRepositoryRule({
    id: 'resource-group-required',
    title: 'Repositories belong to a resource group',
    severity: 'medium',
    protects: "Least privilege: a repository outside every group is open to the organization's general roles.",
    mend: 'Put the repository into a resource group in its settings.',
    types: ['model', 'dataset', 'space'],
    reads: ['resourceGroup'],
    options: {
        groups: (0,options/* anyPatterns */.Gt)('Names of groups that will do, globs; empty for any group.'),
    },
    prepare({ groups }) {
        const matches = (0,patterns/* repositoryMatcher */.ff)(groups.length === 0 ? ['**'] : groups);
        return (record) => {
            const group = record.resourceGroup;
            if (!group)
                return [{ message: 'It is in no resource group.', evidence: ['resource group: none'] }];
            if (matches(group.name))
                return [];
            return [{ message: `It is in the group ${group.name}.`, evidence: [`resource group: ${group.name}`] }];
        };
    },
});

// EXTERNAL MODULE: ./build/hub/audit/repository-record.js
var repository_record = __webpack_require__(26058);
;// CONCATENATED MODULE: ./build/hub/audit/rules/cards.js



function hasCard(record) {
    return record.files?.includes('README.md') === true;
}
const cardMissing = defineRepositoryRule({
    id: 'card-missing',
    title: 'Every repository has a card',
    severity: 'medium',
    protects: 'Whoever wants to know what the repository is and how to use it.',
    mend: 'Add a README.md.',
    recommended: true,
    types: ['model', 'dataset', 'space'],
    reads: ['files'],
    options: {},
    prepare() {
        return (record) => record.files === undefined || hasCard(record)
            ? []
            : [{ message: 'It has no README.md.', evidence: [`files: ${record.files.length}`] }];
    },
});
const cardSectionMissing = defineRepositoryRule({
    id: 'card-section-missing',
    title: 'Cards have the required sections',
    severity: 'low',
    protects: 'The parts of a card that a review looks for: intended use, limits, training data.',
    mend: 'Write the section into the README.',
    types: ['model', 'dataset'],
    reads: ['files'],
    options: {
        sections: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
            .min(1)
            .describe('Headings every card must have; case does not count, and a longer heading that begins so will do.'),
    },
    needs: {
        fact: 'card',
        inQuestion: hasCard,
        stillHolds: ({ sameCommit }) => sameCommit,
    },
    prepare({ sections }) {
        const wanted = sections.map((section) => ({ section, plain: section.trim().toLowerCase() }));
        return (record, { card }) => {
            if (!card || !hasCard(record))
                return [];
            const missing = wanted.filter(({ plain }) => !card.sections.some((heading) => heading.startsWith(plain)));
            return missing.map(({ section, plain }) => ({
                message: `Its card has no section '${section}'.`,
                evidence: [`sections: ${card.sections.length}`],
                detail: plain,
                path: 'README.md',
            }));
        };
    },
});
/** What a card is asked for, and where it says it. */
const metadataFields = {
    base_model: (record) => record.baseModels.length > 0,
    evaluation: (record) => record.evaluated,
    library_name: (record) => record.libraryName !== undefined || (0,repository_record/* isFilled */.lq)(record.cardData?.library_name),
    license: (record) => record.licenses.length > 0,
    pipeline_tag: (record) => record.pipelineTag !== undefined,
};
const cardMetadataMissing = defineRepositoryRule({
    id: 'card-metadata-missing',
    title: 'Cards carry the required metadata',
    severity: 'low',
    protects: 'Search, filters and automatic checks: they read the metadata, not the prose.',
    mend: 'Add the field to the front matter of the README.',
    types: ['model', 'dataset', 'space'],
    reads: ['cardData', 'tags', 'baseModels', 'evaluated', 'libraryName', 'licenses', 'pipelineTag'],
    options: {
        fields: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
            .min(1)
            .describe('Keys of the front matter, such as `language`, `datasets`, `base_model`, `pipeline_tag`, `evaluation`.'),
    },
    prepare({ fields }) {
        return (record) => {
            const missing = fields.filter((field) => !(metadataFields[field]?.(record) ?? (0,repository_record/* isFilled */.lq)(record.cardData?.[field])));
            return missing.map((field) => ({
                message: `Its card does not say ${field}.`,
                evidence: [`${field}: none`],
                detail: field,
                path: 'README.md',
            }));
        };
    },
});

;// CONCATENATED MODULE: ./build/hub/audit/rules/discussions.js



/** Numbered in a finding's evidence; the page of discussions shows the rest. */
const namedDiscussions = 5;
/**
 * An answer of an earlier run decides until the oldest open discussion it saw could have become too old: what was
 * opened since then is younger than that.
 */
function decidesStill(earlier, limit, pulls, { now }) {
    const dates = ofKind(earlier.value, pulls).map((one) => Date.parse(one.createdAt));
    const oldest = Math.min(earlier.at, ...dates.filter((date) => !Number.isNaN(date)));
    return now < oldest + limit * options/* dayMs */.LP;
}
function ofKind(value, pulls) {
    return value.open.filter((one) => one.pullRequest === pulls);
}
function staleOnes(found, pulls, limit, { now }) {
    const stale = found ? ofKind(found, pulls).filter((one) => ((0,options/* daysSince */.Mn)(one.createdAt, now) ?? 0) >= limit) : [];
    const [oldest] = stale;
    if (!oldest)
        return [];
    const what = pulls ? 'pull request' : 'discussion';
    return [
        {
            message: `${stale.length} open ${what}${stale.length === 1 ? '' : 's'} older than ${limit} days; the oldest is #${oldest.num}, ${(0,options/* daysSince */.Mn)(oldest.createdAt, now)} days old.`,
            evidence: stale.slice(0, namedDiscussions).map((one) => `#${one.num}: ${one.createdAt.slice(0, 10)}`),
        },
    ];
}
const always = () => true;
const staleDiscussion = defineRepositoryRule({
    id: 'stale-discussion',
    title: 'Discussions are answered',
    severity: 'low',
    protects: 'People who report a problem and wait.',
    mend: 'Answer the discussion and close it.',
    types: ['model', 'dataset', 'space'],
    reads: [],
    options: { days: (0,options/* days */._3)(30, 'Days an open discussion may wait.') },
    needs: {
        fact: 'discussions',
        inQuestion: always,
        stillHolds: (earlier, options, clock) => decidesStill(earlier, options.days, false, clock),
    },
    prepare({ days: limit }) {
        return (_record, { discussions }, clock) => staleOnes(discussions, false, limit, clock);
    },
});
const stalePullRequest = defineRepositoryRule({
    id: 'stale-pull-request',
    title: 'Pull requests are reviewed',
    severity: 'low',
    protects: 'Offered work: conversions to safetensors and mended cards arrive as pull requests.',
    mend: 'Merge or close the pull request.',
    types: ['model', 'dataset', 'space'],
    reads: [],
    options: { days: (0,options/* days */._3)(30, 'Days an open pull request may wait.') },
    needs: {
        fact: 'discussions',
        inQuestion: always,
        stillHolds: (earlier, options, clock) => decidesStill(earlier, options.days, true, clock),
    },
    prepare({ days: limit }) {
        return (_record, { discussions }, clock) => staleOnes(discussions, true, limit, clock);
    },
});
const discussionsDisabled = defineRepositoryRule({
    id: 'discussions-disabled',
    title: 'Discussions are open',
    severity: 'low',
    protects: 'The way by which users report problems.',
    mend: "Turn discussions on in the repository's settings.",
    fixable: true,
    types: ['model', 'dataset', 'space'],
    reads: [],
    options: { publicOnly: schemas/* boolean */.zMY().default(true).describe('Whether private repositories are left out.') },
    needs: {
        fact: 'discussions',
        inQuestion: (record, { publicOnly }) => !publicOnly || record.private !== true,
        stillHolds: ({ value, at }, _options, { now, refreshAfter }) => !value.disabled && now - at < refreshAfter,
    },
    prepare({ publicOnly }) {
        return (record, { discussions }) => discussions?.disabled === true && !(publicOnly && record.private === true)
            ? [
                {
                    message: 'Its discussions are off.',
                    evidence: ['discussions: disabled'],
                    fix: { kind: 'settings', settings: { discussionsDisabled: false } },
                },
            ]
            : [];
    },
});

;// CONCATENATED MODULE: ./build/hub/audit/rules/files.js




/** Findings of one rule in one repository: a thousand shards of one model are one thing to mend. */
const namedFiles = 20;
const pickleExtensions = ['bin', 'ckpt', 'dill', 'joblib', 'pickle', 'pkl', 'pt', 'pth'];
/** In data `.bin` is any bytes; in a model it is what `torch.save` wrote. */
function pickleExtensionsOf(record, extensions) {
    return record.type === 'model' ? extensions : extensions.filter((one) => one !== 'bin');
}
function filesWith(record, extensions) {
    const wanted = new Set(extensions);
    return (record.files ?? []).filter((path) => wanted.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase()));
}
const pickleFile = defineRepositoryRule({
    id: 'pickle-file',
    title: 'No pickle files',
    severity: 'high',
    protects: 'Everybody who loads the repository: a pickle runs code while it is read.',
    mend: 'Convert the file to safetensors and delete the pickle.',
    recommended: true,
    types: ['model', 'dataset', 'space'],
    reads: ['files'],
    options: {
        extensions: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[A-Za-z0-9]{1,20}$/))
            .min(1)
            .default(pickleExtensions)
            .describe('Extensions that count as pickle; `bin` counts in models only.'),
    },
    prepare({ extensions }) {
        return (record) => filesWith(record, pickleExtensionsOf(record, extensions))
            .slice(0, namedFiles)
            .map((path) => ({ message: `${path} is a pickle file.`, evidence: [path], detail: path, path }));
    },
});
const safetensorsOnly = defineRepositoryRule({
    id: 'safetensors-only',
    title: 'Weights are safetensors',
    severity: 'medium',
    protects: 'Loading that runs no code and reads only what it needs.',
    mend: 'Convert the weights to safetensors and delete the other files.',
    types: ['model'],
    reads: ['files'],
    options: {
        allow: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[A-Za-z0-9]{1,20}$/))
            .default(['gguf', 'onnx'])
            .describe('Other formats that will do.'),
    },
    prepare({ allow }) {
        const weights = [...pickleExtensions, 'h5', 'keras', 'msgpack', 'tflite', 'gguf', 'onnx', 'pb', 'nemo', 'mar'];
        const refused = weights.filter((one) => !allow.includes(one));
        return (record) => filesWith(record, refused)
            .slice(0, namedFiles)
            .map((path) => ({ message: `${path} holds weights in another format.`, evidence: [path], detail: path, path }));
    },
});
/** Files that scanners judge: code, archives, executables and what loads as code. */
const riskyExtensions = [
    ...pickleExtensions,
    ...['h5', 'keras', 'py', 'sh', 'exe', 'dll', 'so', 'jar', 'zip', 'tar', 'gz', '7z', 'npy', 'npz', 'nemo', 'mar'],
    ...['gguf', 'onnx', 'pb', 'llamafile', 'js', 'html', 'pdf', 'docm', 'xlsm', 'bat', 'ps1', 'dylib', 'dmg', 'msi'],
];
const scanLevels = ['unsafe', 'suspicious', 'caution', 'error'];
const unsafeScan = defineRepositoryRule({
    id: 'unsafe-scan',
    title: "No file failed the Hub's security scan",
    severity: 'critical',
    protects: 'Everybody who downloads: the scanners look for malware and for pickles that run code.',
    mend: "Look at the scan on the file's page, delete the file, and find out where it came from.",
    recommended: true,
    types: ['model', 'dataset', 'space'],
    reads: ['files'],
    options: {
        levels: schemas/* array */.YOg(schemas/* enum */.k5n(scanLevels)).min(1).default(['unsafe', 'suspicious']).describe('Results that count.'),
        scan: schemas/* enum */.k5n(['risky', 'all'])
            .default('risky')
            .describe('Which repositories are asked: those with a file of a kind that can do harm, or all (a call each).'),
    },
    needs: {
        fact: 'scan',
        inQuestion: (record, { scan }) => record.files === undefined ||
            (record.files.length > 0 && (scan === 'all' || filesWith(record, riskyExtensions).length > 0)),
        stillHolds: ({ value, at, sameCommit }, _options, { now, refreshAfter }) => sameCommit && value.scansDone && now - at < refreshAfter,
    },
    prepare({ levels }) {
        const counted = new Set(levels);
        return (_record, { scan }) => {
            const bad = scan?.files.filter((file) => counted.has(file.level)) ?? [];
            return bad.slice(0, namedFiles).map(({ path, level }) => ({
                message: `The Hub's scanners call ${path} ${level}.`,
                evidence: [`${path}: ${level}`],
                detail: path,
                path,
            }));
        };
    },
});
const fileTooLarge = defineRepositoryRule({
    id: 'file-too-large',
    title: 'Files stay under the size limit',
    severity: 'low',
    protects: "Downloads that can be resumed and cached, and the Hub's own limit of 50 GB a file.",
    mend: 'Split the file into shards.',
    types: ['model', 'dataset', 'space'],
    reads: ['usedStorage'],
    options: { limit: (0,options/* bytes */.ee)('The largest size a file may have: bytes, or a text such as `20 GB`.') },
    needs: {
        fact: 'sizes',
        // No file is larger than all of them together.
        inQuestion: (record, { limit }) => record.usedStorage === undefined || record.usedStorage > limit,
        stillHolds: ({ sameCommit }) => sameCommit,
    },
    prepare({ limit }) {
        return (_record, { sizes }) => {
            const large = sizes?.largest.filter((file) => file.size > limit) ?? [];
            return large.map(({ path, size }) => ({
                message: `${path} is ${(0,options/* inBytes */.Hf)(size)} large; ${(0,options/* inBytes */.Hf)(limit)} are allowed.`,
                evidence: [`${path}: ${(0,options/* inBytes */.Hf)(size)}`],
                detail: path,
                path,
            }));
        };
    },
});
const secretPatterns = [
    ...['.env', '.env.*', '*.pem', '*.key', '*.p12', '*.pfx', '*.jks', '*.keystore', 'id_rsa', 'id_dsa', 'id_ecdsa'],
    ...['id_ed25519', '.netrc', '.npmrc', '.pypirc', '.git-credentials', '.htpasswd', '.aws/credentials', '*.ovpn'],
    ...[
        'credentials.json',
        'client_secret*.json',
        'service[-_]account*.json',
        'secrets.{yml,yaml,json,toml}',
        'hf_token*',
    ],
];
/** Examples hold no secret. */
const harmless = (0,patterns/* pathMatcher */.kZ)(['.env.{example,sample,template,dist}', '*.pub.pem', 'public*.pem', 'tokenizer*.key']);
const secretFileName = defineRepositoryRule({
    id: 'secret-file-name',
    title: 'No file is named like a secret',
    severity: 'critical',
    protects: 'Keys and passwords: on a public repository they are read within minutes.',
    mend: 'Revoke the secret first, then delete the file and squash the history.',
    recommended: true,
    types: ['model', 'dataset', 'space'],
    reads: ['files'],
    options: { patterns: (0,options/* patternsOr */.R1)(secretPatterns, 'Globs over file names.') },
    prepare({ patterns: wanted }) {
        const matches = (0,patterns/* pathMatcher */.kZ)(wanted);
        return (record) => (record.files ?? [])
            .filter((path) => matches(path) && !harmless(path))
            .slice(0, namedFiles)
            .map((path) => ({ message: `${path} is named like a secret.`, evidence: [path], detail: path, path }));
    },
});

;// CONCATENATED MODULE: ./build/hub/audit/rules/licensing.js


const licenseMissing = defineRepositoryRule({
    id: 'license-missing',
    title: 'Every repository names its license',
    severity: 'high',
    protects: "Users' right to use the work: without a license nobody may.",
    mend: 'Add `license:` to the front matter of the README.',
    recommended: true,
    types: ['model', 'dataset'],
    reads: ['licenses'],
    options: { publicOnly: schemas/* boolean */.zMY().default(true).describe('Whether private repositories are left out.') },
    prepare({ publicOnly }) {
        return (record) => record.licenses.length > 0 || (publicOnly && record.private === true)
            ? []
            : [{ message: 'It names no license.', evidence: ['license: none'] }];
    },
});
const licenseNotAllowed = defineRepositoryRule({
    id: 'license-not-allowed',
    title: 'Licenses are on the list',
    severity: 'medium',
    protects: 'The organization from terms that it has not agreed to.',
    mend: 'Choose a license of the list, or add this one to `allow` after a review.',
    types: ['model', 'dataset', 'space'],
    reads: ['licenses'],
    options: {
        allow: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1).describe('Identifiers as the Hub writes them, such as `apache-2.0`.'),
    },
    prepare({ allow }) {
        const allowed = new Set(allow.map((one) => one.toLowerCase()));
        return (record) => record.licenses
            .filter((license) => !allowed.has(license))
            .map((license) => ({
            message: `Its license ${license} is not on the list.`,
            evidence: [`license: ${license}`],
            detail: license,
        }));
    },
});
const derivativeUnlicensed = defineRepositoryRule({
    id: 'derivative-unlicensed',
    title: 'Derivatives of licensed models name a license',
    severity: 'high',
    protects: 'The terms of the base model, which go with everything made from it.',
    mend: "Add `license:` to the front matter of the README, one that the base model's license allows.",
    recommended: true,
    types: ['model'],
    reads: ['licenses', 'baseModels'],
    options: {},
    needs: {
        fact: 'baseLicenses',
        inQuestion: (record) => record.licenses.length === 0 && record.baseModels.length > 0,
        stillHolds: ({ at, sameCommit }, _options, { now, refreshAfter }) => sameCommit && now - at < refreshAfter,
    },
    prepare() {
        return (record, { baseLicenses }) => {
            if (record.licenses.length > 0)
                return [];
            const licensed = baseLicenses?.bases.filter((base) => base.licenses.length > 0) ?? [];
            return licensed.map((base) => ({
                message: `It names no license, and its base model ${base.id} is under ${base.licenses.join(', ')}.`,
                evidence: ['license: none', `base model: ${base.id} (${base.licenses.join(', ')})`],
                detail: base.id,
            }));
        };
    },
});

;// CONCATENATED MODULE: ./build/hub/audit/rules/members.js




function breachOf(member, message, evidence) {
    return { message, evidence, detail: member.user, member: member.user };
}
function each(facts, broken) {
    return facts.members?.filter(broken) ?? [];
}
const adminNotListed = defineNamespaceRule({
    id: 'admin-not-listed',
    title: 'Only those on the list are admins',
    severity: 'high',
    protects: 'Everything: an admin deletes repositories, changes members and reads every secret.',
    mend: 'Give the member a lesser role, or add the name to `allow` after a review.',
    needs: 'members',
    reads: [],
    options: { allow: (0,options/* anyPatterns */.Gt)('User names that may be admin, globs.') },
    prepare({ allow }) {
        const allowed = (0,patterns/* nameMatcher */.MH)(allow);
        return (facts) => each(facts, (member) => member.role === 'admin' && !allowed(member.user)).map((member) => breachOf(member, `${member.user} is an admin and not on the list.`, ['role: admin']));
    },
});
const roles = ['admin', 'write', 'contributor', 'read', 'no_access'];
const secondFactorMissing = defineNamespaceRule({
    id: 'second-factor-missing',
    title: 'Members have a second factor',
    severity: 'high',
    protects: 'Accounts whose password was guessed or leaked.',
    mend: 'Ask the member to turn on two-factor authentication, or require it for the organization.',
    recommended: true,
    needs: 'members',
    reads: [],
    options: { roles: schemas/* array */.YOg(schemas/* enum */.k5n(roles)).min(1).optional().describe('Only members with one of these roles.') },
    prepare({ roles: only }) {
        return (facts) => each(facts, ({ twoFactor, role }) => twoFactor === false && (!only || only.some((one) => one === role))).map((member) => breachOf(member, `${member.user} has no second factor.`, [
            `role: ${member.role ?? 'unknown'}`,
            'second factor: off',
        ]));
    },
});
const memberNotListed = defineNamespaceRule({
    id: 'member-not-listed',
    title: 'Only those on the list are members',
    severity: 'medium',
    protects: "The organization's private repositories from people who left.",
    mend: 'Remove the member, or add the name to `allow`.',
    needs: 'members',
    reads: [],
    options: { allow: (0,options/* patterns */.qp)('User names that may be members, globs.') },
    prepare({ allow }) {
        const allowed = (0,patterns/* nameMatcher */.MH)(allow);
        return (facts) => each(facts, (member) => !allowed(member.user)).map((member) => breachOf(member, `${member.user} is a member and not on the list.`, [`role: ${member.role ?? 'unknown'}`]));
    },
});
const externalCollaborator = defineNamespaceRule({
    id: 'external-collaborator',
    title: 'External collaborators are known',
    severity: 'medium',
    protects: 'What is shared with people outside the organization.',
    mend: 'End the collaboration, or add the name to `allow`.',
    recommended: true,
    needs: 'members',
    reads: [],
    options: { allow: (0,options/* anyPatterns */.Gt)('User names that may collaborate, globs.') },
    prepare({ allow }) {
        const allowed = (0,patterns/* nameMatcher */.MH)(allow);
        return (facts) => each(facts, (member) => member.external === true && !allowed(member.user)).map((member) => breachOf(member, `${member.user} is an external collaborator.`, [`role: ${member.role ?? 'unknown'}`]));
    },
});
const resourceGroupUnused = defineNamespaceRule({
    id: 'resource-group-unused',
    title: 'Resource groups are in use',
    severity: 'low',
    protects: 'A picture of who may do what that can be read.',
    mend: 'Give the group members and repositories, or delete it.',
    needs: 'resourceGroups',
    reads: [],
    options: {},
    prepare() {
        return ({ resourceGroups = [] }) => resourceGroups
            .filter((group) => group.users === 0 || group.repositories === 0)
            .map((group) => ({
            message: `The resource group ${group.name} has ${group.users} members and ${group.repositories} repositories.`,
            evidence: [`members: ${group.users}`, `repositories: ${group.repositories}`],
            detail: group.id,
        }));
    },
});

// EXTERNAL MODULE: ./build/hub/audit/findings.js
var findings = __webpack_require__(18136);
;// CONCATENATED MODULE: ./build/hub/audit/rules/storage.js



const repositoryOverBudget = defineRepositoryRule({
    id: 'repository-over-budget',
    title: 'Repositories stay within their storage budget',
    severity: 'low',
    protects: 'The storage the organization pays for.',
    mend: 'Delete old files and squash the history, or ask for a larger budget.',
    types: ['model', 'dataset', 'space'],
    reads: ['usedStorage'],
    options: { limit: (0,options/* bytes */.ee)('What one repository may take, history included: bytes, or a text such as `500 GB`.') },
    prepare({ limit }) {
        return (record) => record.usedStorage === undefined || record.usedStorage <= limit
            ? []
            : [
                {
                    message: `It takes ${(0,options/* inBytes */.Hf)(record.usedStorage)}; ${(0,options/* inBytes */.Hf)(limit)} are allowed.`,
                    evidence: [`storage: ${(0,options/* inBytes */.Hf)(record.usedStorage)}`],
                },
            ];
    },
});
const namespaceOverBudget = defineNamespaceRule({
    id: 'namespace-over-budget',
    title: 'The namespace stays within its storage budget',
    severity: 'medium',
    protects: 'The storage the organization pays for.',
    mend: 'Delete what is no longer needed, largest first, or raise the budget.',
    needs: 'totals',
    reads: ['usedStorage'],
    options: { limit: (0,options/* bytes */.ee)('What all audited repositories may take together: bytes, or a text such as `5 TB`.') },
    prepare({ limit }) {
        return ({ totals }) => {
            const used = findings/* auditedTypes */.e.reduce((sum, type) => sum + totals.usedStorage[type], 0);
            if (used <= limit)
                return [];
            const parts = findings/* auditedTypes */.e.map((type) => `${type}s: ${(0,options/* inBytes */.Hf)(totals.usedStorage[type])}`);
            const message = `Its repositories take ${(0,options/* inBytes */.Hf)(used)} together; ${(0,options/* inBytes */.Hf)(limit)} are allowed.`;
            return [{ message, evidence: parts }];
        };
    },
});

;// CONCATENATED MODULE: ./build/hub/audit/rules/upkeep.js




const nameNotAllowed = defineRepositoryRule({
    id: 'name-not-allowed',
    title: 'Names follow the convention',
    severity: 'low',
    protects: 'Finding things: a name says what it is and whose.',
    mend: 'Rename the repository with `move-repository`; the old address keeps working.',
    types: ['model', 'dataset', 'space'],
    reads: [],
    options: { allow: (0,options/* patterns */.qp)('Globs of which one must fit the name.') },
    prepare({ allow }) {
        const matches = (0,patterns/* repositoryMatcher */.ff)(allow);
        return (record) => matches(record.id)
            ? []
            : [{ message: 'Its name fits none of the allowed patterns.', evidence: [`name: ${record.name}`] }];
    },
});
const staleRepository = defineRepositoryRule({
    id: 'stale-repository',
    title: 'Repositories are looked after',
    severity: 'low',
    protects: 'Users from work that nobody answers for any more.',
    mend: 'Update it, mark it as archived in its card, or delete it.',
    types: ['model', 'dataset', 'space'],
    reads: [],
    options: { days: (0,options/* days */._3)(365, 'Days without a change.') },
    prepare({ days: limit }) {
        return (record, _facts, { now }) => {
            const age = (0,options/* daysSince */.Mn)(record.lastModified, now);
            if (age === undefined || age <= limit)
                return [];
            return [
                {
                    message: `Nothing has changed for ${age} days; ${limit} are allowed.`,
                    evidence: [`last modified: ${record.lastModified?.slice(0, 10)}`],
                },
            ];
        };
    },
});
const repositoryDisabled = defineRepositoryRule({
    id: 'repository-disabled',
    title: 'No repository was disabled by the Hub',
    severity: 'high',
    protects: "The organization's standing: the Hub disables what breaks its terms.",
    mend: "Read the notice on the repository's page and answer the Hub's moderators.",
    recommended: true,
    types: ['model', 'dataset', 'space'],
    reads: ['disabled'],
    options: {},
    prepare() {
        return (record) => (record.disabled ? [{ message: 'The Hub disabled it.', evidence: ['disabled: true'] }] : []);
    },
});
const failingStages = ['BUILD_ERROR', 'CONFIG_ERROR', 'NO_APP_FILE', 'RUNTIME_ERROR'];
const spaceFailing = defineRepositoryRule({
    id: 'space-failing',
    title: 'Spaces run',
    severity: 'medium',
    protects: 'Whoever opens the Space, and links that lead to it.',
    mend: "Look at the Space's logs, mend it or pause it.",
    recommended: true,
    types: ['space'],
    reads: ['runtime'],
    options: {
        stages: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1).default(failingStages).describe('Stages that count as failing.'),
    },
    prepare({ stages }) {
        const failing = new Set(stages);
        return ({ runtime }) => runtime && failing.has(runtime.stage)
            ? [{ message: `It is in the stage ${runtime.stage}.`, evidence: [`stage: ${runtime.stage}`] }]
            : [];
    },
});
const freeHardware = ['cpu-basic', 'zero-a10g'];
const awakeStages = ['RUNNING', 'RUNNING_BUILDING', 'RUNNING_APP_STARTING', 'APP_STARTING'];
const paidHardwareAwake = defineRepositoryRule({
    id: 'paid-hardware-awake',
    title: 'Spaces on paid hardware go to sleep',
    severity: 'high',
    protects: 'The bill: paid hardware costs by the hour until it sleeps.',
    mend: "Set a sleep time in the Space's settings, pause it, or put it on free hardware.",
    recommended: true,
    fixable: true,
    types: ['space'],
    reads: ['runtime'],
    options: {
        sleepWithin: schemas/* int */.Whr().min(60).default(3600).describe('Seconds without a visitor after which it must sleep.'),
        free: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default(freeHardware).describe('Hardware that costs nothing.'),
    },
    prepare({ sleepWithin, free }) {
        return ({ runtime }) => {
            const hardware = runtime?.hardware;
            if (!runtime || hardware === undefined || free.includes(hardware) || !awakeStages.includes(runtime.stage))
                return [];
            const after = runtime.sleepAfterSeconds;
            if (after !== null && after > 0 && after <= sleepWithin)
                return [];
            const sleeps = after === null || after <= 0 ? 'never sleeps' : `sleeps only after ${after} s`;
            return [
                {
                    message: `It is awake on ${hardware} and ${sleeps}.`,
                    evidence: [`hardware: ${hardware}`, `sleep time: ${after ?? 'never'}`],
                    fix: { kind: 'sleep-time', seconds: sleepWithin },
                },
            ];
        };
    },
});

;// CONCATENATED MODULE: ./build/hub/audit/rule-catalogue.js








/** Every rule, in the order reports and documentation show them. */
const ruleCatalogue = [
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


/***/ }),

/***/ 42714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ anyPatterns),
/* harmony export */   Hf: () => (/* binding */ inBytes),
/* harmony export */   LP: () => (/* binding */ dayMs),
/* harmony export */   Mn: () => (/* binding */ daysSince),
/* harmony export */   R1: () => (/* binding */ patternsOr),
/* harmony export */   _3: () => (/* binding */ days),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   qp: () => (/* binding */ patterns)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

/** Globs over repository names. */
const patterns = (doc) => zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1)).min(1).describe(doc);
/** The same where the rule has an idea of its own. */
const patternsOr = (initial, doc) => zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1))
    .min(1)
    .default([...initial])
    .describe(doc);
/** Globs or names that may be none. */
const anyPatterns = (doc) => zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1)).default([]).describe(doc);
const days = (initial, doc) => zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(36_500).default(initial).describe(doc);
const dayMs = 86_400_000;
const units = { kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12, pb: 1e15 };
/** Without flags: the published schema carries the expression alone. */
const sizeForm = /^(\d{1,12}(?:\.\d{1,3})?) ?([kKmMgGtTpP][bB])$/;
/** Bytes, as a whole number or as `50 GB` (the Hub counts in thousands). */
const bytes = (doc) => zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(sizeForm).meta({ allowed: 'a size such as 50 GB' })])
    .transform(toBytes)
    .describe(doc);
function toBytes(given) {
    if (typeof given === 'number')
        return given;
    const [, amount = '', unit = ''] = sizeForm.exec(given) ?? [];
    return Math.round(Number(amount) * (units[unit.toLowerCase()] ?? 1));
}
/** `1.5 GB`, for messages. */
function inBytes(amount) {
    const unit = Object.entries(units).findLast(([, size]) => amount >= size);
    if (!unit)
        return `${amount} bytes`;
    return `${Number((amount / unit[1]).toFixed(1))} ${unit[0].toUpperCase()}`;
}
/** Whole days from a date to now; nothing where the date is unreadable. */
function daysSince(date, now) {
    const from = Date.parse(date ?? '');
    return Number.isNaN(from) ? undefined : Math.floor((now - from) / dayMs);
}


/***/ })

};
