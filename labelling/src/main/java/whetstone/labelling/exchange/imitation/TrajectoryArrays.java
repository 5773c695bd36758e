package whetstone.labelling.exchange.imitation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.Progress;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;

/**
 * Trajectories as the arrays that imitation's loader cuts them from: {@code obs} (one more than actions for each), {@code acts} and
 * {@code infos} end to end, {@code indices} at which actions are cut, {@code terminal} one for each.
 */
final class TrajectoryArrays {
    private final List<Fragment> fragments;
    private final EnvironmentSpec environment;
    private final int frames;

    /** @param fragments at least one, all of environments that show and take the same */
    TrajectoryArrays(List<Fragment> fragments) {
        this.fragments = fragments;
        this.environment = fragments.getFirst().recording().info().environment();
        this.frames = Fragment.frames(fragments);
    }

    /** What imitation takes as the observation: the first camera's pictures; what was measured where there is no camera. */
    static Optional<Camera> shown(EnvironmentSpec environment) {
        return environment.cameras().stream().findFirst();
    }

    /** @param progress told of every observation */
    List<NumpyArray> arrays(Progress progress) {
        return List.of(shown(environment).map(camera -> pictures(camera, progress)).orElseGet(() -> measured(progress)), actions(),
                infos(), indices(), terminal());
    }

    private NumpyArray pictures(Camera camera, Progress progress) {
        return new NumpyArray("obs", "'|u1'", frames + fragments.size(), List.of(camera.height(), camera.width(), camera.channels()),
                rows -> eachObservation(progress, (recorded, _) -> rows.take(recorded.picture(camera.name()).samples())));
    }

    private NumpyArray measured(Progress progress) {
        int size = environment.stateNames().size();
        return new NumpyArray("obs", "'<f4'", frames + fragments.size(), List.of(size),
                rows -> eachObservation(progress, (recorded, row) -> {
                    for (int i = 0; i < size; i++) {
                        row.putFloat(recorded.state().get(i));
                    }
                    rows.take(row.flip());
                }));
    }

    @FunctionalInterface
    private interface Shown {
        void take(Observation seen, ByteBuffer row) throws IOException;
    }

    private void eachObservation(Progress progress, Shown shown) throws IOException {
        long done = 0;
        ByteBuffer row = NumpyArray.row(Math.max(1, environment.stateNames().size()) * Float.BYTES);
        for (Fragment fragment : fragments) {
            for (int tick = fragment.from(); tick <= fragment.to(); tick++) {
                progress.at(done++, frames + fragments.size());
                shown.take(fragment.recording().frame(Math.min(tick, fragment.behind())).step().seen(), row.clear());
            }
        }
    }

    private NumpyArray actions() {
        int size = environment.action().size();
        return new NumpyArray("acts", "'<f4'", frames, List.of(size), rows -> {
            ByteBuffer row = NumpyArray.row(size * Float.BYTES);
            for (Fragment fragment : fragments) {
                for (int tick = fragment.from(); tick < fragment.to(); tick++) {
                    Frame frame = fragment.recording().withoutPictures(tick);
                    row.clear();
                    for (float value : frame.wanted().orElseThrow().toArray()) {
                        row.putFloat(value);
                    }
                    rows.take(row.flip());
                }
            }
        });
    }

    private NumpyArray infos() {
        InfoRows infos = new InfoRows(fragments);
        return new NumpyArray("infos", infos.type(), frames, List.of(), rows -> {
            ByteBuffer row = NumpyArray.row(infos.bytes());
            for (Fragment fragment : fragments) {
                for (int tick = fragment.from(); tick < fragment.to(); tick++) {
                    infos.fill(fragment.recording(), tick, row.clear());
                    rows.take(row.flip());
                }
            }
        });
    }

    private NumpyArray indices() {
        return new NumpyArray("indices", "'<i8'", fragments.size() - 1, List.of(), rows -> {
            long cut = 0;
            for (Fragment fragment : fragments.subList(0, fragments.size() - 1)) {
                cut += fragment.length();
                rows.take(NumpyArray.row(Long.BYTES).putLong(cut).flip());
            }
        });
    }

    private NumpyArray terminal() {
        return new NumpyArray("terminal", "'|b1'", fragments.size(), List.of(), rows -> {
            for (int i = 0; i < fragments.size(); i++) {
                rows.take(NumpyArray.row(1));
            }
        });
    }
}
