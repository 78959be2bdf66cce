// As one types, the results follow; the form works the same without this.
const form = document.getElementById("ask");
let wait, running;

async function follow() {
  const asked = new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && !(name === "order" && value === "newest")));
  const url = asked.size ? `/search?${asked}` : "/search";
  running?.abort();
  running = new AbortController();
  try {
    const answer = await fetch(url, { signal: running.signal });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = fresh.getElementById("results");
    if (!found) return;
    document.getElementById("results").replaceWith(found);
    document.title = fresh.title;
    history.replaceState(null, "", url);
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

form.addEventListener("input", () => {
  clearTimeout(wait);
  if (form.checkValidity()) wait = setTimeout(follow, 300);
});
