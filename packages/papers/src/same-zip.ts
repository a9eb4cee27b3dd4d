const END = 0x06_05_4b_50;
const ENTRY = 0x02_01_4b_50;
const END_BYTES = 22;
/** 1 January 1980, 00:00, the first moment a zip can name. */
const TIME = 0;
const DAY = 0x00_21;

/**
 * The same zip with no trace of when it was written: the time of each entry is put to the first there is, in place,
 * in the directory and before the entry itself. Throws RangeError when it is no zip.
 */
export function withoutTimes(zip: Buffer): Buffer {
  const end = zip.length - END_BYTES;
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new RangeError('not a zip without a comment');
  const entries = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry where the directory has one');
    const local = zip.readUInt32LE(at + 42);
    zip.writeUInt16LE(TIME, at + 12);
    zip.writeUInt16LE(DAY, at + 14);
    zip.writeUInt16LE(TIME, local + 10);
    zip.writeUInt16LE(DAY, local + 12);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
