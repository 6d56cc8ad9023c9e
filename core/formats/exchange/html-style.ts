/**
 * The one style sheet of exported pages. It is a constant, so that the page's policy can name its hash and allow nothing
 * else (test/unit/core/formats/exchange/html-exporter.test.ts computes the hash again).
 */
export const htmlStyle = `:root{color-scheme:light dark}
body{margin:2rem auto;padding:0 1rem;max-width:100rem;font:100%/1.5 Charter,'Source Serif 4',Georgia,serif;color:#1d1d1b;background:#fdfcf8}
[lang|=ar],[lang|=fa],[lang|=ur],[lang|=ckb]{font-family:'Noto Naskh Arabic','Geeza Pro','Traditional Arabic',serif;line-height:1.8}
h1{font-size:1.6rem}td h2,td h3,td h4,td h5,td h6{font-size:1.1rem;margin:0 0 .3em}
table{width:100%;border-collapse:collapse;table-layout:fixed}caption{text-align:start;padding:.5rem 0;color:#6b6860}
th,td{vertical-align:top;text-align:start;padding:.45rem .8rem;border-block-end:1px solid #d9d4c7;overflow-wrap:break-word}
th{border-block-end:2px solid #6b6860}td p,td ul,td blockquote{margin:0 0 .4em}td ul{padding-inline-start:1.2em}
blockquote{margin:0;padding-inline-start:.8em;border-inline-start:3px solid #d9d4c7}
.absent{color:#6b6860;font-style:italic;font-size:.85em}.boilerplate{color:#6b6860;font-size:.85em}
mark{background:#fff0b3;color:inherit}mark.several{background:#ffd98a}sup a{text-decoration:none}
.notes li{margin-block-end:1em}.notes p{margin:.3em 0}.codes,.author{color:#6b6860;font-size:.9em}
@media (prefers-color-scheme:dark){body{color:#e8e4da;background:#1b1a18}th,td,blockquote{border-color:#4a463e}mark{background:#5c4a10}mark.several{background:#7a5c10}.absent,.boilerplate,.codes,.author,caption{color:#a8a296}a{color:#9cc4ff}}
@media (max-width:40rem){table,tbody,tr,td{display:block}thead{position:absolute;clip-path:inset(50%)}td{border:0}tr{border-block-end:1px solid #d9d4c7}}
@media print{@page{margin:15mm}body{margin:0;padding:0;max-width:none;font-size:10pt;color:#000;background:#fff}thead{display:table-header-group}tr,.notes li{break-inside:avoid}table.columns-4,table.columns-5,table.columns-6,table.columns-7,table.columns-8{font-size:8pt}h1,h2,h3{break-after:avoid}mark{border-block-end:1px solid #000}}
`;

/** SHA-256 of the style sheet, as a Content Security Policy writes it. */
export const htmlStyleHash = 'sha256-Sipr+MdRafioyMlzavc2jLKp0Ky3xhs/fJ4AiQjoGFw=';
