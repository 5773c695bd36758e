package whetstone.app.data.worklog;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.app.plot.Legend;
import whetstone.app.plot.Plot;
import whetstone.app.plot.Scale;
import whetstone.app.plot.Series;
import whetstone.labelling.Sitting;

/** The sittings so far: what each took and gave, and whether labelling gets quicker. FX thread; reads in the background. */
public final class WorkLogPane extends VBox {
    private final Words words;
    private final Workbench workbench;
    private final Label sum = new Label();
    private final Legend legend = new Legend();
    private final Plot plot;
    private final TableView<Sitting> table;
    private Subscription seen = Subscription.EMPTY;

    public WorkLogPane(Workbench workbench, Words words) {
        this.words = words;
        this.workbench = workbench;
        this.plot = new Plot(words.get("work.sitting"), words.get("work.rate"));
        this.table = new SittingTable(words, ZoneId.systemDefault()).make();
        getStyleClass().add("work-log");
        getStylesheets().add("/whetstone/css/worklog.css");
        sum.setId("work-sum");
        sum.getStyleClass().add(Styles.TEXT_MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(12, sum, gap, legend);
        head.setAlignment(Pos.CENTER_LEFT);
        plot.setPrefHeight(230);
        plot.setMinHeight(140);
        plot.managedProperty().bind(plot.visibleProperty());
        table.setId("work-sittings");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head, plot, table);
        show(List.of());
    }

    public void shown() {
        seen = Subscription.combine(workbench.datasetProperty().subscribe(_ -> show(List.of())),
                workbench.changeProperty().subscribe(_ -> workbench.read(dataset -> dataset.experts().sittings(), this::show)));
    }

    public void hidden() {
        seen.unsubscribe();
    }

    private void show(List<Sitting> sittings) {
        SittingSeries series = SittingSeries.of(sittings);
        sum.setText(sittings.isEmpty() ? words.get("work.about") : words.get(sittings.size() == 1 ? "work.sum.one" : "work.sum", sittings.size(),
                SittingTable.duration(series.secondsAtScreen()), SittingTable.duration(series.labelledSeconds()), series.perMinute()));
        table.getItems().setAll(sittings.reversed());
        List<Series> curves = series.curves();
        plot.setVisible(!curves.isEmpty());
        legend.show(curves);
        plot.show(Scale.round(0, Math.max(2, sittings.size()), Math.min(10, Math.max(2, sittings.size()))),
                Scale.round(0, Math.max(1, series.best()), 4), curves);
    }
}
