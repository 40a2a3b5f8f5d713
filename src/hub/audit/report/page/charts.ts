import { type Counts, worstFirst } from '../tally.ts';
import { countsInWords, number } from '../words.ts';
import { type Markup, markup } from './markup.ts';

/** One row of a bar chart. */
export interface Bar {
  readonly label: Markup;
  readonly counts: Readonly<Counts>;
  readonly total: number;
}

export interface BarChart {
  readonly title: string;
  /** What a label names: the heading of its column for those who hear the table. */
  readonly of: string;
  readonly bars: readonly Bar[];
  /** How many there are beyond the bars. */
  readonly more: number;
  readonly note?: Markup;
}

/**
 * A table whose middle column is drawn: a screen reader reads names and numbers, eyes see bars. Each bar is as long as
 * its share of the longest.
 */
export function barChart({ title, of, bars, more, note = markup`` }: BarChart): Markup {
  const longest = Math.max(1, ...bars.map((bar) => bar.total));
  const rest = more > 0 ? markup`<p class="quiet">and ${number(more)} more in the table below</p>` : markup``;
  return markup`<section class="card chart"><h2>${title}</h2>${note}
<table class="bars"><colgroup><col class="names"><col><col class="counts"></colgroup><thead class="unseen"><tr><th scope="col">${of}</th><th scope="col">By severity</th><th scope="col">Findings</th></tr></thead>
<tbody>${bars.map((bar) => barRow(bar, longest))}</tbody></table>${rest}</section>
`;
}

function barRow({ label, counts, total }: Bar, longest: number): Markup {
  return markup`<tr><th scope="row">${label}</th><td>${stackedBar(counts, longest)}</td><td class="number">${number(total)}</td></tr>
`;
}

/** Per cent: one finding beside a thousand is still to be seen. */
const leastWidth = 1.2;

/** Severities one after the other, worst first; `whole` is what the full width stands for. */
export function stackedBar(counts: Readonly<Counts>, whole: number): Markup {
  let left = 0;
  const pieces = worstFirst.map((severity) => {
    const width = counts[severity] === 0 ? 0 : Math.max(leastWidth, (counts[severity] / whole) * 100);
    const piece = markup`<rect class="${severity}" x="${left.toFixed(3)}" width="${width.toFixed(3)}" height="10"/>`;
    left += width;
    return width > 0 ? piece : markup``;
  });
  return markup`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${countsInWords(counts) || 'none'}">${pieces}</svg>`;
}

const radius = 52;
const circumference = 2 * Math.PI * radius;

/** The score as a ring that is as full as it is high. */
export function scoreRing(score: number): Markup {
  const level = score >= 90 ? 'good' : score >= 70 ? 'fair' : 'poor';
  const filled = (Math.min(100, Math.max(0, score)) / 100) * circumference;
  return markup`<svg class="ring" viewBox="0 0 128 128" role="img" aria-label="Score ${score} of 100">
<circle class="track" cx="64" cy="64" r="${radius}"/>
<circle class="${level}" cx="64" cy="64" r="${radius}" transform="rotate(-90 64 64)" stroke-dasharray="${filled.toFixed(2)} ${circumference.toFixed(2)}"/>
<text x="64" y="66" class="value">${score}</text><text x="64" y="86" class="unit">of 100</text></svg>`;
}
