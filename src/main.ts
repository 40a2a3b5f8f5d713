import { run } from './run.ts';
import { nodeRuntime } from './runtime.ts';

process.exitCode = await run(nodeRuntime());
