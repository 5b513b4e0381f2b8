// What open pages cost and show while the desk changes. Says one line of JSON.
// node pushes.mjs lib=…/blazor-circuit.mjs app=http://127.0.0.1:5080 page=/desk n=200 cookies=FILE source=TOKEN manager=TOKEN taker=ID region=North
//   single (default): changes=40 gap=400   a lead comes, a lead goes, in turns, with rest between them
//   burst:            rate=100 seconds=5   leads come at this rate
import fs from 'node:fs';
import http from 'node:http';
const o = Object.fromEntries(process.argv.slice(2).map(a => { const i = a.indexOf('='); return [a.slice(0, i), a.slice(i + 1)]; }));
const { Circuit } = await import(o.lib);
const n = +(o.n ?? 200), changes = +(o.changes ?? 40), gap = +(o.gap ?? 400), rate = +(o.rate ?? 0), seconds = +(o.seconds ?? 5), region = o.region ?? 'North';
const cookies = fs.readFileSync(o.cookies, 'utf8').split('\n').filter(Boolean);
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
const sleep = ms => new Promise(r => setTimeout(r, ms));
const short = x => Math.round(x * 1000) / 1000;
const at = (sorted, part) => sorted.length ? short(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]) : null;

function call(method, path, token, body) {
  return new Promise((ok, no) => {
    const request = http.request(o.app + path, { method, agent, headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body ? { 'content-type': 'application/json' } : {}) } }, answer => {
      const parts = [];
      answer.on('data', p => parts.push(p));
      answer.on('end', () => { const text = Buffer.concat(parts).toString(); answer.statusCode < 300 ? ok(text ? JSON.parse(text) : null) : no(new Error(`${method} ${path}: ${answer.statusCode} ${text}`)); });
    });
    request.on('error', no);
    request.end(body ? JSON.stringify(body) : undefined);
  });
}

const stats = gc => call('GET', '/health/runtime' + (gc ? '?gc=true' : ''));
let number = 0;
const mark = Date.now().toString(36);
const come = async () => (await call('POST', '/api/v1/leads', o.source, { name: `Pushed ${++number}`, email: `pushed${number}.${mark}@example.test`, product: `Ring ${number}`, region, value: 1000 + number })).id;
const go = id => call('POST', `/api/v1/leads/${id}/assign`, o.manager, { to: o.taker, reason: 'measured', force: true });

// Which version of the desk a batch shows: the value of the attribute data-version among its frames; 0 where it is not drawn anew.
const NAME = Buffer.from('\x0cdata-version');
function version(batch) {
  const b = Buffer.from(batch.buffer, batch.byteOffset, batch.length), refs = b.readInt32LE(b.length - 16), strings = b.readInt32LE(b.length - 4);
  const name = b.indexOf(NAME);
  if (name < 0) return 0;
  let index = -1;
  for (let i = 0, p = strings; p < b.length - 20; i++, p += 4) if (b.readInt32LE(p) === name) { index = i; break; }
  if (index < 0) return 0;
  for (let i = 0, p = refs + 4, count = b.readInt32LE(refs); i < count; i++, p += 20) {
    if (b.readInt32LE(p) !== 3 || b.readInt32LE(p + 4) !== index) continue;
    const value = b.readInt32LE(strings + b.readInt32LE(p + 8) * 4);
    return Number(b.toString('latin1', value + 1, value + 1 + b[value]));
  }
  return 0;
}

const list = [];
let failed = 0, opened = 0;
async function open() {
  while (opened < n) {
    const circuit = new Circuit(o.app + o.page, { cookie: cookies[opened++ % cookies.length] });
    circuit.drawn = [];
    try { await circuit.start(); list.push(circuit); } catch { failed++; }
  }
}
await Promise.all(Array.from({ length: 16 }, open));
await sleep(1000);
for (const circuit of list) circuit.onBatch = (bytes, when) => circuit.drawn.push([Number(when) / 1e6, rate ? version(bytes) : 0, bytes.length]);
const now = () => Number(process.hrtime.bigint()) / 1e6;
const line = { bench: 'pushes', page: o.page, region, n: list.length, failed };
await stats(true);

if (rate) {
  const seen = [], before = await stats(), from = now(), waiting = new Set();
  let sent = 0, over = false, wrong = 0;
  const watch = (async () => { while (!over) { const asked = now(); const { seq } = await stats(); if (seq !== seen.at(-1)?.[1]) seen.push([asked, seq]); await sleep(40); } })();
  while (now() - from < seconds * 1000) {
    while (sent < (now() - from) / 1000 * rate) { sent++; const one = come().catch(() => wrong++).finally(() => waiting.delete(one)); waiting.add(one); }
    await sleep(5);
  }
  const to = now();
  await Promise.all(waiting);
  await sleep(1500);
  over = true;
  await watch;
  const after = await stats();
  const draws = list.map(c => c.drawn.filter(d => d[0] >= from && d[0] <= to).length / seconds).sort((a, b) => a - b);
  // The desk was seen to stand at this number; when did each screen show it, or something newer?
  const lags = list.flatMap(c => { let i = 0; const shows = c.drawn.filter(d => d[1] > 0); return seen.filter(([when]) => when <= to).map(([when, seq]) => { while (i < shows.length && shows[i][1] < seq) i++; return i < shows.length ? Math.max(0, shows[i][0] - when) : Infinity; }); }).sort((a, b) => a - b);
  Object.assign(line, { rate, seconds, sent, wrong, rendersP50: at(draws, .5), rendersMax: at(draws, 1), lagP50ms: at(lags, .5), lagP99ms: at(lags, .99), lagMaxms: at(lags, 1), never: lags.filter(l => l === Infinity).length, cores: short((after.cpuMs - before.cpuMs) / (seconds * 1000 + 1500)), gcPauseMs: short(after.pauseMs - before.pauseMs) });
} else {
  const here = [];
  const change = async () => here.length > 1 ? go(here.shift()) : here.push(await come());
  for (let i = 0; i < 4; i++) { await change(); await sleep(gap); }
  for (const circuit of list) circuit.drawn = [];
  const before = await stats(), delays = [];
  for (let i = 0; i < changes; i++) {
    const began = now(), counts = list.map(c => c.drawn.length);
    await change();
    await sleep(gap);
    list.forEach((c, k) => { if (c.drawn.length > counts[k]) delays.push(c.drawn[counts[k]][0] - began); });
  }
  const after = await stats();
  for (; here.length; ) await go(here.shift());
  delays.sort((a, b) => a - b);
  const drawn = list.flatMap(c => c.drawn);
  Object.assign(line, { changes, cpuUsPerChange: short((after.cpuMs - before.cpuMs) * 1000 / changes), allocKBPerChange: short((after.alloc - before.alloc) / changes / 1000), drawsPerChange: short(drawn.length / changes / list.length), bytesPerDraw: Math.round(drawn.reduce((sum, d) => sum + d[2], 0) / Math.max(1, drawn.length)), postToFrameP50ms: at(delays, .5), postToFrameP99ms: at(delays, .99) });
}

console.log(JSON.stringify(line));
// Each says goodbye as a browser does: a circuit that is merely lost is kept for a while, and goes on costing.
for (const circuit of list) {
  const form = new FormData();
  form.append('circuitId', circuit.secret);
  await fetch(o.app + '/_blazor/disconnect', { method: 'POST', body: form, headers: { cookie: circuit.opts.cookie } }).catch(() => { });
  circuit.stop();
}
setTimeout(() => process.exit(0), 500);
