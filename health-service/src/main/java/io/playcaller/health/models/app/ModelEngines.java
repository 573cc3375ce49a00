package io.playcaller.health.models.app;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.models.StoredModel;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@link Engines} of the models that are stored; each is built once, when it is first asked for. */
@ApplicationScoped
public class ModelEngines implements Engines {

    private static final Logger LOG = Logger.getLogger(ModelEngines.class);

    private final Models models;
    private final BusinessClock clock;
    private final Duration limit;
    private final Map<String, HealthEngine> byHash = new ConcurrentHashMap<>();
    private final Set<String> nobodyHas = ConcurrentHashMap.newKeySet();
    private volatile HealthEngine inForce;
    private volatile @Nullable HealthEngine inShadow;

    /** @param ofFiles the engine of the files that this replica started with */
    public ModelEngines(Models models, HealthEngine ofFiles, BusinessClock clock, HealthConfig config) {
        this.models = models;
        this.clock = clock;
        this.limit = config.fold().storeTimeout();
        this.inForce = ofFiles;
        byHash.put(ofFiles.model().contentHash(), ofFiles);
    }

    @Override
    public HealthEngine of(LogState log) {
        HealthEngine engine = byHash.get(log.modelHash());
        if (engine != null) {
            return engine;
        }
        return find(log.modelHash()).orElseGet(() -> inForce);
    }

    @Override
    public boolean known(LogState log) {
        return byHash.containsKey(log.modelHash()) || find(log.modelHash()).isPresent();
    }

    private Optional<HealthEngine> find(String hash) {
        if (hash.isEmpty() || nobodyHas.contains(hash)) {
            return Optional.empty();
        }
        Optional<StoredModel> stored = models.find(hash).await().atMost(limit);
        if (stored.isEmpty()) {
            nobodyHas.add(hash);
            LOG.warnf("the log names model %s, of which nobody has the files; what is in force makes the scores", hash);
        }
        return stored.map(this::built);
    }

    private HealthEngine built(StoredModel model) {
        return byHash.computeIfAbsent(model.hash(), hash -> {
            try {
                return new HealthEngine(ModelText.files(model.files()).model());
            } catch (RuntimeException e) {
                throw new IllegalStateException("this version cannot read model " + hash + ": " + e.getMessage(), e);
            }
        });
    }

    @Override
    public ModelActivated active() {
        StoredModel active = models.active()
                .await()
                .atMost(limit)
                .orElseThrow(() -> new IllegalStateException("no model is in force"));
        nobodyHas.clear();
        inForce = built(active);
        return new ModelActivated(active.hash(), active.version(), active.files());
    }

    /**
     * The model in force, by whatever replica put it there; never blocks. Of one that this version cannot read, what was in force when
     * somebody here last looked.
     */
    public Uni<HealthModel> modelInForce() {
        return models.activeHash().chain(active -> {
            String hash = active.orElse("");
            HealthEngine known = byHash.get(hash);
            return known != null ? Uni.createFrom().item(known.model()) : read(hash);
        });
    }

    /** Models are built beside the event loop. */
    private Uni<HealthModel> read(String hash) {
        return models.find(hash)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(stored -> stored.map(this::built).orElse(inForce).model())
                .onFailure(IllegalStateException.class)
                .recoverWithItem(fault -> {
                    LOG.warnf("answers go by another model than the one in force: %s", fault.getMessage());
                    return inForce.model();
                });
    }

    @Override
    public Optional<HealthEngine> inShadow() {
        return Optional.ofNullable(inShadow);
    }

    /**
     * The model in shadow is another one from here on, or none.
     *
     * @throws IllegalStateException for a model that this version cannot read; then none is
     */
    void putInShadow(@Nullable StoredModel model) {
        inShadow = null;
        if (model != null) {
            inShadow = built(model);
        }
    }

    @Override
    public void heard(ModelActivated activated) {
        Map<String, String> texts = activated.files();
        if (texts != null && !byHash.containsKey(activated.contentHash())) {
            keep(activated, texts);
        }
        active();
    }

    private void keep(ModelActivated activated, Map<String, String> texts) {
        String hash = activated.contentHash();
        if (!ModelText.files(texts).contentHash().equals(hash)) {
            LOG.errorf("the files that the log tells of model %s are another model's", hash);
            return;
        }
        StoredModel model =
                new StoredModel(hash, activated.version(), texts, "log", "the log told of it", clock.instant());
        models.store(model).await().atMost(limit);
    }
}
