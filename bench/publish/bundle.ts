import path from 'node:path';
import { root, runTool } from '../../scripts/tool.ts';

/** Below `node_modules`, so that packages are found and git does not see it. */
const folder = path.join(root, 'node_modules', '.cache', 'bench-publish');

/**
 * The publishing process as users get it: compiled and bundled as `dist/` is. Node reading TypeScript itself would add
 * half a second to each run.
 * @returns its entry
 */
export function bundlePublish(): string {
  runTool('typescript', 'tsc', ['--project', path.join('bench', 'publish', 'tsconfig.json'), '--outDir', folder]);
  const entry = path.join(folder, 'test', 'hub', 'publish', 'publish-child.js');
  const output = path.join(folder, 'bundle');
  runTool('@vercel/ncc', 'ncc', ['build', entry, '--out', output, '--no-cache', '--quiet']);
  return path.join(output, 'index.js');
}
