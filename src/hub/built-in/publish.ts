import { defineBuiltIn } from '../operation.ts';
import { publishProblems } from '../publish/check-parameters.ts';
import { publishParameters } from '../publish/parameters.ts';

export const publish = defineBuiltIn({
  key: 'publish',
  title: 'Publish a folder',
  description:
    'Makes a repository of the Hub what a folder is: creates it if asked, brings its settings in line, sends only what changed, tags and announces it. One step does the release.',
  effect: 'write',
  parameters: publishParameters,
  check: publishProblems,
  async run(parameters, context) {
    const { host, options } = context;
    // Loaded here: hashing, LFS and token exchange are of no use to any other operation.
    const { runPublish } = await import('../publish/run-publish.ts');
    return runPublish(parameters, { ...context, ...host, dryRun: options.dryRun });
  },
});
