import type { InputProblem } from '../input-problem.ts';
import { isUntrusted } from './event.ts';
import { InputReader } from './input-reader.ts';
import type { Runner } from './runner.ts';
import { maskSecret } from './secrets.ts';
import { checkWorkspacePath, readWorkspaceFile, WorkspacePathError } from './workspace-file.ts';

const second = 1_000;
const hour = 3_600_000;
/** A job of a hosted runner ends after six hours. */
const durationLimits = { atLeast: second, atMost: 6 * hour };

/** Who the step acts as, in one of three ways. */
export type SignInInputs =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'credentials'; readonly text: string }
  | {
      readonly kind: 'workspace';
      readonly workspaceKey: string;
      readonly workspaceSecret: string;
      readonly tenantKey: string;
    };

/** Everything a step is told, read once; nothing else reads inputs. */
export interface Inputs {
  readonly operation: string;
  /** The text of `input`, empty when not given. */
  readonly input: string;
  readonly inputFile: { readonly name: string; readonly text: string } | undefined;
  /** Undefined when no sign-in was given at all, which is an error of its own. */
  readonly signIn: SignInInputs | undefined;
  readonly apiUrl: string;
  readonly connection: {
    readonly id: string | undefined;
    readonly appUrl: string;
    /** Milliseconds. */
    readonly timeout: number;
    readonly onActionRequired: 'fail' | 'wait';
  };
  readonly cli: {
    readonly version: string | undefined;
    readonly path: string | undefined;
    readonly registryUrl: string | undefined;
  };
  /** A folder in which the CLI stays signed in, as the user wrote it. */
  readonly home: string | undefined;
  readonly transport: 'auto' | 'cli' | 'api';
  readonly ifExists: 'fail' | 'skip' | 'update';
  readonly confirm: string;
  readonly dryRun: boolean;
  /** As the user wrote it. */
  readonly maxItems: string | undefined;
  /** As the user wrote it. */
  readonly query: string | undefined;
  readonly shardCount: number | undefined;
  /** As the user wrote it, checked to be inside the workspace. */
  readonly outputFile: string | undefined;
  readonly uploadThrough: 'membrane' | 'trusted-publisher';
  readonly githubToken: string | undefined;
  readonly commentOnPullRequest: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly retries: number;
}

/** How the end of the step is told; needed even where the other inputs are wrong. */
export interface Reporting {
  readonly summary: boolean;
  readonly failOnError: boolean;
}

export interface InputReading {
  readonly inputs: Inputs;
  readonly reporting: Reporting;
  /** Where there is any, `inputs` must not be used. */
  readonly problems: readonly InputProblem[];
}

/** Reads and checks every input, masking the secret ones before anything else happens. */
export async function readInputs(runner: Runner): Promise<InputReading> {
  const reader = new InputReader();
  maskSecret(reader.text('token'));
  maskSecret(reader.text('workspace-secret'));
  maskSecret(reader.text('credentials'));
  maskSecret(reader.text('github-token'));
  // A typo in these two must not make a failed step green, or silent.
  const reporting = { summary: reader.boolean('summary', true), failOnError: reader.boolean('fail-on-error', true) };
  const inputs = {
    operation: requiredText(reader, 'operation'),
    input: reader.text('input'),
    inputFile: await readInputFile(reader, runner),
    signIn: readSignIn(reader, runner.repository),
    apiUrl: reader.url('api-url') ?? required(reader, 'api-url'),
    connection: readConnection(reader),
    cli: {
      version: reader.optional('cli-version'),
      path: reader.optional('cli-path'),
      registryUrl: reader.url('registry-url'),
    },
    home: reader.optional('home'),
    transport: reader.choice('transport', ['auto', 'cli', 'api']),
    ifExists: reader.choice('if-exists', ['fail', 'skip', 'update']),
    confirm: reader.text('confirm'),
    // A typo must not let a dry run write.
    dryRun: reader.boolean('dry-run', true),
    maxItems: reader.optional('max-items'),
    query: reader.optional('query'),
    shardCount: readShardCount(reader),
    outputFile: await readOutputFile(reader, runner.workspace),
    uploadThrough: reader.choice('upload-through', ['membrane', 'trusted-publisher']),
    githubToken: reader.optional('github-token'),
    commentOnPullRequest: reader.boolean('comment-on-pull-request'),
    timeout: reader.duration('timeout', durationLimits),
    retries: reader.integer('retries', { atLeast: 0, atMost: 20 }),
  };
  return { inputs, reporting, problems: reader.problems };
}

