import type { HubCalls } from '../../../src/hub/publish/hub-calls.ts';
import type { ProxyRequest, ProxyResponse } from '../../../src/membrane/client.ts';

/** A Hub that answers from a list, in order, and keeps what it was asked. */
export function answeringHub(...answers: (Partial<ProxyResponse> | Error)[]) {
  const asked: ProxyRequest[] = [];
  const hub: HubCalls = {
    request(request) {
      const answer = answers[asked.push(request) - 1];
      if (answer === undefined) return Promise.reject(new Error(`not expected: ${request.method} ${request.path}`));
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: undefined,
        ...answer,
      });
    },
  };
  return { hub, asked };
}

export const anyTarget = { type: 'model', repository: 'my-org/x', revision: 'main', newPullRequest: false } as const;
export const noSignal = new AbortController().signal;
