package whetstone.app.train;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Ablations;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Ablation;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.Round;
import whetstone.labelling.Sitting;

/** "Without ...": trains the chosen round once more without an expert, a sitting or a round, whatever the dataset holds. FX thread. */
final class WithoutMenu extends MenuButton {
    private final Words words;
    private final Workbench workbench;
    private final Ablations ablations;
    private final ObservableValue<BoughtRow> chosen;

    WithoutMenu(Words words, Workbench workbench, Ablations ablations, ObservableValue<BoughtRow> chosen) {
        super(words.get("bought.do"), new FontIcon(Feather.SCISSORS));
        this.words = words;
        this.workbench = workbench;
        this.ablations = ablations;
        this.chosen = chosen;
        setId("without");
        getStyleClass().add(Styles.SMALL);
        disableProperty().bind(Bindings.createBooleanBinding(() -> chosen.getValue() == null || !ablations.workingProperty().get().isEmpty(),
                chosen, ablations.workingProperty()));
        chosen.subscribe(row -> Optional.ofNullable(row).ifPresent(this::offer));
    }

    private record Choices(SortedSet<String> experts, List<Sitting> sittings, List<Integer> rounds) {
        static Choices of(Dataset dataset, Round round) {
            SortedSet<String> experts = new TreeSet<>();
            for (RolloutSummary rollout : dataset.rollouts()) {
                if (round.rollouts().contains(rollout.id())) {
                    rollout.info().expert().ifPresent(experts::add);
                    dataset.journal(rollout.id()).stream().map(JournalEntry::expert).forEach(experts::add);
                }
            }
            return new Choices(experts, dataset.experts().sittings().stream().filter(sitting -> sitting.from().isBefore(round.at())).toList(),
                    dataset.rounds().stream().map(Round::number).filter(number -> number <= round.number()).toList());
        }
    }

    private void offer(BoughtRow row) {
        workbench.read(dataset -> Choices.of(dataset, row.round()), choices -> {
            getItems().clear();
            choices.experts.forEach(name -> add(words.get("bought.expert", name), new Ablation.Without.Expert(name)));
            getItems().add(new SeparatorMenuItem());
            choices.sittings.forEach(sitting -> add(BoughtRow.name(sitting, ZoneId.systemDefault(), words),
                    new Ablation.Without.Sitting(sitting.id())));
            getItems().add(new SeparatorMenuItem());
            choices.rounds.forEach(number -> add(words.get("bought.labelsOfRound", number), new Ablation.Without.Round(number)));
        });
    }

    private void add(String text, Ablation.Without without) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> ablations.without(chosen.getValue().round(), without));
        getItems().add(item);
    }
}
