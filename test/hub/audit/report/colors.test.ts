import { describe, expect, test } from 'vitest';
import { style } from '../../../../src/hub/audit/report/page/style.ts';

/** WCAG 2.2, 1.4.3 and 1.4.11: text, and shapes that say something. */
const textContrast = 4.5;
const shapeContrast = 3;

const [light, dark] = [...style.matchAll(/:root\{([^}]*)\}/g)].map((match) => variables(match[1] ?? ''));

function variables(declarations: string): Map<string, string> {
  return new Map(
    [...declarations.matchAll(/--([a-z-]+):(#[0-9a-f]+)/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

function luminance(color: string): number {
  const digits = color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit).join('') : color.slice(1);
  const [red = 0, green = 0, blue = 0] = (digits.match(/../g) ?? []).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('The colours of the HTML report, %s', (_, colors) => {
  const color = (name: string): string => colors?.get(name) ?? 'missing';

  test.each([
    ['ink', 'card'],
    ['ink', 'page'],
    ['ink', 'soft'],
    ['quiet', 'card'],
    ['quiet', 'page'],
    ['quiet', 'soft'],
    ['link', 'card'],
    ['link', 'soft'],
    ['card', 'ink'],
    ['good-ink', 'card'],
    ['poor-ink', 'card'],
    ['critical-ink', 'critical-soft'],
    ['high-ink', 'high-soft'],
    ['medium-ink', 'medium-soft'],
    ['low-ink', 'low-soft'],
  ])('text of %s on %s is readable', (text, ground) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(textContrast);
  });

  test.each(['critical', 'high', 'medium', 'low', 'good', 'fair', 'poor', 'focus'])(
    'a shape of %s is seen',
    (shape) => {
      expect(contrast(color(shape), color('card'))).toBeGreaterThanOrEqual(shapeContrast);
    },
  );
});
