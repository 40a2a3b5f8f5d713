import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asText, lookUp } from '../../../src/hub/batch/entry-result.ts';
import { findReferences, parseReferences, type Reference, resolveMapping } from '../../../src/hub/batch/references.ts';
import { fromJson, type InputValue, toJson } from '../../../src/hub/input-value.ts';
import type { Json } from '../../../src/hub/json.ts';
import type { OperationResult } from '../../../src/hub/operation-result.ts';

const curly = (inside: string) => `\${${inside}}`;
const at = (path: string) => curly(`steps.${path}`);

const result: OperationResult = {
  status: 'succeeded',
  changed: true,
  id: 'my-org/a',
  output: { id: 'x', num: 7, none: null, 'odd.key': 'o', list: [{ id: 'first' }], own: at('a.id') },
  headline: 'Created a',
};

function resolved(value: Json): Json {
  const resolve = (reference: Reference): InputValue => lookUp(reference, result);
  const mapping = resolveMapping(new Map([['v', fromJson(value)]]), resolve, asText);
  return toJson(mapping.get('v') ?? '', 'v', []);
}

describe('a reference', () => {
  test.each([
    [at('a.output.id'), 'x'],
    [at('a.id'), 'my-org/a'],
    [at('a.changed'), true],
    [at('a.output.num'), 7],
    [at('a.output.none'), null],
    [at('a.output.list'), [{ id: 'first' }]],
    [at('a.output.list[0].id'), 'first'],
    [at('a.output["odd.key"]'), 'o'],
    [curly(' steps.a.output.num '), 7],
    [`No. ${at('a.output.num')} of ${at('a.id')}`, 'No. 7 of my-org/a'],
    [`see ${at('a.output.list')}`, 'see [{"id":"first"}]'],
    [`${at('a.output.none')}!`, 'null!'],
  ])('%s is %j', (text, value) => {
    expect(resolved(text)).toEqual(value);
  });

  test.each([
    '$HOME',
    curly('HOME'),
    curly('{ secrets.X }'),
    curly('stepsize'),
    curly('steps'),
    curly('').slice(0, -1),
    'a } b',
  ])('%s is text', (text) => {
    expect(resolved(text)).toBe(text);
  });

  test('with a doubled dollar is text', () => {
    expect(resolved(`$${at('a.id')}`)).toBe(at('a.id'));
  });

  test('that was put in is not looked at again', () => {
    expect(resolved(at('a.output.own'))).toBe(at('a.id'));
    expect(resolved(`<${at('a.output.own')}>`)).toBe(`<${at('a.id')}>`);
  });

  test.each([
    curly('steps.a').slice(0, -1),
    curly('steps.a'),
    curly('steps.a.nothing'),
    curly('steps.a.output..x'),
    curly('steps.a.output[x]'),
    curly('steps[0].id'),
  ])('%s cannot be read, and says how it is written', (text) => {
    expect(findReferences(text, 'v').problems).toEqual([
      { name: 'v', message: expect.stringContaining(`it is written \`${at('NAME.output.key')}\``) },
    ]);
  });

  test.each([
    [at('a.output.gone'), /no `gone` is there; there are id, num/],
    [at('a.output.id.deep'), /it is a single value/],
    [at('a.output.list[3]'), /it is a list of 1/],
    [at('a.output.constructor'), /no `constructor`/],
    [at('a.output.__proto__'), /no `__proto__`/],
    [at('a.url'), /no `url`/],
  ])('%s names nothing, and says what is there', (text, message) => {
    expect(() => resolved(text)).toThrow(message);
  });
});

test('a text without a reference comes out as it went in, whatever it is', () => {
  const texts = fc.string({ unit: fc.constantFrom('$', '{', '}', ' ', '.', '[', '"', '\\', 's', 'steps', 'a', 'é') });
  fc.assert(
    fc.property(texts, (text) => {
      const read = parseReferences(text);
      if ('problem' in read || read.parts.some((part) => typeof part !== 'string')) return;
      expect(read.parts.join('')).toBe(text.replaceAll(/\$(\$\{ *steps(?=[.[]))/g, '$1'));
    }),
    { seed: 20_261_123, numRuns: 1_000 },
  );
});

test('a value of any JSON that is referred to as a whole comes out as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json: unknown = JSON.parse(JSON.stringify(value));
      const held = { ...result, output: { value: json } };
      const found = lookUp({ step: 'a', path: ['output', 'value'], text: '' }, held);
      expect(toJson(found, '', [])).toEqual(json);
    }),
    { seed: 20_261_123 },
  );
});
