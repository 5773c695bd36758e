package whetstone.model.world;

import java.util.List;
import java.util.Optional;
import whetstone.model.EnvironmentSpec;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Environment;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.environment.SkywayTracks;
import whetstone.model.expert.PursuitExpert;

/** The embedded environment; its places are the difficulties. */
public final class SkywayKind implements WorldKind {
    @Override
    public String name() {
        return SkywaySettings.NAME;
    }

    @Override
    public boolean takesPace() {
        return true;
    }

    /** Frozen first: results are reported at it. */
    @Override
    public List<String> places() {
        return Difficulty.all().reversed().stream().map(Difficulty::name).toList();
    }

    @Override
    public boolean otherPlaces() {
        return false;
    }

    @Override
    public World world(String place) {
        return new SkywayWorld(Difficulty.named(place));
    }

    @Override
    public boolean restores(EnvironmentSpec spec) {
        return spec.name().equals(SkywaySettings.NAME) && !SkywaySettings.of(spec).track().isEmpty();
    }

    @Override
    public Optional<Environment> restoring(EnvironmentSpec spec) {
        return restores(spec) ? Optional.of(new Skyway(SkywaySettings.of(spec))) : Optional.empty();
    }

    private record SkywayWorld(Difficulty difficulty) implements World {
        @Override
        public String name() {
            return SkywaySettings.NAME + ":" + difficulty.name();
        }

        @Override
        public List<String> trainingTracks() {
            return SkywayTracks.training();
        }

        @Override
        public List<String> unseenTracks() {
            return SkywayTracks.heldOut();
        }

        @Override
        public Measure measure() {
            return Measure.FALLS_PER_LAP;
        }

        @Override
        public Opened open(String track, Wish wish) {
            SkywaySettings settings = SkywaySettings.experiment(track, difficulty)
                    .withCameras(List.of(SkywayCameras.front(wish.width(), wish.height())));
            Skyway skyway = new Skyway(wish.ticksPerSecond().isPresent() ? settings.withTicksPerSecond(wish.ticksPerSecond().getAsDouble())
                    : settings);
            return new Opened(skyway, Optional.of(new PursuitExpert(skyway)));
        }
    }
}
