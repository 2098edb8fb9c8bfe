// The browser home: shows a bar while Safelight gets ready inside this tab, then puts its first page here and answers
// what the page asks. Nothing that is typed or chosen leaves the tab: there is no server behind these files.

const bar = document.getElementById("getting-ready");
// Of the bar, by what usually takes how long: fetching the files, starting.
const FETCHED = 60;
const START_SECONDS = 6;
const PREPARE_AFTER_SECONDS = 12;
// More than a change ever took, and no longer than a person waits.
const TAKEN_OVER_SECONDS = 10;

// ---------------------------------------------------------------- leaving

let leaving = false;

function leave() {
  leaving = true;
  engine?.end();
  preparing?.terminate();
}

globalThis.safelightLeave = leave;
document.getElementById("go-away").addEventListener("click", (event) => {
  event.preventDefault();
  leave();
  document.title = "";
  document.body.hidden = true;
  location.replace(event.currentTarget.href);
});
addEventListener("pagehide", leave);
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

// ---------------------------------------------------------------- the files, kept on the device

async function keepFiles() {
  if (!navigator.serviceWorker) return;
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data.total) bar.value = FETCHED * data.done / data.total;
  });
  let registration = null;
  try {
    registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  } catch {
    // A private window may forbid it: the app then runs all the same, but only with a network.
    return;
  }
  if (!registration) return;
  const { installing, waiting, active } = registration;
  // Nothing is held yet, so a newer edition that lies ready may take over; then everything comes from it.
  if (navigator.serviceWorker.controller && waiting) {
    await allIsHere();
    await controlled(waiting, "take over");
  }
  // On a first visit the app starts from what is kept, so that every file is there once and is the right one.
  else if (installing && !active) await controlled(installing);
}

// Waits until this service worker has the page, or has failed, or leaves things as they are for another tab's sake.
function controlled(coming, wish) {
  const worker = navigator.serviceWorker;
  return new Promise((resolve) => {
    worker.addEventListener("controllerchange", resolve, { once: true });
    worker.addEventListener("message", ({ data }) => { if (data.stays) resolve(); });
    coming.addEventListener("statechange", () => { if (coming.state === "redundant") resolve(); });
    if (!wish) return;
    coming.postMessage(wish);
    // A browser that keeps the old edition busy for reasons of its own starts with it once more.
    setTimeout(resolve, TAKEN_OVER_SECONDS * 1000);
  });
}

// Chromium ends the old edition's service worker before the new one takes over. A file that is asked for in between
// wakes the old one, and the change waits for as long as that one then stays awake: so nothing may still be coming,
// the icon is in the page itself, and the manifest is named later (`open`).
function allIsHere() {
  return new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else addEventListener("load", resolve, { once: true });
  });
}

function nameManifest() {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = "/manifest.webmanifest";
  document.head.append(link);
}

// ---------------------------------------------------------------- the worker that holds Safelight

class Engine {
  constructor() {
    this.asked = new Map();
    this.number = 0;
    this.begin();
  }

  begin() {
    this.worker = new Worker("/worker.js", { type: "module" });
    this.ready = new Promise((resolve, reject) => {
      this.worker.addEventListener("error", reject, { once: true });
      this.worker.addEventListener("message", ({ data }) => {
        if (data.ready) resolve(data);
        else if (data.failed) reject(new Error(data.failed));
        else this.asked.get(data.id)?.(data);
      });
    });
    this.ready.catch(() => {});
  }

  // Drops everything that is held, in the middle of whatever it does.
  end() {
    this.worker.terminate();
    for (const take of this.asked.values()) take({ stopped: true });
    this.asked.clear();
  }

