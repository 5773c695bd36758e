package whetstone.app.controller;

import javafx.scene.layout.Region;

/** A value of [-1, 1] as a bar from the middle of its track. FX thread. */
final class AxisBar extends Region {
    private final Region fill = new Region();
    private final Region middle = new Region();
    private double value;

    /** @param style class of the fill */
    AxisBar(String style) {
        getStyleClass().add("axis-bar");
        fill.getStyleClass().addAll("axis-fill", style);
        middle.getStyleClass().add("axis-middle");
        getChildren().addAll(fill, middle);
        setMinHeight(12);
        setPrefHeight(12);
        setMaxHeight(12);
    }

    void show(double shown) {
        if (shown != value) {
            value = shown;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double half = getWidth() / 2;
        double length = Math.abs(Math.clamp(value, -1, 1)) * half;
        fill.resizeRelocate(value < 0 ? half - length : half, 0, length, getHeight());
        middle.resizeRelocate(half - 0.5, 0, 1, getHeight());
    }
}
