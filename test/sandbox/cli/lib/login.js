import { callApi } from './api.js';
import { forgetCredentials, saveCredentials } from './settings.js';
import { decoded, tokenFor } from './token.js';

/** Prints where to sign in; the code that the page shows ends the login. */
export async function login({ flags, settings, output }) {
  const authorizationUrl = new URL(`${settings.apiUri}/sandbox/authorize`);
  authorizationUrl.searchParams.set('clientName', flags.clientName ?? 'cli');
  if (flags.tenant) authorizationUrl.searchParams.set('tenant', 'true');
  const lines = `Open this URL to sign in:\n\n  ${authorizationUrl.href}\n\nThen run: membrane login complete <code>`;
  await output.value({ authorizationUrl: authorizationUrl.href }, lines);
}

export async function loginComplete({ operands, settings, output }) {
  const response = await fetch(`${settings.apiUri}/sandbox/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: operands[0] }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  const expiresAt = new Date((decoded(answer.accessToken)?.exp ?? 0) * 1000).toISOString();
  saveCredentials({ ...answer, apiUri: settings.apiUri, expiresAt });
  await output.value({ loggedIn: true, tenantKey: answer.tenantKey }, `Logged in as ${answer.tenantKey}.`);
}

export async function logout({ output }) {
  forgetCredentials();
  await output.value({ loggedIn: false }, 'Logged out.');
}

export async function status({ settings, output }) {
  const self = await callApi(settings, 'GET', '/self');
  const { workspaceKey, tenantKey, id, iss } = decoded(tokenFor(settings)) ?? {};
  const shown = {
    loggedIn: true,
    apiUri: settings.apiUri,
    workspaceKey: workspaceKey ?? iss ?? self.workspaceKey,
    tenantKey: tenantKey ?? id ?? self.internalId,
    name: self.name,
  };
  await output.value(
    shown,
    Object.entries(shown)
      .map((pair) => pair.join(': '))
      .join('\n'),
  );
}
