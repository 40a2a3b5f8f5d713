/** The variables that name an HTTP proxy, as GitHub's self-hosted runners document them. */
const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * Sends this process's requests through the runner's proxy, where its environment names one (`NO_PROXY` is obeyed).
 * Node's own fetch does so only when told by NODE_USE_ENV_PROXY before it starts, which an action cannot do; undici,
 * which that fetch is made of, is loaded only where there is a proxy.
 */
export async function useProxyOfEnvironment(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  if (!proxyVariables.some((name) => env[name])) return;
  const { EnvHttpProxyAgent, setGlobalDispatcher } = await import('undici');
  setGlobalDispatcher(new EnvHttpProxyAgent());
}
