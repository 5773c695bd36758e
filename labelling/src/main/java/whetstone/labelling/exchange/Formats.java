package whetstone.labelling.exchange;

import java.util.List;
import java.util.Optional;
import whetstone.labelling.exchange.donkeycar.DonkeycarExport;
import whetstone.labelling.exchange.donkeycar.DonkeycarImport;
import whetstone.labelling.exchange.imitation.ImitationExport;
import whetstone.labelling.exchange.lerobot.LeRobotExport;
import whetstone.labelling.exchange.lerobot.LeRobotImport;
import whetstone.labelling.exchange.hdf5.MinariExport;
import whetstone.labelling.exchange.hdf5.MinariImport;
import whetstone.labelling.exchange.hdf5.RobomimicExport;
import whetstone.labelling.exchange.hdf5.RobomimicImport;
import whetstone.labelling.exchange.parquet.ParquetExport;
import whetstone.labelling.exchange.video.VideoImport;

/** Every foreign format there is, in the order that lists show. A line here is all that a new one needs to be offered. */
public final class Formats {
    private Formats() {}

    public static List<ExportFormat> exports() {
        return List.of(
                new CsvExport(),
                new RobomimicExport(),
                new MinariExport(),
                new ImitationExport(),
                new DonkeycarExport(),
                new UdacityExport(),
                LeRobotExport.v21(),
                LeRobotExport.v30(),
                new ParquetExport());
    }

    public static List<ImportFormat> imports() {
        return List.of(
                new UdacityImport(),
                new RobomimicImport(),
                new MinariImport(),
                new DonkeycarImport(),
                new CsvImport(),
                LeRobotImport.v21(),
                LeRobotImport.v30(),
                new VideoImport(),
                new FrameFolderImport());
    }

    public static Optional<ExportFormat> export(String name) {
        return exports().stream().filter(format -> format.name().equals(name)).findFirst();
    }

    public static Optional<ImportFormat> imported(String name) {
        return imports().stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
