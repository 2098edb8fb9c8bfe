// On a small screen, one step at a time: less to take in when it is all too much. All of them are one tap away.

const SMALL = "(max-width: 44rem)";

export function begin(main) {
  const steps = [...main.querySelectorAll(".walk > li")];
  const pager = main.querySelector(".pager");
  if (!pager || steps.length < 2 || !matchMedia(SMALL).matches) return;
  const where = pager.querySelector(".where");
  let now = 0;

  function turn(to) {
    now = Math.min(Math.max(to, 0), steps.length - 1);
    steps.forEach((step, number) => step.classList.toggle("away", number !== now));
    where.textContent = pager.dataset.where.replace("{n}", now + 1).replace("{all}", steps.length);
    pager.querySelector("[data-pace='-1']").hidden = now === 0;
    pager.querySelector("[data-pace='1']").hidden = now === steps.length - 1;
  }

  pager.addEventListener("click", (event) => {
    const { pace } = event.target.dataset;
    if (pace === "all") {
      for (const step of steps) step.classList.remove("away");
      pager.hidden = true;
      steps[now].querySelector("h2").focus();
    } else if (pace) {
      turn(now + Number(pace));
      steps[now].querySelector("h2").focus({ preventScroll: true });
      steps[now].scrollIntoView({ block: "nearest" });
    }
  });
  pager.hidden = false;
  turn(0);
}
