package io.playcaller.forecast.capacity.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.capacity.CapacityRules;
import io.playcaller.forecast.config.ForecastFiles;
import io.playcaller.forecast.rules.in.RuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class CapacityFileTest {

    private static final Pattern PLAY = Pattern.compile("^  - key: (\\S+)$|^    minutes: (\\d+)$", Pattern.MULTILINE);

    @TempDir
    private Path directory;

    @Test
    void theShippedBandsAreThoseOfTheTiers() {
        CapacityRules rules =
                RuleFiles.read(ForecastFiles.read(Optional.empty())).capacity().rules();

        assertThat(rules.tiers())
                .extracting(tier -> tier.band().tier() + " " + tier.band().atLeast() + "-"
                        + tier.band().atMost())
                .containsExactly("enterprise 5-15", "mid-market 20-50", "pooled 50-150", "tech-touch 250-1000");
    }

    /** The same of the bands by which play-router watches single books. */
    @Test
    void theShippedBandsAreThoseOfTheShippedCoverage() throws IOException {
        Map<String, Object> coverage = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("../play-router/src/main/resources/router/coverage.yaml")));
        Map<String, String> ofCoverage = new TreeMap<>();
        ((Map<?, ?>) coverage.get("tiers")).forEach((tier, said) -> {
            Map<?, ?> band = (Map<?, ?>) said;
            ofCoverage.put(
                    tier.toString(),
                    "%s %s %s-%s"
                            .formatted(
                                    band.get("served-by"),
                                    band.get("kind").equals("named") ? "named" : "shared",
                                    band.get("at-least"),
                                    band.get("at-most")));
        });

        Map<String, String> ofCapacity = new TreeMap<>();
        RuleFiles.read(ForecastFiles.read(Optional.empty()))
                .capacity()
                .rules()
                .tiers()
                .forEach(tier -> ofCapacity.put(
                        tier.band().tier(),
                        "%s %s %d-%d"
                                .formatted(
                                        tier.role(),
                                        tier.named() ? "named" : "shared",
                                        tier.band().atLeast(),
                                        tier.band().atMost())));

        assertThat(ofCapacity).isNotEmpty().isEqualTo(ofCoverage);
    }

    /** Both files ship, and nobody reads the other's: this keeps them from drifting apart. */
    @Test
    void theShippedMinutesAreThoseOfTheShippedPlays() throws IOException {
        Map<String, Integer> ofPlays = new TreeMap<>();
        Matcher found = PLAY.matcher(Files.readString(Path.of("../play-router/src/main/resources/router/plays.yaml")));
        String play = "";
        while (found.find()) {
            play = found.group(1) == null ? play : found.group(1);
            if (found.group(2) != null) {
                ofPlays.put(play, Integer.valueOf(found.group(2)));
            }
        }

        assertThat(new TreeMap<>(RuleFiles.read(ForecastFiles.read(Optional.empty()))
                        .capacity()
                        .rules()
                        .minutes()
                        .plays()))
                .isEqualTo(ofPlays);
    }

    @Test
    void everyFaultIsSaidAtOnceWithItsPlaceAndTheFix() throws IOException {
        Files.writeString(directory.resolve("capacity.yaml"), """
                time: {hours-a-day: 20, productive: 60, days-off: 8}
                roles:
                  csm: {sharing: alone, attainment: 100, within: 480, busiest: 85}
                tiers:
                  enterprise: {role: cms, kind: named, at-least: 15, at-most: 5}
                renewals: {plays: [], work: [{role: csm, tiers: [gold], tasks: 1, minutes: 10}]}
                onboarding: {plays: [], work: []}
                minutes: {other: 45, plays: {}}
                """);

        assertThat(faults().stream().map(ConfigProblem::toString))
                .extracting(fault -> fault.substring(fault.indexOf("capacity.yaml:")))
                .containsExactly(
                        "capacity.yaml:1 time.hours-a-day: must be a whole number from 1 to 15, is `20`",
                        "capacity.yaml:3 roles.csm.sharing: must be one of own-book, pool, is `alone`",
                        "capacity.yaml:3 roles.csm.attainment: must be a whole number from 1 to 99, is `100`",
                        "capacity.yaml:5 tiers.enterprise.role: there is no `cms` in this file; known: csm",
                        "capacity.yaml:5 tiers.enterprise.at-most: is below at-least, which is 15; write 15 or more",
                        "capacity.yaml:6 renewals.work[0].tiers: there is no `gold` in this file; known: enterprise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zzzzzzzzzz: 1|zzzzzzzzzz|",
                "time: {zzzzzzzzzz: 1}|time.zzzzzzzzzz|/properties/time",
                "roles: {csm: {zzzzzzzzzz: 1}}|roles.csm.zzzzzzzzzz|/properties/roles/additionalProperties",
                "tiers: {one: {zzzzzzzzzz: 1}}|tiers.one.zzzzzzzzzz|/properties/tiers/additionalProperties",
                "renewals: {zzzzzzzzzz: 1}|renewals.zzzzzzzzzz|/properties/renewals",
                "renewals: {work: [{zzzzzzzzzz: 1}]}|renewals.work[0].zzzzzzzzzz|/properties/renewals/properties/work/items",
                "minutes: {zzzzzzzzzz: 1}|minutes.zzzzzzzzzz|/properties/minutes"
            })
    void theKeysOfTheSchemaAreThoseOfTheReader(String content, String key, String place) throws IOException {
        Files.writeString(directory.resolve("capacity.yaml"), content + "\n");
        JsonNode schema = WireJson.mapper()
                .readTree(ForecastFiles.schema(ForecastFiles.CAPACITY).orElseThrow());

        Set<String> written = new TreeSet<>();
        schema.at((place == null ? "" : place) + "/properties").fieldNames().forEachRemaining(written::add);

        assertThat(written).isNotEmpty().isEqualTo(known(key));
    }

    private Set<String> known(String key) {
        return faults().stream()
                .filter(fault -> fault.key().equals(key))
                .map(fault -> fault.fix().substring("known here: ".length()))
                .map(fix -> new TreeSet<>(Arrays.asList(fix.split(", "))))
                .findFirst()
                .orElseThrow();
    }

    private List<ConfigProblem> faults() {
        return catchThrowableOfType(
                        ConfigException.class, () -> RuleFiles.read(ForecastFiles.read(Optional.of(directory))))
                .problems();
    }
}
