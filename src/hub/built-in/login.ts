import { z } from 'zod';
import { defineStepOperation } from '../operation.ts';
import { parameter } from '../parameters.ts';

export const loginParameters = z.object({
  code: parameter(
    z
      .string()
      .trim()
      // It becomes an argument of the CLI: with a dash in front it would be an option.
      .refine((text) => /^[^\s-]\S*$/.test(text), { message: "must be one word that does not begin with '-'." })
      .max(4096)
      .optional(),
    'The code that the page showed after signing in. It can be used once, and it is an argument of the CLI, which other processes of the runner can see for a moment.',
    { secret: true },
  ),
  clientName: parameter(
    z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^\p{Cc}]+$/u)
      .default('GitHub Actions'),
    'The name under which the sign-in is shown in Membrane.',
  ),
});

export const login = defineStepOperation({
  key: 'login',
  title: 'Sign in on a runner of your own',
  description:
    'Signs the CLI in within the folder that the input `home` names. Without `code` it publishes the address to sign in at, as annotation, summary and output `login-url`; with the `code` from there it completes the sign-in. Later steps with the same `home` need no other sign-in.',
  parameters: loginParameters,
});
