import type { Html } from '../../../text/html.ts';
import type { RuleTally } from './tally.ts';
import { worstFirst } from './tally.ts';

/** More bars than this are too thin to read on GitHub's page. */
const shownRules = 15;

/** Pixels: a bar needs this much for its label. */
const barHeight = 32;

/** In the order of `worstFirst`; each reads on white and on GitHub's dark page. */
const palette = ['#d1345b', '#e8743b', '#d9a520', '#4a90c9'];

/**
 * Findings by rule as a Mermaid bar chart, each bar in the colour of its severity. Mermaid draws several series over
 * each other, so that one series a severity, zero where a rule has no findings of it, colours the bars. The counts stand
 * in the labels: an axis with numbers would move its zero, and show a stub of every series.
 */
export function ruleChart(rules: readonly RuleTally[]): Html | undefined {
  const shown = rules.filter((tally) => tally.total > 0).slice(0, shownRules);
  if (shown.length === 0) return undefined;
  const height = 20 + shown.length * barHeight;
  const settings = {
    themeVariables: { xyChart: { plotColorPalette: palette.join(', '), backgroundColor: 'transparent' } },
    xyChart: {
      width: 860,
      height,
      yAxis: { showLabel: false, showTick: false, showTitle: false, showAxisLine: false },
    },
  };
  const most = Math.max(...shown.map((tally) => tally.total));
  const series = worstFirst.map((severity) => `  bar [${shown.map((tally) => tally.counts[severity]).join(', ')}]`);
  const lines = [
    `%%{init: ${JSON.stringify(settings)}}%%`,
    'xychart-beta horizontal',
    `  x-axis [${shown.map((tally) => `"${label(tally.rule.id)} ${tally.total}"`).join(', ')}]`,
    `  y-axis "findings" 0 --> ${most}`,
    ...series,
  ];
  return { html: `\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n\n` };
}

/** Custom rules are named by the policy: what could end the label or the fence is left out. */
function label(id: string): string {
  return (
    id
      .replace(/[^\w.-]+/g, ' ')
      .slice(0, 40)
      .trim() || 'rule'
  );
}
