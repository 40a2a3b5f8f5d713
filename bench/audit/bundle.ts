import path from 'node:path';
import { root, runTool } from '../../scripts/tool.ts';

/** Below `node_modules`, so that packages are found and git does not see it. */
const folder = path.join(root, 'node_modules', '.cache', 'bench-audit');

/**
 * The audit as users get it: compiled and bundled as `dist/` is. Node reading TypeScript itself would add half a
 * second and some 60 MB to each run.
 * @returns its entry
 */
export function bundleAudit(): string {
  runTool('typescript', 'tsc', ['--project', path.join('bench', 'audit', 'tsconfig.json'), '--outDir', folder]);
  const output = path.join(folder, 'bundle');
  const entry = path.join(folder, 'bench', 'audit', 'audit-process.js');
  runTool('@vercel/ncc', 'ncc', ['build', entry, '--out', output, '--no-cache', '--quiet']);
  return path.join(output, 'index.js');
}
