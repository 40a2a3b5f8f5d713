import { expect, test } from 'vitest';
import { childEnvironment, membraneEnvironment } from '../../../src/membrane/cli/environment.ts';

test('only what is on the list is passed on, and the home is the private one', () => {
  const env = {
    ...{
      PATH: '/bin',
      https_proxy: 'http://proxy',
      HTTPS_PROXY: 'http://proxy',
      NODE_EXTRA_CA_CERTS: '/ca',
      SystemRoot: 'C:\\Windows',
    },
    ...{
      INPUT_TOKEN: 'secret',
      GITHUB_TOKEN: 'secret',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
      NODE_OPTIONS: '--require=x',
    },
    ...{
      npm_config_registry: 'http://evil',
      HOME: '/home/runner',
      MEMBRANE_ACCESS_TOKEN: 'other',
      LD_PRELOAD: 'x',
      EMPTY: undefined,
    },
  };
  const passed = childEnvironment({ env }, '/private');
  expect(Object.values(passed)).not.toContain('secret');
  expect(passed).toMatchObject({
    PATH: '/bin',
    https_proxy: 'http://proxy',
    HTTPS_PROXY: 'http://proxy',
    NODE_EXTRA_CA_CERTS: '/ca',
    SystemRoot: 'C:\\Windows',
    HOME: '/private',
    USERPROFILE: '/private',
  });
  expect(
    Object.keys(passed).filter((name) => /^(INPUT|GITHUB|ACTIONS|NODE_OPTIONS|npm_|MEMBRANE|LD_)/i.test(name)),
  ).toEqual([]);
});

test('both documented namings say the same', () => {
  expect(membraneEnvironment({ apiUrl: 'https://m', accessToken: 't', workspaceKey: 'w' })).toMatchObject({
    ...{ MEMBRANE_API_URI: 'https://m', MEMBRANE_API_URL: 'https://m' },
    ...{ MEMBRANE_ACCESS_TOKEN: 't', MEMBRANE_TOKEN: 't', MEMBRANE_WORKSPACE_KEY: 'w' },
  });
  expect(Object.keys(membraneEnvironment({ apiUrl: 'https://m' })).filter((name) => /TOKEN|SECRET/.test(name))).toEqual(
    [],
  );
});
