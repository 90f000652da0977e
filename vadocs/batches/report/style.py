"""How `report.html` looks: the reader's own type, quiet colours, on paper too. Nothing is told by colour alone."""

import base64
import hashlib

STYLE = """
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#20242a;--soft:#5a616b;--line:#e3dfd6;--mark:#f3f0e9;
--good:#0f6657;--calm:#5c6f86;--bad:#a32b20;--wait:#7d5a10;--link:#0b5c8a}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--card:#1d2024;--ink:#e7e5e0;--soft:#a3a9b2;--line:#34383e;
--mark:#25292e;--good:#5fc3ae;--calm:#93a8c2;--bad:#f09a8d;--wait:#dcb464;--link:#83c1ea}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,
"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:60rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:clamp(1.6rem,5vw,2.25rem);line-height:1.2;letter-spacing:-.015em;font-weight:650;margin:.2rem 0 .6rem;
text-wrap:balance}
h2{font-size:1.2rem;line-height:1.3;font-weight:650;margin:3rem 0 .75rem}
h3{font-size:1rem;line-height:1.4;font-weight:650;margin:0}
p{margin:.5rem 0;max-width:44rem}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--link);outline-offset:3px}
small,.soft{color:var(--soft);font-size:.875rem}
.kicker{color:var(--soft);font-size:.875rem;letter-spacing:.02em;margin:0}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
p,li,td,tbody th,h1,h3,small,code{overflow-wrap:anywhere}
pre{background:var(--mark);border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem;margin:.6rem 0;
white-space:pre-wrap;overflow-wrap:anywhere}
.strip{display:block;width:100%;height:14px;margin:1.6rem 0 .2rem;border-radius:4px}
.totals{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:1px;margin:1rem 0 0;padding:0;
background:var(--card);border:1px solid var(--line);border-radius:10px;overflow:hidden}
.totals div{box-shadow:0 0 0 1px var(--line);padding:.75rem 1rem .8rem;display:flex;flex-direction:column-reverse;
justify-content:flex-end}
.totals dt{color:var(--soft);font-size:.875rem;line-height:1.35}
.totals dd{margin:0;font-size:1.5rem;line-height:1.25;font-weight:600;letter-spacing:-.01em}
.w,.u,.x,.l{white-space:nowrap}
.w::before,.u::before,.x::before,.l::before{display:inline-block;width:1.15em;font-weight:400}
.w::before{content:"\\25CF";content:"\\25CF"/"";color:var(--good)}
.u::before{content:"\\25CB";content:"\\25CB"/"";color:var(--calm)}
.x::before{content:"\\25B2";content:"\\25B2"/"";color:var(--bad)}
.l::before{content:"\\25C7";content:"\\25C7"/"";color:var(--wait)}
.x a,.x b{color:var(--bad)}
article{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--bad);border-radius:8px;
padding:.8rem 1rem;margin:.7rem 0;break-inside:avoid}
article:target{outline:2px solid var(--bad);outline-offset:2px}
article header{display:flex;flex-wrap:wrap;gap:0 1.5rem;justify-content:space-between}
article header p{margin:0;font-size:.9375rem}
article h3 span{font-weight:400;color:var(--soft)}
article ul{margin:.35rem 0 0;padding:0;list-style:none}
article li{padding:.25rem 0}
article li b{font-weight:600}
article li small{white-space:nowrap}
li code,td code{background:var(--mark);border-radius:3px;padding:.05em .25em}
figure{margin:1rem 0 0}
figure svg{display:block;width:100%;height:auto}
figure .narrow{display:none}
svg text{font-size:12px;fill:var(--soft);font-family:inherit}
svg .strong{fill:var(--ink);font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:5px;
stroke-linejoin:round}
svg .w{fill:var(--good)}svg .u{fill:var(--calm)}svg .x{fill:var(--bad)}svg .l{fill:var(--wait)}
svg .hatch{stroke:var(--card);stroke-width:2}
svg .rule{stroke:var(--line)}svg .mark{stroke:var(--ink);stroke-dasharray:4 3}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.45}
caption{text-align:left;color:var(--soft);font-size:.875rem;padding:.2rem 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;
border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-size:.8125rem;font-weight:500;border-bottom-color:var(--soft)}
tbody th{font-weight:600}
th small,td small{display:block;font-weight:400;white-space:normal}
.k{white-space:nowrap}
td.s,th.s{text-align:right;white-space:nowrap;padding-right:0}
td a{white-space:nowrap;margin-right:.1em}
details{margin:.6rem 0;border-top:1px solid var(--line)}
summary{cursor:pointer;padding:.6rem 0;color:var(--link)}
footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
@media (max-width:40rem){main{padding:1.5rem 1rem 3rem}h2{margin-top:2.25rem}
figure .wide{display:none}figure .narrow{display:block}
.totals{grid-template-columns:1fr 1fr}.totals div{padding:.6rem .75rem}.totals dd{font-size:1.25rem}
th,td{padding-right:.6rem}
.clients,.clients tbody{display:block;border-top:1px solid var(--line)}
.clients thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.clients tr{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;padding:.7rem 0;
border-bottom:1px solid var(--line)}
.clients tbody th,.clients td{border:0;padding:0}.clients td{grid-column:1/-1}
.clients td.s{grid-column:2;grid-row:1}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--mark:#fff;
--good:#0f6657;--calm:#5c6f86;--bad:#a32b20;--wait:#7d5a10;--link:#000}
body{font-size:10pt}main{max-width:none;padding:0}h2{margin-top:1.5rem;break-after:avoid}h2+p{break-after:avoid}figure{break-inside:avoid}tr{break-inside:avoid}
thead{display:table-header-group}a{text-decoration:none}summary{color:inherit}
svg,.w::before,.u::before,.x::before,.l::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@page{margin:16mm}
"""


def policy() -> str:
    """What the page may load, as a Content Security Policy: nothing but this style."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
