package whetstone.labelling.exchange;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often the simulator took a picture, by the times in the pictures' names ({@code center_2020_06_08_04_45_28_854.jpg}). It asks for
 * 15 a second (WaitForSeconds(1/15)) and reaches fewer on a slow machine, so the median distance of neighbours counts.
 */
record PictureTimes(UdacityLog log) {
    private static final double ASKED_FOR = 15;
    private static final double LEAST = 1;
    private static final double MOST = 60;
    private static final Pattern TIME = Pattern.compile("\\d{4}(_\\d\\d){5}_\\d{3}");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu_MM_dd_HH_mm_ss_SSS");

    double ticksPerSecond() {
        List<Long> distances = new ArrayList<>();
        Optional<LocalDateTime> before = Optional.empty();
        for (UdacityLog.Row row : log.rows()) {
            Optional<LocalDateTime> now = time(row.centre());
            if (before.isPresent() && now.isPresent()) {
                distances.add(Duration.between(before.get(), now.get()).toMillis());
            }
            before = now;
        }
        if (distances.isEmpty()) {
            return ASKED_FOR;
        }
        distances.sort(null);
        double rate = Math.round(10_000.0 / distances.get(distances.size() / 2)) / 10.0;
        return rate >= LEAST && rate <= MOST ? rate : ASKED_FOR;
    }

    private static Optional<LocalDateTime> time(String name) {
        Matcher matcher = TIME.matcher(name);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(matcher.group(), FORMAT));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
