import { z } from 'zod';
import { OperationError } from '../../errors.ts';
import { type HubReader, isSuccess } from './hub-calls.ts';
import type { Undecided } from './page-result.ts';
import { listPages } from './pages.ts';
import type { NamespaceFactName, NamespaceFacts, NamespaceMember, ResourceGroup } from './rule.ts';

/** The Hub takes up to 10,000 (its OpenAPI document). */
const membersPage = 1000;

const memberItem = z.object({
  user: z.string().min(1).max(100),
  role: z.string().optional().catch(undefined),
  twoFaEnabled: z.boolean().optional().catch(undefined),
  isExternalCollaborator: z.boolean().optional().catch(undefined),
});

const groupItem = z.object({
  id: z.string(),
  name: z.string(),
  users: z.array(z.unknown()).catch([]),
  resources: z.array(z.unknown()).catch([]),
});

export interface GatheredNamespace {
  readonly facts: Omit<NamespaceFacts, 'totals'>;
  /** By fact: why rules that need it cannot be decided. */
  readonly refused: ReadonlyMap<NamespaceFactName, string>;
}

/** Asks for what the rules need; a user has neither members nor resource groups, and no rule about them applies. */
export async function gatherNamespace(
  reader: HubReader,
  namespace: string,
  needs: ReadonlySet<NamespaceFactName>,
): Promise<GatheredNamespace> {
  const refused = new Map<NamespaceFactName, string>();
  const members = needs.has('members') ? await readMembers(reader, namespace, refused) : undefined;
  const groups = needs.has('resourceGroups') ? await readGroups(reader, namespace, refused) : undefined;
  return { facts: { ...(members && { members }), ...(groups && { resourceGroups: groups }) }, refused };
}

async function readMembers(reader: HubReader, namespace: string, refused: Map<NamespaceFactName, string>) {
  const members: NamespaceMember[] = [];
  const path = `/api/organizations/${encodeURIComponent(namespace)}/members`;
  try {
    const query = [['limit', String(membersPage)] as const];
    for await (const page of listPages(reader, path, query, `list the members of ${namespace}`)) {
      members.push(...page.items.flatMap(readMember));
      if (page.blind) refused.set('members', 'This Membrane CLI hides the header that leads to more members.');
    }
  } catch (error) {
    if (!(error instanceof OperationError) || error.details.upstream === undefined) throw error;
    if (error.details.status !== 404) refused.set('members', error.message);
    return undefined;
  }
  if (members.length > 0 && members.every((member) => member.role === undefined)) {
    refused.set('members', 'The Hub shows the roles of members to admins only, and the connected account is none.');
  }
  return members;
}

function readMember(item: unknown): NamespaceMember[] {
  const read = memberItem.safeParse(item).data;
  if (!read) return [];
  return [{ user: read.user, role: read.role, twoFactor: read.twoFaEnabled, external: read.isExternalCollaborator }];
}

async function readGroups(
  reader: HubReader,
  namespace: string,
  refused: Map<NamespaceFactName, string>,
): Promise<ResourceGroup[] | undefined> {
  const answer = await reader.get(`/api/organizations/${encodeURIComponent(namespace)}/resource-groups`);
  const read = z.array(groupItem).safeParse(answer.body);
  if (isSuccess(answer) && read.success) {
    return read.data.map(({ id, name, users, resources }) => ({
      id,
      name,
      users: users.length,
      repositories: resources.length,
    }));
  }
  if (answer.status !== 404)
    refused.set('resourceGroups', `The Hub refused to list the resource groups (HTTP ${answer.status}).`);
  return undefined;
}

/** Rules that could not be decided, a line for each reason. */
export function undecidedRules(
  rules: readonly { readonly needs: NamespaceFactName; readonly description: { readonly id: string } }[],
  refused: GatheredNamespace['refused'],
): Undecided[] {
  return [...refused].flatMap(([fact, reason]) => {
    const ids = rules.filter((rule) => rule.needs === fact).map((rule) => rule.description.id);
    return ids.length > 0 ? [{ rules: ids, reason, count: 0 }] : [];
  });
}
