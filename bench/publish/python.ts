import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Sandbox } from '../../test/sandbox/sandbox.ts';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** The version of Hugging Face's own client that is compared with. */
export const huggingfaceHubVersion = '2.4.0';

/** The interpreter of an environment that has it, made if need be; undefined where there is no Python or no index. */
export async function pythonWithClient(): Promise<string | undefined> {
  const folder = path.join(root, '.venv', 'bench-publish');
  const interpreter = path.join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  try {
    await execute('python3', ['-m', 'venv', folder]);
    const wanted = `huggingface_hub==${huggingfaceHubVersion}`;
    await execute(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wanted]);
    return interpreter;
  } catch {
    return undefined;
  }
}

/** Nothing of this machine's own account or cache takes part; Xet is off, as the sandbox does not speak it. */
export function pythonEnvironment(sandbox: Sandbox, home: string, token: string | undefined): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(HF_|HUGGING|ACTIONS_|GITHUB_)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    HF_ENDPOINT: sandbox.hubUrl,
    ...(token === undefined ? {} : { HF_TOKEN: token }),
    HF_HOME: home,
    HF_HUB_DISABLE_XET: '1',
    HF_HUB_DISABLE_TELEMETRY: '1',
    HF_HUB_DISABLE_PROGRESS_BARS: '1',
    HF_HUB_DISABLE_UPDATE_CHECK: '1',
    NO_PROXY: '127.0.0.1,localhost',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUTF8: '1',
  };
}
