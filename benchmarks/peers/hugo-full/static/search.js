// Lists the pages that say every word of the query.
const query = new URLSearchParams(location.search).get("q") ?? "";
const words = query.split(/\s+/).filter(Boolean);
const field = document.getElementById("query");
const list = document.getElementById("found");

field.value = query;
if (words.length) {
  const pages = await (await fetch("/search.json")).json();
  const says = (page) => words.every((word) => (page.title + page.summary + page.text).includes(word));
  for (const page of pages.filter(says)) {
    const link = Object.assign(document.createElement("a"), { href: page.url, textContent: page.title });
    const item = document.createElement("li");
    item.append(link, " ", page.summary);
    list.append(item);
  }
}
