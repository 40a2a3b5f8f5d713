import type { Application, Call } from '../http/application.ts';
import { integrityOf, type PackageTarball, packFolder } from './package-tarball.ts';

export interface RegistryOptions {
  /** Folder of the package to publish. */
  folder: string;
  /** Published under these versions, in this order. */
  versions?: readonly string[];
  /** What the dist-tag `latest` names. */
  latest?: string;
  /** Added to every version's package.json, e.g. lifecycle scripts that must not run. */
  manifest?: Record<string, unknown>;
}

/** What is wrong with one version's tarball. */
export type TarballFault =
  /** Bytes that are no gzip, under the true integrity. */
  | 'corrupt'
  /** A good package with one file changed: only the integrity tells. */
  | 'tampered'
  /** The true bytes under an integrity of other bytes. */
  | 'wrong-integrity';

export interface Registry {
  application: Application;
  /** For serve(): lets faults match by route, e.g. 'GET /:package/-/:file'. */
  routeOf(method: string, url: URL): string | undefined;
  /** Set once it is served; the tarballs' addresses start with it. */
  baseUrl: string;
  /** Name of the package. */
  readonly name: string;
  /** As published: version → 'sha512-…'. */
  readonly integrities: Readonly<Record<string, string>>;
  spoil(version: string, fault: TarballFault): void;
}

const VERSIONS = ['1.17.0', '1.18.0', '1.18.2', '2.0.0-beta.1'];

/** A registry that holds one package, as far as `npm install` and `npm view` ask. */
export async function createRegistry(options: RegistryOptions): Promise<Registry> {
  const versions = options.versions ?? VERSIONS;
  const latest = options.latest ?? '1.18.2';
  const tarballs = new Map<string, PackageTarball>();
  for (const version of versions) {
    tarballs.set(version, await packFolder(options.folder, { ...options.manifest, version }));
  }
  const tampered = await packFolder(options.folder, { ...options.manifest, version: latest, description: 'tampered' });
  const faults = new Map<string, TarballFault>();
  const name = String(tarballs.values().next().value?.manifest.name);
  const shelf: Shelf = { name, latest, tarballs, faults, tampered: tampered.bytes, baseUrl: '' };
  return {
    application: async (call) => serveShelf(call, shelf),
    routeOf: (_method, url) => reply(shelf, pathOf(url)).route,
    get baseUrl() {
      return shelf.baseUrl;
    },
    set baseUrl(url) {
      shelf.baseUrl = url;
    },
    name,
    integrities: Object.fromEntries([...tarballs].map(([version, { integrity }]) => [version, integrity])),
    spoil: (version, fault) => {
      faults.set(version, fault);
    },
  };
}

interface Shelf {
  name: string;
  latest: string;
  tarballs: ReadonlyMap<string, PackageTarball>;
  faults: ReadonlyMap<string, TarballFault>;
  tampered: Buffer;
  baseUrl: string;
}

/** A JSON body, or the bytes of a tarball. */
type Reply = { route: string; status: number } & ({ json: unknown } | { bytes: Buffer });

function serveShelf(call: Call, shelf: Shelf): void {
  const found = reply(shelf, pathOf(call.url));
  call.route = found.route;
  const body = 'bytes' in found ? found.bytes : Buffer.from(JSON.stringify(found.json));
  const type = 'bytes' in found ? 'application/octet-stream' : 'application/json';
  call.response.writeHead(found.status, { 'content-type': type, 'content-length': body.length });
  call.response.end(body);
}

/** '@scope/name/…'; npm writes the slash of a scope as %2f. */
function pathOf(url: URL): string {
  return decodeURIComponent(url.pathname).slice(1);
}

function reply(shelf: Shelf, path: string): Reply {
  if (path === shelf.name) return { route: 'GET /:package', status: 200, json: packument(shelf) };
  const rest = path.startsWith(`${shelf.name}/`) ? path.slice(shelf.name.length + 1) : '';
  const file = /^-\/[^/]+?-(\d.*)\.tgz$/.exec(rest)?.[1];
  if (file !== undefined) return tarballReply(shelf, file);
  const route = 'GET /:package/:version';
  const version = rest === 'latest' ? shelf.latest : rest;
  if (!shelf.tarballs.has(version)) return { route, status: 404, json: { error: 'Not found' } };
  return { route, status: 200, json: versionManifest(shelf, version) };
}

function tarballReply(shelf: Shelf, version: string): Reply {
  const route = 'GET /:package/-/:file';
  const tarball = shelf.tarballs.get(version);
  if (!tarball) return { route, status: 404, json: { error: 'Not found' } };
  const fault = shelf.faults.get(version);
  const spoiled = fault === 'corrupt' ? Buffer.from('not a tarball') : shelf.tampered;
  const bytes = fault === 'corrupt' || fault === 'tampered' ? spoiled : tarball.bytes;
  return { route, status: 200, bytes };
}

function packument(shelf: Shelf): unknown {
  const versions = [...shelf.tarballs.keys()].map((version) => [version, versionManifest(shelf, version)]);
  const time = Object.fromEntries([...shelf.tarballs.keys()].map((version) => [version, '2026-01-01T00:00:00.000Z']));
  return { name: shelf.name, 'dist-tags': { latest: shelf.latest }, versions: Object.fromEntries(versions), time };
}

function versionManifest(shelf: Shelf, version: string): Record<string, unknown> {
  const tarball = shelf.tarballs.get(version);
  if (!tarball) return {};
  const { manifest, integrity, shasum } = tarball;
  const isWrong = shelf.faults.get(version) === 'wrong-integrity';
  const file = `${shelf.name.split('/').at(-1)}-${version}.tgz`;
  return {
    ...manifest,
    _id: `${shelf.name}@${version}`,
    dist: {
      tarball: `${shelf.baseUrl}/${shelf.name}/-/${file}`,
      integrity: isWrong ? integrityOf(Buffer.from('other')) : integrity,
      ...(isWrong ? {} : { shasum }),
    },
  };
}
