import type { ActionResult } from '../../test/harness/run-action.ts';

/** One step of the story: what a workflow would say, and how it must end. */
export interface Chapter {
  readonly title: string;
  readonly operation: string;
  /** The operation's parameters. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Further inputs of the step. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Whether the step ended as the story says. */
  readonly holds: (result: ActionResult) => boolean;
}

const repository = 'my-org/weather-small';

const succeeded = ({ exitCode, outputs }: ActionResult): boolean => exitCode === 0 && outputs.status === 'succeeded';
const changed = (result: ActionResult): boolean => succeeded(result) && result.outputs.changed === 'true';

/** A release of a model, from its repository to the end of a scratch copy. */
export const story: readonly Chapter[] = [
  {
    title: 'Create a model repository',
    operation: 'create-repository',
    input: { repository, type: 'model', private: true, license: 'apache-2.0' },
    holds: (result) => changed(result) && result.outputs.url?.endsWith(`/${repository}`) === true,
  },
  {
    title: 'Open it to the public, but ask readers to request access',
    operation: 'update-model-settings',
    input: { repository, private: false, gated: 'auto' },
    holds: changed,
  },
  {
    title: 'Open a discussion about the release',
    operation: 'create-discussion',
    input: { repository, title: 'Release 1.0', description: 'The weights are here. What do you think of them?' },
    holds: (result) => changed(result) && result.outputs.id === '1',
  },
  {
    title: "List the organisation's models",
    operation: 'list-models',
    input: { author: 'my-org', sort: 'createdAt', limit: 10 },
    holds: (result) => succeeded(result) && Number(result.outputs.count) > 1,
  },
  {
    title: 'Call any other route of the Hub through the proxy: comment on the discussion',
    operation: 'request',
    input: {
      method: 'POST',
      path: '/api/models/{namespace}/{name}/discussions/{num}/comment',
      'path-params': { namespace: 'my-org', name: 'weather-small', num: '1' },
      body: { comment: 'Written by a workflow, through Membrane.' },
    },
    holds: changed,
  },
  {
    title: 'Delete it without the confirmation: refused before anything is sent',
    operation: 'delete-repository',
    input: { repository },
    holds: ({ exitCode, outputs }) => exitCode === 1 && outputs.error?.includes('"INPUT_INVALID"') === true,
  },
  {
    title: 'Delete it, with the name repeated',
    operation: 'delete-repository',
    input: { repository },
    inputs: { confirm: repository },
    holds: changed,
  },
];
