// One button and one key. Nothing is read before it is pressed, and nothing is sent but to the program of this
// computer that the user has set up (`briefing clip --install`).

"use strict";

const HOST = "org.briefing_desk.clipper";
const VERSION = 1;
const MOST_BYTES = 40 * 1024 * 1024; // of a document: as base64 it must fit the 64 MiB of one message
const SET_UP = "Briefing Desk is not set up for this browser: run “briefing clip --install” once.";

chrome.action.onClicked.addListener((tab) => clip(tab));

async function clip(tab) {
  await show(tab, "…", "Clipping this page");
  try {
    const answer = await chrome.runtime.sendNativeMessage(HOST, await page(tab));
    if (answer && answer.ok) await show(tab, "✓", `Clipped. Pages that wait: ${answer.waiting}`);
    else await show(tab, "!", answer ? `${answer.message} ${answer.hint}` : "The program gave no answer.");
  } catch (error) {
    await show(tab, "!", reason(error));
  }
}

function reason(error) {
  const words = String((error && error.message) || error);
  if (/not found|No such native application|forbidden/i.test(words)) return SET_UP;
  if (/native host has exited|disconnected/i.test(words)) return "Briefing Desk ended before it kept the page. Clip it again.";
  return `This page cannot be clipped: ${words}`;
}

async function page(tab) {
  const sent = { v: VERSION, address: tab.url, title: tab.title || "", at: moment(), notices: [] };
  const frames = await read(tab);
  if (!frames.length || !/html/.test(frames[0].media)) return { ...sent, ...(await document_(tab)) };
  const found = chosen(frames);
  if (found !== frames[0]) sent.notices.push(`The article stands in a frame of ${tab.url}.`);
  return {
    ...sent,
    address: found.address.startsWith("http") ? found.address : tab.url,
    title: found.title || sent.title,
    language: found.language || frames[0].language,
    media: "text/html",
    html: found.html,
    selected: found.selected,
  };
}

async function read(tab) {
  try {
    const results = await chrome.scripting.executeScript({
      target: { tabId: tab.id, allFrames: true },
      files: ["collect.js"],
    });
    const top = results.filter((one) => one.frameId === 0);
    const others = results.filter((one) => one.frameId !== 0);
    return [...top, ...others].map((one) => one.result).filter(Boolean);
  } catch (error) {
    if (/pdf/i.test(tab.url) || /Cannot access contents|ExtensionsUIs|cannot be scripted/i.test(String(error))) return [];
    throw error;
  }
}

// The frame in which words are selected; else the one with most words, where it has twice those of the page.
function chosen(frames) {
  const marked = frames.find((one) => one.selected.trim());
  if (marked) return marked;
  const fullest = frames.reduce((best, one) => (one.words > best.words ? one : best), frames[0]);
  return fullest.words > 2 * frames[0].words ? fullest : frames[0];
}

// A PDF has no page to read: its bytes are asked for once more, with the reader's own login.
async function document_(tab) {
  const answer = await fetch(tab.url, { credentials: "include" });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const data = new Uint8Array(await answer.arrayBuffer());
  if (data.length > MOST_BYTES) throw new Error("it is larger than 40 MiB; save it, and add the file");
  const media = (answer.headers.get("content-type") || "application/octet-stream").split(";")[0].trim();
  return { media: media.toLowerCase(), base64: base64(data), language: "", selected: "" };
}

function base64(data) {
  let text = "";
  for (let at = 0; at < data.length; at += 0x8000) {
    text += String.fromCharCode.apply(null, data.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

// The moment with the offset of the reader's clock, as ISO 8601.
function moment() {
  const now = new Date();
  const minutes = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + minutes * 60000).toISOString().slice(0, 19);
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}

async function show(tab, mark, words) {
  await chrome.action.setBadgeText({ tabId: tab.id, text: mark });
  await chrome.action.setTitle({ tabId: tab.id, title: words });
}
