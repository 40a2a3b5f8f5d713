import { z } from 'zod';

/** An answer of the sandbox's Hub. */
export interface HubAnswer {
  readonly status: number;
  readonly body: unknown;
}

const body = z.record(z.string(), z.unknown());

/** Looks at the Hub, and prepares it, behind the action's back: over HTTP, as a member of `my-org`. */
export class HubProbe {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async call(method: string, path: string, sent?: unknown): Promise<HubAnswer> {
    const response = await fetch(this.#url + path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      redirect: 'manual',
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }

  /** The object at a path, which must be there. */
  async get(path: string): Promise<Record<string, unknown>> {
    return body.parse((await this.succeed('GET', path)).body);
  }

  /** The list at a path, which must be there. */
  async list(path: string): Promise<unknown[]> {
    return z.array(z.unknown()).parse((await this.succeed('GET', path)).body);
  }

  async status(path: string): Promise<number> {
    return (await this.call('GET', path)).status;
  }

  /** The Hub lets an account create one repository at a time; like the official client, tries until it is its turn. */
  async createRepository(type: 'model' | 'dataset' | 'space', name: string, more: object = {}): Promise<void> {
    const sent = { type, organization: 'my-org', name, ...more };
    const { status, body: answer } = await this.call('POST', '/api/repos/create', sent);
    if (status === 409 && JSON.stringify(answer).includes('another conflicting operation')) {
      return this.createRepository(type, name, more);
    }
    expectSuccess(`create ${name}`, { status, body: answer });
  }

  /** @returns its number */
  async openDiscussion(repository: string, title: string): Promise<number> {
    const sent = { title, description: `About ${title}` };
    const answer = await this.succeed('POST', `/api/${repository}/discussions`, sent);
    return z.object({ num: z.number() }).parse(answer.body).num;
  }

  /** A call that must succeed. */
  async succeed(method: string, path: string, sent?: unknown): Promise<HubAnswer> {
    const answer = await this.call(method, path, sent);
    expectSuccess(`${method} ${path}`, answer);
    return answer;
  }
}

function expectSuccess(what: string, answer: HubAnswer): void {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
}
