package io.playcaller.ingest.door.webhook.file;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.ingest.config.IngestFiles;
import io.playcaller.ingest.door.webhook.proof.Proof;
import io.playcaller.ingest.door.webhook.proof.Secret;
import io.playcaller.ingest.door.webhook.proof.Signature;
import io.playcaller.ingest.door.webhook.proof.SignatureScheme;
import io.playcaller.ingest.door.webhook.proof.SignatureScheme.Algorithm;
import io.playcaller.ingest.door.webhook.proof.SignatureScheme.Encoding;
import io.playcaller.ingest.door.webhook.proof.StandardSignature;
import io.playcaller.ingest.door.webhook.proof.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a webhook proves itself; its secrets are named in the file and stand in the settings. */
final class ProofEntry {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);
    private static final String REPLAY_WINDOW = "replay-window";
    private static final String SECRETS = "secrets";

    private static final Map<String, SignatureScheme> SCHEMES = Map.of(
            "zendesk", SignatureScheme.ZENDESK, "jira", SignatureScheme.JIRA, "segment", SignatureScheme.SEGMENT);

    private final YamlMap webhook;
    private final List<String> secrets;

    private ProofEntry(YamlMap webhook, List<String> secrets) {
        this.webhook = webhook;
        this.secrets = secrets;
    }

    /** @param settings a setting or environment variable by its name */
    static Proof read(YamlMap webhook, Kind kind, Function<String, Optional<String>> settings) {
        ProofEntry entry = new ProofEntry(webhook, secrets(webhook, settings));
        return webhook.has("proof") || kind.scheme().isEmpty()
                ? entry.stated(webhook.map("proof"))
                : entry.signature(kind.scheme().get());
    }

    private static List<String> secrets(YamlMap webhook, Function<String, Optional<String>> settings) {
        List<String> names = webhook.texts(SECRETS);
        if (webhook.has(SECRETS) && names.isEmpty()) {
            webhook.problem(SECRETS, "names none", "name a setting that holds one");
        }
        List<String> secrets = new ArrayList<>();
        for (String name : names) {
            String secret = settings.apply(name).orElse("");
            String shown = IngestFiles.shown(name);
            fault(shown, secret)
                    .ifPresent(fault -> webhook.problem(
                            SECRETS,
                            fault,
                            shown.equals(name)
                                    ? "put the secret that the tool has too into " + name
                                    : "name a setting that holds the secret; the secret itself does not belong here"));
            secrets.add(secret);
        }
        return secrets;
    }

    private static Optional<String> fault(String name, String secret) {
        if (secret.isEmpty()) {
            return Optional.of("there is no setting or environment variable " + name);
        }
        if (!secret.equals(secret.strip())) {
            // A file that ended with a line break became the secret: nothing would ever be believed.
            return Optional.of(name + " begins or ends with a blank or a line break");
        }
        return secret.length() < Secret.SHORTEST
                ? Optional.of(name + " has fewer than " + Secret.SHORTEST + " characters")
                : Optional.empty();
    }

    private Proof stated(YamlMap proof) {
        Set<String> words = new TreeSet<>(SCHEMES.keySet());
        words.addAll(List.of("standard", "hmac", "bearer", "basic", "header"));
        String by = proof.oneOf("by", words);
        SignatureScheme known = SCHEMES.get(by);
        Proof read = known == null ? stated(by, proof) : signature(known);
        proof.rejectUnknown();
        return read;
    }

    private Proof stated(String by, YamlMap proof) {
        return switch (by) {
            case "standard" -> new StandardSignature(standardSecrets(), window());
            case "hmac" -> signature(scheme(proof));
            case "basic" -> Token.basic(proof.text("user"), secrets);
            case "header" -> Token.alone(proof.text("header"), secrets);
            default -> Token.bearer(secrets);
        };
    }

    private List<Secret> standardSecrets() {
        List<Secret> known =
                secrets.stream().map(Secret::standard).flatMap(Optional::stream).toList();
        if (known.size() < secrets.size()) {
            webhook.problem(
                    SECRETS,
                    "has one that is no secret of Standard Webhooks",
                    "it begins with whsec_, and " + Secret.SHORTEST + " bytes or more in Base64 follow");
        }
        return known;
    }

    private static SignatureScheme scheme(YamlMap proof) {
        return new SignatureScheme(
                proof.text("header"),
                proof.optionalText("prefix").orElse(""),
                constant(proof, "algorithm", Algorithm.values(), Algorithm.SHA256),
                constant(proof, "encoding", Encoding.values(), Encoding.HEX),
                null);
    }

    private static <E extends Enum<E>> E constant(YamlMap map, String key, E[] constants, E wrong) {
        Map<String, E> words = Stream.of(constants)
                .collect(
                        Collectors.toUnmodifiableMap(constant -> constant.name().toLowerCase(Locale.ROOT), c -> c));
        return words.getOrDefault(map.oneOf(key, words.keySet()), wrong);
    }

    private Signature signature(SignatureScheme scheme) {
        Duration window = scheme.timeHeader() == null ? Duration.ZERO : window();
        return new Signature(scheme, secrets.stream().map(Secret::of).toList(), window);
    }

    private Duration window() {
        Duration window = webhook.has(REPLAY_WINDOW) ? webhook.duration(REPLAY_WINDOW) : WINDOW;
        if (window.isZero() || window.compareTo(LONGEST_WINDOW) > 0) {
            webhook.problem(REPLAY_WINDOW, "is " + window, "write more than nothing and at most 1h");
        }
        return window;
    }
}
