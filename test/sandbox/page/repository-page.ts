import type { Repository } from '../hub/store/repository.ts';
import { type Html, html, page, table } from './html.ts';

/** Longer files are cut, in characters. */
const SHOWN_TEXT = 64 * 1024;

/** What one repository holds: settings, files, commits, discussions. */
export function repositoryPage(repository: Repository): Html {
  const { content, facts, settings } = repository;
  const head = content.resolve('HEAD');
  const base = `/repositories/${repository.type}/${repository.id}`;
  const files = [...(head?.files ?? [])].map(([path, file]) => [
    html`<a href="${base}/files/${path}">${path}</a>`,
    file.size,
    html`<code>${file.lfs?.sha256 ?? file.oid}</code>`,
  ]);
  const commits = head ? content.history(head).map((one) => [html`<code>${one.oid}</code>`, one.title]) : [];
  const discussions = [...repository.discussions.byNumber.values()].map((one) => [
    one.num,
    html`<a href="${base}/discussions/${one.num}">${one.title}</a>`,
    one.pullRequest ? 'pull request' : 'discussion',
    one.status,
    one.author,
  ]);
  return page(
    `${repository.type} ${repository.id}`,
    table(
      ['Setting', 'Value'],
      Object.entries({ visibility: facts.visibility, gated: facts.gated, ...settings }).map(pair),
    ),
    html`<h2>Files</h2>`,
    table(['Path', 'Bytes', 'Object'], files),
    html`<h2>Discussions</h2>`,
    table(['Number', 'Title', 'Kind', 'Status', 'Author'], discussions),
    html`<h2>Branches and tags</h2>`,
    table(
      ['Name', 'Commit'],
      [...content.branches, ...[...content.tags].map(([name, tag]) => [name, tag.commit] as const)],
    ),
    html`<h2>Commits</h2>`,
    table(['Commit', 'Title'], commits),
  );
}

/** One discussion with its events. */
export function discussionPage(repository: Repository, num: number): Html | undefined {
  const discussion = repository.discussions.byNumber.get(num);
  if (!discussion) return undefined;
  const events = discussion.events.map(({ author, type, createdAt, comment, data }) => {
    const what = comment ? comment.raw : JSON.stringify(data);
    return html`<h2>${author}: ${type}, <time>${createdAt.toISOString()}</time></h2><pre>${what}</pre>`;
  });
  const from = html`<p>#${num} of ${repository.type} <a href="/repositories/${repository.type}/${repository.id}">${repository.id}</a>, ${discussion.status}</p>`;
  return page(discussion.title, from, ...events);
}

/** A file of the default branch, as text. */
export async function filePage(repository: Repository, path: string): Promise<Html | undefined> {
  const { content } = repository;
  const file = content.resolve('HEAD')?.files.get(path);
  const bytes = file && (await content.object(file)?.bytes());
  if (!bytes) return undefined;
  const text = bytes.subarray(0, SHOWN_TEXT).toString('utf8');
  return page(path, html`<p>${bytes.length} bytes in ${repository.type} ${repository.id}</p><pre>${text}</pre>`);
}

function pair([name, value]: [string, unknown]): [string, string] {
  return [name, value === undefined ? '–' : String(value)];
}
