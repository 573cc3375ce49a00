package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.chassis.yaml.YamlFile;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.ModelVersion;
import io.playcaller.health.engine.model.ProfileRules;
import io.playcaller.health.engine.model.Scoring;
import io.playcaller.health.engine.model.SignalRules;
import io.playcaller.health.engine.model.UsageRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of a model, by name, and the model that they make. */
public record ModelFiles(Map<String, String> contents) {

    /** The files that make a model; all of them, always. */
    public static final List<String> NAMES =
            List.of(ProfileFile.NAME, ScorecardsFile.NAME, SignalsFile.NAME, UsageFile.NAME);

    public ModelFiles {
        contents = Map.copyOf(contents);
    }

    /** @throws ConfigException listing everything that is wrong in any of the files */
    public HealthModel model() {
        ConfigProblems problems = new ConfigProblems();
        ModelReader reader = new ModelReader(problems);
        Optional<ProfileRules> profile =
                new ProfileFile(YamlFile.parse(ProfileFile.NAME, content(ProfileFile.NAME), problems), reader).read();
        Set<String> segments = profile.map(ProfileFile::segments).orElse(Set.of());
        ScorecardsFile scorecards =
                new ScorecardsFile(YamlFile.parse(ScorecardsFile.NAME, content(ScorecardsFile.NAME), problems), reader);
        Optional<Scoring> scoring = scorecards.read();
        Optional<SignalRules> signals = new SignalsFile(
                        YamlFile.parse(SignalsFile.NAME, content(SignalsFile.NAME), problems), reader, segments)
                .read();
        Optional<UsageRules> usage =
                new UsageFile(YamlFile.parse(UsageFile.NAME, content(UsageFile.NAME), problems), reader).read();
        problems.orThrow();
        return new HealthModel(
                new ModelVersion(contentHash(), scorecards.modelName()),
                scoring.orElseThrow(),
                signals.orElseThrow(),
                profile.orElseThrow(),
                usage.orElseThrow());
    }

    /** SHA-256 over names and contents, in the order of the names; a comment counts as content. */
    public String contentHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(contents).forEach((name, content) -> {
                digest.update((name + "\n" + content + "\0").getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String content(String name) {
        return contents.getOrDefault(name, "");
    }
}
