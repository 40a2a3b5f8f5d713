import { OperationError } from './errors.ts';
import { type Event, whySecretsAreMissing } from './github/event.ts';
import type { InputReading, Inputs, SignInInputs } from './github/inputs.ts';
import { mergeDocuments, parseInputDocument } from './hub/input-document.ts';
import type { OperationRequest } from './hub/operation-request.ts';
import { type MaxItems, maxItemsAllowed, maxItemsProblems, parseMaxItems } from './hub/pages/max-items.ts';
import { readOperationRequest } from './hub/read-request.ts';
import { type InputProblem, inputError } from './input-problem.ts';
import { type Query, readQuery } from './query.ts';
import { togetherProblems } from './run-checks.ts';

/** What a step is to do, checked as far as that can be done without asking anybody. */
export interface CheckedStep {
  readonly inputs: Inputs;
  readonly request: OperationRequest;
  readonly maxItems: MaxItems | undefined;
  readonly query: Query | undefined;
  readonly signIn: SignInInputs;
}

/** A step that signs in, and so needs no sign-in. */
export interface CheckedLogin {
  readonly inputs: Inputs;
  readonly request: OperationRequest;
  readonly signIn: undefined;
  /** Checked; absolute. */
  readonly home: string;
}

/**
 * Reads the operation and its parameters, and puts their problems beside those of the other inputs.
 * @throws OperationError INPUT_INVALID with every problem; AUTH_MISSING where only the sign-in is missing
 */
export function checkInputs(reading: InputReading, event: Event): CheckedStep | CheckedLogin {
  const { inputs } = reading;
  const operation = readRequest(inputs);
  const maxItems = readMaxItems(inputs.maxItems, operation.request);
  const query = readGivenQuery(inputs.query);
  const problems = [
    ...[...reading.problems, ...operation.problems, ...maxItems.problems, ...query.problems],
    ...togetherProblems(inputs, operation.request, event),
  ];
  const isLogin = inputs.operation === 'login';
  if (problems.length > 0 && inputs.signIn === undefined && !isLogin) problems.push(noSignIn(event));
  if (problems.length > 0) throw inputError(problems.map((problem) => explainingEmptySecret(problem, event)));
  if (operation.request === undefined) throw inputError(operation.problems);
  if (isLogin) return { inputs, request: operation.request, signIn: undefined, home: inputs.home ?? '' };
  if (inputs.signIn === undefined) throw inputs.home === undefined ? authMissing(event) : notSignedIn(inputs.home);
  return {
    ...{ inputs, request: operation.request, signIn: inputs.signIn },
    ...{ maxItems: maxItems.wanted, query: query.query },
  };
}

function readGivenQuery(given: string | undefined): { query?: Query; problems: readonly InputProblem[] } {
  if (given === undefined) return { problems: [] };
  const read = readQuery('query', given);
  return 'problem' in read ? { problems: [read.problem] } : { query: read.query, problems: [] };
}

function readMaxItems(
  given: string | undefined,
  request: OperationRequest | undefined,
): { wanted?: MaxItems; problems: readonly InputProblem[] } {
  if (given === undefined) return { problems: [] };
  const wanted = parseMaxItems(given);
  if (wanted === undefined) return { problems: [{ name: 'max-items', message: maxItemsAllowed, given }] };
  return { wanted, problems: request === undefined ? [] : maxItemsProblems(request.operation, 'max-items') };
}

function readRequest(inputs: Inputs): { request?: OperationRequest; problems: readonly InputProblem[] } {
  const inline = parseInputDocument(inputs.input);
  const file = parseInputDocument(inputs.inputFile?.text ?? '', 'input-file');
  if (!inline.ok || !file.ok) {
    return { problems: [...(inline.ok ? [] : inline.problems), ...(file.ok ? [] : file.problems)] };
  }
  // A missing operation is told by the inputs already.
  if (inputs.operation === '') return { problems: [] };
  const document = mergeDocuments(file.document, inline.document);
  const read = readOperationRequest(inputs.operation, document, { confirm: inputs.confirm });
  return read.ok ? { request: read.request, problems: [] } : { problems: read.problems };
}

/** Half of a sign-in is there where its other half is a secret that GitHub kept back. */
function explainingEmptySecret(problem: InputProblem, event: Event): InputProblem {
  const why = problem.name === 'workspace-secret' ? whySecretsAreMissing(event) : undefined;
  return why === undefined ? problem : { ...problem, message: `${problem.message} ${why}` };
}

function noSignIn(event: Event): InputProblem {
  const why = whySecretsAreMissing(event);
  const message = `no sign-in is given; one of \`token\`, \`workspace-key\` with \`workspace-secret\`, or \`credentials\` is needed.`;
  return { name: 'token', message: why === undefined ? message : `${message} ${why}` };
}

function authMissing(event: Event): OperationError {
  const why = whySecretsAreMissing(event);
  const message =
    'There is no sign-in for Membrane: `token`, `workspace-key` with `workspace-secret`, and `credentials` are all empty.';
  return new OperationError('AUTH_MISSING', why === undefined ? message : `${message} ${why}`, {
    hint:
      why === undefined
        ? 'Pass one of them from a secret of the repository or organisation, and check that the secret exists under the name you use.'
        : 'Run this step only where secrets are there: on `push`, `workflow_dispatch` or a pull request from the same repository.',
    effect: 'none',
  });
}

function notSignedIn(home: string): OperationError {
  return new OperationError('AUTH_MISSING', `Nobody has signed in within the home ${home} yet.`, {
    hint: 'Run `operation: login` with the same `home` on the same runner, or give another sign-in.',
    effect: 'none',
  });
}
