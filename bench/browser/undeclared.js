/**
 * elasticlunr assigns to a global that nothing declares, which code in a module may not. Imported before it.
 */
globalThis.lunr = undefined;
