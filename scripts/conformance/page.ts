/** How one method fared. */
export interface Result {
  readonly method: string;
  readonly outcome: 'passes' | 'fails' | 'not offered';
  readonly reason: string | undefined;
}

/** One client in one version, with everything that was tried. */
export interface ClientResults {
  readonly client: string;
  readonly version: string;
  readonly results: readonly Result[];
}

const INTRODUCTION = `# Conformance of the sandbox

The tests of this project run against a sandbox (\`test/sandbox/\`) that stands in for the Hugging Face Hub.
So that it does not merely agree with the action, clients that nobody here wrote judge it: each line below is
a method of an official client, unmodified, run over HTTP on loopback against the sandbox.

This page is generated: \`npm run conformance\` writes it. What no public source states about the Hub is decided
in one file, \`test/sandbox/hub/doubts.ts\`, with the doubt beside each decision.
`;

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}

function line({ method, outcome, reason }: Result): string {
  const result = reason === undefined ? outcome : `${outcome}: ${reason}`;
  return `| ${cell(method)} | ${cell(result)} |`;
}

function section({ client, version, results }: ClientResults): string {
  const passing = results.filter((one) => one.outcome === 'passes').length;
  return [
    `## ${client} ${version}`,
    '',
    `${passing} of ${results.length} pass.`,
    '',
    '| Method | Result |',
    '| --- | --- |',
    ...results.map(line),
    '',
  ].join('\n');
}

/** The page of all results; the same results make the same page. */
export function conformancePage(clients: readonly ClientResults[]): string {
  return [INTRODUCTION, ...clients.map(section)].join('\n');
}
