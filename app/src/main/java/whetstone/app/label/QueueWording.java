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
        return clips.stream().map(clip -> new QueueEntry(clip.rollout(), clip.range(), clip.ticksPerSecond(), inWords(clip, ""),
                String.join(" · ", inWords(clip, ".long")), clip.reason() instanceof Clip.Reason.Fall, most > 0 ? clip.worth() / most : 0)).toList();
    }

    private List<String> inWords(Clip clip, String length) {
        return clip.reasons().stream().map(reason -> inWords(reason, length)).toList();
    }

    private String inWords(Clip.Reason reason, String length) {
        return switch (reason) {
            case Clip.Reason.Fall(double seconds) -> words.get("reason.fall" + length, seconds);
            case Clip.Reason.DisagreesWithLabel(double by, double seconds) -> words.get("reason.label" + length, by, seconds);
            case Clip.Reason.DisagreesWithExpert(double by) -> words.get("reason.expert" + length, by);
            case Clip.Reason.ExpertsDiffer(double by) -> words.get("reason.experts" + length, by);
            case Clip.Reason.SharpTurn(double by) -> words.get("reason.turn" + length, by);
            case Clip.Reason.Unsure(double spread) -> words.get("reason.unsure" + length, spread);
            case Clip.Reason.Novel() -> words.get("reason.novel" + length);
            case Clip.Reason.Unseen() -> words.get("reason.unseen" + length);
        };
    }
}
