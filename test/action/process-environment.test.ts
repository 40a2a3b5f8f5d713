import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { descendants } from '../harness/process-watch.ts';
import type { RunningStep } from '../harness/step-process.ts';
import { runStep, withSandbox } from './sandbox-step.ts';

/** A child process as `/proc` shows it. */
interface SeenProcess {
  readonly command: string;
  readonly environment: string;
}

/** Only Linux shows other processes' environments. */
test.runIf(process.platform === 'linux')('a sign-in is in the environment of the CLI alone', () =>
  withSandbox({ latencyMs: 40 }, async (sandbox) => {
    const { key, secret } = sandbox.workspace;
    const seen: SeenProcess[] = [];
    const result = await runStep(sandbox, {
      ...{ operation: 'get-current-user', transport: 'cli', toolCache: undefined },
      inputs: {
        ...{ token: '', 'workspace-key': key, 'workspace-secret': secret, 'tenant-key': sandbox.tenantKey },
        ...{ 'github-token': 'ghs_0123456789abcdefghij', 'registry-url': sandbox.registryUrl },
      },
      env: { OTHER_SECRET: 'of-the-job', NODE_OPTIONS: '--no-deprecation', npm_config_registry: 'http://127.0.0.1:9/' },
      during: (step) => watch(step, seen),
    });
    expect(result.exitCode, result.log).toBe(0);
    const npm = seen.filter(({ command }) => command.includes('npm-cli.js'));
    const membrane = seen.filter(({ command }) => /membrane\.js/.test(command));
    expect(npm.length).toBeGreaterThan(0);
    expect(membrane.length).toBeGreaterThan(0);
    for (const { environment } of seen) {
      expect(environment).not.toContain(secret);
      expect(environment).not.toMatch(
        /INPUT_|GITHUB_|OTHER_SECRET|NODE_OPTIONS|ghs_|npm_config_registry=http:\/\/127\.0\.0\.1:9\//,
      );
    }
    for (const { environment } of npm) expect(environment).not.toMatch(/MEMBRANE_(ACCESS_)?TOKEN/);
    expect(membrane.some(({ environment }) => environment.includes('MEMBRANE_ACCESS_TOKEN='))).toBe(true);
  }),
);

async function watch({ pid }: RunningStep, seen: SeenProcess[]): Promise<void> {
  while (readProcess(pid, 'cmdline') !== '') {
    for (const child of descendants(pid)) {
      const command = readProcess(child, 'cmdline');
      // Between fork and exec a child still shows its parent's environment.
      if (!command.includes('dist/index.js')) seen.push({ command, environment: readProcess(child, 'environ') });
    }
    await wait(5);
  }
}

function readProcess(pid: number, file: 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', '\n');
  } catch {
    return '';
  }
}
