import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// The package imports a JSON file without saying so, as bundlers take it; Node wants to be told.
registerHooks({
  load(url, context, next) {
    if (!/\/@actions\/workflow-parser\/.*\.json$/.test(url)) return next(url, context);
    const source = `export default ${readFileSync(fileURLToPath(url), 'utf8')};`;
    return { format: 'module', source, shortCircuit: true };
  },
});

/** What GitHub's own parser finds wrong with a workflow's file. */
export async function workflowErrors(file: string): Promise<string[]> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
  const parsed = parseWorkflow({ name: file, content: readFileSync(file, 'utf8') }, new NoOperationTraceWriter());
  if (parsed.value !== undefined) await convertWorkflowTemplate(parsed.context, parsed.value);
  return parsed.context.errors.getErrors().map(({ message }) => message);
}
