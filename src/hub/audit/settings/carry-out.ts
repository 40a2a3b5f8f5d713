import type { Json } from '../../json.ts';
import { apiPath } from '../facts/fact-source.ts';
import { type HubCalls, trySend, type WriteMethod } from '../hub-calls.ts';
import type { RepositorySettings } from './settings-document.ts';
import type { PlannedChange, RepositoryChange } from './settings-plan.ts';

export interface Hands {
  readonly calls: HubCalls;
  readonly namespace: string;
  /** Ids of resource groups by name. */
  readonly groups: ReadonlyMap<string, string>;
}

interface Call {
  readonly method: WriteMethod;
  readonly path: string;
  readonly body: Json;
}

/** Sends what a change needs, one call after the other. @returns why the Hub refused, if it did */
export async function carryOut(change: PlannedChange, hands: Hands): Promise<string | undefined> {
  for (const { method, path, body } of callsOf(change, hands)) {
    const refusal = await trySend(hands.calls, method, path, body);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function callsOf(change: PlannedChange, hands: Hands): Call[] {
  if (change.kind === 'role') {
    const user = encodeURIComponent(change.user);
    const path = `/api/organizations/${encodeURIComponent(hands.namespace)}/members/${user}/role`;
    return [{ method: 'PUT', path, body: { role: change.role } }];
  }
  const name = change.id.slice(change.id.indexOf('/') + 1);
  const place = { name, organization: hands.namespace, type: change.type };
  if (change.kind === 'delete') return [{ method: 'DELETE', path: '/api/repos/delete', body: place }];
  if (change.kind === 'update') return settingCalls(change, change.settings, hands);
  const { visibility = 'private', sdk, ...rest } = change.settings;
  const body = { ...place, visibility, ...(sdk === undefined ? {} : { sdk }) };
  return [{ method: 'POST', path: '/api/repos/create', body }, ...settingCalls(change, rest, hands)];
}

function settingCalls(change: RepositoryChange, wanted: RepositorySettings, { groups }: Hands): Call[] {
  const path = apiPath(change);
  const { visibility, gated, discussions, resourceGroup, hardware, sleepTime } = wanted;
  const settings = {
    ...(visibility === undefined ? {} : { visibility }),
    ...(gated === undefined ? {} : { gated }),
    ...(discussions === undefined ? {} : { discussionsDisabled: !discussions }),
  };
  const calls: Call[] = [];
  if (Object.keys(settings).length > 0) calls.push({ method: 'PUT', path: `${path}/settings`, body: settings });
  if (resourceGroup !== undefined) {
    const resourceGroupId = resourceGroup === null ? null : (groups.get(resourceGroup) ?? resourceGroup);
    calls.push({ method: 'POST', path: `${path}/resource-group`, body: { resourceGroupId } });
  }
  if (hardware !== undefined) calls.push({ method: 'POST', path: `${path}/hardware`, body: { flavor: hardware } });
  if (sleepTime !== undefined) calls.push({ method: 'POST', path: `${path}/sleeptime`, body: { seconds: sleepTime } });
  return calls;
}
