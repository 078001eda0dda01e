/** The page's style sheet. One, so that its hash can be in the page's Content Security Policy. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--page:#faf9f8;--card:#fff;--line:#e1dfdd;--text:#201f1e;--faint:#605e5c;--link:#005a9e;
--bar:#0f6cbd;--track:#edebe9;--good:#107c10;--warning:#8a5700;--warning-bar:#c27c0e;--bad:#a4262c;--bad-bar:#c4314b;--faint-bar:#a19f9d;--warning-back:#fff4ce;--bad-back:#fde7e9;--info-back:#eff6fc}
@media screen and (prefers-color-scheme:dark){:root{--page:#1b1a19;--card:#252423;--line:#3b3a39;--text:#f3f2f1;--faint:#c8c6c4;--link:#6cb8f6;
--bar:#479ef5;--track:#3b3a39;--good:#6ccb5f;--warning:#f2c661;--warning-bar:#d9a036;--bad:#ff99a4;--bad-bar:#e37d80;--faint-bar:#797775;--warning-back:#433519;--bad-back:#442726;--info-back:#1b2f42}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:14px/1.45 "Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
main,header,footer{max-width:1180px;margin:0 auto;padding:0 24px}
header{padding-top:32px}
h1{margin:0;font-size:26px;font-weight:600;letter-spacing:-.01em}
h2{margin:36px 0 12px;font-size:18px;font-weight:600}
h3{margin:0 0 12px;font-size:15px;font-weight:600}
p{margin:0 0 8px}
a{color:var(--link)}
nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;margin:16px 0 0;padding:0;list-style:none}
.facts{margin:6px 0 0;color:var(--faint)}
.card{background:var(--card);border:1px solid var(--line);border-radius:4px;padding:16px 20px}
.caveat{margin:16px 0 0;border-left:4px solid var(--warning-bar)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:24px 0 0;padding:0;list-style:none}
.tiles .amount{display:block;font-size:26px;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
.tiles .what{display:block;margin-top:4px}
.tiles .of{display:block;color:var(--faint);font-size:13px}
.charts,.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:16px}
.charts{grid-template-columns:repeat(auto-fit,minmax(min(100%,330px),1fr))}
figure{margin:0}
.chart{display:flex;flex-direction:column}
.chart details{margin-top:auto;padding-top:8px}
svg{display:block;overflow:visible}
svg text{fill:var(--text);font-size:13px}
svg .value{font-variant-numeric:tabular-nums}
svg .percent{fill:var(--faint)}
.track{fill:var(--track)}.bar{fill:var(--bar)}.bar.good{fill:var(--good)}.bar.warning{fill:var(--warning-bar)}.bar.bad{fill:var(--bad-bar)}.bar.faint{fill:var(--faint-bar)}
summary{color:var(--link);cursor:pointer;font-size:13px}
summary:focus-visible,a:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
table{width:100%;border-collapse:collapse}
th,td{padding:8px 12px 8px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
tbody tr:last-child>*{border-bottom:0}
thead th{padding-top:0;color:var(--faint);font-size:13px;font-weight:600}
.number{text-align:right;padding-right:0;font-variant-numeric:tabular-nums;white-space:nowrap}
th.number+th.number,td.number+td.number{padding-left:12px}
.chart table,.columns table{overflow-wrap:anywhere;hyphens:auto}
.columns thead th,.columns td{overflow-wrap:normal;hyphens:manual}
.scroll{overflow-x:auto}
.time{white-space:nowrap;font-variant-numeric:tabular-nums}
.sentence{margin:0;max-width:80ch}
.code{color:var(--faint);font:12px/1.4 Consolas,"SF Mono",Menlo,"DejaVu Sans Mono",monospace}
span.code{white-space:nowrap}
.findings>tbody>tr>td:first-child{width:120px}
.findings ul{margin:6px 0 4px;padding-left:18px}
.meta{display:flex;flex-wrap:wrap;gap:0 16px;align-items:baseline}.meta details[open]{flex-basis:100%}
.drift{margin-top:8px;font-size:13px}
.drift th,.drift td{padding:4px 12px 4px 0;max-width:34ch}
.badge{display:inline-block;padding:1px 8px;border-radius:2px;font-size:12px;font-weight:600;white-space:nowrap}
.badge.bad{background:var(--bad-back);color:var(--bad)}.badge.warning{background:var(--warning-back);color:var(--warning)}.badge.info{background:var(--info-back);color:var(--link)}
.partnerships{font-size:13px}
.partnerships td{max-width:200px}.partnerships tbody th{min-width:210px;max-width:260px}.partnerships td:last-child{min-width:190px;max-width:260px}
.second,.note{color:var(--faint);font-size:13px}
.second{display:block}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{margin-top:40px;padding-bottom:32px;color:var(--faint);font-size:13px}
@media (max-width:600px){main,header,footer{padding-left:16px;padding-right:16px}.card{padding:14px 16px}.findings>tbody>tr>td:first-child{width:auto}.findings td{overflow-wrap:anywhere}.findings .badge{padding:1px 5px}.findings td,.findings th{padding-right:8px}span.code{white-space:normal}}
@media print{@page{margin:14mm}body{background:#fff;font-size:11px}main,header,footer{max-width:none;padding:0}nav,details:not([open]){display:none}
.card{break-inside:avoid;border-color:#c8c6c4}.card.scroll{break-inside:auto;overflow:visible;border:0;padding:0}.charts{grid-template-columns:1fr 1fr 1fr}.tiles{grid-template-columns:repeat(6,1fr);gap:8px}.tiles .card{padding:8px 10px}.tiles .amount{font-size:18px}.code,.second,.note,thead th,summary,.tiles .of,.partnerships,svg text{font-size:10px}.card{padding:10px 12px}th,td{padding:4px 8px 4px 0}.partnerships tbody th,.partnerships td:last-child{min-width:0}.charts{gap:10px}.chart details{padding-top:0}h2{margin-top:24px}
tr{break-inside:avoid}thead{display:table-header-group}h2{break-after:avoid}
svg rect,.badge{print-color-adjust:exact;-webkit-print-color-adjust:exact}span.code{white-space:normal}}
`;
