import { describe, expect, test } from 'vitest';
import { errorOf, requestsTo, runStep, type SandboxStep, useSandbox } from './sandbox-step.ts';

const bed = useSandbox();

/** Ten lines that stand for ten thousand million items. */
function bomb(): string {
  const levels = Array.from({ length: 10 }, (_, level) => {
    const items = level === 0 ? '0' : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array(10).fill(items).join(', ')}]`;
  });
  return `repository: my-org/my-model\n${levels.join('\n')}`;
}

/** The step must end before it starts or sends anything. */
async function refused(step: SandboxStep) {
  const before = requestsTo(bed.sandbox);
  const result = await runStep(bed.sandbox, { transport: 'cli', watchArguments: true, ...step });
  expect(result.exitCode, result.log).toBe(1);
  expect(requestsTo(bed.sandbox)).toBe(before);
  expect(result.argumentsSeen).toEqual([]);
  expect(result.outputs).toMatchObject({ status: 'failed', changed: 'false' });
  return errorOf(result);
}

test('every problem is in one message, each with what was given, what is allowed and the nearest name', async () => {
  const error = await refused({
    operation: 'create-repository',
    input: { repository: 'no-namespace', type: 'modell', privat: true },
    inputs: {
      transport: 'apo',
      timeout: 'soon',
      retries: '-1',
      'api-url': 'http://example.com',
      'fail-on-error': 'yes',
    },
  });
  expect(error).toMatchObject({ code: 'INPUT_INVALID', operation: 'create-repository', retryable: false });
  for (const name of ['transport', 'timeout', 'retries', 'api-url', 'fail-on-error', 'repository', 'type', 'privat']) {
    expect(error.message).toMatch(new RegExp(`^- (input\\.)?${name}: `, 'm'));
  }
  for (const text of ['`apo`', '`soon`', '`modell`', 'Did you mean `api`?', 'Did you mean `model`?', 'private']) {
    expect(error.message).toContain(text);
  }
});

test('the annotation, the summary and the output say the same', async () => {
  const result = await runStep(bed.sandbox, { operation: 'create-repo' });
  const { message, hint } = errorOf(result);
  expect(message).toContain('create-repository');
  const [annotation, ...others] = result.annotations;
  expect(others).toEqual([]);
  expect(annotation).toMatchObject({ kind: 'error', message: expect.stringContaining(hint) });
  expect(annotation?.message).toContain(message);
  expect(result.summary).toContain('INPUT_INVALID');
});

describe('a secret is never repeated', () => {
  test.each([
    ['two sign-ins', { credentials: '{"accessToken":"very-secret-value-1234"}' }],
    ['an empty half of a sign-in', { token: '', 'workspace-secret': 'very-secret-value-1234' }],
    ['a password in an address', { 'api-url': 'https://me:very-secret-value-1234@example.com' }],
  ])('%s', async (_, inputs) => {
    const error = await refused({ operation: 'get-current-user', inputs });
    expect(error.code).toBe('INPUT_INVALID');
    expect(JSON.stringify(error)).not.toContain('very-secret-value');
  });
});

describe('what is destroyed is named twice', () => {
  test.each([
    ['none', {}],
    ['the name alone', { confirm: 'my-model' }],
    ['another case', { confirm: 'my-org/My-Model' }],
    ['another repository', { confirm: 'my-org/my-model-2' }],
  ])('%s', async (_, inputs) => {
    const error = await refused({ operation: 'delete-repository', input: { repository: 'my-org/my-model' }, inputs });
    expect(error.message).toMatch(/^- confirm: /m);
  });
});

describe('a mapping that is none', () => {
  test.each([
    ['a list', '- repository: my-org/my-model'],
    ['a text', 'my-org/my-model'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['a key twice', 'repository: a/b\nrepository: c/d'],
    ['broken YAML', 'repository: [my-org'],
    ['a bomb of aliases', bomb()],
    ['a tag', 'repository: !!js/function x'],
    ['a prototype', '{"__proto__": {"repository": "a/b"}}'],
  ])('%s', async (_, input) => {
    const error = await refused({ operation: 'get-model', inputs: { input } });
    expect(error.code).toBe('INPUT_INVALID');
    expect(error.message).toContain('input');
  });
});

test('no sign-in at all is an error of its own', async () => {
  const error = await refused({ operation: 'get-current-user', inputs: { token: '' } });
  expect(error.code).toBe('AUTH_MISSING');
});

test('a fork without secrets is told why', async () => {
  const event = {
    pull_request: { head: { repo: { full_name: 'them/fork' } }, base: { repo: { full_name: 'us/it' } } },
  };
  const env = { GITHUB_EVENT_NAME: 'pull_request' };
  const error = await refused({ operation: 'get-current-user', inputs: { token: '' }, event, env });
  expect(error).toMatchObject({ code: 'AUTH_MISSING', message: expect.stringMatching(/fork/) });
});

describe('files outside of the workspace are not read or written', () => {
  test.each([
    ['input-file', { 'input-file': '../../etc/passwd' }],
    ['an absolute input-file', { 'input-file': '/etc/passwd' }],
    ['a missing input-file', { 'input-file': 'nowhere.yml' }],
    ['output-file', { 'output-file': '../result.json' }],
  ])('%s', async (_, inputs) => {
    const error = await refused({ operation: 'get-current-user', inputs });
    expect(error.message).toMatch(/^- (input|output)-file: /m);
  });
});
