// The page looks again by itself until all is read; its link does the same without this.
async function look() {
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("progress").replaceWith(fresh.getElementById("progress"));
  document.title = fresh.title;
  wait();
}

function wait() {
  document.querySelector(".again")?.setAttribute("hidden", "");
  if (!("ended" in document.getElementById("progress").dataset)) setTimeout(look, 700);
}

wait();
