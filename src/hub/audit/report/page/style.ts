/** Contrasts are at least 4.5:1 for text and 3:1 for shapes, in both schemes; a test holds that. */
const colors = `
:root{--page:#f5f6f8;--card:#fff;--ink:#161a22;--quiet:#565e6c;--line:#e2e5ea;--soft:#f0f2f5;--link:#2f4fc4;--focus:#2f4fc4;
--critical:#c2184b;--high:#dd5f14;--medium:#bd8500;--low:#3d78b4;--good:#1d8348;--fair:#bd8500;--poor:#c2184b;
--critical-soft:#fde8ee;--critical-ink:#8f0e35;--high-soft:#ffece0;--high-ink:#8a3300;--medium-soft:#fdf1cd;--medium-ink:#694b00;--low-soft:#e3eff9;--low-ink:#1d4c78;--good-ink:#14683a;--poor-ink:#a3123e}
@media(prefers-color-scheme:dark){:root{--page:#0d1015;--card:#161a21;--ink:#e9ecf1;--quiet:#9da6b4;--line:#2a303a;--soft:#1f242d;--link:#9db4ff;--focus:#9db4ff;
--critical:#ff5c86;--high:#ff8c4d;--medium:#e2b030;--low:#5fa6e6;--good:#4cc27f;--fair:#e2b030;--poor:#ff5c86;
--critical-soft:#46142a;--critical-ink:#ffb7ca;--high-soft:#43220f;--high-ink:#ffc5a3;--medium-soft:#3b2f0a;--medium-ink:#ffe08a;--low-soft:#132f49;--low-ink:#b3d7f8;--good-ink:#6fd69a;--poor-ink:#ff8fab}}
`;

const base = `
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:1280px;margin:0 auto;padding:2rem 1.5rem 3rem;display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr)}
h1,h2,p,ul,dl,dd,fieldset{margin:0;padding:0}
h1{font-size:1.9rem;line-height:1.2;letter-spacing:-.02em;overflow-wrap:anywhere}
h2{font-size:1.02rem;line-height:1.4;letter-spacing:-.005em}
h2:focus{outline:none}
a{color:var(--link);text-decoration-color:color-mix(in srgb,currentColor 35%,transparent);text-underline-offset:.18em}
a:hover{text-decoration-color:currentColor}
h1 a{color:inherit;text-decoration:none}
h1 a:hover{text-decoration:underline}
code{font:.88em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}
.quiet{color:var(--quiet);font-size:.9rem}
.number,.count{font-variant-numeric:tabular-nums}
.unseen,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:fixed;top:.5rem;left:.5rem;padding:.5rem 1rem;background:var(--card);z-index:2}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.25rem 1.4rem}
svg.critical{fill:var(--critical)}svg.high{fill:var(--high)}svg.medium{fill:var(--medium)}svg.low{fill:var(--low)}
rect.critical{fill:var(--critical)}rect.high{fill:var(--high)}rect.medium{fill:var(--medium)}rect.low{fill:var(--low)}
.icon{width:.85rem;height:.85rem;flex:none;vertical-align:-.08em}
button,input,select{font:inherit;color:inherit}
button{cursor:pointer}
button:disabled{cursor:default;opacity:.45}
`;

const overview = `
.top{display:flex;justify-content:space-between;align-items:end;gap:1rem 2rem;flex-wrap:wrap}
.top>p{text-align:right}
.eyebrow{color:var(--quiet);font-size:.85rem;font-weight:600;letter-spacing:.02em}
.overview{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:1.25rem}
.score{display:flex;align-items:center;gap:1.75rem}
.score>div{flex:1;min-width:0;display:grid;gap:.55rem}
.lead{font-size:1.12rem;font-weight:600;line-height:1.35}
.ring{width:8.5rem;height:8.5rem;flex:none}
.ring circle{fill:none;stroke-width:11;stroke-linecap:round}
.ring .track{stroke:var(--soft)}.ring .good{stroke:var(--good)}.ring .fair{stroke:var(--fair)}.ring .poor{stroke:var(--poor)}
.ring text{text-anchor:middle;fill:var(--ink)}
.ring .value{font-size:30px;font-weight:700;letter-spacing:-.03em}
.ring .unit{font-size:12px;fill:var(--quiet)}
.change{font-size:.95rem}.change.better b{color:var(--good-ink)}.change.worse b{color:var(--poor-ink)}
.tiles{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1rem}
.tile{display:grid;grid-template-columns:auto 1fr;align-content:center;align-items:center;gap:.15rem .5rem;padding:1.1rem 1.1rem;color:inherit;text-decoration:none;transition:border-color .15s}
.tile:hover{border-color:var(--quiet)}
.tile .name{font-weight:600;font-size:.92rem}
.tile b{grid-column:1/-1;font-size:2rem;line-height:1.25;letter-spacing:-.03em;font-variant-numeric:tabular-nums}
.tile .quiet{grid-column:1/-1;font-size:.82rem}
.tile.none b{color:var(--quiet);font-weight:500}
.notice{border-left:4px solid var(--medium);padding-block:.9rem}
.notice ul,details ul{padding-left:1.2rem;margin-top:.4rem}
`;

