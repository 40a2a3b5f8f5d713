import { parse } from 'yaml';

/** The metadata block at the top of a README, as the Hub reads it. */
export type CardData = Readonly<Record<string, unknown>>;

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** The YAML between the two fences of a README; undefined when there is none. */
export function frontMatter(readme: string): string | undefined {
  return FRONT_MATTER.exec(readme)?.[1];
}

/** Reads a README's metadata; undefined when there is none or it is no mapping. */
export function readCard(readme: string): CardData | undefined {
  const block = frontMatter(readme);
  if (block === undefined) return undefined;
  try {
    const data: unknown = parse(block);
    return isRecord(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that may be one text or a list of them. */
export function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The tags the Hub derives from a card and adds to the ones written in it. */
export function tagsOf(card: CardData, files: Iterable<string>): string[] {
  const tags = new Set<string>();
  for (const name of texts(card.library_name)) tags.add(name);
  if (anyEndsWith(files, '.safetensors')) tags.add('safetensors');
  for (const tag of texts(card.tags)) tags.add(tag);
  for (const name of texts(card.pipeline_tag)) tags.add(name);
  for (const code of texts(card.language)) tags.add(code);
  for (const id of texts(card.datasets)) tags.add(`dataset:${id}`);
  for (const id of texts(card.base_model)) tags.add(`base_model:${id}`);
  for (const id of texts(card.task_categories)) tags.add(`task_categories:${id}`);
  for (const id of texts(card.size_categories)) tags.add(`size_categories:${id}`);
  for (const id of texts(card.license)) tags.add(`license:${id}`);
  tags.add('region:us');
  return [...tags];
}

function anyEndsWith(names: Iterable<string>, ending: string): boolean {
  for (const name of names) if (name.endsWith(ending)) return true;
  return false;
}
