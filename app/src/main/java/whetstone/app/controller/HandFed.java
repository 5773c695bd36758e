package whetstone.app.controller;

import java.util.List;
import whetstone.labelling.input.KeyboardStick;
import whetstone.labelling.input.MouseStick;
import whetstone.labelling.input.Stick;
import whetstone.labelling.replay.Ticker;

/** The sticks that the window itself feeds: always there. */
record HandFed(MouseStick mouse, KeyboardStick keyboard) {
    HandFed(Ticker ticker) {
        this(new MouseStick(ticker), new KeyboardStick(ticker));
    }

    List<Stick> both() {
        return List.of(mouse, keyboard);
    }
}
