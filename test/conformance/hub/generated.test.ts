import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Population } from '../../sandbox/hub/generate.ts';
import { createHub } from '../../sandbox/hub/hub.ts';
import { DEFAULT_SETTINGS } from '../../sandbox/hub/settings.ts';
import type { ServedHub } from '../served-hub.ts';
import { serveHub } from '../served-hub.ts';
import { ask, commitOf, NDJSON } from './ask.ts';

const MEBIBYTE = 1024 * 1024;

describe('a generated Hub', () => {
  const open: ServedHub[] = [];
  afterEach(() => Promise.all(open.splice(0).map((served) => served.close())));

  async function start(population: Partial<Population>): Promise<ServedHub> {
    const generate = { organisation: 'big', ...population };
    const served = await serveHub({ generate, settings: DEFAULT_SETTINGS });
    open.push(served);
    return served;
  }

  const list = async (served: ServedHub, kind: string) =>
    (await ask(served, `GET /api/${kind}?author=big&full=true&cardData=true`)).text.replaceAll(served.hubUrl, '');

  test('two runs from one seed see the same, another seed another', async () => {
    const [one, two, other] = await Promise.all(
      [3, 3, 4].map((seed) => start({ models: 40, datasets: 5, spaces: 5, seed })),
    );
    if (one === undefined || two === undefined || other === undefined) throw new Error('not started');
    for (const kind of ['models', 'datasets', 'spaces']) {
      expect(await list(one, kind)).toBe(await list(two, kind));
      expect(await list(one, kind)).not.toBe(await list(other, kind));
    }
  });

  test('writing to one repository keeps what was generated', async () => {
    const served = await start({ models: 3, seed: 7 });
    const [repository] = served.hub.store.repositories('model').filter((one) => one.namespace === 'big');
    const before = { sha: repository?.sha, card: repository?.card, files: [...(repository?.files.keys() ?? [])] };
    const body = commitOf('Add', { 'added.txt': 'x' }, before.sha);
    const answer = await ask(served, `POST /api/models/${repository?.id}/commit/main`, { body, headers: NDJSON });
    expect(answer.status).toBe(200);
    expect(repository?.content.resolve('main')?.parents).toEqual([before.sha]);
    expect(repository?.card).toEqual(before.card);
    expect([...(repository?.files.keys() ?? [])]).toEqual([...before.files, 'added.txt']);
  });

  test('the metadata is varied: licences or none, gated, private, pickles that are flagged', async () => {
    const served = await start({ models: 2000, seed: 1 });
    const models = served.hub.store.repositories('model').filter((one) => one.namespace === 'big');
    const share = (of: (one: (typeof models)[number]) => boolean) => models.filter(of).length / models.length;
    expect(share((one) => one.isPrivate)).toBeCloseTo(0.2, 1);
    expect(share((one) => one.facts.gated !== false)).toBeCloseTo(0.1, 1);
    expect(share((one) => one.card?.license === undefined)).toBeCloseTo(0.15, 1);
    expect(share((one) => one.files.has('pytorch_model.bin'))).toBeCloseTo(0.125, 1);
    expect(models.some((one) => [...one.facts.scans.values()].includes('unsafe'))).toBe(true);
  });

  test('weights are declared but held nowhere', async () => {
    const served = await start({ models: 20, seed: 1 });
    const model = served.hub.store
      .repositories('model')
      .find(
        (one) =>
          one.namespace === 'big' && !one.isPrivate && one.facts.gated === false && one.files.has('model.safetensors'),
      );
    const file = model?.head?.get('model.safetensors');
    expect(file?.lfs?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await ask(served, `GET /${model?.id}/resolve/main/model.safetensors`)).status).toBe(404);
    expect((await ask(served, `GET /${model?.id}/resolve/main/config.json`)).status).toBe(200);
  });

  test('50,000 models are there within a few seconds and few hundred megabytes, and can be walked through', async () => {
    const before = process.memoryUsage().heapUsed;
    const started = performance.now();
    const hub = createHub({ generate: { organisation: 'big', models: 50_000 } });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect((process.memoryUsage().heapUsed - before) / MEBIBYTE).toBeLessThan(300);
    expect(hub.store.repositories('model').filter((one) => one.namespace === 'big')).toHaveLength(50_000);
    await hub.close();

    const served = await start({ models: 50_000 });
    const ids = new Set<string>();
    const shape = z.array(z.object({ id: z.string() }));
    for (let path: string | undefined = '/api/models?author=big&limit=1000'; path !== undefined; ) {
      const answer = await ask(served, `GET ${path}`);
      for (const { id } of shape.parse(answer.json)) ids.add(id);
      path = /^<([^>]+)>/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(ids.size).toBe(50_000);
  });
});
