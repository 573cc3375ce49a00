package io.playcaller.lab.facts;

import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.chassis.yaml.YamlFile;
import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TouchKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a {@link FactMap} strictly: every fault at once, each with its line and key. docs/accuracy.md describes it. */
public final class FactMapFile {

    private static final String SHIPPED = "/lab/facts.yaml";
    private static final Set<String> MAKES = Set.of(
            "usage", "milestone-due", "milestone-reached", "ticket", "nps", "csat", "touch", "contract", "nothing");
    private static final int MOST_MONTHS = 120;
    private static final int MOST_SEATS = 1_000_000;

    private FactMapFile() {}

    /** The mapping that ships. */
    public static FactMap shipped() {
        try (InputStream in = FactMapFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not in the application");
            }
            return read(SHIPPED.substring(1), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    /** @throws io.playcaller.chassis.yaml.ConfigException listing every fault */
    public static FactMap read(String file, String content) {
        ConfigProblems problems = new ConfigProblems();
        YamlMap top = YamlFile.parse(file, content, problems);
        String currency = top.optionalText("currency").orElse("EUR");
        if (!currency.matches("[A-Z]{3}")) {
            top.problem("currency", "is no ISO 4217 code: " + currency, "write EUR, USD, …");
        }
        List<FactRule> rules = new ArrayList<>();
        for (YamlMap map : top.maps("rows")) {
            rules.add(rule(map));
        }
        top.rejectUnknown();
        problems.orThrow();
        return new FactMap(file, currency, rules);
    }

    private static FactRule rule(YamlMap map) {
        String type = map.text("type");
        int star = type.indexOf('*');
        boolean begins = star >= 0;
        if (begins && star != type.length() - 1) {
            map.problem("type", "has a * that is not its end: " + type, "write usage.* or a whole type");
        }
        Making making = making(map, map.oneOf("make", MAKES));
        map.rejectUnknown();
        return new FactRule(begins ? type.substring(0, star) : type, begins, making);
    }

    private static Making making(YamlMap map, String make) {
        return switch (make) {
            case "usage" ->
                new Making.Usage(map.optionalText("feature").orElse(null), map.has("counted") && map.bool("counted"));
            case "milestone-due" ->
                new Making.MilestoneDue(
                        map.text("milestone"),
                        map.has("known") ? map.duration("known") : Duration.ZERO,
                        map.has("valued") && map.bool("valued"));
            case "milestone-reached" ->
                new Making.MilestoneReached(
                        map.text("milestone"), map.has("valueAfter") ? map.duration("valueAfter") : Duration.ZERO);
            case "ticket" -> new Making.Ticket(severity(map));
            case "nps" -> new Making.Survey(SurveyKind.NPS);
            case "csat" -> new Making.Survey(SurveyKind.CSAT);
            case "touch" -> new Making.Touch(TouchKind.MEETING);
            case "contract" ->
                new Making.Contract(
                        map.has("months") ? map.integer("months", 1, MOST_MONTHS) : 12,
                        map.has("seats") ? map.integer("seats", 0, MOST_SEATS) : 0);
            default -> new Making.Nothing();
        };
    }

    private static TicketSeverity severity(YamlMap map) {
        String word = map.oneOf("severity", Set.of("sev1", "sev2", "sev3", "sev4"));
        return word.isEmpty() ? TicketSeverity.SEV4 : TicketSeverity.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
