package io.playcaller.health.models.app;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.model.in.ModelFiles;
import io.playcaller.health.models.StoredModel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes drafts: a model that somebody wrote, held against everything that a replica holds its files against at start. */
@ApplicationScoped
public class ModelDrafts {

    /** Characters of all files together: an activation carries them in one record to every partition. */
    static final int MOST_CHARS = 200_000;

    /** What came of a draft. */
    public sealed interface Outcome {}

    /**
     * It is stored.
     *
     * @param anew false when a model of this content was there already, and is answered as it is
     */
    public record Stored(StoredModel model, boolean anew) implements Outcome {}

    /** Everything that is wrong with it. */
    public record Faulty(List<ConfigProblem> problems) implements Outcome {}

    private final Models models;
    private final BusinessClock clock;

    ModelDrafts(Models models, BusinessClock clock) {
        this.models = models;
        this.clock = clock;
    }

    /**
     * Stores a model of these files; those that are missing are as in the model in force.
     *
     * @param texts contents by name
     */
    public Uni<Outcome> draft(Map<String, String> texts, String author, String reason) {
        return models.active().chain(active -> {
            Map<String, String> all = new TreeMap<>(active.orElseThrow().files());
            all.putAll(texts);
            List<ConfigProblem> tooLong = tooLong(all);
            if (!tooLong.isEmpty()) {
                return Uni.createFrom().item(new Faulty(tooLong));
            }
            List<ConfigProblem> problems = new ArrayList<>(strangers(texts));
            ModelFiles files = ModelText.files(all);
            try {
                HealthModel model = new HealthEngine(files.model()).model();
                if (problems.isEmpty()) {
                    return store(new StoredModel(
                            model.contentHash(), model.version(), all, author, reason, clock.instant()));
                }
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
            return Uni.createFrom().item(new Faulty(problems));
        });
    }

    private Uni<Outcome> store(StoredModel model) {
        return models.store(model)
                .chain(anew -> models.find(model.hash()).map(found -> new Stored(found.orElseThrow(), anew)));
    }

    /** Nobody reads what is. Files that are as in force count as well: all of them travel. */
    private static List<ConfigProblem> tooLong(Map<String, String> all) {
        int chars = all.values().stream().mapToInt(String::length).sum();
        return chars <= MOST_CHARS
                ? List.of()
                : List.of(new ConfigProblem(
                        "", 0, "", "the files have %d characters".formatted(chars), "at most " + MOST_CHARS));
    }

    private static List<ConfigProblem> strangers(Map<String, String> texts) {
        return texts.keySet().stream()
                .filter(name -> !ModelFiles.NAMES.contains(name))
                .sorted()
                .map(name -> new ConfigProblem(
                        name, 0, "", "is read by nothing", "known: " + String.join(", ", ModelFiles.NAMES)))
                .toList();
    }
}
