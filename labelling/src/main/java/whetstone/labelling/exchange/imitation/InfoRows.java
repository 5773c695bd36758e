package whetstone.labelling.exchange.imitation;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Said;
import whetstone.model.Action;
import whetstone.model.EnvironmentSpec;

/**
 * What is known of a frame beside its picture and the action to imitate, as a row of a structured NumPy array: {@code infos[i]["trust"]} reads
 * as it would from a dictionary, but nothing has to be unpickled. Actions that are not known are NaN, words empty.
 */
final class InfoRows {
    private static final Charset NUMPY_TEXT = Charset.forName("UTF-32LE");
    private final List<Field> fields = new ArrayList<>();

    /** One frame with where it is from. */
    private record Place(Recording recording, Frame frame) {}

    private record Text(String name, Function<Place, String> of) {}

    private record Field(String description, int bytes, Fill fill) {}

    @FunctionalInterface
    private interface Fill {
        /** Puts exactly the field's bytes. */
        void put(Place place, ByteBuffer into);
    }

    private static final List<Text> TEXTS = List.of(
            new Text("policy", place -> place.recording().policy().orElse("")),
            new Text("control", place -> place.frame().step().control().name().toLowerCase(Locale.ROOT)),
            new Text("label", place -> place.frame().said().map(said -> said.kind().name().toLowerCase(Locale.ROOT)).orElse("")),
            new Text("expert", place -> place.frame().said().map(Said::expert).orElse("")),
            new Text("events", place -> place.frame().step().events().stream().map(event -> event.name().toLowerCase(Locale.ROOT)).sorted()
                    .collect(Collectors.joining(" "))));

    InfoRows(List<Fragment> fragments) {
        EnvironmentSpec environment = fragments.getFirst().recording().info().environment();
        number("rollout", "<i8", Long.BYTES, (place, into) -> into.putLong(place.recording().id()));
        number("tick", "<i4", Integer.BYTES, (place, into) -> into.putInt(place.frame().step().tick()));
        number("round", "<i4", Integer.BYTES, (place, into) -> into.putInt(place.recording().info().round()));
        number("intervention", "|b1", 1, (place, into) -> into.put((byte) (place.frame().intervention() ? 1 : 0)));
        number("repair", "<i4", Integer.BYTES, (place, into) -> into.putInt(place.frame().said().map(Said::repair).orElse(0)));
        number("trust", "<f4", Float.BYTES,
                (place, into) -> into.putFloat(place.frame().said().map(said -> (float) said.trust()).orElse(Float.NaN)));
        int size = environment.action().size();
        action("raw", size, frame -> frame.said().flatMap(Said::raw));
        action("learner", size, frame -> frame.step().learnerAction());
        action("executed", size, frame -> frame.step().executedAction());
        action("program_expert", size, frame -> frame.step().expertAction());
        if (!environment.stateNames().isEmpty()) {
            floats("state", environment.stateNames().size(), (place, into) -> {
                for (int i = 0; i < environment.stateNames().size(); i++) {
                    into.putFloat(place.frame().step().seen().state().get(i));
                }
            });
        }
        texts(fragments);
    }

    private void number(String name, String type, int bytes, Fill fill) {
        fields.add(new Field("('" + name + "', '" + type + "')", bytes, fill));
    }

    private void floats(String name, int many, Fill fill) {
        fields.add(new Field("('" + name + "', '<f4', (" + many + ",))", many * Float.BYTES, fill));
    }

    private void action(String name, int size, Function<Frame, Optional<Action>> of) {
        floats(name, size, (place, into) -> {
            Optional<Action> action = of.apply(place.frame());
            for (int i = 0; i < size; i++) {
                into.putFloat(action.isPresent() ? action.get().get(i) : Float.NaN);
            }
        });
    }

    /** Each as wide as the longest of all. */
    private void texts(List<Fragment> fragments) {
        int[] longest = new int[TEXTS.size()];
        for (Fragment fragment : fragments) {
            for (int tick = fragment.from(); tick < fragment.to(); tick++) {
                Place place = new Place(fragment.recording(), fragment.recording().withoutPictures(tick));
                for (int i = 0; i < longest.length; i++) {
                    String text = TEXTS.get(i).of().apply(place);
                    longest[i] = Math.max(longest[i], text.codePointCount(0, text.length()));
                }
            }
        }
        for (int i = 0; i < longest.length; i++) {
            text(TEXTS.get(i), Math.max(1, longest[i]));
        }
    }

    private void text(Text text, int most) {
        int bytes = most * Integer.BYTES;
        fields.add(new Field("('" + text.name() + "', '<U" + most + "')", bytes, (place, into) -> {
            byte[] letters = text.of().apply(place).getBytes(NUMPY_TEXT);
            into.put(letters).put(new byte[bytes - letters.length]);
        }));
    }

    String type() {
        return fields.stream().map(Field::description).collect(Collectors.joining(", ", "[", "]"));
    }

    int bytes() {
        return fields.stream().mapToInt(Field::bytes).sum();
    }

    void fill(Recording recording, int tick, ByteBuffer into) {
        Place place = new Place(recording, recording.withoutPictures(tick));
        fields.forEach(field -> field.fill().put(place, into));
    }
}
