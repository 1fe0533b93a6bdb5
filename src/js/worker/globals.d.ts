// Declares what the publisher gives the service worker: in front of it, but for the first.

/** The version of parts that the page's program reads (`crates/parts`); 0 if it reads none. */
declare const PARTS_VERSION: number;

/** The name of the edition, made from the content of its files. */
declare const EDITION: string;

/** The query behind the URLs of an edition's data files, which tells two editions' apart. */
declare const DATA: string;

/** A page without its content: the program renders whatever its URL asks for. */
declare const SHELL: string;

/** The name of the site as HTML. The shell has it as the text of an element. */
declare const TITLE: string;

/** The headers of the shell. */
declare const HEADERS: Record<string, string>;

/**
 * The integrity hash of each file that is kept by itself, by its URL relative to the site's base.
 * It is empty for the edition, which has a checksum of its own.
 */
declare const FILES: Record<string, string>;

/** The same for files that are kept once a page has requested them. */
declare const FILES_ON_DEMAND: Record<string, string>;

/**
 * The program of the pages that explore the edition: their paths, and its files relative to the
 * site's base.
 */
declare const EXPLORER: [pages: string[], program: string, glue: string];

/** The folder of the edition's parts relative to the site's base, and their number. */
declare const PARTS: [folder: string, count: number];

/** True if the edition is so large that its parts are kept by themselves only if a reader asks. */
declare const LARGE: boolean;
