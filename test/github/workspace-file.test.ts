import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkWorkspacePath, readWorkspaceFile, writeWorkspaceFile } from '../../src/github/workspace-file.ts';

let workspace: string;
let outside: string;

beforeEach(() => {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'workspace-file-')));
  workspace = path.join(root, 'workspace');
  outside = path.join(root, 'outside');
  mkdirSync(workspace);
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'secret.txt'), 'secret');
  writeFileSync(path.join(workspace, 'input.yml'), 'a: b');
});

describe('reading', () => {
  test('a file of the workspace', async () => {
    expect(await readWorkspaceFile(workspace, 'input.yml')).toBe('a: b');
    expect(await readWorkspaceFile(workspace, path.join(workspace, 'input.yml'))).toBe('a: b');
  });

  test.each(['../outside/secret.txt', '/etc/passwd', '.', 'missing.yml', '', 'a\0b'])('refuses %j', async (given) => {
    await expect(readWorkspaceFile(workspace, given)).rejects.toThrow(/^(must be inside|does not exist)/);
  });

  test('refuses a link that leaves the workspace, as a file and as a folder', async () => {
    symlinkSync(path.join(outside, 'secret.txt'), path.join(workspace, 'link.txt'));
    symlinkSync(outside, path.join(workspace, 'folder'));
    await expect(readWorkspaceFile(workspace, 'link.txt')).rejects.toThrow(/symbolic link/);
    await expect(readWorkspaceFile(workspace, 'folder/secret.txt')).rejects.toThrow(/symbolic link/);
  });

  test('refuses a folder and a file too large', async () => {
    mkdirSync(path.join(workspace, 'sub'));
    await expect(readWorkspaceFile(workspace, 'sub')).rejects.toThrow('is not a regular file.');
    writeFileSync(path.join(workspace, 'large'), '');
    truncateSync(path.join(workspace, 'large'), 2_000_000);
    await expect(readWorkspaceFile(workspace, 'large')).rejects.toThrow(/larger than 1 MiB/);
  });
});

describe('writing', () => {
  test('makes folders and replaces what was there', async () => {
    const file = await writeWorkspaceFile(workspace, 'out/deep/result.json', 'one');
    await writeWorkspaceFile(workspace, 'out/deep/result.json', '2');
    expect(file).toBe(path.join(workspace, 'out/deep/result.json'));
    expect(readFileSync(file, 'utf8')).toBe('2');
  });

  test('never goes through a link that leaves the workspace', async () => {
    symlinkSync(path.join(outside, 'secret.txt'), path.join(workspace, 'link.txt'));
    symlinkSync(outside, path.join(workspace, 'folder'));
    await expect(writeWorkspaceFile(workspace, 'link.txt', 'x')).rejects.toThrow(/symbolic link/);
    await expect(writeWorkspaceFile(workspace, 'folder/new/x.txt', 'x')).rejects.toThrow(/symbolic link/);
    await expect(writeWorkspaceFile(workspace, '../outside/x.txt', 'x')).rejects.toThrow(/inside the workspace/);
    expect(readFileSync(path.join(outside, 'secret.txt'), 'utf8')).toBe('secret');
  });

  test('says beforehand that a path cannot be written', async () => {
    await expect(checkWorkspacePath(workspace, 'out/new.json')).resolves.toBeUndefined();
    await expect(checkWorkspacePath(workspace, '../x.json')).rejects.toThrow(/inside the workspace/);
    mkdirSync(path.join(workspace, 'sub'));
    await expect(checkWorkspacePath(workspace, 'sub')).rejects.toThrow('is a folder.');
  });
});
