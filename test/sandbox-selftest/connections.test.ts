import { afterEach, describe, expect, it } from 'vitest';
import { isRecord, type UnknownRecord } from '../sandbox/membrane/record.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';

describe('connections', () => {
  let sandbox: Sandbox | undefined;
  afterEach(() => sandbox?.close());

  const start = async (options: SandboxOptions) => {
    const started = await startSandbox({ secondMs: 20, ...options });
    sandbox = started;
    const call = async (method: string, path: string, body?: object): Promise<UnknownRecord> => {
      const response = await fetch(started.membraneUrl + path, {
        method,
        headers: { authorization: `Bearer ${started.token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      return { status: response.status, ...(isRecord(answer) ? answer : {}) };
    };
    const states = async (count: number) => {
      const seen: unknown[] = [];
      for (let round = 0; round < count; round += 1) {
        seen.push((await call('GET', `/connections/${started.connectionId}`)).state);
      }
      return seen;
    };
    return { sandbox: started, call, states };
  };

  it.each([
    ['ready', ['READY', 'READY']],
    ['building', ['BUILDING', 'BUILDING', 'READY']],
    ['building-forever', ['BUILDING', 'BUILDING', 'BUILDING']],
    ['building-then-connect', ['BUILDING', 'CLIENT_ACTION_REQUIRED', 'CLIENT_ACTION_REQUIRED']],
    ['setup-failed', ['BUILDING', 'SETUP_FAILED']],
    ['configuration-error', ['CONFIGURATION_ERROR']],
    ['disconnecting', ['DISCONNECTING']],
    ['unknown', ['HIBERNATING']],
  ] as const)('tells the story %s', async (connection, expected) => {
    const { states } = await start({ connection });
    expect(await states(expected.length)).toEqual(expected);
  });

  it('normalises the address and never makes two', async () => {
    const { sandbox: started, call } = await start({});
    const urls = ['https://huggingface.co/', 'huggingface.co', 'http://www.HuggingFace.co/models?x=1'];
    const answers = await Promise.all(
      [...urls, ...urls].map((appUrl) => call('POST', '/connections/ensure', { appUrl })),
    );
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([started.connectionId]));
    expect(await call('POST', '/connections/ensure', { appUrl: 'https://example.com' })).toMatchObject({
      state: 'BUILDING',
    });
    expect(await call('POST', '/connections/ensure', { appUrl: 'http://' })).toMatchObject({ status: 400 });
  });

  it('goes on when the person has acted on the page behind the link', async () => {
    const { sandbox: started, call } = await start({ connection: 'connect' });
    const path = `/connections/${started.connectionId}`;
    const { clientAction } = await call('GET', path);
    const uiUrl = isRecord(clientAction) ? String(clientAction.uiUrl) : '';
    expect(await (await fetch(uiUrl)).text()).toContain('Sign in to Hugging Face');
    const waiting = call('GET', `${path}?wait=true&timeout=60`);
    await fetch(uiUrl, { method: 'POST' });
    expect(await waiting).toMatchObject({ state: 'READY' });
  });

  it('asks for input without a link', async () => {
    const { sandbox: started, call } = await start({ connection: 'provide-input' });
    const { clientAction } = await call('GET', `/connections/${started.connectionId}`);
    expect(clientAction).toEqual({ type: 'provide-input', description: expect.any(String) });
  });

  it('says it the older way', async () => {
    const { sandbox: started, call } = await start({ connection: 'connect', answers: 'older' });
    const answer = await call('GET', `/connections/${started.connectionId}`);
    expect(answer).toMatchObject({ state: 'READY', disconnected: true });
    expect(answer).not.toHaveProperty('clientAction');
  });

  it('holds a long poll until the state changes or the time is over', async () => {
    const { sandbox: started, call } = await start({
      connection: [{ state: 'BUILDING', ms: 700 }, { state: 'READY' }],
    });
    const path = `/connections/${started.connectionId}?wait=true`;
    expect(await call('GET', `${path}&timeout=2`)).toMatchObject({ state: 'BUILDING' });
    expect(await call('GET', `${path}&timeout=60`)).toMatchObject({ state: 'READY' });
    for (const timeout of ['0', '61', 'soon']) {
      expect(await call('GET', `${path}&timeout=${timeout}`)).toMatchObject({ status: 400 });
    }
  });

  it('turns in the middle of a run', async () => {
    const { sandbox: started, call } = await start({});
    const { connectionId, membrane, membraneServer } = started;
    const turn = () => membrane.follow(connectionId, 'connect');
    membraneServer.faults.add({ match: 'POST /actions/:action/run', nth: 2, kind: 'callback', call: turn });
    const run = () => call('POST', `/actions/get-current-user/run?connectionId=${connectionId}`, { input: {} });
    expect(await run()).toMatchObject({ status: 200 });
    expect(await run()).toMatchObject({ status: 400, type: 'connection', key: 'connection_is_defunct' });
    expect(await call('GET', `/connections/${connectionId}`)).toMatchObject({ state: 'CLIENT_ACTION_REQUIRED' });
  });

  it("hides another tenant's connection", async () => {
    const { sandbox: started } = await start({});
    const token = await started.membrane.tokens.sign('someone/else');
    const response = await fetch(`${started.membraneUrl}/connections/${started.connectionId}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(404);
  });
});
