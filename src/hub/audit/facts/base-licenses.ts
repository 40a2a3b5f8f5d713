import { z } from 'zod';
import { type HubReader, isSuccess } from '../hub-calls.ts';
import { readRecord } from '../repository-record.ts';
import { apiPath, type FactSource } from './fact-source.ts';

/** A merge of more models than this names its parents only in part. */
const askedBases = 10;

const licenses = z.object({
  /** Missing models, and those the account may not see, have no licences. */
  bases: z.array(z.object({ id: z.string(), licenses: z.array(z.string()) })),
});

/** The licences of the models a repository was made from. */
export type BaseLicenses = z.infer<typeof licenses>;

/** Thousands of derivatives share a handful of bases: each base is asked for once in a run. */
const asked = new WeakMap<HubReader, Map<string, Promise<string[]>>>();

export const baseLicenses: FactSource<BaseLicenses> = {
  schema: licenses,
  async load(record, reader) {
    const bases = await Promise.all(
      record.baseModels.slice(0, askedBases).map(async (id) => ({ id, licenses: await licensesOf(id, reader) })),
    );
    return { kind: 'value', value: { bases } };
  },
};

function licensesOf(id: string, reader: HubReader): Promise<string[]> {
  const known = asked.get(reader) ?? new Map<string, Promise<string[]>>();
  asked.set(reader, known);
  const running = known.get(id);
  if (running !== undefined) return running;
  const coming = ask(id, reader);
  known.set(id, coming);
  return coming;
}

async function ask(id: string, reader: HubReader): Promise<string[]> {
  const answer = await reader.get(apiPath({ type: 'model', id }), [
    ['expand', 'cardData'],
    ['expand', 'tags'],
  ]);
  const record = isSuccess(answer) ? readRecord('model', answer.body) : undefined;
  return [...(record?.licenses ?? [])];
}
