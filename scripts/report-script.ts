/**
 * Bundles the audit report's browser code into the constant that the report's page carries. The bundle is committed,
 * so that building and testing the action needs no browser tools; `--check` fails where it is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { root, runTool } from './tool.ts';

const folder = path.join(root, 'src/hub/audit/report');
const target = path.join(folder, 'page/browser-script.ts');

runTool('typescript', 'tsc', ['--project', path.join(folder, 'browser')]);
const source = `/** Generated from browser/main.ts by scripts/report-script.ts: do not edit. */
export const browserScript =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is a script of its own.
  ${literal(await bundled())};
`;

if (!process.argv.includes('--check')) writeFileSync(target, source);
else if (readFileSync(target, 'utf8') !== source) {
  console.error('page/browser-script.ts is stale: run `node scripts/report-script.ts` and commit it.');
  process.exitCode = 1;
} else console.log('The report carries the script that its browser code builds to.');

async function bundled(): Promise<string> {
  const bundle = await rolldown({ input: path.join(folder, 'browser/main.ts'), tsconfig: false });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  // Inside a script element nothing may look like its end.
  return output[0].code.trim().replaceAll('</', '<\\/');
}

/** As the formatter would write it. */
function literal(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
