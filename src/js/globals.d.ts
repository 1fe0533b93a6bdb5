// Declares what the page's scripts use and no library of TypeScript's describes.

/**
 * Returns a message of the catalogue (`src/messages`). The publisher replaces every call by the
 * text, or by a template if the message has arguments. Both are therefore written out: the name as
 * a literal, the arguments as `{ hit, hits }`, called as they are called in the catalogue.
 */
declare function msg(name: string, args?: Record<string, string | number>): string;

interface Window {
  /**
   * The program and the tools of a single-file edition, which holds both; `single-file.js` sets it.
   * Published sites load them from files instead.
   */
  cuttings?: { start(): Promise<void>; tools: typeof import("./tools.js") };
  /** An edition that the program does not contain, and its messages if they are not English. */
  cuttingsEdition?: { bytes: Uint8Array; messages?: string };
  /** Trusted Types, which not every engine has. */
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): {
      createScriptURL(url: string): string;
    };
  };
}

interface Navigator {
  /** The Network Information API, which only Chromium has. */
  connection?: { saveData?: boolean };
}

/** wasm-bindgen's glue, under the name by which the publisher passes it to esbuild. */
declare module "glue" {
  export default function start(options: { module_or_path: unknown }): Promise<unknown>;
}
