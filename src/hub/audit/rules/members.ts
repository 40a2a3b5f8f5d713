import { z } from 'zod';
import { nameMatcher } from '../patterns.ts';
import { defineNamespaceRule, type NamespaceFacts, type NamespaceMember } from '../rule.ts';
import { anyPatterns, patterns } from './options.ts';

function breachOf(member: NamespaceMember, message: string, evidence: readonly string[]) {
  return { message, evidence, detail: member.user, member: member.user };
}

function each(facts: NamespaceFacts, broken: (member: NamespaceMember) => boolean): readonly NamespaceMember[] {
  return facts.members?.filter(broken) ?? [];
}

export const adminNotListed = defineNamespaceRule({
  id: 'admin-not-listed',
  title: 'Only those on the list are admins',
  severity: 'high',
  protects: 'Everything: an admin deletes repositories, changes members and reads every secret.',
  mend: 'Give the member a lesser role, or add the name to `allow` after a review.',
  needs: 'members',
  reads: [],
  options: { allow: anyPatterns('User names that may be admin, globs.') },
  prepare({ allow }) {
    const allowed = nameMatcher(allow);
    return (facts) =>
      each(facts, (member) => member.role === 'admin' && !allowed(member.user)).map((member) =>
        breachOf(member, `${member.user} is an admin and not on the list.`, ['role: admin']),
      );
  },
});

const roles = ['admin', 'write', 'contributor', 'read', 'no_access'] as const;

export const secondFactorMissing = defineNamespaceRule({
  id: 'second-factor-missing',
  title: 'Members have a second factor',
  severity: 'high',
  protects: 'Accounts whose password was guessed or leaked.',
  mend: 'Ask the member to turn on two-factor authentication, or require it for the organization.',
  recommended: true,
  needs: 'members',
  reads: [],
  options: { roles: z.array(z.enum(roles)).min(1).optional().describe('Only members with one of these roles.') },
  prepare({ roles: only }) {
    return (facts) =>
      each(facts, ({ twoFactor, role }) => twoFactor === false && (!only || only.some((one) => one === role))).map(
        (member) =>
          breachOf(member, `${member.user} has no second factor.`, [
            `role: ${member.role ?? 'unknown'}`,
            'second factor: off',
          ]),
      );
  },
});

export const memberNotListed = defineNamespaceRule({
  id: 'member-not-listed',
  title: 'Only those on the list are members',
  severity: 'medium',
  protects: "The organization's private repositories from people who left.",
  mend: 'Remove the member, or add the name to `allow`.',
  needs: 'members',
  reads: [],
  options: { allow: patterns('User names that may be members, globs.') },
  prepare({ allow }) {
    const allowed = nameMatcher(allow);
    return (facts) =>
      each(facts, (member) => !allowed(member.user)).map((member) =>
        breachOf(member, `${member.user} is a member and not on the list.`, [`role: ${member.role ?? 'unknown'}`]),
      );
  },
});

export const externalCollaborator = defineNamespaceRule({
  id: 'external-collaborator',
  title: 'External collaborators are known',
  severity: 'medium',
  protects: 'What is shared with people outside the organization.',
  mend: 'End the collaboration, or add the name to `allow`.',
  recommended: true,
  needs: 'members',
  reads: [],
  options: { allow: anyPatterns('User names that may collaborate, globs.') },
  prepare({ allow }) {
    const allowed = nameMatcher(allow);
    return (facts) =>
      each(facts, (member) => member.external === true && !allowed(member.user)).map((member) =>
        breachOf(member, `${member.user} is an external collaborator.`, [`role: ${member.role ?? 'unknown'}`]),
      );
  },
});

export const resourceGroupUnused = defineNamespaceRule({
  id: 'resource-group-unused',
  title: 'Resource groups are in use',
  severity: 'low',
  protects: 'A picture of who may do what that can be read.',
  mend: 'Give the group members and repositories, or delete it.',
  needs: 'resourceGroups',
  reads: [],
  options: {},
  prepare() {
    return ({ resourceGroups = [] }) =>
      resourceGroups
        .filter((group) => group.users === 0 || group.repositories === 0)
        .map((group) => ({
          message: `The resource group ${group.name} has ${group.users} members and ${group.repositories} repositories.`,
          evidence: [`members: ${group.users}`, `repositories: ${group.repositories}`],
          detail: group.id,
        }));
  },
});
