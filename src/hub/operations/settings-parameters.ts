import { z } from 'zod';
import { parameter } from '../parameters.ts';
import { visibilityProblems } from './visibility-rules.ts';

/** What every repository has besides who sees it. */
export function discussionSettings() {
  return {
    discussionsDisabled: parameter(z.boolean().optional(), 'Whether discussions and pull requests are off.', {
      aliases: ['disableDiscussions'],
      translations: [
        {
          names: ['discussionsEnabled', 'enableDiscussions', 'discussions', 'hasDiscussions'],
          values: [
            [true, false],
            [false, true],
          ],
        },
      ],
    }),
    discussionsSorting: parameter(
      z.enum(['recently-created', 'trending', 'reactions']).optional(),
      'How its discussions are ordered.',
      { aliases: ['discussionSort', 'discussionsSort', 'sortDiscussions'] },
    ),
  };
}

/** What models and datasets have: people may have to ask before they download. */
export function gatingSettings() {
  return {
    gated: parameter(
      z.union([z.enum(['auto', 'manual']), z.literal(false)]).optional(),
      'Whether people must ask before they download: `auto` lets everybody in who asks, `manual` waits for you, `false` turns it off.',
      {
        aliases: ['gating', 'gatedMode', 'accessRequests'],
        translations: [
          {
            names: ['gated', 'gating', 'gatedMode', 'accessRequests'],
            values: [
              [false, 'none'],
              [false, 'disabled'],
              [false, 'off'],
            ],
          },
        ],
      },
    ),
    orgMembersGated: parameter(z.boolean().optional(), "Whether the organization's own members must ask as well.", {
      aliases: ['gateOrgMembers', 'membersGated'],
    }),
    gatedNotificationsEmail: parameter(
      z.email().meta({ allowed: 'an email address' }).optional(),
      'Who is told of requests.',
      { aliases: ['gatedEmail', 'notificationsEmail', 'notificationEmail'] },
    ),
    gatedNotificationsMode: parameter(
      z.enum(['bulk', 'real-time']).optional(),
      'Whether each request is told at once.',
      { aliases: ['gatedMode', 'notificationsMode', 'notificationMode'] },
    ),
  };
}

/** What is wrong with settings as a whole: none at all, or two that say the same. */
export function settingsProblems(
  settings: Parameters<typeof visibilityProblems>[0] & Readonly<Record<string, unknown>>,
) {
  const { type: _, ...given } = settings;
  if (Object.values(given).every((value) => value === undefined)) {
    return [{ name: 'input', message: 'names no setting to change, such as visibility or gated.' }];
  }
  return visibilityProblems(settings);
}
