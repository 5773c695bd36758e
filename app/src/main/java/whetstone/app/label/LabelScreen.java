package whetstone.app.label;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import whetstone.app.Screen;
import whetstone.app.WhatNow;
import whetstone.app.Words;
import whetstone.app.Workbench;

/** The Label screen. FX thread. */
public final class LabelScreen implements Screen {
    private final StackPane root = new StackPane();

    public LabelScreen(Workbench workbench) {
        Words words = Words.of("label");
        root.getChildren().add(new WhatNow(Feather.FOLDER, words.get("none.dataset.title"), words.get("none.dataset.text")));
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {}

    @Override
    public void hidden() {}
}