  // Like fetch: an answer as soon as it begins, its parts as they come.
  async ask(address, { method = "GET", body, headers = {}, signal } = {}) {
    await this.ready;
    const said = new Headers({ "Accept-Language": navigator.languages.join(","), ...headers });
    const sent = new Request("/", { method: "POST", body: body ?? "" });
    if (body && !said.has("Content-Type") && sent.headers.has("Content-Type")) {
      said.set("Content-Type", sent.headers.get("Content-Type"));
    }
    const bytes = new Uint8Array(await sent.arrayBuffer());
    signal?.throwIfAborted();
    const id = this.number++;
    return new Promise((resolve, reject) => {
      let parts = null;
      const stream = new ReadableStream({
        start(controller) { parts = controller; },
        cancel: () => this.stop(id),
      });
      const fail = (error) => { this.asked.delete(id); parts.error(error); reject(error); };
      this.asked.set(id, (data) => {
        if (data.begin) resolve(new Response(stream, data.begin));
        else if (data.part) parts.enqueue(data.part);
        else if (data.end) { this.asked.delete(id); parts.close(); }
        else if (data.stopped) fail(new DOMException("Stopped", "AbortError"));
        else fail(new Error("fault"));
      });
      signal?.addEventListener("abort", () => this.stop(id));
      this.worker.postMessage({ id, method, address, headers: Object.fromEntries(said), body: bytes }, [bytes.buffer]);
    });
  }

  // The worker is busy and hears nothing: it is ended, and another one started for whatever is asked next.
  stop(id) {
    if (!this.asked.has(id)) return;
    this.end();
    if (!leaving) this.begin();
  }
}

let engine = null;
let preparing = null;

// On a first visit: make the next start quick, once the person has had time for the first page.
function prepareLater(started) {
  if (started.quick || !navigator.serviceWorker?.controller) return;
  setTimeout(() => {
    if (leaving) return;
    preparing = new Worker("/worker.js", { type: "module", name: "prepare" });
    preparing.addEventListener("message", () => { preparing.terminate(); preparing = null; });
  }, PREPARE_AFTER_SECONDS * 1000);
}

// ---------------------------------------------------------------- pages

function paint(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const name of ["lang", "dir"]) document.documentElement.setAttribute(name, page.documentElement.getAttribute(name));
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
}

// Forms that the app leaves to the browser: here nobody else could answer them.
async function submitted(event) {
  const { target: form, submitter } = event;
  if (event.defaultPrevented) return;
  event.preventDefault();
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  if (!address.startsWith("/")) return;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === "string") fields.append(name, value);
  const get = form.method === "get";
  const answer = await (get ? engine.ask(`${address.split("?")[0]}?${fields}`) : engine.ask(address, { method: "POST", body: fields }));
  const name = /attachment; filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
  if (name) save(await answer.blob(), name);
  else (await import("/static/app.js")).show(await answer.text());
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// What another app shared: the service worker holds it, the page to hand something over takes it.
async function takeShared(app) {
  history.replaceState(null, "", "/");
  const line = new MessageChannel();
  const shared = await new Promise((resolve) => {
    line.port1.onmessage = ({ data }) => resolve(data);
    navigator.serviceWorker.controller.postMessage("shared?", [line.port2]);
  });
  if (!shared) return;
  await app.go("/n");
  const text = document.getElementById("text");
  if (shared.text && text) text.value = shared.text;
  const file = document.getElementById("file");
  if (shared.file && file) {
    const moved = new DataTransfer();
    moved.items.add(shared.file);
    file.files = moved.files;
    file.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

async function open() {
  await keepFiles();
  if (leaving) return;
  nameManifest();
  engine = new Engine();
  const begun = performance.now();
  const moving = setInterval(() => {
    const seconds = (performance.now() - begun) / 1000;
    bar.value = FETCHED + (99 - FETCHED) * (1 - Math.exp(-seconds / START_SECONDS));
  }, 200);
  const started = await engine.ready;
  globalThis.safelightAsk = (address, options) => engine.ask(address, options);
  const { pathname, search } = location;
  const shared = search === "?shared";
  const answer = await engine.ask((pathname === "/index.html" ? "/" : pathname) + (shared ? "" : search));
  clearInterval(moving);
  paint(await answer.text());
  const app = await import("/static/app.js");
  document.addEventListener("submit", submitted);
  if (shared && navigator.serviceWorker?.controller) await takeShared(app);
  document.documentElement.dataset.ready = started.quick ? "quick" : "first";
  prepareLater(started);
}

open().catch(() => {
  if (leaving) return;
  bar.hidden = true;
  document.getElementById("not-started").textContent = "This did not start. Close other tabs, and open it again.";
});
