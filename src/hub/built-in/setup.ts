import { z } from 'zod';
import { defineStepOperation } from '../operation.ts';
import { parameter } from '../parameters.ts';

export const setupParameters = z.object({
  exportSignIn: parameter(
    z.boolean().default(false),
    "Whether later steps of the job get this step's sign-in in their environment, as `MEMBRANE_ACCESS_TOKEN`. Every later step, and every action in it, can then act with it.",
  ),
});

export const setup = defineStepOperation({
  key: 'setup',
  title: 'Set up the CLI for later steps',
  description:
    'Installs the Membrane CLI, ensures the connection and puts `membrane` on the PATH of later steps. They sign in themselves, by `MEMBRANE_ACCESS_TOKEN` in their `env`, unless `export-sign-in` says otherwise.',
  parameters: setupParameters,
});
