package whetstone.labelling.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import whetstone.labelling.Dataset;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.Experts;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.LabelSelection;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.Round;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeWriter;
import whetstone.labelling.TrainingLog;
import whetstone.labelling.Weighting;
import whetstone.labelling.trust.TrustEvidence;
import whetstone.model.ActionSpec;
import whetstone.model.CameraProfile;
import whetstone.model.Rollout;
import whetstone.model.RolloutInfo;
import whetstone.model.learning.Examples;
import whetstone.model.policy.PolicyVersion;

/** The dataset as one SQLite file. Reads on any thread; writes one after the other on the store thread, each whole or not at all. */
public final class SqliteDataset implements Dataset {
    private final DatasetFile file;
    private final RolloutTable rollouts;
    private final PolicyTable policies;
    private final long limitBytes;
    private final StoredLabels labels;
    private final ConcurrentLinkedQueue<RolloutRecorder> recorders = new ConcurrentLinkedQueue<>();
    private final Optional<ExecutorService> own;

    private SqliteDataset(DatasetFile file, long limitBytes, Optional<ExecutorService> own) {
        this.file = file;
        this.rollouts = new RolloutTable(file.faults());
        this.policies = new PolicyTable(file.faults(), id -> file.read(handle -> PolicyTable.model(handle, id)));
        this.labels = new StoredLabels(file, rollouts);
        this.limitBytes = limitBytes;
        this.own = own;
        labels.recover();
    }

    /** Opens a dataset file that is there. @throws whetstone.labelling.DatasetException with a sentence if it can't be */
    public static SqliteDataset open(Path path) {
        if (!Files.exists(path)) {
            throw new Faults(path).because("is not there: choose another file, or make a new one.");
        }
        return openOrCreate(path);
    }

    /** Makes a new dataset file. @throws whetstone.labelling.DatasetException with a sentence if it can't be, or is there already */
    public static SqliteDataset create(Path path) {
        if (Files.exists(path)) {
            throw new Faults(path).because("is there already: choose another name, or open it.");
        }
        return openOrCreate(path);
    }

    /** Opens a dataset file, or makes it where there is none, with a store thread of its own. */
    public static SqliteDataset openOrCreate(Path path) {
        ExecutorService store = Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().name("store").daemon().unstarted(task));
        try {
            return open(path, store, Migrations.released(), quarterOfTheHeap(), Optional.of(store));
        } catch (RuntimeException failure) {
            store.shutdown();
            throw failure;
        }
    }

    /** @param store the store thread: runs one task after the other, in order; it outlives the dataset */
    public static SqliteDataset openOrCreate(Path path, Executor store) {
        return open(path, store, Migrations.released(), quarterOfTheHeap(), Optional.empty());
    }

    /** @param limitBytes of pictures that may wait for the disk */
    static SqliteDataset open(Path path, Executor store, Migrations migrations, long limitBytes, Optional<ExecutorService> own) {
        DatasetFile file = DatasetFile.open(path, store, migrations);
        try {
            return new SqliteDataset(file, limitBytes, own);
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static long quarterOfTheHeap() {
        return Runtime.getRuntime().maxMemory() / 4;
    }

    @Override
    public Path file() {
        return file.path();
    }

    @Override
    public RolloutWriter record(RolloutInfo info) {
        RolloutRecorder recorder = new RolloutRecorder(file, rollouts, info, limitBytes);
        recorders.removeIf(RolloutRecorder::ended);
        recorders.add(recorder);
        return recorder;
    }

    @Override
    public List<RolloutSummary> rollouts() {
        return file.read(rollouts::all);
    }

    @Override
    public Rollout rollout(long id) {
        return stored(id);
    }

    private StoredRollout stored(long id) {
        RolloutSummary summary = file.read(handle -> rollouts.get(handle, id));
        return new StoredRollout(file, id, summary.info(), summary.length());
    }

    @Override
    public Map<String, EncodedPicture> originals(long rollout, int tick) {
        return stored(rollout).originals(tick);
    }

    @Override
    public CompletableFuture<Void> markDeleted(long rollout, boolean deleted) {
        return file.change(handle -> rollouts.markDeleted(handle, rollout, deleted));
    }

    @Override
    public CompletableFuture<Void> setCameraProfile(long rollout, CameraProfile profile) {
        return file.change(handle -> rollouts.setCameraProfile(handle, rollout, profile));
    }

    @Override
    public StrokeWriter beginStroke(long rollout, String expert, String device, Instant startedAt, double ticksPerSecond,
                                    ActionSpec action) {
        return labels.begin(new StrokeTable.Beginning(rollout, expert, device, startedAt, ticksPerSecond, action, Stroke.Origin.STICK));
    }

    @Override
    public CompletableFuture<JournalEntry> append(JournalEntry entry) {
        return labels.append(entry);
    }

    @Override
    public List<JournalEntry> journal(long rollout) {
        return labels.journal(rollout);
    }

    @Override
    public LabelTrack track(long rollout) {
        return labels.track(rollout);
    }

    @Override
    public Examples examples(ActionSpec action, Weighting weighting, LabelSelection selection) {
        return labels.examples(action, selection, switch (weighting) {
            case EQUAL -> Optional.empty();
            case BY_TRUST -> Optional.of(TrustEvidence.of(this));
        });
    }

    @Override
    public int labels() {
        return file.read(RolloutTable::labels);
    }

    @Override
    public Experts experts() {
        return new StoredExperts(file);
    }

    @Override
    public TrainingLog trainings() {
        return new StoredTrainingLog(file);
    }

    @Override
    public CompletableFuture<PolicyVersion> save(PolicyVersion version) {
        return file.write(handle -> PolicyTable.insert(handle, version));
    }

    @Override
    public List<PolicyVersion> policies() {
        return file.read(policies::all);
    }

    @Override
    public Optional<PolicyVersion> driver() {
        return file.read(policies::driver);
    }

    @Override
    public CompletableFuture<Void> makeDriver(OptionalLong policy) {
        return file.change(handle -> PolicyTable.makeDriver(handle, policy));
    }

    @Override
    public CompletableFuture<Round> save(Round round) {
        return file.write(handle -> RoundTable.save(handle, round));
    }

    @Override
    public List<Round> rounds() {
        return file.read(handle -> RoundTable.all(handle, file.faults()));
    }

    @Override
    public Optional<String> setting(String key) {
        return file.read(handle -> SettingsTable.get(handle, key));
    }

    @Override
    public CompletableFuture<Void> setSetting(String key, String value) {
        return file.change(handle -> SettingsTable.put(handle, key, value));
    }

    /** Writes a packed copy of the whole file, for instance to mail it. @param target a file that is not there yet */
    public CompletableFuture<Void> copyTo(Path target) {
        return file.onStore(() -> {
            file.copyTo(target);
            return 0;
        }).thenAccept(_ -> { });
    }

    @Override
    public void close() {
        recorders.forEach(RolloutRecorder::flush);
        labels.flush();
        try {
            file.close();
        } finally {
            own.ifPresent(ExecutorService::close);
        }
    }
}
