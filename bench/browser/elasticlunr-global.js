/**
 * Declares the global that elasticlunr assigns to. Modules run in strict mode, where assigning to
 * an undeclared variable throws. Import this file before elasticlunr.
 */
globalThis.lunr = undefined;
