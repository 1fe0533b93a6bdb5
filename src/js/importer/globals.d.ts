// Declares what the importer finds beside its modules.

/** The file of the importer's program relative to its script. The publisher writes it in front. */
declare const IMPORTER_PROGRAM: string;

/** The file with the lists of names relative to it, in the same way. */
declare const NAMES: string;

/** The version of parts that the page's program reads (`crates/parts`); 0 if it reads none. */
declare const PARTS_VERSION: number;

/** The version of the format of the editions that the importer writes. */
declare const EDITION_FORMAT: number;

/** The glue that wasm-bindgen writes for the program in `worker/`. */
declare module "importer-glue" {
  /** Starts the program. */
  export function initSync(module: { module: WebAssembly.Module }): unknown;

  /** Takes the lists of names, which `writeEdition(true, …)` needs. */
  export function provideNames(data: Uint8Array): void;

  /** The items of a collection (`worker/src/importer/collection.rs`). */
  export class Collection {
    constructor(settings: string);
    static reopen(settings: string, saved: Uint8Array): Collection;
    add(
      names: string[],
      blobs: Blob[],
      progress: (done: number, total: number, items: number, title: string) => void,
      picture: (path: string, bytes: Uint8Array<ArrayBuffer>) => void,
      preview: (article: string) => void,
    ): string;
    writeEdition(
      withNames: boolean,
      inParts: boolean,
      write: (bytes: Uint8Array<ArrayBuffer>, at: number) => void,
      read: (at: number, length: number) => Uint8Array<ArrayBuffer>,
    ): Uint8Array<ArrayBuffer> | undefined;
    newRecords(): string;
    release(read: (at: number, length: number) => Uint8Array<ArrayBuffer>): void;
    save(write: (bytes: Uint8Array<ArrayBuffer>) => void): void;
  }
}
