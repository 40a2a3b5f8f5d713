import { expect, test } from 'vitest';
import { createRepository } from '../../../src/hub/operations/create-repository.ts';
import { problemsOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

test('every parameter has its place in the body', () => {
  const input = `
repository: my-org/demo
type: space
visibility: protected
region: eu
resource-group-id: 0123456789abcdef01234567
license: other
license-name: ours
license-link: https://example.com
files: [{path: a.txt, content: 1.0}]
sdk: docker
sdk-version: 1.0
template: t
short-description: Short
dev-mode-enabled: false
hardware: cpu-basic
sleep-time-seconds: 300
secrets: [{key: S, value: hunter2}]
variables: [{key: V, value: no}]
volumes: [{type: bucket, source: a/b, mountPath: /d}]`;
  expect(routeOf(createRepository, input)).toEqual([
    'POST /api/repos/create',
    {
      name: 'demo',
      organization: 'my-org',
      type: 'space',
      visibility: 'protected',
      region: 'eu',
      resourceGroupId: '0123456789abcdef01234567',
      license: 'other',
      license_name: 'ours',
      license_link: 'https://example.com',
      files: [{ path: 'a.txt', content: '1.0', encoding: 'utf-8' }],
      sdk: 'docker',
      sdkVersion: '1.0',
      template: 't',
      short_description: 'Short',
      devModeEnabled: false,
      hardware: 'cpu-basic',
      sleepTimeSeconds: 300,
      secrets: [{ key: 'S', value: 'hunter2' }],
      variables: [{ key: 'V', value: 'no' }],
      volumes: [{ type: 'bucket', source: 'a/b', mountPath: '/d' }],
    },
  ]);
  expect(new Set(createRepository.parameters.map(({ name }) => name)).size).toBe(20);
});

test.each([
  ['private: true\nvisibility: private', 'input.private'],
  ['visibility: protected', 'input.visibility'],
  ['type: space', 'input.sdk'],
  ['sdk: gradio', 'input.sdk'],
  ['type: dataset\nhardware: cpu-basic\nsecrets: [{key: A, value: b}]', 'input.hardware,input.secrets'],
  ['type: kernel', 'input.type'],
  ['license: MIT!', 'input.license'],
])('%j is refused', (rest, names) => {
  const found = problemsOf('create-repository', `repository: a/b\n${rest}`);
  expect(found.map(({ name }) => name).join()).toBe(names);
});