const charts = `
.charts{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1.25rem}
.chart h2{margin-bottom:.6rem}
.bars{width:100%;border-collapse:collapse;table-layout:fixed;font-size:.88rem}
.bars th{font-weight:400;text-align:left;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;padding:.2rem .7rem .2rem 0}
.bars th a{color:inherit;text-decoration-color:transparent}
.bars th a:hover{text-decoration-color:currentColor}
.bars td{padding:.2rem 0;vertical-align:middle}
.bars .names{width:55%}.bars .counts{width:3.4rem}
.bars .number{text-align:right;color:var(--quiet)}
.bar{display:block;width:100%;height:.62rem;border-radius:.31rem;overflow:hidden}
.score .bar{background:var(--soft);height:.7rem}
.chart>.quiet{margin-top:.5rem;font-size:.85rem}
`;

const findings = `
.findings{padding-bottom:0}
.rows .kind{color:var(--quiet);font-size:.82rem;white-space:nowrap}
#filters{display:grid;grid-template-columns:2fr 1.4fr 1.2fr .8fr;gap:.8rem 1rem;margin-top:.9rem}
.field{display:grid;gap:.25rem;font-size:.85rem;color:var(--quiet)}
.field input,.field select{width:100%;height:2.4rem;padding:0 .75rem;font-size:.95rem;color:var(--ink);background:var(--card);border:1px solid color-mix(in srgb,var(--quiet) 70%,transparent);border-radius:9px}
fieldset{grid-column:1/-1;border:0;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;min-width:0}
.pill{display:inline-flex;align-items:center;gap:.45rem;padding:.28rem .8rem;border:1px solid var(--line);border-radius:99px;cursor:pointer;font-size:.9rem}
.pill:hover{border-color:var(--quiet)}
.pill input{position:absolute;opacity:0;width:1px;height:1px}
.pill:has(:checked){background:var(--ink);border-color:var(--ink);color:var(--card)}
.pill:has(:checked) .icon{fill:currentColor}
.pill:has(:checked) .count{color:inherit}
.pill:has(:focus-visible){outline:2px solid var(--focus);outline-offset:2px}
.count{color:var(--quiet);font-weight:400}
button[type=reset],nav button{border:1px solid var(--line);border-radius:9px;background:none;padding:.28rem .8rem;font-size:.9rem}
button[type=reset]{border-color:transparent;color:var(--link)}
button[type=reset]:hover,nav button:hover:enabled{border-color:var(--quiet)}
#shown{margin:1rem 0 .4rem}
.pages{display:flex;align-items:center;justify-content:flex-end;gap:.9rem;position:sticky;bottom:0;background:var(--card);border-top:1px solid var(--line);margin:0 -1.4rem;padding:.6rem 1.4rem;border-radius:0 0 14px 14px}
.scroll{overflow-x:auto;margin:0 -1.4rem;padding:0 1.4rem}
.rows,.plain{width:100%;border-collapse:collapse;font-size:.92rem}
.rows{table-layout:fixed}
.rows th,.plain th,.plain td,.rows td{text-align:left;vertical-align:top;padding:.55rem .9rem .55rem 0;border-top:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
.rows thead th,.plain thead th{border-top:0;border-bottom:1px solid var(--line);padding-top:.2rem;color:var(--quiet);font-size:.85rem;white-space:nowrap}
.rows tbody tr:first-child td,.plain tbody tr:first-child>*{border-top:0}
.plain .number{text-align:right}
.plain{min-width:52rem}.plain td:nth-child(2){white-space:nowrap}
.rows th:nth-child(1){width:7rem}.rows th:nth-child(2){width:24%}.rows th:nth-child(3){width:16%}.rows th:nth-child(5){width:14%}.rows th:nth-child(6){width:6.6rem}
.rows th button{all:unset;cursor:pointer;border-radius:4px}
.rows th button:hover{color:var(--ink)}
.rows th button:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.rows th[aria-sort]{color:var(--ink);font-weight:600}
.arrow{display:inline-block;width:1em;text-align:right}
th[aria-sort=ascending] .arrow::after{content:"↑"}th[aria-sort=descending] .arrow::after{content:"↓"}
.badge{display:inline-flex;align-items:center;gap:.4rem;padding:.05rem .6rem .05rem .5rem;border-radius:99px;font-size:.84rem;white-space:nowrap}
.badge.critical{background:var(--critical-soft);color:var(--critical-ink)}.badge.high{background:var(--high-soft);color:var(--high-ink)}
.badge.medium{background:var(--medium-soft);color:var(--medium-ink)}.badge.low{background:var(--low-soft);color:var(--low-ink)}
.badge .icon{width:.7rem;height:.7rem}
.new{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:0 .4rem;font-size:.78rem}
.rows .message button{all:unset;cursor:pointer;border-radius:4px}
.rows .message button::before{content:"";display:inline-block;border:.3em solid transparent;border-left:.42em solid var(--quiet);border-right:0;margin-right:.5em;transition:transform .12s}
.rows .message button[aria-expanded=true]::before{transform:rotate(90deg)}
.rows .message button:hover{text-decoration:underline;text-underline-offset:.18em}
.rows .message button:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.rows .owner,.rows .first-seen{color:var(--quiet)}
.rows .first-seen{white-space:nowrap;padding-right:0;font-variant-numeric:tabular-nums}
.rows tr.details>td{border-top:0;padding:0 0 .9rem}
.details dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1.2rem;background:var(--soft);border-radius:10px;padding:.8rem 1rem}
.details dt{color:var(--quiet)}
.nothing{color:var(--quiet);text-align:center!important;padding:2.5rem 0!important}
.clean{text-align:center;padding:3rem 1rem}
`;

