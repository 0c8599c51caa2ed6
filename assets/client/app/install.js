// Putting the app on the home screen, and under which name.
//
// Icon and name cannot change after that, so the identity is chosen before: each has a manifest of its own, and the
// page links one. The build lists them on that link; this module knows neither names nor paths.

import { keep, recall } from "../base/local-storage.js";

/** @typedef {{manifest: string, icons: string, title: string}} Offer */
/** @typedef {Event & {prompt: () => Promise<void>, userChoice: Promise<{outcome: string}>}} InstallPrompt */

const CHOICE = "identity";
const LINK = "link[rel=manifest]";

/** @type {InstallPrompt | null} */
let prompt = null;
/** @type {(patch: {installable?: boolean, standalone?: boolean, identity?: string}) => void} */
let tell = () => {};

/** @param {typeof tell} report is told what changes from now on */
export function watchInstall(report) {
  tell = report;
  tell({ standalone: isStandalone(), identity: wear(recall(CHOICE)) });
  // Each page brings its own title, which begins with the name of the default identity.
  new MutationObserver(retitle).observe(document.head, { childList: true, characterData: true, subtree: true });
  addEventListener("beforeinstallprompt", (event) => {
    // Kept back: the browser would otherwise advertise installing by itself.
    event.preventDefault();
    offer(/** @type {InstallPrompt} */ (event));
  });
  addEventListener("appinstalled", () => offer(null));
  matchMedia("(display-mode: standalone)").addEventListener("change", () => tell({ standalone: isStandalone() }));
}

/** Opens the browser's own dialog; a browser without one (iPhone, Firefox) never says it is installable. */
export async function install() {
  const asked = prompt;
  offer(null);
  try {
    await asked?.prompt();
  } catch {
    // Refused because it was not a press that led here: nothing is lost, the browser will offer again.
  }
}

/** @param {string} id */
export function chooseIdentity(id) {
  keep(CHOICE, id);
  // What the browser had offered to install was the identity before.
  offer(null);
  tell({ identity: wear(id) });
}

/** @param {InstallPrompt | null} event */
function offer(event) {
  prompt = event;
  tell({ installable: event !== null });
}

/** Links the identity's manifest, icons and title. @param {string} id @returns {string} the one now worn */
function wear(id) {
  const [link, all] = [element(LINK), offers()];
  const worn = id in all ? id : (Object.keys(all)[0] ?? "");
  if (link && worn) dress(link, all[worn]);
  return worn;
}

/** @returns {Record<string, Offer>} */
const offers = () => JSON.parse(element(LINK)?.dataset.identities ?? "{}");

/** @param {HTMLElement} link @param {Offer} chosen */
function dress(link, { manifest, icons, title }) {
  if (link.getAttribute("href") === manifest) return;
  link.setAttribute("href", manifest);
  for (const icon of document.querySelectorAll("link[rel~=icon], link[rel=apple-touch-icon]")) {
    const file = icon.getAttribute("href")?.split("/").pop();
    icon.setAttribute("href", `${icons}${file}`);
  }
  for (const name of ["apple-mobile-web-app-title", "application-name"]) {
    element(`meta[name=${name}]`)?.setAttribute("content", title);
  }
  retitle();
}

/** Begins the page's title with the name that is worn. */
function retitle() {
  const name = element("meta[name=application-name]")?.getAttribute("content");
  const names = Object.values(offers()).map(({ title }) => title);
  const other = names.find((each) => each !== name && document.title.split(" ")[0] === each);
  if (name && other) document.title = name + document.title.slice(other.length);
}

function isStandalone() {
  // iPhones answer the first; the second is everyone else's.
  return "standalone" in navigator ? Boolean(navigator.standalone) : matchMedia("(display-mode: standalone)").matches;
}

/** @param {string} selector @returns {HTMLElement | null} */
function element(selector) {
  return document.querySelector(selector);
}
