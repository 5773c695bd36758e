package whetstone.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.app.Workbench;
import whetstone.model.policy.PolicyVersion;

/** Who can drive: versions of the policy, newest first, then the program expert and the person. FX thread. */
final class DriverChoices {
    private final ReadOnlyObjectWrapper<List<WhoDrives>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final Workbench workbench;
    private final Consumer<Optional<PolicyVersion>> read;

    /** @param read called with the policy that the dataset says is to drive, whenever the choices were read */
    DriverChoices(Workbench workbench, Consumer<Optional<PolicyVersion>> read) {
        this.workbench = workbench;
        this.read = read;
    }

    ReadOnlyObjectProperty<List<WhoDrives>> allProperty() {
        return all.getReadOnlyProperty();
    }

    void reload() {
        if (workbench.dataset().isEmpty()) {
            show(new Versions(List.of(), Optional.empty()));
        }
        workbench.read(open -> new Versions(open.policies(), open.driver()), this::show);
    }

    private record Versions(List<PolicyVersion> all, Optional<PolicyVersion> driver) {}

    private void show(Versions versions) {
        List<WhoDrives> choices = new ArrayList<>();
        versions.all.reversed().forEach(version -> choices.add(new WhoDrives.Version(version)));
        choices.add(new WhoDrives.ProgramExpert());
        choices.add(new WhoDrives.Person());
        all.set(List.copyOf(choices));
        read.accept(versions.driver);
    }
}
