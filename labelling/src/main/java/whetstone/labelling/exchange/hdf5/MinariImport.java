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
 * Reads Minari's HDF5, a rollout an episode: of a dictionary of observations unsigned byte arrays of four dimensions are cameras (also as JPEG
 * files, as Minari keeps them by itself), other numbers are measured. The observation behind the last action is left out. Actions were done
 * by a person, as in the human datasets of that library, unless the file says more, as {@link MinariExport} makes it.
 */
public final class MinariImport implements ImportFormat {
    private static final Pattern EPISODE = Pattern.compile("episode_\\d{1,9}");
    private static final double USUAL_TICKS_PER_SECOND = 20;

    @Override
    public String name() {
        return "minari";
    }

    /** @param place the dataset's folder, its folder {@code data}, or {@code main_data.hdf5} */
    @Override
    public ImportSource open(Path place, ImportOptions options) {
        Hdf5File file = Hdf5File.open(main(place));
        try {
            return new RobomimicImport.Source(file, file.guarded(() -> rollouts(file, options)));
        } catch (DatasetException refused) {
            file.close();
            throw refused;
        }
    }

    private static Path main(Path place) {
        if (!Files.isDirectory(place)) {
            return place;
        }
        Path inside = place.resolve(MinariExport.DATA);
        return Files.exists(inside) ? inside : place.resolve("main_data.hdf5");
    }

    private static List<ImportedRollout> rollouts(Hdf5File file, ImportOptions options) {
        List<String> names = file.names(file.root()).stream().filter(name -> EPISODE.matcher(name).matches())
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring("episode_".length())))).toList();
        List<ImportedRollout> rollouts = new ArrayList<>();
        Set<Long> places = new HashSet<>();
        for (String name : names) {
            Group episode = file.group(file.root(), name).orElseThrow(() -> file.refused("'" + name + "' is no group, or a link to"
                    + " another place, which is not followed"));
            file.requireNew(episode, name, places);
            // Where the observation is one picture and no dictionary, it lies in the episode's own group.
            Group seen = file.group(episode, "observations").orElse(episode);
            Group infos = file.group(episode, "infos").orElse(episode);
            Hdf5Array actions = file.required(episode, "actions");
            rollouts.add(new EpisodeReader(file, file.path().getFileName() + ", " + name, "minari " + name, episode, seen, infos, actions,
                    actions.length(), options, USUAL_TICKS_PER_SECOND).rollout());
        }
        if (rollouts.isEmpty()) {
            throw file.refused("it holds no episode, 'episode_0' and so on");
        }
        return rollouts;
    }
}
