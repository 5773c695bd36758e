package whetstone.labelling.exchange.hdf5;

import io.jhdf.api.Group;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ImportFormat;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.ImportedRollout;

/**
 * Reads robomimic's HDF5, a rollout a demonstration: unsigned byte observations of four dimensions are cameras, other numbers are measured.
 * Actions were done by a person, as demonstrations are, unless the file says more, as {@link RobomimicExport} makes it.
 */
public final class RobomimicImport implements ImportFormat {
    private static final Pattern DEMO = Pattern.compile("demo_\\d{1,9}");
    private static final double USUAL_TICKS_PER_SECOND = 20;

    @Override
    public String name() {
        return "robomimic";
    }

    @Override
    public List<String> files() {
        return List.of("*.hdf5", "*.h5");
    }

    /** @param place the file, or the folder of an export of ours */
    @Override
    public ImportSource open(Path place, ImportOptions options) {
        Hdf5File file = Hdf5File.open(Files.isDirectory(place) ? place.resolve(RobomimicExport.FILE) : place);
        try {
            return new Source(file, file.guarded(() -> rollouts(file, options)));
        } catch (DatasetException refused) {
            file.close();
            throw refused;
        }
    }

    private static List<ImportedRollout> rollouts(Hdf5File file, ImportOptions options) {
        Group data = file.group(file.root(), "data").orElseThrow(() -> file.refused("it has no group 'data', as robomimic's files have"));
        List<String> names = file.names(data).stream().filter(name -> DEMO.matcher(name).matches())
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring("demo_".length())))).toList();
        List<ImportedRollout> rollouts = new ArrayList<>();
        Set<Long> places = new HashSet<>();
        for (String name : names) {
            Group demo = file.group(data, name).orElseThrow(() -> file.refused("'" + name + "' is no group, or a link to"
                    + " another place, which is not followed"));
            file.requireNew(demo, name, places);
            Group seen = file.group(demo, "obs").orElseThrow(() -> file.refused("'" + name + "' has no group 'obs'"));
            Hdf5Array actions = file.required(demo, "actions");
            rollouts.add(new EpisodeReader(file, file.path().getFileName() + ", " + name, "robomimic " + name, demo, seen, demo, actions,
                    actions.length(), options, USUAL_TICKS_PER_SECOND).rollout());
        }
        if (rollouts.isEmpty()) {
            throw file.refused("it holds no demonstration, 'data/demo_0' and so on");
        }
        return rollouts;
    }

    /** Open as long as its frames are read. */
    record Source(Hdf5File file, List<ImportedRollout> rollouts) implements ImportSource {
        @Override
        public void close() {
            file.close();
        }
    }
}
