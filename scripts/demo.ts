/**
 * Runs the built action against a Hub and a Membrane on this machine, as a runner would, and shows what a person would
 * see on GitHub. Needs no credentials and no network but the package registry.
 */

import { runAction } from '../test/harness/run-action.ts';
import { createMachine } from '../test/harness/runner-machine.ts';
import { sandboxInputs } from '../test/harness/step.ts';
import { type Sandbox, startSandbox } from '../test/sandbox/sandbox.ts';
import { type Chapter, story } from './demo/story.ts';
import { printResult, printStep, printTitle } from './demo/terminal.ts';

const sandbox = await startSandbox();
const machine = createMachine();
const wrong: string[] = [];
try {
  introduce(sandbox);
  for (const [index, chapter] of story.entries()) {
    if (!(await play(chapter, index + 1))) wrong.push(chapter.title);
  }
} finally {
  machine.remove();
  await sandbox.close();
}
conclude();

function introduce({ membraneUrl, hubUrl, registryUrl }: Sandbox): void {
  console.log(`A Membrane at ${membraneUrl}, in front of a Hub at ${hubUrl}. Both keep real state, in memory.
The action installs the CLI from ${registryUrl}. It is a stand-in that speaks the published CLI's documented
commands, installed through npm as the published one would be.`);
}

async function play(chapter: Chapter, number: number): Promise<boolean> {
  const { title, operation, input, inputs = {} } = chapter;
  printTitle(`${number}. ${title}`);
  printStep(chapter);
  const result = await runAction({
    machine,
    inputs: { operation, ...sandboxInputs(sandbox, { transport: 'cli' }), input: JSON.stringify(input), ...inputs },
  });
  const asTold = chapter.holds(result);
  printResult(result, asTold);
  return asTold;
}

function conclude(): void {
  if (wrong.length > 0) {
    console.error(`Not as the story says: ${wrong.join('; ')}.`);
    process.exitCode = 1;
  } else console.log('Every step ended as the story says.');
}
