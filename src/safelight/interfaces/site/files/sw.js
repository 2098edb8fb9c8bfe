// Keeps every file of the app on the device, by the hash of its content, and answers everything from there: after the
// first visit the app works without a network, and nothing but a look for a newer version ever asks for one.
// What is shared from another app is held in memory here until the page takes it, and goes nowhere else.

// Filled in when the site is built: path -> [sha256, bytes, type]; the headers that every answer
// carries, and a name for them; the name of this edition.
const FILES = {};
const HEADERS = {};
const MANNER = "";
const EDITION = "";

const CACHE = "files";
const SHARE = "/s";
const HOLD_MILLISECONDS = 120_000;
const AT_ONCE = 4;
let shared = null;

// ---------------------------------------------------------------- keeping

const slot = (path) => `/kept/${FILES[path][0]}-${MANNER}`;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));

async function keepAll() {
  const cache = await caches.open(CACHE);
  const paths = Object.keys(FILES);
  const total = paths.reduce((sum, path) => sum + FILES[path][1], 0);
  let done = 0;
  const keepNext = async () => {
    for (let path = paths.pop(); path; path = paths.pop()) {
      if (!await cache.match(slot(path))) await cache.put(slot(path), await fetched(path));
      done += FILES[path][1];
      tell({ done, total });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepNext));
}

// A file from the network, only if it is the very one that this edition was built with.
async function fetched(path) {
  const [hash, , type] = FILES[path];
  const answer = await fetch(path === "/index.html" ? "/" : path, { cache: "no-cache", credentials: "omit" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== hash) throw new Error(`${path}: another edition`);
  return new Response(bytes, { headers: { ...HEADERS, "Content-Type": type, "Content-Length": bytes.byteLength } });
}

async function tell(message) {
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const cache = await caches.open(CACHE);
  const wanted = new Set(Object.keys(FILES).map(slot));
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (!wanted.has(path) && path !== `/kept/started-${EDITION}`) await cache.delete(request);
  }
  await clients.claim();
}

// ---------------------------------------------------------------- answering

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) event.respondWith(Response.error());
  else if (request.method === "POST" && url.pathname === SHARE) event.respondWith(takeShared(request));
  else if (request.method !== "GET" && request.method !== "HEAD") event.respondWith(plain(405));
  else if (request.mode === "navigate") event.respondWith(kept("/index.html"));
  else if (Object.hasOwn(FILES, url.pathname)) event.respondWith(kept(url.pathname));
  else event.respondWith(plain(404));
});

function plain(status) {
  return new Response("", { status, headers: HEADERS });
}

// Browsers may throw away what a site keeps: then the file is fetched again, and is again held to its hash.
async function kept(path) {
  const cache = await caches.open(CACHE);
  const hit = await cache.match(slot(path));
  if (hit) return hit;
  const answer = await fetched(path);
  await cache.put(slot(path), answer.clone());
  return answer;
}

async function takeShared(request) {
  const form = await request.formData();
  const said = ["title", "text", "url"].map((name) => form.get(name)).filter((each) => typeof each === "string" && each);
  const file = form.get("file");
  shared = { text: said.join("\n"), file: file instanceof File && file.size > 0 ? file : null };
  setTimeout(() => { shared = null; }, HOLD_MILLISECONDS);
  return Response.redirect("/?shared", 303);
}

self.addEventListener("message", (event) => {
  if (event.data === "shared?") {
    event.ports[0].postMessage(shared);
    shared = null;
  } else if (event.data === "take over") {
    event.waitUntil(takeOverIfAlone(event.source));
  }
});

// Another tab may be in the middle of something, with files of the edition that it was opened with.
async function takeOverIfAlone(asking) {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length > 1) asking.postMessage({ stays: true });
  else await self.skipWaiting();
}
