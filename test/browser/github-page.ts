import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { rendered } from '../hub/audit/report/rendered.ts';

const { resolve } = createRequire(import.meta.url);
const stylesheet = readFileSync(resolve('github-markdown-css/github-markdown.css'), 'utf8');
const mermaid = readFileSync(new URL('../../node_modules/mermaid/dist/mermaid.min.js', import.meta.url), 'utf8');

/** How GitHub shows a summary: its Markdown, its stylesheet, and Mermaid for the charts in it. */
export function githubPage(markdown: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Summary</title>
<style>${stylesheet} body{margin:0} .markdown-body{padding:32px;min-height:100vh}</style></head>
<body><article class="markdown-body">${rendered(markdown)}</article>
<script>${mermaid.replaceAll('</script', '<\\/script')}</script>
<script>
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
mermaid.initialize({ startOnLoad: false, theme: dark ? 'dark' : 'default' });
mermaid.run({ querySelector: '.language-mermaid' }).finally(() => { document.body.dataset.charts = 'drawn'; });
</script></body></html>`;
}

/** Until Mermaid has drawn, or has given up; at once on a page without it. */
export async function waitForCharts(page: Page): Promise<void> {
  if ((await page.locator('.language-mermaid').count()) > 0) await page.locator('body[data-charts]').waitFor();
}
