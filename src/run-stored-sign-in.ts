import type { InputReading } from './github/inputs.ts';
import type { InputProblem } from './input-problem.ts';
import { LastingHomeError, openLastingHome, storedCredentials } from './membrane/cli/lasting-home.ts';

/** The inputs with the sign-in that a login has left in `home`, where no other one is given. */
export async function withStoredSignIn(reading: InputReading, workspace: string): Promise<InputReading> {
  const { inputs } = reading;
  if (inputs.home === undefined) return reading;
  const problem = await homeProblem(inputs.home, workspace);
  if (problem !== undefined) return { ...reading, problems: [...reading.problems, problem] };
  if (inputs.signIn?.kind === 'credentials') return { ...reading, problems: [...reading.problems, bothGiven] };
  if (inputs.signIn !== undefined) return reading;
  const text = await storedCredentials(inputs.home);
  return text === undefined ? reading : { ...reading, inputs: { ...inputs, signIn: { kind: 'credentials', text } } };
}

const bothGiven: InputProblem = {
  name: 'credentials',
  message: 'cannot be used together with `home`, which has credentials of its own.',
};

async function homeProblem(home: string, workspace: string): Promise<InputProblem | undefined> {
  try {
    await openLastingHome(home, workspace);
    return undefined;
  } catch (error) {
    if (!(error instanceof LastingHomeError)) throw error;
    return { name: 'home', message: error.message, given: home };
  }
}