/** A matrix makes at most 256 jobs (GitHub docs, Actions limits). */
function readShardCount(reader: InputReader): number | undefined {
  if (reader.optional('shard-count') === undefined) return undefined;
  return reader.integer('shard-count', { atLeast: 1, atMost: 256 });
}

function readConnection(reader: InputReader): Inputs['connection'] {
  return {
    id: reader.optional('connection-id'),
    appUrl: reader.url('app-url') ?? required(reader, 'app-url'),
    timeout: reader.duration('connection-timeout', durationLimits),
    onActionRequired: reader.choice('on-action-required', ['fail', 'wait']),
  };
}

/** Exactly one of the three ways; two at once would leave it open who the step acts as. */
function readSignIn(reader: InputReader, repository: string): SignInInputs | undefined {
  const token = reader.optional('token');
  const credentials = reader.optional('credentials');
  const workspace = readWorkspaceSignIn(reader, repository);
  const given = [token && 'token', workspace && 'workspace-secret', credentials && 'credentials'].filter(Boolean);
  if (given.length > 1)
    reader.problem('token', undefined, `only one sign-in can be used, but there are ${given.join(' and ')}.`);
  if (token) return { kind: 'token', token };
  if (credentials) return { kind: 'credentials', text: credentials };
  return workspace;
}

function readWorkspaceSignIn(reader: InputReader, repository: string): SignInInputs | undefined {
  const workspaceKey = reader.optional('workspace-key');
  const workspaceSecret = reader.optional('workspace-secret');
  if (workspaceKey === undefined && workspaceSecret === undefined) return undefined;
  const tenantKey = reader.optional('tenant-key') ?? repository;
  if (tenantKey === '') required(reader, 'tenant-key');
  return {
    kind: 'workspace',
    workspaceKey: workspaceKey ?? required(reader, 'workspace-key', 'is needed beside `workspace-secret`.'),
    workspaceSecret:
      workspaceSecret ?? required(reader, 'workspace-secret', 'is needed beside `workspace-key`. Is the secret empty?'),
    tenantKey,
  };
}

async function readInputFile(reader: InputReader, { workspace, event }: Runner): Promise<Inputs['inputFile']> {
  const name = reader.optional('input-file');
  const allowed = reader.boolean('allow-untrusted-input-file');
  if (name === undefined) return undefined;
  if (isUntrusted(event) && !allowed) {
    reader.problem(
      'input-file',
      name,
      `is refused on \`${event.name}\`, where the checkout may be an outsider's while the job holds secrets. Write the parameters in \`input\`, or set \`allow-untrusted-input-file\` if nobody else can change the file.`,
    );
    return undefined;
  }
  const text = await orProblem(reader, 'input-file', name, () => readWorkspaceFile(workspace, name));
  return text === undefined ? undefined : { name, text };
}

async function readOutputFile(reader: InputReader, workspace: string): Promise<string | undefined> {
  const name = reader.optional('output-file');
  if (name === undefined) return undefined;
  await orProblem(reader, 'output-file', name, () => checkWorkspacePath(workspace, name));
  return name;
}

async function orProblem<T>(
  reader: InputReader,
  name: 'input-file' | 'output-file',
  given: string,
  body: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof WorkspacePathError)) throw error;
    reader.problem(name, given, error.message);
    return undefined;
  }
}

function requiredText(reader: InputReader, name: 'operation'): string {
  return reader.optional(name) ?? required(reader, name);
}

function required(reader: InputReader, name: Parameters<InputReader['problem']>[0], why = 'is required.'): string {
  reader.problem(name, undefined, why);
  return '';
}
