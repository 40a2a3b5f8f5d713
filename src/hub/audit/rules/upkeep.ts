import { z } from 'zod';
import { repositoryMatcher } from '../patterns.ts';
import { defineRepositoryRule } from '../rule.ts';
import { days, daysSince, patterns } from './options.ts';

export const nameNotAllowed = defineRepositoryRule({
  id: 'name-not-allowed',
  title: 'Names follow the convention',
  severity: 'low',
  protects: 'Finding things: a name says what it is and whose.',
  mend: 'Rename the repository with `move-repository`; the old address keeps working.',
  types: ['model', 'dataset', 'space'],
  reads: [],
  options: { allow: patterns('Globs of which one must fit the name.') },
  prepare({ allow }) {
    const matches = repositoryMatcher(allow);
    return (record) =>
      matches(record.id)
        ? []
        : [{ message: 'Its name fits none of the allowed patterns.', evidence: [`name: ${record.name}`] }];
  },
});

export const staleRepository = defineRepositoryRule({
  id: 'stale-repository',
  title: 'Repositories are looked after',
  severity: 'low',
  protects: 'Users from work that nobody answers for any more.',
  mend: 'Update it, mark it as archived in its card, or delete it.',
  types: ['model', 'dataset', 'space'],
  reads: [],
  options: { days: days(365, 'Days without a change.') },
  prepare({ days: limit }) {
    return (record, _facts, { now }) => {
      const age = daysSince(record.lastModified, now);
      if (age === undefined || age <= limit) return [];
      return [
        {
          message: `Nothing has changed for ${age} days; ${limit} are allowed.`,
          evidence: [`last modified: ${record.lastModified?.slice(0, 10)}`],
        },
      ];
    };
  },
});

export const repositoryDisabled = defineRepositoryRule({
  id: 'repository-disabled',
  title: 'No repository was disabled by the Hub',
  severity: 'high',
  protects: "The organization's standing: the Hub disables what breaks its terms.",
  mend: "Read the notice on the repository's page and answer the Hub's moderators.",
  recommended: true,
  types: ['model', 'dataset', 'space'],
  reads: ['disabled'],
  options: {},
  prepare() {
    return (record) => (record.disabled ? [{ message: 'The Hub disabled it.', evidence: ['disabled: true'] }] : []);
  },
});

const failingStages = ['BUILD_ERROR', 'CONFIG_ERROR', 'NO_APP_FILE', 'RUNTIME_ERROR'];

export const spaceFailing = defineRepositoryRule({
  id: 'space-failing',
  title: 'Spaces run',
  severity: 'medium',
  protects: 'Whoever opens the Space, and links that lead to it.',
  mend: "Look at the Space's logs, mend it or pause it.",
  recommended: true,
  types: ['space'],
  reads: ['runtime'],
  options: {
    stages: z.array(z.string().min(1)).min(1).default(failingStages).describe('Stages that count as failing.'),
  },
  prepare({ stages }) {
    const failing = new Set(stages);
    return ({ runtime }) =>
      runtime && failing.has(runtime.stage)
        ? [{ message: `It is in the stage ${runtime.stage}.`, evidence: [`stage: ${runtime.stage}`] }]
        : [];
  },
});

const freeHardware = ['cpu-basic', 'zero-a10g'];
const awakeStages = ['RUNNING', 'RUNNING_BUILDING', 'RUNNING_APP_STARTING', 'APP_STARTING'];

export const paidHardwareAwake = defineRepositoryRule({
  id: 'paid-hardware-awake',
  title: 'Spaces on paid hardware go to sleep',
  severity: 'high',
  protects: 'The bill: paid hardware costs by the hour until it sleeps.',
  mend: "Set a sleep time in the Space's settings, pause it, or put it on free hardware.",
  recommended: true,
  fixable: true,
  types: ['space'],
  reads: ['runtime'],
  options: {
    sleepWithin: z.int().min(60).default(3600).describe('Seconds without a visitor after which it must sleep.'),
    free: z.array(z.string().min(1)).default(freeHardware).describe('Hardware that costs nothing.'),
  },
  prepare({ sleepWithin, free }) {
    return ({ runtime }) => {
      const hardware = runtime?.hardware;
      if (!runtime || hardware === undefined || free.includes(hardware) || !awakeStages.includes(runtime.stage))
        return [];
      const after = runtime.sleepAfterSeconds;
      if (after !== null && after > 0 && after <= sleepWithin) return [];
      const sleeps = after === null || after <= 0 ? 'never sleeps' : `sleeps only after ${after} s`;
      return [
        {
          message: `It is awake on ${hardware} and ${sleeps}.`,
          evidence: [`hardware: ${hardware}`, `sleep time: ${after ?? 'never'}`],
          fix: { kind: 'sleep-time', seconds: sleepWithin },
        },
      ];
    };
  },
});
