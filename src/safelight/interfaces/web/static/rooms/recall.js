// Practising again: which cards were looked at, on which day, and how well they were known. It is kept in this tab's
// memory, and only when the person asks for it on this device: numbers and days, never a word. See remember.js.

import { ask, say, show } from "/static/app.js";
import { forget, kept, keep } from "/static/rooms/remember.js";

// "3.1" -> ["20261124-3"]. Module state: it lives as long as this page, and is shared by the pages of this room.
const seen = new Map();
let remember = null;

function load() {
  if (remember !== null) return;
  const text = kept();
  remember = text !== null;
  for (const line of (text ?? "").split("\n").filter(Boolean)) {
    const [card, ...looks] = line.split(" ");
    seen.set(card, looks);
  }
}

function written() {
  return [...seen].map(([card, looks]) => [card, ...looks].join(" ")).join("\n");
}

function today() {
  const now = new Date();
  return `${now.getFullYear()}${String(now.getMonth() + 1).padStart(2, "0")}${String(now.getDate()).padStart(2, "0")}`;
}

// The pages of this room follow one another in place, so that the tab's memory lasts from one to the next.
export function inside(main) {
  for (const link of main.querySelectorAll("[data-inside]")) {
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      show(await (await ask(link.getAttribute("href"))).text());
    });
  }
}

async function due(place) {
  const body = new URLSearchParams({ seen: written(), today: today() });
  return (await ask(place.dataset.again, { method: "POST", body })).json();
}

export function begin(main) {
  load();
  inside(main);
  const place = main.querySelector("[data-again]");
  const box = main.querySelector("#remember");
  if (!box) return;
  if (box.checked && !remember) { // ticked while this script was on its way
    remember = true;
    keep(written());
  }
  box.checked = remember;
  box.addEventListener("change", () => {
    remember = box.checked;
    if (remember) keep(written());
    else forget();
  });
  main.querySelector("#forget").addEventListener("click", () => {
    seen.clear();
    forget();
    remember = box.checked = false;
    if (main.querySelector("#recall")) list(main, place);
    for (const each of main.querySelectorAll(".again-says")) each.remove();
    main.querySelector("h1").focus();
  });
  main.addEventListener("click", async (event) => {
    const knew = event.target.closest("[data-knew]")?.dataset.knew;
    const card = event.target.closest("[data-card]");
    if (!knew || !card) return;
    // One look a day counts: the last.
    const looks = (seen.get(card.dataset.card) ?? []).filter((look) => !look.startsWith(today()));
    seen.set(card.dataset.card, [...looks, `${today()}-${knew}`]);
    if (remember) keep(written());
    const answer = (await due(place)).find(({ id }) => id === card.dataset.card);
    if (answer) tell(card, answer.says);
  });
  if (main.querySelector("#recall")) list(main, place);
}

function tell(card, words) {
  const line = card.querySelector(".again-says") ?? document.createElement("p");
  line.className = "again-says";
  line.textContent = words;
  card.append(line);
  say(words);
}

async function list(main, place) {
  const section = main.querySelector("#recall");
  section.hidden = seen.size === 0;
  if (seen.size === 0) return;
  const cards = await due(place);
  const now = cards.filter(({ days }) => days <= 0);
  main.querySelector("#recall-none").hidden = now.length > 0;
  main.querySelector("#recall-none").textContent = now.length || !cards.length ? "" : cards[0].says;
  main.querySelector("#recall-cards").replaceChildren(...now.map((card) => {
    const item = document.createElement("li");
    item.className = "recall-card";
    item.dataset.card = card.id;
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = card.ask;
    const answer = document.createElement("p");
    answer.textContent = card.answer;
    details.append(summary, answer, main.querySelector("#knew-template").content.cloneNode(true));
    item.append(details);
    return item;
  }));
}
