import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { serve } from '../sandbox/http/serve.ts';
import { statePage } from '../sandbox/page/state-page.ts';
import { startSandbox } from '../sandbox/sandbox.ts';

const HOSTILE = '<script>alert("x")</script> & \'y\'';

describe("the sandbox's page", () => {
  it('shows what the Hub holds, and nothing of it as markup', async () => {
    const sandbox = await startSandbox();
    const page = await serve(statePage(sandbox));
    const read = async (path: string) => (await fetch(page.url + path)).text();
    const headers = { authorization: 'Bearer hf_sandbox_ada_write', 'content-type': 'application/json' };
    const discussions = `${sandbox.hubUrl}/api/models/my-org/my-model/discussions`;
    const body = JSON.stringify({ title: HOSTILE, description: HOSTILE });
    const opened = await (await fetch(discussions, { method: 'POST', headers, body })).text();
    const num = /"num":(\d+)/.exec(opened)?.[1];

    expect(await read('/')).toContain('href="/repositories/model/my-org/my-model"');
    expect(await read('/')).toContain('POST /api/models/my-org/my-model/discussions');
    expect(await read('/repositories/model/my-org/my-model')).toContain('README.md');
    expect(await read('/repositories/model/my-org/my-model/files/README.md')).toContain('<pre>');
    for (const path of ['', `/discussions/${num}`]) {
      const shown = await read(`/repositories/model/my-org/my-model${path}`);
      expect(shown).toContain('&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62; &#38; &#39;y&#39;');
      expect(shown).not.toContain('<script');
    }
    await Promise.all([page.close(), sandbox.close()]);
  });

  it('only reads, and only what there is', async () => {
    const sandbox = await startSandbox();
    const page = await serve(statePage(sandbox));
    const status = async (path: string, method = 'GET') => (await fetch(page.url + path, { method })).status;
    expect(await status('/', 'POST')).toBe(404);
    for (const path of ['/repositories/model/my-org/none', '/repositories/brew/my-org/my-model', '/elsewhere']) {
      expect(await status(path)).toBe(404);
    }
    expect(await status('/repositories/model/my-org/my-model/files/none')).toBe(404);
    expect(await status('/repositories/model/my-org/my-model/discussions/999')).toBe(404);
    await Promise.all([page.close(), sandbox.close()]);
  });
});

describe('npm run sandbox', () => {
  const entry = fileURLToPath(new URL('../sandbox/main.ts', import.meta.url));

  it('says where everything is, and ends on Ctrl-C', async () => {
    const child = spawn(process.execPath, [entry, '--answers', 'older', '--connection', 'connect']);
    let written = '';
    for await (const piece of child.stdout) {
      written += String(piece);
      if (written.includes('HF_HUB_DISABLE_XET')) break;
    }
    const pageUrl = /Look at (\S+) /.exec(written)?.[1] ?? '';
    expect(await (await fetch(pageUrl)).text()).toContain('The Hub as it is now');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('refuses a choice it does not have', async () => {
    const child = spawn(process.execPath, [entry, '--answers', 'brew']);
    let errors = '';
    child.stderr.on('data', (piece) => {
      errors += String(piece);
    });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(errors).toContain('--answers must be one of newer, older, not brew');
  });
});
