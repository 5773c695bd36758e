package whetstone.app.train;

import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import whetstone.app.Words;
import whetstone.model.policy.PolicyDescription;

/** Asks how a model that others made is to be given the picture, and what its outputs mean. FX thread. */
final class MappingDialog extends Dialog<PolicyDescription> {
    MappingDialog(ForeignChoice choice, Window owner) {
        Words words = Words.of("onnx");
        initOwner(owner);
        setTitle(words.get("title", choice.name()));
        MappingForm form = new MappingForm(choice, words);
        ButtonType bring = new ButtonType(words.get("do.import"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().setContent(form);
        getDialogPane().getButtonTypes().setAll(bring, ButtonType.CANCEL);
        getDialogPane().lookupButton(bring).disableProperty().bind(form.completeProperty().not());
        getDialogPane().getStylesheets().add("/whetstone/css/train.css");
        setResultConverter(pressed -> pressed == bring ? form.description() : null);
    }
}
