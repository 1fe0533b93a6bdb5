// Declares what the exporter finds beside its modules.

/** The file of the exporter's program relative to its script. The publisher writes it in front. */
declare const EXPORTER_PROGRAM: string;

/** The glue that wasm-bindgen writes for the program in `worker/`. */
declare module "exporter-glue" {
  /** Starts the program. */
  export function initSync(module: { module: WebAssembly.Module }): unknown;

  /** The edition of a collection (`worker/src/exporter/edition.rs`). */
  export class Edition {
    constructor(bytes: Uint8Array);
    file(path: string): string;
    markdown(slug: string, bookmarks: string): string;
    archive(
      bookmarks: string,
      names: string[],
      pictures: Uint8Array[],
    ): Uint8Array<ArrayBuffer>;
    annotations(bookmarks: string): string;
    data(): string;
    site(
      template: SiteTemplate,
      title: string,
      alerts: string[],
      names: string[],
      contents: Uint8Array[],
    ): Uint8Array<ArrayBuffer>;
  }

  /** The page of a published site, for other editions. */
  export class SiteTemplate {
    constructor(worker: string, manifest: string);
    files(): string[];
  }
}
