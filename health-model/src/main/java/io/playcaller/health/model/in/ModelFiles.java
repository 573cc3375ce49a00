package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.ModelVersion;
import io.playcaller.health.engine.model.ProfileRules;
import io.playcaller.health.engine.model.Scoring;
import io.playcaller.health.engine.model.SignalRules;
import io.playcaller.health.engine.model.TierRule;
import io.playcaller.health.engine.model.UsageRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The files of a model, and the model that they make. */
public record ModelFiles(ConfigFiles files) {

    /** The files that make a model; all of them, always. */
    public static final List<String> NAMES =
            List.of(ProfileFile.NAME, ScorecardsFile.NAME, SignalsFile.NAME, UsageFile.NAME);

    /** @throws ConfigException listing everything that is wrong in any of the files */
    public HealthModel model() {
        ConfigProblems problems = new ConfigProblems();
        problems.addAll(files.faults());
        ModelReader reader = new ModelReader(problems);
        Optional<ProfileRules> profile = new ProfileFile(files.parse(ProfileFile.NAME, problems), reader).read();
        Optional<List<TierRule>> tiers = profile.map(ProfileRules::tiers);
        ScorecardsFile scorecards = new ScorecardsFile(files.parse(ScorecardsFile.NAME, problems), reader, profile);
        Optional<Scoring> scoring = scorecards.read();
        Optional<SignalRules> signals = new SignalsFile(files.parse(SignalsFile.NAME, problems), reader, tiers).read();
        Optional<UsageRules> usage = new UsageFile(files.parse(UsageFile.NAME, problems), reader).read();
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
            for (String name : new TreeSet<>(files.texts().keySet())) {
                digest.update((name + "\n" + files.content(name) + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
