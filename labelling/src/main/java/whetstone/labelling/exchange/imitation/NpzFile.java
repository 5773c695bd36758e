package whetstone.labelling.exchange.imitation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import whetstone.labelling.DatasetException;

/** NumPy's {@code .npz}: a zip of arrays. Written and compared a row at a time. */
final class NpzFile {
    private NpzFile() {}

    static void write(Path file, List<NumpyArray> arrays) throws IOException {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file)); ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // Pictures hardly become smaller at the higher levels, but take several times as long.
            zip.setLevel(Deflater.BEST_SPEED);
            for (NumpyArray array : arrays) {
                zip.putNextEntry(new ZipEntry(entry(array)));
                zip.write(array.header());
                WritableByteChannel channel = Channels.newChannel(zip);
                array.source().make(channel::write);
                zip.closeEntry();
            }
        }
    }

    /**
     * Reads the file and compares it with what should stand there.
     *
     * @throws DatasetException that names the first difference
     */
    static void compare(Path file, List<NumpyArray> arrays) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            require(zip.size() == arrays.size(), file, "the number of arrays");
            for (NumpyArray array : arrays) {
                ZipEntry entry = zip.getEntry(entry(array));
                require(entry != null, file, "'" + array.name() + "'");
                try (InputStream bytes = zip.getInputStream(entry)) {
                    compare(file, array, bytes);
                }
            }
        } catch (ZipException broken) {
            throw new DatasetException(sentence(file, "the zip file") + " (" + broken.getMessage() + ")", broken);
        }
    }

    private static void compare(Path file, NumpyArray array, InputStream bytes) throws IOException {
        byte[] header = array.header();
        require(Arrays.equals(bytes.readNBytes(header.length), header), file, "the header of '" + array.name() + "'");
        int[] row = {0};
        array.source().make(expected -> {
            ByteBuffer written = ByteBuffer.wrap(bytes.readNBytes(expected.remaining()));
            if (!expected.equals(written)) {
                throw new DatasetException(sentence(file, "row " + row[0] + " of '" + array.name() + "'"));
            }
            row[0]++;
        });
        require(bytes.read() < 0 && row[0] == array.rows(), file, "the length of '" + array.name() + "'");
    }

    private static String entry(NumpyArray array) {
        return array.name() + ".npy";
    }

    private static void require(boolean same, Path file, String what) {
        if (!same) {
            throw new DatasetException(sentence(file, what));
        }
    }

    private static String sentence(Path file, String what) {
        return "The export did not read back as it was written: " + what + " in " + file.getFileName()
                + " differs. Check the disk and try again.";
    }
}
