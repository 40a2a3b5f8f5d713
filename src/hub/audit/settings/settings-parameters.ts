import { z } from 'zod';
import { namespace } from '../../parameter-types.ts';
import { parameter } from '../../parameters.ts';
import { settingsParts } from './present-settings.ts';

const concurrency = () =>
  parameter(
    z.int().min(1).max(64).default(16),
    "Requests at a time, at most; the Hub's rate limit may call for fewer.",
  );

/** What `snapshot` takes. */
export const snapshotParameters = z.object({
  namespace: parameter(namespace(), 'The organization or the user.', { aliases: ['organization'] }),
  include: parameter(
    z.array(z.enum(settingsParts)).min(1).default(['repositories', 'members']),
    'What to write; `discussions` costs a request for each repository.',
  ),
  file: parameter(z.string().min(1).max(1000).optional(), 'Where in the workspace to write the settings, as YAML.'),
  concurrency: concurrency(),
});

export type SnapshotParameters = z.output<typeof snapshotParameters>;

/** What `apply` takes. */
export const applyParameters = z.object({
  file: parameter(z.string().min(1).max(1000), 'The settings to bring the namespace to, as `snapshot` writes them.'),
  prune: parameter(
    z.boolean().default(false),
    'Whether repositories that the file does not name are deleted. `confirm` must then repeat the namespace.',
  ),
  concurrency: concurrency(),
});

export type ApplyParameters = z.output<typeof applyParameters>;
