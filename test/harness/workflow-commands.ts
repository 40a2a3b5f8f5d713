/** A workflow command as the runner would carry it out. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly value: string;
  /** `::name::` at the start of a line, or the older `##[name]` anywhere in one. */
  readonly form: 'v2' | 'v1';
}

/** Annotations are shown on the run; the other commands change what the runner does. */
const annotationKinds = ['error', 'warning', 'notice'] as const;

export interface Annotation {
  readonly kind: (typeof annotationKinds)[number];
  readonly title: string | undefined;
  readonly message: string;
}

/**
 * Every command in what a step printed, read as the runner reads it (actions/runner: ActionCommand.cs,
 * ActionCommandManager.cs): white space before `::` is skipped, `##[` counts anywhere in a line, and nothing counts
 * between `::stop-commands::TOKEN` and `::TOKEN::`. A name the runner does not know counts here too, so that a test
 * sees what slipped through.
 */
export function workflowCommands(printed: string): WorkflowCommand[] {
  return logLines(printed).flatMap(({ command }) => (command === undefined ? [] : [command]));
}

export function annotationsOf(commands: readonly WorkflowCommand[]): Annotation[] {
  return annotationKinds.flatMap((kind) =>
    commands
      .filter((command) => command.name === kind)
      .map((command) => ({ kind, title: command.properties.title, message: command.value })),
  );
}

/** The values that the step asked to be masked; the runner masks each of their lines too. */
export function masksOf(commands: readonly WorkflowCommand[]): string[] {
  const values = commands.filter((command) => command.name === 'add-mask').map((command) => command.value);
  const lines = values.flatMap((value) => [value, ...value.split(/[\r\n]+/)]).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** The log as a reader sees it: masks act from the command on, never before; mask commands themselves are hidden. */
export function interpretMasks(printed: string): string {
  const masks = new Set<string>();
  const shown: string[] = [];
  for (const { text, command } of logLines(printed)) {
    if (command?.name === 'add-mask') for (const mask of masksOf([command])) masks.add(mask);
    else shown.push(masked(text, masks));
  }
  return shown.join('\n');
}

function masked(text: string, masks: ReadonlySet<string>): string {
  const longestFirst = [...masks].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((result, mask) => result.replaceAll(mask, '***'), text);
}

interface LogLine {
  readonly text: string;
  readonly command: WorkflowCommand | undefined;
}

function logLines(printed: string): LogLine[] {
  let stopToken: string | undefined;
  // The runner reads with .NET's ReadLine, for which a lone carriage return ends a line too.
  return printed.split(/\r\n|\n|\r/).map((text) => {
    const command = parsedCommand(text);
    if (stopToken !== undefined) {
      if (command?.name === stopToken) stopToken = undefined;
      return { text, command: undefined };
    }
    if (command?.name === 'stop-commands') stopToken = command.value;
    return { text, command };
  });
}

function parsedCommand(line: string): WorkflowCommand | undefined {
  const current = /^[\s\u0085]*::([^\s:]+)(?: (.*?))?::(.*)$/su.exec(line);
  if (current?.[1]) return command('v2', current[1], current[2], ',', current[3]);
  const older = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/su.exec(line);
  if (older?.[1]) return command('v1', older[1], older[2], ';', older[3]);
  return undefined;
}

function command(form: 'v1' | 'v2', name: string, properties = '', separator = ',', value = ''): WorkflowCommand {
  const pairs = properties.split(separator).filter((pair) => pair.includes('='));
  const entries = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), unescaped(pair.slice(at + 1))];
  });
  return { form, name: name.toLowerCase(), properties: Object.fromEntries(entries), value: unescaped(value) };
}

const escapes: Readonly<Record<string, string>> = {
  '%25': '%',
  '%0D': '\r',
  '%0A': '\n',
  '%3A': ':',
  '%2C': ',',
  '%3B': ';',
  '%5D': ']',
};

function unescaped(text: string): string {
  return text.replace(/%(?:25|0D|0A|3A|2C|3B|5D)/giu, (code) => escapes[code.toUpperCase()] ?? code);
}
