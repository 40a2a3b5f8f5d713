import {
  type DescribedOperation,
  type DescribedParameter,
  describeOperations,
} from '../../src/hub/describe-operations.ts';
import { markdownTable } from './markdown-table.ts';

const effects: Readonly<Record<DescribedOperation['effect'], string>> = {
  read: 'reads',
  write: 'writes',
  destroy: '**destroys**',
};

/** The family of the operations that are the action's own. */
const builtInFamily = 'Built in';

/** The operations table of the README: one line each, linked to its place in `docs/operations.md`. */
export function operationsTable(): string {
  const rows = describeOperations().map(({ key, effect, description }) => [
    `[\`${key}\`](docs/operations.md#${key})`,
    effects[effect],
    description,
  ]);
  return markdownTable(['Operation', 'Effect', 'What it does'], rows);
}

/** The whole of `docs/operations.md`. */
export function operationsPage(): string {
  const families = Map.groupBy(describeOperations(), ({ family }) => family ?? builtInFamily);
  const sections = [...families].flatMap(([family, operations]) => [`## ${family}`, ...operations.map(section)]);
  return `# Operations

<!-- Written by \`npm run docs\` from the catalogue in src/hub/: edit it there. -->

What stands in a table goes into the step's \`input\`. Names may be written in kebab-case, camelCase or snake_case.
Parameters in bold are required.

${sections.join('\n\n')}
`;
}

function section(operation: DescribedOperation): string {
  return [`### ${operation.key}`, operation.description, effectSentence(operation), parametersTable(operation)].join(
    '\n\n',
  );
}

function effectSentence({ effect, confirm }: DescribedOperation): string {
  const sentence = `Effect: ${effects[effect]}.`;
  return confirm === undefined ? sentence : `${sentence} Needs the input \`confirm\`: ${confirm}`;
}

function parametersTable({ parameters }: DescribedOperation): string {
  if (parameters.length === 0) return 'Takes no parameters.';
  return markdownTable(['Parameter', 'Value', 'Default', 'Meaning'], parameters.map(parameterRow));
}

function parameterRow(parameter: DescribedParameter): string[] {
  const { name, required, type, allowed, default: initial, description, secret } = parameter;
  return [
    required ? `**\`${name}\`**` : `\`${name}\``,
    allowed.length > 0 ? allowed.map((value) => `\`${String(value)}\``).join(', ') : type,
    initial === undefined ? '' : `\`${typeof initial === 'string' ? initial : JSON.stringify(initial)}\``,
    secret ? `${description} Holds secrets: it is never shown.` : description,
  ];
}

/** The keys as `action.yml` lists them. */
export function operationKeys(): string[] {
  return describeOperations().map(({ key }) => key);
}
