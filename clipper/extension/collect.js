// Runs in the page, in each frame that may be read, when the button or the key is pressed, and never else.
// Returns the page as its reader sees it: what is not shown is left out, and what a style sheet strikes out is
// marked so, since the sheet does not come along.

(() => {
  const HIDDEN_KEPT = new Set(["HEAD", "TITLE", "META", "LINK", "BASE"]);
  const DROPPED = new Set(["NOSCRIPT", "TEMPLATE", "STYLE", "IFRAME", "FRAME", "OBJECT", "EMBED", "CANVAS"]);
  const LINKED_DATA = "application/ld+json";

  function copied(node, into, inHead) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        into.appendChild(into.ownerDocument.createTextNode(child.data));
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        copyElement(child, into, inHead);
      }
    }
  }

  function copyElement(element, into, inHead) {
    const name = element.tagName.toUpperCase();
    const data = name === "SCRIPT" && element.type === LINKED_DATA;
    if (DROPPED.has(name) || (name === "SCRIPT" && !data)) return;
    const kept = inHead || HIDDEN_KEPT.has(name) || data;
    const style = kept ? null : getComputedStyle(element);
    if (style && style.display === "none") return;
    const copy = into.ownerDocument.importNode(element, false);
    for (const attribute of [...copy.attributes]) {
      if (attribute.name.startsWith("on")) copy.removeAttribute(attribute.name);
    }
    if (style) {
      copy.removeAttribute("style");
      if (style.textDecorationLine.includes("line-through")) copy.style.textDecoration = "line-through";
      if (style.visibility !== "visible") copy.style.visibility = "hidden";
    }
    into.appendChild(copy);
    if (element.shadowRoot) copied(element.shadowRoot, copy, inHead);
    else if (name === "SLOT") element.assignedNodes().length ? assigned(element, copy) : copied(element, copy);
    else copied(element, copy, inHead || name === "HEAD");
  }

  function assigned(slot, into) {
    for (const node of slot.assignedNodes()) {
      if (node.nodeType === Node.TEXT_NODE) into.appendChild(into.ownerDocument.createTextNode(node.data));
      else if (node.nodeType === Node.ELEMENT_NODE) copyElement(node, into, false);
    }
  }

  const target = document.implementation.createHTMLDocument("");
  const root = target.importNode(document.documentElement, false);
  target.replaceChild(root, target.documentElement);
  copied(document.documentElement, root, false);
  return {
    address: location.href,
    title: document.title,
    language: document.documentElement.lang || "",
    media: document.contentType || "text/html",
    html: "<!DOCTYPE html>\n" + root.outerHTML,
    words: (document.body ? document.body.innerText : "").length,
    selected: String(getSelection()),
  };
})();
