import { OperationError } from '../errors.ts';
import { excerpt } from './excerpt.ts';
import type { Session } from './sign-in.ts';

const signInNames = {
  token: '`token`',
  workspace: '`workspace-key` and `workspace-secret`',
  credentials: '`credentials`',
};

/** Beyond this no Date can be made (ECMA-262, time values), milliseconds. */
const latestDate = 8.64e15;

/** A rejected sign-in says which one it was, as far as its own claims tell; any other error stays as it is. */
export function namingSignIn(error: OperationError, session: Session): OperationError {
  if (error.code !== 'AUTH_REJECTED') return error;
  const { kind, workspace, tenant, expiresAt } = session.describe();
  const isDate = expiresAt !== undefined && Math.abs(expiresAt) <= latestDate;
  const parts = [
    `signed in by ${signInNames[kind]}`,
    ...(workspace === undefined ? [] : [`workspace ${excerpt(workspace, 80)}`]),
    ...(tenant === undefined ? [] : [`tenant ${excerpt(tenant, 80)}`]),
    ...(isDate ? [`valid until ${new Date(expiresAt).toISOString()}`] : []),
  ];
  return new OperationError(error.code, `${error.message} (${parts.join(', ')})`, error.details);
}
