package whetstone.labelling;

/**
 * Counts how often a JPEG file makes its decoder go over the whole picture (ITU-T T.81, annex B). A progressive file does that for each of its
 * scans, of which an empty one takes some thirty bytes: a small file could keep a decoder busy for days.
 */
final class JpegScans {
    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int FIRST_RESTART = 0xd0;
    private static final int TEMPORARY = 0x01;

    private JpegScans() {}

    static int in(byte[] file) {
        int scans = 0;
        int at = next(file, 0);
        while (at < file.length - 3) {
            int marker = file[at + 1] & 0xff;
            if (marker == END_OF_IMAGE) {
                return scans;
            }
            scans += marker == START_OF_SCAN ? 1 : 0;
            boolean bare = marker == START_OF_IMAGE || marker == TEMPORARY;
            int length = bare ? 0 : (file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff;
            at = next(file, at + 2 + length);
        }
        return scans;
    }

    /** The next marker that is neither a restart nor a stuffed byte inside a scan. */
    private static int next(byte[] file, int from) {
        for (int at = from; at < file.length - 1; at++) {
            int following = file[at + 1] & 0xff;
            boolean inScan = following == 0 || following == MARKER || following >= FIRST_RESTART && following < START_OF_IMAGE;
            if ((file[at] & 0xff) == MARKER && !inScan) {
                return at;
            }
        }
        return file.length;
    }
}
