package whetstone.app.label;

import java.util.List;
import whetstone.app.Words;
import whetstone.labelling.Clip;

/** Puts ranked clips in words for the queue. Pure. */
final class QueueWording {
    private final Words words;

    QueueWording(Words words) {
        this.words = words;
    }

    List<QueueEntry> of(List<Clip> clips) {
        double most = clips.stream().mapToDouble(Clip::worth).max().orElse(1);
        return clips.stream().map(clip -> new QueueEntry(clip.rollout(), clip.range(), clip.ticksPerSecond(), reasons(clip),
                clip.reason() instanceof Clip.Reason.Fall, most > 0 ? clip.worth() / most : 0)).toList();
    }

    private String reasons(Clip clip) {
        return clip.reasons().stream().map(this::reason).collect(java.util.stream.Collectors.joining(" · "));
    }

    private String reason(Clip.Reason reason) {
        return switch (reason) {
            case Clip.Reason.Fall(double seconds) -> words.get("reason.fall", seconds);
            case Clip.Reason.DisagreesWithLabel(double by, double seconds) -> words.get("reason.label", by, seconds);
            case Clip.Reason.DisagreesWithExpert(double by) -> words.get("reason.expert", by);
            case Clip.Reason.ExpertsDiffer(double by) -> words.get("reason.experts", by);
            case Clip.Reason.SharpTurn(double by) -> words.get("reason.turn", by);
            case Clip.Reason.Unsure(double spread) -> words.get("reason.unsure", spread);
            case Clip.Reason.Novel() -> words.get("reason.novel");
            case Clip.Reason.Unseen() -> words.get("reason.unseen");
        };
    }
}
