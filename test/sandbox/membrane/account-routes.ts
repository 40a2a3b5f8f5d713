import { randomBytes } from 'node:crypto';
import { answerHtml, answerJson, recordBody } from './answer.ts';
import { authenticated, type MembraneRouted } from './connection-routes.ts';
import { idFor } from './connections.ts';
import { notAuthenticated, notFound } from './envelope.ts';
import type { Route, Routed } from './router.ts';
import type { MembraneState } from './state.ts';

/** Who the token is. */
async function self({ call, state, caller }: MembraneRouted): Promise<void> {
  const id = idFor(caller.tenantKey);
  answerJson(call, 200, { id, internalId: caller.tenantKey, name: caller.name, workspaceKey: state.workspaceKey });
}

/** The page behind the authorization URL of `membrane login`: it shows the code to type. */
async function authorize({ call, state }: Routed<MembraneState>): Promise<void> {
  const code = randomBytes(12).toString('hex');
  const tenant = call.url.searchParams.get('clientName') ?? 'sandbox';
  state.loginCodes.set(code, tenant);
  answerHtml(
    call,
    `<!doctype html><meta charset="utf-8"><title>Sign in</title>\n<p>Your code: <code>${code}</code></p>\n`,
  );
}

/** Trades a login code for a token, once. */
async function redeem({ call, state }: Routed<MembraneState>): Promise<void> {
  const { code } = await recordBody(call);
  const tenant = typeof code === 'string' ? state.loginCodes.get(code) : undefined;
  if (typeof code !== 'string' || tenant === undefined) throw notAuthenticated('Login code is not valid.');
  state.loginCodes.delete(code);
  call.effects.push(`login ${tenant}`);
  answerJson(call, 200, {
    accessToken: await state.tokens.sign(tenant),
    workspaceKey: state.workspaceKey,
    tenantKey: tenant,
  });
}

async function cliBehaviour({ call, state }: Routed<MembraneState>): Promise<void> {
  state.cliCommands += 1;
  answerJson(call, 200, state.cli);
}

async function unknown({ call }: MembraneRouted): Promise<void> {
  throw notFound(`Route ${call.request.method} ${call.url.pathname}`);
}

export const ACCOUNT_ROUTES: readonly Route<MembraneState>[] = [
  authenticated('GET', '/self', self),
  { method: 'GET', pattern: '/sandbox/cli-behaviour', handle: cliBehaviour },
  { method: 'GET', pattern: '/sandbox/authorize', handle: authorize },
  { method: 'POST', pattern: '/sandbox/login', handle: redeem },
];

/** Stands last: also an unknown address asks for a token first. */
export const UNKNOWN_ROUTE: Route<MembraneState> = authenticated('*', '/*', unknown);
