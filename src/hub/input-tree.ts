import { isAlias, isMap, isNode, isScalar, isSeq, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type InputMapping, type InputValue, isMapping, PlainScalar } from './input-value.ts';

/** Levels. Nothing the Hub takes is nested nearly as deep. */
const deepest = 40;
/** Nodes after aliases are followed: a few lines of aliases can otherwise stand for billions (the 'billion laughs'). */
const mostNodes = 100_000;

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** The tags of YAML's core schema, which say again what a value is anyway. */
const coreTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`),
);

/** Why a tree is refused, and where. */
export class TreeProblem extends Error {
  readonly offset: number | undefined;

  constructor(message: string, node: unknown) {
    super(message);
    this.offset = isNode(node) ? node.range?.[0] : undefined;
  }
}

/** The root of a parsed document as a mapping. Throws TreeProblem. */
export function readTree(root: unknown): InputMapping {
  if (root === null || (isScalar(root) && root.value === null && !root.source)) return new Map();
  const value = new TreeReader().read(root, 0);
  if (!isMapping(value)) throw new TreeProblem("must be one mapping of parameters ('name: value' on each line)", root);
  return value;
}

class TreeReader {
  #nodes = 0;
  /** In the order of the text, as YAML asks: an anchor may be given again, and an alias means the last one before it. */
  readonly #anchors = new Map<string, unknown>();
  readonly #open = new Set<unknown>();

  read(node: unknown, depth: number): InputValue {
    this.#nodes += 1;
    if (this.#nodes > mostNodes) throw new TreeProblem(`holds more than ${mostNodes} values, aliases followed`, node);
    if (depth > deepest) throw new TreeProblem(`is nested more than ${deepest} levels deep`, node);
    if (isAlias(node)) return this.#follow(node.source, node, depth);
    this.#remember(node);
    if (isScalar(node)) return readScalar(node);
    if (isMap(node)) return this.#within(node, () => this.#readMap(node, depth));
    if (isSeq(node)) return this.#within(node, () => this.#readList(node, depth));
    return new PlainScalar(null, '');
  }

  #remember(node: unknown): void {
    if (!isNode(node) || isAlias(node)) return;
    if (node.tag && !coreTags.has(node.tag)) throw new TreeProblem(`uses the tag '${node.tag.slice(0, 80)}'`, node);
    if (node.anchor) this.#anchors.set(node.anchor, node);
  }

  #follow(name: string, alias: unknown, depth: number): InputValue {
    const target = this.#anchors.get(name);
    if (target === undefined) throw new TreeProblem(`uses the alias '*${name.slice(0, 80)}' before its anchor`, alias);
    if (this.#open.has(target)) throw new TreeProblem(`holds itself through the alias '*${name.slice(0, 80)}'`, alias);
    return this.read(target, depth + 1);
  }

  #within(node: unknown, read: () => InputValue): InputValue {
    this.#open.add(node);
    const value = read();
    this.#open.delete(node);
    return value;
  }

  #readMap(node: YAMLMap, depth: number): InputMapping {
    const mapping = new Map<string, InputValue>();
    for (const { key, value } of node.items) {
      const name = this.#readKey(key, node);
      if (mapping.has(name)) throw new TreeProblem(`has the key '${name.slice(0, 80)}' twice`, key);
      mapping.set(name, this.read(value, depth + 1));
    }
    return mapping;
  }

  #readList(node: YAMLSeq, depth: number): InputValue[] {
    return node.items.map((item) => this.read(item, depth + 1));
  }

  #readKey(key: unknown, map: YAMLMap): string {
    if (!isScalar(key)) throw new TreeProblem('has a key that is not plain text', isNode(key) ? key : map);
    this.#remember(key);
    const value = readScalar(key);
    const name = value instanceof PlainScalar ? value.source : String(value);
    if (name === '') throw new TreeProblem('has a key without a name', key);
    if (forbiddenKeys.has(name)) throw new TreeProblem(`has the key '${name}', which no parameter is called`, key);
    return name;
  }
}

/** Quoted and block text is text whatever it looks like; so is plain text that YAML reads as a string. */
function readScalar(node: Scalar): string | PlainScalar {
  const { value, source = '', type } = node;
  if (typeof value === 'string') return value;
  if (type && type !== Scalar.PLAIN) return source;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return new PlainScalar(value, source);
  return source;
}
