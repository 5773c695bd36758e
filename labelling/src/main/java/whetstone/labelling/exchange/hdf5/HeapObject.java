package whetstone.labelling.exchange.hdf5;

import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;

/**
 * What a value of varying length refers to: an object of a global heap collection (HDF5 file format specification, version 3, III.E). Read
 * here and not by the library, which believes the sizes that a file states.
 */
final class HeapObject {
    private static final int SIGNATURE = 'G' | 'C' << 8 | 'O' << 16 | 'L' << 24;
    private static final int HEADER = 16;

    private final Hdf5File file;
    private final int elements;
    private final long address;
    private final int index;

    /** @param reference number of elements, address of the collection, index in it */
    HeapObject(Hdf5File file, ByteBuffer reference) {
        this.file = file;
        this.elements = reference.getInt(0);
        this.address = reference.getLong(Integer.BYTES);
        this.index = reference.getInt(Integer.BYTES + Long.BYTES);
    }

    /** Its bytes; none where it refers to nothing. */
    byte[] bytes() {
        if (elements == 0) {
            return new byte[0];
        }
        HdfBackingStorage storage = file.library().getHdfBackingStorage();
        ByteBuffer header = storage.readBufferFromAddress(address, HEADER);
        long collection = header.getLong(Long.BYTES);
        if (elements < 0 || header.getInt(0) != SIGNATURE || collection < HEADER || collection > file.size()) {
            throw file.refused("a value of varying length leads nowhere");
        }
        for (long at = HEADER; at + HEADER <= collection;) {
            ByteBuffer object = storage.readBufferFromAddress(address + at, HEADER);
            int here = object.getShort(0) & 0xffff;
            long size = object.getLong(Long.BYTES);
            if (here == 0 || size < 0 || size > collection - at - HEADER) {
                break;
            }
            if (here == index) {
                return bytes(storage, address + at + HEADER, size);
            }
            at += HEADER + (size + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
        }
        throw file.refused("a value of varying length is missing");
    }

    private byte[] bytes(HdfBackingStorage storage, long from, long size) {
        if (elements > size || size > Hdf5Array.MOST_BYTES) {
            throw file.refused("a value of varying length says it has " + elements + " bytes of " + size);
        }
        byte[] bytes = new byte[elements];
        storage.readBufferFromAddress(from, elements).get(bytes);
        return bytes;
    }
}
