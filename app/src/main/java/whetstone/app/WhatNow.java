package whetstone.app;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an empty place shows: an icon, what is missing, what to do now, and the buttons that do it. */
public final class WhatNow extends VBox {
    public WhatNow(Ikon icon, String title, String text, Node... actions) {
        getStyleClass().add("what-now");
        Label head = new Label(title);
        head.getStyleClass().add(Styles.TITLE_4);
        Label body = new Label(text);
        body.getStyleClass().add("what-now-text");
        setAlignment(Pos.CENTER);
        getChildren().addAll(new FontIcon(icon), head, body);
        getChildren().addAll(actions);
    }
}
