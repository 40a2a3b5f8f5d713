import { z } from 'zod';
import { get, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { at } from '../json.ts';
import { defineOperation } from '../operation.ts';
import { repository } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { absent, done, type Look, unclear, type Verdict } from '../read-back/verdict.ts';
import { presentSecret, presentVariable } from '../safe-repeat/space-present.ts';
import { variableKey } from '../space-parameters.ts';

const family = 'Spaces';

interface Space {
  readonly repository: string;
}

const space = () => repository('The Space, `namespace/name`.', 'space');
const key = () =>
  parameter(variableKey(), 'Its name, as the program in the Space reads it.', {
    aliases: ['name', 'variable', 'secretName', 'variableName'],
  });
const description = () => parameter(z.string().min(1).optional(), 'What it is for.', { aliases: ['comment', 'note'] });
const settingsPage = ({ repository: name }: Space) => `${repositoryPage('space', name)}/settings`;
const pathOf = ({ repository: name }: Space) => repositoryPath('space', name);
const readVariables = (named: Space) => get(`${pathOf(named)}/variables`);

export const setSpaceSecret = defineOperation({
  key: 'set-space-secret',
  title: 'Set a secret of a Space',
  description: 'Sets a secret of a Space, new or known; nobody can read it back. The Space restarts.',
  family,
  effect: 'write',
  intent: 'set (add) a secret of a Space on the Hugging Face Hub',
  parameters: z.object({
    repository: space(),
    key: key(),
    value: parameter(
      z.string().min(1),
      'The secret itself, taken from a secret of the workflow: masked, and never an argument of the CLI.',
      {
        aliases: ['secret', 'secretValue'],
        secret: true,
      },
    ),
    description: description(),
  }),
  done: 'Set',
  describe: ({ repository: name, key: named }) => `secret ${named} of Space ${name}`,
  route: ({ key: named, value, description: about, ...place }) => ({
    ...send('POST', `${pathOf(place)}/secrets`, { key: named, value, description: about }),
    confidential: true,
  }),
  page: settingsPage,
  current: (place) => get(`${pathOf(place)}/secrets`),
  repeat: { kind: 'change', unique: false, whole: true, present: presentSecret },
  recognise: { safeTwice: true, where: settingsPage, tell: tellSecret },
});

export const setSpaceVariable = defineOperation({
  key: 'set-space-variable',
  title: 'Set a variable of a Space',
  description: 'Sets a variable of a Space, new or known, which everybody can read. The Space restarts.',
  family,
  effect: 'write',
  intent: 'set (add) a variable of a Space on the Hugging Face Hub',
  parameters: z.object({
    repository: space(),
    key: key(),
    value: parameter(z.string(), 'Its value, public: a secret belongs into `set-space-secret`.', {
      aliases: ['variableValue', 'content'],
    }),
    description: description(),
  }),
  done: 'Set',
  describe: ({ repository: name, key: named }) => `variable ${named} of Space ${name}`,
  route: ({ key: named, value, description: about, ...place }) =>
    send('POST', `${pathOf(place)}/variables`, { key: named, value, description: about }),
  page: settingsPage,
  current: readVariables,
  repeat: { kind: 'change', unique: false, whole: true, present: presentVariable },
  recognise: {
    safeTwice: true,
    where: settingsPage,
    tell: (params, look) => tellVariable(params, look),
  },
});

/** Its date is all that a secret shows. */
async function tellSecret(params: Space & { readonly key: string }, look: Look): Promise<Verdict> {
  const seen = await look.get(get(`${pathOf(params)}/secrets`));
  if (seen.kind !== 'found') return unclear('the secrets of the Space cannot be listed');
  const updatedAt = at(seen.body, [params.key, 'updatedAt']);
  // Set again, it is what it was to be: only a date that is surely newer says that it is so already.
  return look.age(updatedAt) === 'since' ? done({}) : absent;
}

async function tellVariable(
  params: Space & { readonly key: string; readonly value: string },
  look: Look,
): Promise<Verdict> {
  const seen = await look.get(readVariables(params));
  if (seen.kind !== 'found') return unclear('the variables of the Space cannot be listed');
  return at(seen.body, [params.key, 'value']) === params.value ? done(seen.body) : absent;
}
