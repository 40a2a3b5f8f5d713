import type { ProxyRequest } from '../../membrane/client.ts';
import { ownProperty } from '../json.ts';
import type { HubReader } from './hub-reader.ts';
import type { Present } from './repeat.ts';

/** For what the Hub answers under the very names of the parameters: what was given beside what is there. */
export async function presentFields(
  request: ProxyRequest,
  wishes: object,
  hub: HubReader,
): Promise<Present | undefined> {
  const body = await hub.read(request);
  if (body === undefined) return undefined;
  const given = Object.entries(wishes).filter(([, wanted]) => wanted !== undefined);
  const settings = given.map(([name, wanted]) => ({ name, now: ownProperty(body, name), wanted }));
  return { object: body, settings: async () => settings };
}
