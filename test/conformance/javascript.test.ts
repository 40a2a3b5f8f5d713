import { afterAll, beforeAll, describe, test } from 'vitest';
import { javascriptChecks } from './javascript/checks.ts';
import type { ServedHub } from './served-hub.ts';
import { serveHub } from './served-hub.ts';

describe('the sandbox believed by @huggingface/hub', () => {
  let served: ServedHub;
  beforeAll(async () => {
    served = await serveHub();
  });
  afterAll(() => served.close());

  test.each(javascriptChecks.map((check) => [check.method, check] as const))('%s', (_, check) => check.run(served));
});
