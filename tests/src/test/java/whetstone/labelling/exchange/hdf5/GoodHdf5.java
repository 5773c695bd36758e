package whetstone.labelling.exchange.hdf5;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.Export;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Import;
import whetstone.labelling.exchange.ImportFormat;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.RandomRollouts;
import whetstone.labelling.exchange.RoundTrip;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Picture;

/**
 * Small HDF5 files that are as they should be: our own, and those that {@code tests/readers/write_hdf5.py} wrote by h5py and by Minari itself,
 * which lie beside the tests.
 */
final class GoodHdf5 {
    private static final Map<String, List<String>> FOREIGN = Map.of(
            "robomimic", List.of("robomimic-by-h5py.hdf5", "robomimic-by-h5py-v110.hdf5"),
            "minari", List.of("minari-jpeg.hdf5", "minari-raw.hdf5"));

    private GoodHdf5() {}

    static ImportFormat reader(String format) {
        return format.equals("minari") ? new MinariImport() : new RobomimicImport();
    }

    /** By a name for each. */
    static Map<String, byte[]> files(String format) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(format + "-by-whetstone.hdf5", own(format));
        for (String name : FOREIGN.get(format)) {
            files.put(name, foreign(name));
        }
        return files;
    }

    static byte[] foreign(String name) throws IOException {
        try (InputStream bytes = GoodHdf5.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException(name + " does not lie beside the tests");
            }
            return bytes.readAllBytes();
        }
    }

    /** A picture of a frame, whether it came as a file or unpacked. @throws IllegalArgumentException where the file is damaged */
    static Picture picture(ImportedFrame frame, String camera, int channels) {
        EncodedPicture file = frame.originals().get(camera);
        return file == null ? frame.step().seen().picture(camera) : file.decode(channels);
    }

    private static byte[] own(String format) throws IOException {
        ExportFormat export = format.equals("minari") ? new MinariExport() : new RobomimicExport();
        Path folder = Files.createTempDirectory("good-hdf5");
        try (SqliteDataset dataset = SqliteDataset.create(folder.resolve("made.whetstone"))) {
            Import.into(dataset, () -> RandomRollouts.of(7).subList(0, 1), Progress.unseen());
            Export.run(export, RoundTrip.all(dataset), folder.resolve("out"), Progress.unseen());
            return Files.readAllBytes(folder.resolve("out").resolve(format.equals("minari") ? MinariExport.DATA : RobomimicExport.FILE));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
