// Reads and writes the few parts of a font file (sfnt) that the scripts beside this one need.

/** Returns the tables of a font by their tags. */
export const tables = (font) =>
  new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, nth) => {
      const at = 12 + 16 * nth;
      const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
      return [font.toString("latin1", at, at + 4), font.subarray(offset, offset + length)];
    }),
  );

/**
 * Returns the font with a new name and without any other entry of its name table: the licence
 * reserves the original name for the original. The licence itself is a file beside the fonts.
 */
export const renamed = (font, family, style) => {
  const parts = tables(font);
  parts.set("name", nameTable({ 1: family, 2: style, 4: `${family} ${style}`, 6: `${family}-${style}`.replaceAll(" ", "") }));
  return assembled(font.readUInt32BE(0), parts);
};

/** Returns a name table with these entries, in English and for Windows, as browsers read it. */
const nameTable = (names) => {
  const entries = Object.entries(names).map(([id, text]) => [
    Number(id),
    Buffer.from(text, "utf16le").swap16(),
  ]);
  const head = Buffer.alloc(6 + 12 * entries.length);
  head.writeUInt16BE(entries.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  entries.forEach(([id, text], nth) => {
    [3, 1, 0x409, id, text.length, offset].forEach((value, field) =>
      head.writeUInt16BE(value, 6 + 12 * nth + 2 * field),
    );
    offset += text.length;
  });
  return Buffer.concat([head, ...entries.map(([, text]) => text)]);
};

/** Returns a font file of some tables. */
const assembled = (version, parts) => {
  const sorted = [...parts].sort(([one], [other]) => (one < other ? -1 : 1));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  const power = Math.floor(Math.log2(sorted.length));
  head.writeUInt32BE(version, 0);
  [sorted.length, 16 << power, power, 16 * sorted.length - (16 << power)].forEach((value, field) =>
    head.writeUInt16BE(value, 4 + 2 * field),
  );
  const bodies = [];
  let offset = head.length;
  sorted.forEach(([tag, table], nth) => {
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    if (tag === "head") body.writeUInt32BE(0, 8);
    const at = 12 + 16 * nth;
    head.write(tag, at, "latin1");
    [checksum(body), offset, table.length].forEach((value, field) =>
      head.writeUInt32BE(value, at + 4 + 4 * field),
    );
    bodies.push(body);
    offset += body.length;
  });
  const font = Buffer.concat([head, ...bodies]);
  const headTable = tables(font).get("head");
  headTable?.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, 8);
  return font;
};

const checksum = (bytes) => {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
};
