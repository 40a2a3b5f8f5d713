/** A line of the plot: how something grows with the number of repositories. */
export interface Series {
  readonly name: string;
  readonly unit: string;
  readonly color: string;
  readonly points: readonly (readonly [repositories: number, value: number])[];
}

const width = 774;
const height = 420;
const left = 84;
const right = 210;
const top = 50;
const bottom = 50;

/** Both axes by powers of ten: what is linear is a straight line of slope one, and a doubling shows anywhere. */
export function growthPlot(title: string, series: readonly Series[]): string {
  const xs = series.flatMap((one) => one.points.map(([x]) => x));
  const ys = series.flatMap((one) => one.points.map(([, y]) => y));
  const x = scale(decades(xs), left, width - right);
  const y = scale(decades(ys), height - bottom, top);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">`,
    '<style>text{font:13px system-ui,sans-serif;fill:#24292f}.grid{stroke:#d0d7de}rect{fill:#fff}',
    '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.grid{stroke:#30363d}rect{fill:#0d1117}}</style>',
    `<rect width="${width}" height="${height}"/>`,
    `<text x="${left}" y="26" style="font-size:16px;font-weight:600">${title}</text>`,
    ...grid(decades(xs), decades(ys), x, y),
    ...series.map((one, index) => line(one, index, x, y)),
    '</svg>',
    '',
  ].join('\n');
}

function decades(values: readonly number[]): readonly number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

function scale(ticks: readonly number[], from: number, to: number): (value: number) => number {
  const first = Math.log10(ticks[0] ?? 1);
  const span = Math.log10(ticks.at(-1) ?? 10) - first || 1;
  return (value) => from + ((Math.log10(value) - first) / span) * (to - from);
}

type Scale = ReturnType<typeof scale>;

function grid(xs: readonly number[], ys: readonly number[], x: Scale, y: Scale): string[] {
  const across = ys.map(
    (tick) =>
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(tick)}" y2="${y(tick)}"/>` +
      `<text x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${number(tick)}</text>`,
  );
  const down = xs.map(
    (tick) =>
      `<line class="grid" y1="${top}" y2="${height - bottom}" x1="${x(tick)}" x2="${x(tick)}"/>` +
      `<text x="${x(tick)}" y="${height - bottom + 20}" text-anchor="middle">${number(tick)}</text>`,
  );
  const label = `<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">repositories</text>`;
  return [...across, ...down, label];
}

function line({ name, unit, color, points }: Series, index: number, x: Scale, y: Scale): string {
  const path = points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${x(px).toFixed(1)} ${y(py).toFixed(1)}`).join('');
  const marks = points.map(
    ([px, py]) => `<circle cx="${x(px).toFixed(1)}" cy="${y(py).toFixed(1)}" r="4" fill="${color}"/>`,
  );
  const legendY = top + 20 + index * 44;
  const last = points.at(-1)?.[1] ?? 0;
  return [
    `<path d="${path}" fill="none" stroke="${color}" stroke-width="2"/>`,
    ...marks,
    `<circle cx="${width - right + 20}" cy="${legendY - 4}" r="5" fill="${color}"/>`,
    `<text x="${width - right + 32}" y="${legendY}">${name}</text>`,
    `<text x="${width - right + 32}" y="${legendY + 17}">${number(last)} ${unit} at most</text>`,
  ].join('\n');
}

function number(value: number): string {
  return value >= 10 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(2)));
}
