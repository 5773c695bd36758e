package whetstone.app.label;

import java.time.InstantSource;
import whetstone.app.Words;
import whetstone.app.Workbench;

/** Editing of labels on the Label screen, put together: its model, its tools, its keys and what it draws on the timeline. FX thread. */
final class Editing {
    private final EditModel model;
    private final EditBar bar;
    private final EditKeys keys;

    Editing(Words words, Workbench workbench, LabelModel label, TimelinePane timeline) {
        this.model = new EditModel(label, new EditWriter(label, workbench, InstantSource.system()), () -> workbench.say(words.get("edit.nothing")));
        this.bar = new EditBar(words, model);
        this.keys = new EditKeys(model);
        new EditLayer(timeline, model, new EditGesture(timeline, model, label));
    }

    EditModel model() {
        return model;
    }

    EditBar bar() {
        return bar;
    }

    EditKeys keys() {
        return keys;
    }
}
