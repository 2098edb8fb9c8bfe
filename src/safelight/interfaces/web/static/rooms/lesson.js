// Plays a lesson in the page with inkjs, so that answers come at once. The page works the same without it: each choice
// is then a link, and Safelight plays the story. The end (what to practise, the cards) is always Safelight's own page.

import { ask, show } from "/static/app.js";
import { Story } from "/static/vendor/ink.mjs";
import { inside } from "/static/rooms/recall.js";

const BY_SELF = "you";

// "id:kai_hello" and the like, as a table.
export function tagsOf(tags) {
  return Object.fromEntries((tags ?? []).map((tag) => [tag.split(":")[0].trim(), tag.slice(tag.indexOf(":") + 1).trim()]));
}

// What the story says next, until there is a choice or it ends: [{ text, tags }].
export function* linesOf(story) {
  while (story.canContinue) {
    const text = story.Continue().trim();
    if (text) yield { text, tags: tagsOf(story.currentTags) };
  }
}

export async function begin(main) {
  inside(main);
  const place = main.querySelector(".lesson");
  const { scene, words, people } = await (await ask(place.dataset.story)).json();
  const story = new Story(JSON.stringify(scene));
  const names = Object.keys(people);
  const talk = main.querySelector("#talk");
  let path = new URLSearchParams(main.querySelector("[data-choice]")?.search).get("p")?.slice(0, -1) ?? "";
  const parts = [];

  const line = ({ text, tags }) => {
    const said = words[tags.id] ?? text;
    if (tags.part) parts.push({ part: tags.part, said });
    const item = document.createElement("li");
    const kind = tags.by === BY_SELF ? " mine" : tags.by ? "" : " teller";
    item.className = `said${kind} author-${tags.by && tags.by !== BY_SELF ? names.indexOf(tags.by) % 6 : 0}`;
    item.dataset.id = tags.id;
    if (tags.by) item.append(element("b", "by", people[tags.by]));
    item.append(element("span", "text", said));
    if (tags.shows === "profile") item.append(profile(parts));
    return item;
  };

  const take = (number) => {
    const choice = story.currentChoices[number];
    const chosen = { text: choice.text.trim(), tags: { ...tagsOf(choice.tags), by: BY_SELF } };
    story.ChooseChoiceIndex(number);
    return [chosen, ...linesOf(story)];
  };

  // Go to where the page is: what was chosen so far is shown already, and so are the choices. They stay the very same
  // links, for one of them may be under a finger just now.
  for (const _ of linesOf(story));
  for (const digit of path) for (const each of take(Number(digit))) line(each);

  function offer() {
    const options = main.querySelector("#options");
    options.replaceChildren(...story.currentChoices.map((choice, number) => {
      const item = document.createElement("li");
      const link = element("a", "option", words[tagsOf(choice.tags).id] ?? choice.text.trim());
      link.href = address({ p: `${path}${number}` });
      link.dataset.choice = number;
      item.append(link);
      return item;
    }));
    main.querySelector("#skip").href = address({ p: path, e: "1" });
  }

  function address(fields) {
    const [base, query] = place.dataset.here.split("?");
    const all = new URLSearchParams(query);
    for (const [name, value] of Object.entries(fields)) if (value) all.set(name, value);
    return `${base}?${all}`;
  }

  main.querySelector("#options").addEventListener("click", async (event) => {
    const link = event.target.closest("[data-choice]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const said = take(Number(link.dataset.choice)).map(line);
    path += link.dataset.choice;
    if (!story.currentChoices.length) {
      show(await (await ask(address({ p: path }))).text());
      reach(document.querySelector(`#talk [data-id="${said[0].dataset.id}"]`));
      return;
    }
    talk.append(...said);
    offer();
    said[0].scrollIntoView({ block: "start", behavior: calm() ? "instant" : "smooth" });
    main.querySelector("#turn").focus({ preventScroll: true });
  });
}

// Read on from here, and no more from the top.
function reach(item) {
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "start", behavior: "instant" });
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function element(name, kind, text) {
  const made = document.createElement(name);
  made.className = kind;
  made.textContent = text;
  return made;
}

function profile(parts) {
  const made = document.getElementById("profile-template").content.firstElementChild.cloneNode(true);
  const last = (wanted) => parts.filter(wanted).at(-1);
  const picture = last(({ part }) => part.startsWith("picture."))?.part.slice(8);
  if (picture) made.querySelector("use").setAttribute("href", `/static/pictures/profile.svg#${picture}`);
  made.querySelector(".profile-name").textContent = last(({ part }) => part === "name")?.said ?? "";
  made.querySelector(".profile-words").textContent = parts.filter(({ part }) => part === "words").map(({ said }) => said).join(" ");
  return made;
}
