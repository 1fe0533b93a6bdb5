// Declares what the page's scripts use and no library of TypeScript's describes.

/**
 * Returns a message of the catalogue (`src/messages`). The publisher replaces every call by the
 * text, or by a template if the message has arguments; where readers have a choice of languages, by
 * an expression that looks into `window.cuttingsTexts` first. Both are therefore written out: the
 * name as a literal, the arguments as `{ hit, hits }`, called as they are called in the catalogue.
 */
declare function msg(name: string, args?: Record<string, string | number>): string;

/** True in the page of `cuttings build`, whose program contains no edition. */
declare const SEPARATE_EDITION: boolean;

/** The version of the format of the editions that the page's program reads. */
declare const EDITION_FORMAT: number;

/** True in the scripts of a single-file edition. */
declare const SINGLE_FILE: boolean;

interface Window {
  /**
   * The program and the tools of a single-file edition, which holds both; `single-file.js` sets it.
   * Published sites load them from files instead.
   */
  cuttings?: { unpack(): Promise<ArrayBuffer>; tools: typeof import("./tools.js") };
  /**
   * An edition that the program does not contain, or the head of one in parts. A published one has
   * an address, and a function that reads its parts.
   */
  cuttingsEdition?: {
    bytes: Uint8Array;
    address?: string;
    /** The number of articles, from the first, that are published as files, unless all are. */
    filesOf?: string;
    read?(address: string, cache?: RequestCache): Promise<Uint8Array>;
  };
  /** The answers that `early-requests.js` has asked for, by address, until they are taken. */
  cuttingsRequests?: Record<string, Promise<Response>>;
  /** The page's messages, if they are not those that the program contains. */
  cuttingsMessages?: string;
  /** The entries of the catalogue in the reader's language, if the published page is in another. */
  cuttingsTexts?: string[];
  /** The files that a reader has opened with the installed site, which only Chromium passes on. */
  launchQueue?: {
    setConsumer(take: (launch: { files?: FileSystemFileHandle[] }) => unknown): void;
  };
  /** Trusted Types, which not every engine has. */
  trustedTypes?: {
    createPolicy(name: string, rules: TrustedTypePolicy): TrustedTypePolicy;
  };
}

interface TrustedTypePolicy {
  createScriptURL(url: string): string;
}

/** Workers have this: they share modules with the page. */
interface FileSystemFileHandle {
  createSyncAccessHandle(): Promise<{
    read(bytes: Uint8Array, options: { at: number }): number;
    truncate(size: number): void;
    write(bytes: Uint8Array, options: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}

interface Navigator {
  /** The Network Information API, which only Chromium has. */
  connection?: { saveData?: boolean };
}

/** wasm-bindgen's glue, under the name by which the publisher passes it to esbuild. */
declare module "glue" {
  export function initSync(options: { module: WebAssembly.Module }): unknown;
}

/** The file of the library relative to the tools. The publisher writes it in front of them. */
declare const LIBRARY: string;

/** The file of the importer relative to the library. The publisher writes it in front of it. */
declare const IMPORTER: string;

/** The template of a single file relative to the library, in the same way. */
declare const ONE_FILE: string;

/** The file of the explorer's program relative to the library. The publisher writes it there. */
declare const EXPLORER_PROGRAM: string;

/** The file of the exporter relative to the tools and the library, in the same way. */
declare const EXPORTER: string;
