// Runs inline in <head>: where discreet wording is on, the prerendered words stay unseen until it is known which ones to
// show. wording.js keeps the mark.
try {
  if (localStorage.getItem("discreet")) document.documentElement.setAttribute("data-discreet", "");
} catch {
  // Where storage is denied, a setting lasts as long as its page.
}
