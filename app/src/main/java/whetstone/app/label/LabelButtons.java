package whetstone.app.label;

import whetstone.labelling.input.StickVerb;

/** Which button of the stick says what on the Label screen: the same as the keys. FX thread. */
final class LabelButtons {
    private final LabelModel model;

    LabelButtons(LabelModel model) {
        this.model = model;
    }

    void pressed(StickVerb verb) {
        switch (verb) {
            case RECORD -> model.recordOrStop();
            case PLAY -> model.player().playOrPause();
            case APPROVE -> model.approve();
            case REJECT -> model.reject();
            case UNDO -> model.undo();
            case REDO -> model.redo();
            case STEP_BACK -> model.player().stepBy(-1);
            case STEP -> model.player().stepBy(1);
            case SLOWER -> model.player().slower();
            case FASTER -> model.player().faster();
            case HAND_BACK -> model.next();
        }
    }
}
