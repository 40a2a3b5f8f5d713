/**
 * Starts the sandbox in the background of a job and tells later steps where it is, as step outputs in the file named
 * by the only argument. The job's end ends it.
 */
import { appendFileSync } from 'node:fs';
import { startSandbox } from '../test/sandbox/sandbox.ts';

const [outputs] = process.argv.slice(2);
if (outputs === undefined) throw new Error('Name the file to write the outputs to.');

const { membraneUrl, hubUrl, registryUrl, clientToken } = await startSandbox();
const pairs = {
  'membrane-url': membraneUrl,
  'hub-url': hubUrl,
  'registry-url': registryUrl,
  token: clientToken,
  ready: 'true',
};
appendFileSync(
  outputs,
  Object.entries(pairs)
    .map(([name, value]) => `${name}=${value}\n`)
    .join(''),
);
