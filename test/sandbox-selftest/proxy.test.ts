import { afterEach, describe, expect, it } from 'vitest';
import { LEAK_MARKER } from '../sandbox/membrane/envelope.ts';
import { isRecord, type UnknownRecord } from '../sandbox/membrane/record.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';

describe('the two proxies', () => {
  let sandbox: Sandbox | undefined;
  afterEach(() => sandbox?.close());

  const start = async (options: SandboxOptions = {}) => {
    const started = await startSandbox(options);
    sandbox = started;
    const base = `${started.membraneUrl}/connections/${started.connectionId}`;
    const authorization = `Bearer ${started.token}`;
    const request = async (body: object): Promise<UnknownRecord> => {
      const init = { method: 'POST', headers: { authorization }, body: JSON.stringify(body) };
      const response = await fetch(`${base}/request`, init);
      const answer: unknown = await response.json();
      return { httpStatus: response.status, ...(isRecord(answer) ? answer : {}) };
    };
    const pass = (path: string, init: RequestInit = {}) =>
      fetch(`${base}/proxy${path}`, { ...init, headers: { authorization, ...init.headers } });
    return { sandbox: started, request, pass };
  };

  it('answer the newer way', async () => {
    const { request } = await start();
    const user = await request({ method: 'get', path: '/api/whoami-v2' });
    expect(user).toMatchObject({ httpStatus: 200, status: 200, data: { name: 'ada' } });
    const none = await request({ method: 'GET', path: '/api/models/my-org/none' });
    expect(none).toMatchObject({ httpStatus: 200, status: 404, headers: { 'x-error-code': 'RepoNotFound' } });
  });

  it('answer the older way, with the Hub inside the envelope at any depth', async () => {
    const { request } = await start({ answers: 'older', proxyBase: 'api' });
    expect(await request({ method: 'GET', path: '/whoami-v2' })).toMatchObject({ status: 200, body: { name: 'ada' } });
    const depths = new Set<number>();
    for (let round = 0; round < 12; round += 1) {
      const refused = await request({ method: 'GET', path: '/models/my-org/none' });
      expect(refused).toMatchObject({ httpStatus: 404, type: 'action_run' });
      expect(String(refused.stack)).toContain(LEAK_MARKER);
      depths.add(depthOfAnswer(refused));
    }
    expect(depths.size).toBeGreaterThan(2);
  });

  it('fill in path parameters, and refuse what the API refuses', async () => {
    const { sandbox: started, request } = await start();
    const path = '/api/models/{namespace}/{name}';
    await request({ method: 'GET', path, pathParameters: { namespace: 'my-org', name: 'a b' }, query: { x: '1&2' } });
    expect(started.hubServer.requests[0]).toMatchObject({ path: '/api/models/my-org/a%20b', query: '?x=1%262' });
    expect(await request({ method: 'GET', path, query: { expand: ['a', 'b'] } })).toMatchObject({ httpStatus: 400 });
    expect(await request({ method: 'BREW', path })).toMatchObject({ httpStatus: 400 });
    expect(started.hubServer.requests).toHaveLength(1);
  });

  it('pass bytes, status and headers as they are', async () => {
    const { sandbox: started, pass } = await start();
    const answer = await pass('/api/models?limit=1&expand=sha&expand=private', { headers: { 'x-mine': 'yes' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    expect(started.hubServer.requests[0]).toMatchObject({
      query: '?limit=1&expand=sha&expand=private',
      headers: { 'x-mine': 'yes' },
    });
    expect(started.hubServer.requests[0]?.headers.authorization).toBe('Bearer hf_sandbox_ada_write');
    const missing = await pass('/api/models/my-org/none');
    expect([missing.status, await missing.json()]).toEqual([404, { error: expect.any(String) }]);
  });

  it('keep their limits and their connection', async () => {
    const { sandbox: started, request, pass } = await start();
    const large = 'x'.repeat(10 * 1024 * 1024 + 1);
    const unannounced = new Blob([large]).stream();
    expect(await request({ method: 'POST', path: '/api/x', data: large })).toMatchObject({ httpStatus: 413 });
    expect((await pass('/api/x', { method: 'POST', body: large })).status).toBe(413);
    expect((await pass('/api/repos/create', { method: 'POST', body: unannounced, duplex: 'half' })).status).toBe(413);
    const handedOn = started.hubServer.requests.length;
    started.membrane.follow(started.connectionId, 'connect');
    expect(await request({ method: 'GET', path: '/api/whoami-v2' })).toMatchObject({
      httpStatus: 400,
      type: 'connection',
    });
    expect((await pass('/api/whoami-v2')).status).toBe(400);
    expect(started.hubServer.requests).toHaveLength(handedOn);
  });

  it.each(['reset-before', 'reset-after', 'truncated', 'stall'] as const)(
    'tell of a Hub that fails by %s',
    async (kind) => {
      const { sandbox: started, request, pass } = await start({ secondMs: 10 });
      started.hubServer.faults.add({ match: /whoami/, kind });
      const failed = await request({ method: 'GET', path: '/api/whoami-v2' });
      expect(failed).toMatchObject({ httpStatus: 500, type: 'internal', data: { errorId: expect.any(String) } });
      if (kind !== 'truncated') expect((await pass('/api/whoami-v2')).status).toBe(500);
      else await expect(pass('/api/whoami-v2').then((answer) => answer.text())).rejects.toThrow();
    },
  );
});

function depthOfAnswer(envelope: unknown, depth = 0): number {
  if (!isRecord(envelope)) throw new Error('no answer of the Hub inside');
  if (isRecord(envelope.data) && isRecord(envelope.data.response)) return depth;
  return depthOfAnswer(envelope.causedByError, depth + 1);
}
