import { createHash } from 'node:crypto';
import { Connection } from './connection.ts';
import { CONNECTION_SCRIPTS, type ConnectionScript } from './connection-script.ts';
import { invalidRequest, notFound } from './envelope.ts';
import type { Caller } from './tokens.ts';

const HUB_DOMAIN = 'huggingface.co';

/** All connections of the workspace; a tenant sees its own only. */
export class Connections {
  readonly all: Connection[] = [];
  readonly #script: ConnectionScript;

  /** @param script what every new connection to the Hub goes through */
  constructor(script: ConnectionScript) {
    this.#script = script;
  }

  /** Finds the tenant's connection for the app, or creates it; never two for one domain. */
  ensure(caller: Caller, appUrl: string, name?: string): { connection: Connection; created: boolean } {
    const domain = domainOf(appUrl);
    const existing = this.of(caller).find((connection) => connection.domain === domain);
    if (existing) return { connection: existing, created: false };
    const script = domain === HUB_DOMAIN ? this.#script : CONNECTION_SCRIPTS['building-then-connect'];
    const id = idFor(`${caller.tenantKey} ${domain} ${this.all.length}`);
    const connection = new Connection(id, caller.tenantKey, domain, name ?? nameOf(domain), script);
    this.all.push(connection);
    return { connection, created: true };
  }

  of(caller: Caller): Connection[] {
    return this.all.filter((one) => one.tenantKey === caller.tenantKey && one.archivedAt === undefined);
  }

  /** By id, or by the key somebody gave it. @throws MembraneFailure 404 */
  get(caller: Caller, idOrKey: string): Connection {
    const found = this.of(caller).find((one) => one.id === idOrKey || one.key === idOrKey);
    if (!found) throw notFound(`Connection "${idOrKey}"`);
    return found;
  }
}

/** 'https://www.HuggingFace.co/models' and 'huggingface.co' are one app. */
function domainOf(appUrl: string): string {
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(appUrl) ? appUrl : `https://${appUrl}`;
  if (!URL.canParse(absolute)) throw invalidRequest(`appUrl is not a URL: ${appUrl}`);
  return new URL(absolute).hostname.replace(/^www\./, '');
}

function nameOf(domain: string): string {
  return domain === HUB_DOMAIN ? 'Hugging Face' : domain;
}

/** 24 hexadecimal digits, as Membrane's ids are. */
export function idFor(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
