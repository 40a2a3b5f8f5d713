import { createHash } from 'node:crypto';

/** SHA-1 of a git object of that kind, as `git hash-object` gives it. */
export function gitObjectId(kind: 'blob' | 'tree' | 'commit', content: Buffer): string {
  return createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');
}

/** The text a file kept by LFS has in git (git-lfs specification, version 1). */
export function lfsPointer(sha256: string, size: number): Buffer {
  return Buffer.from(`version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${size}\n`);
}

interface TreeNode {
  readonly files: Map<string, string>;
  readonly folders: Map<string, TreeNode>;
}

function emptyNode(): TreeNode {
  return { files: new Map(), folders: new Map() };
}

function insert(root: TreeNode, path: string, oid: string): void {
  const parts = path.split('/');
  const name = parts.pop() ?? path;
  let node = root;
  for (const part of parts) {
    const next = node.folders.get(part) ?? emptyNode();
    node.folders.set(part, next);
    node = next;
  }
  node.files.set(name, oid);
}

/** Git sorts a folder as if its name ended in a slash. */
function treeEntries(node: TreeNode, childIds: ReadonlyMap<string, string>): Buffer {
  const entries = [
    ...[...node.files].map(([name, oid]) => ({ key: name, mode: '100644', name, oid })),
    ...[...childIds].map(([name, oid]) => ({ key: `${name}/`, mode: '40000', name, oid })),
  ];
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  return Buffer.concat(
    entries.flatMap(({ mode, name, oid }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]),
  );
}

function writeTree(node: TreeNode, prefix: string, ids: Map<string, string>): string {
  const children = new Map<string, string>();
  for (const [name, child] of node.folders) {
    children.set(name, writeTree(child, prefix === '' ? name : `${prefix}/${name}`, ids));
  }
  const oid = gitObjectId('tree', treeEntries(node, children));
  ids.set(prefix, oid);
  return oid;
}

/** Tree ids of all folders of a snapshot, by path; the root is ''. */
export function treeIds(files: ReadonlyMap<string, { readonly oid: string }>): Map<string, string> {
  const root = emptyNode();
  for (const [path, file] of files) insert(root, path, file.oid);
  const ids = new Map<string, string>();
  writeTree(root, '', ids);
  return ids;
}

/** What a commit's id is computed from. */
export interface CommitText {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly date: Date;
  readonly message: string;
}

/** SHA-1 of the commit object git would write for it. */
export function commitId(commit: CommitText): string {
  const seconds = Math.floor(commit.date.getTime() / 1000);
  const signature = `${commit.author} <${commit.author}@users.noreply.huggingface.co> ${seconds} +0000`;
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${signature}`,
    `committer ${signature}`,
    '',
    commit.message,
  ];
  return gitObjectId('commit', Buffer.from(lines.join('\n')));
}
