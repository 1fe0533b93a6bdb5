// The only script of ours. Before the first paint it sets the theme that is remembered; when the document is there it
// loads the program, or says in words why it cannot. Not a module, because a module would wait for the first paint.
(() => {
  "use strict";

  // The name and the form are those of `src/state/preferences.rs`.
  try {
    const remembered = new URLSearchParams(localStorage.getItem("cuttings.preferences.1") ?? "");
    const theme = remembered.get("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is blocked: the theme is the system's.
  }

  const say = (text) => {
    const notice = document.getElementById("notice");
    if (!notice.hidden) return;
    notice.hidden = false;
    notice.querySelector("p").textContent = text;
    // Where there is a page, it can still be read, and has a main part of its own.
    if (!document.getElementById("page").firstChild) notice.setAttribute("role", "main");
  };

  // A panic stops the program; the browser knows it as a trap.
  const stopped = (error) => {
    if (error instanceof WebAssembly.RuntimeError) {
      say(
        "This page has stopped because of a mistake in its program. Reload it to go on; if it stops again, " +
          "please tell whoever publishes it what you did.",
      );
    }
  };
  addEventListener("error", (event) => stopped(event.error));
  addEventListener("unhandledrejection", (event) => stopped(event.reason));

  document.addEventListener("DOMContentLoaded", async () => {
    if (typeof WebAssembly !== "object") {
      say("This page needs WebAssembly, which this browser lacks or has switched off. Any current browser has it.");
      return;
    }
    try {
      const program = document.querySelector('link[rel="modulepreload"]').href;
      const code = document.querySelector('link[type="application/wasm"]').href;
      const { default: start } = await import(program);
      await start({ module_or_path: code });
    } catch (error) {
      stopped(error);
      say("A part of this page could not be loaded. Check the connection, then reload the page.");
      throw error;
    }
  });
})();
