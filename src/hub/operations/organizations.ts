import { z } from 'zod';
import { get, hubAddress } from '../hub-request.ts';
import { column, defineOperation } from '../operation.ts';
import { cursor, limit, namespace, search } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';

const organization = () =>
  parameter(namespace(), 'The name of the organization.', {
    aliases: ['org', 'organizationName', 'orgName', 'name', 'namespace', 'owner', 'organizationId'],
  });

export const listOrganizationMembers = defineOperation({
  key: 'list-organization-members',
  title: "List an organization's members",
  description: 'Lists the members of an organization with their roles, as far as the account may see them.',
  family: 'Organizations',
  effect: 'read',
  intent: 'list the members of an organization on the Hugging Face Hub',
  parameters: z.object({
    organization: organization(),
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
  answer: { items: ['members', 'users'], identity: ['user', 'username', '_id'] },
  done: 'Listed',
  describe: ({ organization: name }) => `members of ${name}`,
  route: ({ organization: name, ...rest }) => get(`/api/organizations/${name}/members`, rest),
  page: ({ organization: name }) => `${hubAddress}/${name}`,
});

export const getOrganization = defineOperation({
  key: 'get-organization',
  title: 'Get an organization',
  description: 'Reads what an organization shows of itself: its full name, its plan, how much it has published.',
  family: 'Organizations',
  effect: 'read',
  intent: 'get the overview of one organization on the Hugging Face Hub',
  parameters: z.object({ organization: organization() }),
  answer: { id: ['_id', 'id', 'name'] },
  done: 'Read',
  describe: ({ organization: name }) => `organization ${name}`,
  route: ({ organization: name }) => get(`/api/organizations/${name}/overview`),
  page: ({ organization: name }) => `${hubAddress}/${name}`,
});
