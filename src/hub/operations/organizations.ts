import { z } from 'zod';
import { get, hubAddress } from '../hub-request.ts';
import { column, defineOperation } from '../operation.ts';
import { cursor, limit, namespace, search } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';

export const listOrganizationMembers = defineOperation({
  key: 'list-organization-members',
  title: "List an organization's members",
  description: 'Lists the members of an organization with their roles, as far as the account may see them.',
  family: 'Organizations',
  effect: 'read',
  intent: 'list the members of an organization on the Hugging Face Hub',
  parameters: z.object({
    organization: parameter(namespace(), 'The name of the organization.', {
      aliases: ['org', 'organizationName', 'orgName', 'name', 'namespace', 'owner', 'organizationId'],
    }),
    search: search('Only members whose name holds this text.'),
    email: parameter(z.string().min(1).optional(), 'Only the member with this address.', {
      aliases: ['memberEmail', 'emailAddress'],
    }),
    limit: limit(10, 10_000, '500'),
    cursor: cursor(),
  }),
  paging: 'link',
  columns: [
    column('User', 'user', 'username', 'name'),
    column('Name', 'fullname', 'fullName'),
    column('Role', 'role'),
    column('Two-factor sign-in', 'twoFaEnabled'),
  ],
  answer: { items: ['members', 'users'] },
  done: 'Listed',
  describe: ({ organization }) => `members of ${organization}`,
  route: ({ organization, ...rest }) => get(`/api/organizations/${organization}/members`, rest),
  page: ({ organization }) => `${hubAddress}/${organization}`,
});
