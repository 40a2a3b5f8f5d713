import type { Application, Call, RecordedRequest } from '../http/application.ts';
import { slugOf } from '../hub/store/collection.ts';
import { REPOSITORY_TYPES, type RepositoryType } from '../hub/store/repository.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Html, html, page, table } from './html.ts';
import { discussionPage, filePage, repositoryPage } from './repository-page.ts';

const SHOWN_REPOSITORIES = 200;
const SHOWN_REQUESTS = 40;

/** A read-only look at what the sandbox holds. */
export function statePage(sandbox: Sandbox): Application {
  return async (call) => {
    const found = call.request.method === 'GET' ? await pageFor(sandbox, call) : undefined;
    const [status, body] = found ? [200, found] : [404, page('Not found', html`<p>Nothing to see here.</p>`)];
    call.response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      'cache-control': 'no-store',
    });
    call.response.end(body.text);
  };
}

async function pageFor(sandbox: Sandbox, call: Call): Promise<Html | undefined> {
  const [kind, type, namespace, name, part, ...rest] = call.url.pathname.split('/').slice(1).map(decodeURIComponent);
  if (kind === '') return overview(sandbox);
  if (kind !== 'repositories' || !isType(type)) return undefined;
  const repository = sandbox.hub.store.repository(type, `${namespace}/${name}`);
  if (!repository) return undefined;
  if (part === 'discussions') return discussionPage(repository, Number(rest[0]));
  if (part === 'files') return filePage(repository, rest.join('/'));
  return part === undefined ? repositoryPage(repository) : undefined;
}

function isType(text: string | undefined): text is RepositoryType {
  return REPOSITORY_TYPES.some((type) => type === text);
}

function overview(sandbox: Sandbox): Html {
  const { store } = sandbox.hub;
  const repositories = REPOSITORY_TYPES.flatMap((type) => store.repositories(type));
  const rows = repositories
    .slice(0, SHOWN_REPOSITORIES)
    .map((repository) => [
      repository.type,
      html`<a href="/repositories/${repository.type}/${repository.id}">${repository.id}</a>`,
      repository.facts.visibility,
      `${repository.facts.gated}`,
      repository.discussions.byNumber.size,
      moment(repository.facts.lastModified),
    ]);
  return page(
    'The Hub as it is now',
    html`<h2>Repositories (${repositories.length})</h2>`,
    table(['Type', 'Repository', 'Visibility', 'Gated', 'Discussions', 'Changed'], rows),
    html`<h2>Collections</h2>`,
    table(
      ['Collection', 'Title', 'Items'],
      [...store.collections.values()].map((one) => [slugOf(one), one.title, one.items.length]),
    ),
    html`<h2>Connections</h2>`,
    table(
      ['Connection', 'Tenant', 'App', 'State'],
      sandbox.membrane.connections.map((one) => [one.id, one.tenantKey, one.domain, one.step.state]),
    ),
    html`<h2>Requests to Membrane</h2>`,
    requests(sandbox.membraneServer.requests),
    html`<h2>Requests to the Hub</h2>`,
    requests(sandbox.hubServer.requests),
  );
}

/** The latest first. */
function requests(all: readonly RecordedRequest[]): Html {
  const rows = all
    .slice(-SHOWN_REQUESTS)
    .reverse()
    .map(({ time, method, path, query, status, effects, fault }) => [
      moment(new Date(time)),
      html`<code>${method} ${path}${query}</code>`,
      status ?? '–',
      [...effects, ...(fault ? [`fault: ${fault}`] : [])].join('; '),
    ]);
  return table(['Time', 'Request', 'Status', 'Effect'], rows);
}

function moment(date: Date): Html {
  return html`<time datetime="${date.toISOString()}">${date.toISOString().slice(0, 19).replace('T', ' ')}</time>`;
}
