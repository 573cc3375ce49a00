package io.playcaller.cli.letters;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters. */
final class LetterFilterOptions {

    @Option(names = "--reason", paramLabel = "CODE", description = "such as account.unknown")
    private @Nullable String reason;

    @Option(names = "--source", paramLabel = "NAME", description = "who sent it")
    private @Nullable String source;

    @Option(names = "--place", paramLabel = "PLACE", description = "http, kafka, register, health, router or forecast")
    private @Nullable String place;

    @Option(names = "--account", paramLabel = "ID", description = "the account that it names")
    private @Nullable String account;

    @Option(names = "--state", paramLabel = "STATE", description = "waiting, refused, accepted, duplicate, …")
    private @Nullable String state;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "came in at or after it, such as 2026-03-01T09:00:00Z")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "came in before it")
    private @Nullable String until;

    /** What was said, by the names that the service knows. */
    Map<String, Object> said() {
        Map<String, Object> said = new LinkedHashMap<>();
        put(said, "reason", reason);
        put(said, "source", source);
        put(said, "place", place);
        put(said, "account", account);
        put(said, "state", state);
        put(said, "since", since);
        put(said, "until", until);
        return said;
    }

    private static void put(Map<String, Object> said, String name, @Nullable String value) {
        if (value != null) {
            said.put(name, value);
        }
    }

    /** As the query of a URL. */
    static String query(Map<String, Object> said) {
        return said.entrySet().stream()
                .map(one ->
                        one.getKey() + "=" + URLEncoder.encode(String.valueOf(one.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