const rest = `
summary{cursor:pointer;list-style:none;display:flex;align-items:center;gap:.6rem}
summary::-webkit-details-marker{display:none}
summary::before{content:"";border:.32em solid transparent;border-left:.45em solid var(--quiet);border-right:0;transition:transform .12s}
details[open]>summary::before{transform:rotate(90deg)}
summary+*{margin-top:.8rem}
summary .count{margin-left:.3rem}
.columns{columns:22rem;column-gap:2rem;list-style:none;padding:0!important}
.columns li{break-inside:avoid;padding:.15rem 0;overflow-wrap:anywhere}
.columns .icon{margin-right:.5rem}.columns .quiet{white-space:nowrap}
.holds{color:var(--good-ink)}
footer{display:grid;gap:.2rem;padding:0 .2rem}
@media(max-width:1080px){.overview{grid-template-columns:minmax(0,1fr)}.charts{grid-template-columns:repeat(2,minmax(0,1fr))}#filters{grid-template-columns:1fr 1fr}}
@media(max-width:720px){main{padding:1.25rem .9rem 2rem;gap:.9rem}.card{padding:1rem}.charts,.overview{grid-template-columns:minmax(0,1fr);gap:.9rem}.top>p{text-align:left}
.tiles{grid-template-columns:1fr 1fr;gap:.9rem}.ring{width:6.5rem;height:6.5rem}.score{gap:1.1rem}.lead{font-size:1rem}
#filters{grid-template-columns:minmax(0,1fr)}.scroll,.pages{margin-inline:-1rem;padding-inline:1rem}
.rows,.rows tbody,.rows tr:not([hidden]),.rows td{display:block}
.rows thead{display:block}.rows thead tr{display:flex!important;flex-wrap:wrap;gap:.2rem 1.1rem;padding-bottom:.5rem;border-bottom:1px solid var(--line)}.rows thead th{width:auto!important;border:0;padding:0}
.rows tbody tr:not(.details){position:relative;padding:.7rem 0;border-top:1px solid var(--line)}.rows tbody tr:first-child{border-top:0}
.rows td{border:0!important;padding:.12rem 0}.rows td.first-seen{position:absolute;top:.75rem;right:0;font-size:.85rem}.rows td:empty{display:none!important}}
@media(prefers-reduced-motion:reduce){*{transition:none!important;scroll-behavior:auto!important}}
@media print{body{background:none}#filters,.pages,.skip{display:none}.card{break-inside:avoid}}
`;

/** The whole style of the report's page. */
export const style = [colors, base, overview, charts, findings, rest].join('').trim();
