import { markdownTable } from './markdown-table.ts';

interface Counted {
  readonly status: string;
  readonly changed: string;
  readonly reads: number;
  readonly writes: number;
}

interface Repeated {
  readonly key: string;
  readonly ifExists: string;
  readonly first: Counted;
  readonly second: Counted;
}

const introduction = `# Safe repeats

A workflow runs again and again: on every push, on a re-run, from ten jobs at once. \`if-exists\` says what an operation
that creates something does where it is there already.

| \`if-exists\` | What happens |
| --- | --- |
| \`fail\` | The Hub's own refusal ends the step with \`HUB_CONFLICT\`. |
| \`skip\` | The step is green, \`status\` is \`skipped\`, \`changed\` is \`false\`, \`output\` is what is there. |
| \`update\` | The same, and what differs from the parameters is brought in line: only that is sent, and \`changed\` is \`true\` only then. What no call can change, such as a Space's SDK, ends the step with \`HUB_CONFLICT\` before anything is sent. |

- The step looks before it writes. Where another job makes the same thing in that moment, the Hub refuses the second
  one, and the step looks again: both jobs are green, and one repository was made.
- Operations that change something send only what differs, whatever \`if-exists\` says; where nothing does they send nothing.
- A model, a dataset and a Space may have the same name: they are different repositories on the Hub, and only one of the
  wanted type is what is there already. So are a discussion and a pull request of the same title.
- A discussion is there already where the connection's own account opened one with this title. The Hub keeps nobody from
  opening the same one twice, so two jobs at the very same moment may; \`update\` edits its first comment.
- What the Hub does not tell is sent again by \`update\`: the values of a Space's secrets, a \`protected\` visibility, and
  for models \`discussions-sorting\`, \`org-members-gated\` and who is notified. Setting a secret restarts a Space, so give
  secrets with \`skip\` where that matters.
- \`files\` and \`template\` say how a new repository begins, \`starting-point\` how a branch, \`message\` a tag. With what is
  there they are not compared. A tag at another commit is an error of \`update\`.
- \`comment-discussion\`, \`restart-space\` and \`remove-collection-item\` are sent each time, and so are \`request\` and
  \`run-action\`, of which nobody knows what they change.

## Counted

The same step twice, each operation on a Hub of its own: requests that reach the Hub, as reads + writes. This table is
written and checked by \`test/hub/safe-repeat/every-row.test.ts\`; \`test/slow/safe-repeat.slow.ts\` runs the same steps
through the built action over both transports.
`;

/** docs/safe-repeats.md, with what was counted. */
export function safeRepeatsPage(runs: readonly Repeated[]): string {
  const rows = runs
    .toSorted((one, other) => one.key.localeCompare(other.key) || one.ifExists.localeCompare(other.ifExists))
    .map(({ key, ifExists, first, second }) => [`\`${key}\``, `\`${ifExists}\``, ...cells(first), ...cells(second)]);
  const columns = ['Operation', '`if-exists`', 'First run', '', 'Second run', ''];
  return `${introduction}\n${markdownTable(columns, rows)}\n`;
}

function cells({ status, changed, reads, writes }: Counted): string[] {
  return [`${reads} + ${writes}`, `${status}, ${changed === 'true' ? 'changed' : 'nothing changed'}`];
}
