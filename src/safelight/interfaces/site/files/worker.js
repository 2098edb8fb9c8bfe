// Runs Safelight in Python, inside this tab and beside its page. It is asked by messages and answers by messages;
// it holds what it is asked about until the answer is given, and is ended as a whole when the person leaves.
//
// Started with the name "prepare" it never sees anything of a person: it loads everything, keeps a picture of its
// memory for quicker starts, and ends.

import { loadPyodide } from "/python/pyodide.mjs";

// Filled in when the site is built.
const EDITION = "";

const CACHE = "files";
const STARTED = `/kept/started-${EDITION}`;
const HOME = "/app";
const PATIENCE_MILLISECONDS = 30_000;
let tab = null;

// ---------------------------------------------------------------- starting

async function start() {
  const files = unpacked();
  const picture = self.name === "prepare" ? null : await pictureKept();
  let python = null;
  let quick = false;
  if (picture) {
    try {
      python = await inTime(load({ _loadSnapshot: picture }, await files));
      tab = python.pyimport("safelight.interfaces.web.tab");
      quick = true;
    } catch {
      // It does not start from it: start plainly, and make a new one later.
      python = null;
      await (await caches.open(CACHE)).delete(STARTED);
    }
  }
  if (!python) {
    python = await load(self.name === "prepare" ? { _makeSnapshot: true } : {}, await files);
    python.runPython(`import sys; sys.dont_write_bytecode = True; sys.path.insert(0, "${HOME}")`);
    tab = python.pyimport("safelight.interfaces.web.tab");
    tab.prepare();
  }
  return { python, quick };
}

async function load(options, files) {
  const python = await loadPyodide({ indexURL: "/python/", ...options });
  for (const [path, bytes] of files) {
    const at = `${HOME}/${path}`;
    python.FS.mkdirTree(at.slice(0, at.lastIndexOf("/")));
    python.FS.writeFile(at, bytes, { canOwn: true });
  }
  return python;
}

// The app's files: a gzipped tar of plain files.
async function unpacked() {
  const answer = await fetch("/app.bin");
  if (!answer.ok) throw new Error(`app.bin: ${answer.status}`);
  const plain = answer.body.pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(plain).arrayBuffer());
  const text = new TextDecoder();
  const field = (at, length) => text.decode(bytes.subarray(at, at + length)).split("\0")[0];
  const files = [];
  for (let at = 0; bytes[at]; ) {
    const size = parseInt(field(at + 124, 12), 8);
    const folder = field(at + 345, 155);
    files.push([(folder ? `${folder}/` : "") + field(at, 100), bytes.subarray(at + 512, at + 512 + size)]);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

// The kept picture of memory, if there is one and it is whole: Pyodide hangs on one that is not.
async function pictureKept() {
  const hit = await (await caches.open(CACHE)).match(STARTED);
  const bytes = await hit?.arrayBuffer();
  return bytes && await hash(bytes) === hit.headers.get("X-Hash") ? bytes : null;
}

async function hash(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).join();
}

function inTime(work) {
  return Promise.race([work, new Promise((_, reject) => { setTimeout(reject, PATIENCE_MILLISECONDS); })]);
}

async function prepare() {
  const { python } = await start();
  tab.warm();
  tab.destroy();
  tab = null;
  python.runPython("import gc; gc.collect()");
  const picture = python.makeMemorySnapshot();
  await (await caches.open(CACHE)).put(STARTED, new Response(picture, { headers: { "X-Hash": await hash(picture) } }));
}

// ---------------------------------------------------------------- answering

async function answer({ id, method, address, headers, body }) {
  let said = 0;
  const begin = (status, given) => {
    said = status;
    postMessage({ id, begin: { status, headers: given.toJs({ dict_converter: Object.fromEntries }) } });
    given.destroy();
  };
  const part = (proxy) => {
    const bytes = proxy.toJs();
    proxy.destroy();
    postMessage({ id, part: bytes }, [bytes.buffer]);
  };
  try {
    await tab.answer(method, address, self.python.toPy(headers), self.python.toPy(body), begin, part);
    postMessage({ id, end: true });
  } catch {
    // The error's text could hold words of a chat. With status 500 the app has already said that it failed.
    postMessage(said === 500 ? { id, end: true } : { id, fault: true });
  }
}

let turn = Promise.resolve();

self.addEventListener("message", (event) => {
  turn = turn.then(() => answer(event.data));
});

if (self.name === "prepare") {
  prepare().then(() => postMessage({ prepared: true }), () => postMessage({ prepared: false }));
} else {
  turn = start().then((started) => {
    self.python = started.python;
    postMessage({ ready: true, quick: started.quick });
  });
  turn.catch((error) => postMessage({ failed: String(error?.name ?? "Error") }));
}
