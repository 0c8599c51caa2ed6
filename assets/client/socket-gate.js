// Runs inline in <head>, before anything else. Reflex opens a websocket on every page of an app that has a State, unless
// a cookie says that there is no backend: here that cookie can be read, though none is kept or sent. Only the page that
// talks to the server removes this again (seen.js).
Object.defineProperty(document, "cookie", { configurable: true, get: () => "backend-enabled=false", set: () => {} });
