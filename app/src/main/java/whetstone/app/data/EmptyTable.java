package whetstone.app.data;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import whetstone.app.WhatNow;
import whetstone.app.Words;

/** What the table says where it has no row: what to do now, or that the filter hides everything. */
final class EmptyTable extends StackPane {
    EmptyTable(DataModel model, Words words) {
        WhatNow empty = new WhatNow(Feather.DATABASE, words.get("empty.title"), words.get("empty.text"));
        WhatNow hidden = new WhatNow(Feather.FILTER, words.get("empty.hidden.title"), words.get("empty.hidden.text"));
        empty.visibleProperty().bind(Bindings.isEmpty(model.allRows()));
        hidden.visibleProperty().bind(empty.visibleProperty().not());
        getChildren().addAll(empty, hidden);
    }
}
