package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.contracts.WireJson;
import io.playcaller.router.silence.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class SchemaFilesTest extends RulesFolder {

    static final List<String> FILES = RuleFiles.NAMES;

    private static final String PLAY = "plays:\n  - {key: k, number: 1, title: T, ask: A, reasons: [], owner: csm,"
            + " minutes: 9, give-up: 9bd, zzzzzzzzzz: 1, %s}\n";

    @ParameterizedTest
    @FieldSource("FILES")
    void theShippedFileIsValid(String file) throws IOException {
        String shipped = Files.readString(Path.of("src/main/resources/router", file));
        Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(shipped);
        var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SchemaFiles.of(file).orElseThrow(), InputFormat.JSON);

        String json = WireJson.mapper().writeValueAsString(content);
        assertThat(validator.validate(json, InputFormat.JSON)).isEmpty();
    }

    /** The parser says which keys it knows where it finds one that it does not. */
    @ParameterizedTest
    @MethodSource("places")
    void itsKeysAreThoseOfTheReader(String file, String content, String key, String place) throws IOException {
        write(file, content);
        JsonNode schema = WireJson.mapper().readTree(SchemaFiles.of(file).orElseThrow());

        Set<String> written = new TreeSet<>();
        schema.at(place + "/properties").fieldNames().forEachRemaining(written::add);

        assertThat(written).isNotEmpty().isEqualTo(known(key));
    }

    private Set<String> known(String key) {
        return problems().stream()
                .filter(fault -> fault.key().equals(key))
                .map(ConfigProblem::fix)
                .map(fix -> fix.substring("known here: ".length()))
                .map(fix -> new TreeSet<>(Arrays.asList(fix.split(", "))))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> places() {
        String play = "/properties/plays/items";
        return Stream.of(
                Arguments.of("plays.yaml", "plays: []\nzzzzzzzzzz: 1\n", "zzzzzzzzzz", ""),
                ofPlay("cooldown: 1d", "", play),
                ofPlay("eligible: {zzzzzzzzzz: 1}", ".eligible", play + "/properties/eligible"),
                ofPlay(
                        "eligible: {except: {zzzzzzzzzz: 1}}",
                        ".eligible.except",
                        play + "/properties/eligible/properties/except"),
                ofPlay("at-most: {zzzzzzzzzz: 1}", ".at-most", play + "/properties/at-most"),
                ofPlay("sla: {zzzzzzzzzz: 1}", ".sla", "/definitions/targets"),
                ofPlay("exit: [{measure: m, points: 1, zzzzzzzzzz: 1}]", ".exit[0]", play + "/properties/exit/items"),
                ofPlay("steps: [{key: a, zzzzzzzzzz: 1}]", ".steps[0]", play + "/properties/steps/items"),
                ofPlay(
                        "steps: [{key: a, when: {step: b, zzzzzzzzzz: 1}}]",
                        ".steps[0].when",
                        play + "/properties/steps/items/properties/when"),
                Arguments.of(
                        "plays.yaml",
                        "plays: []\nmute: [{zzzzzzzzzz: 1}]\n",
                        "mute[0].zzzzzzzzzz",
                        "/properties/mute/items"),
                Arguments.of(
                        "plays.yaml",
                        "plays: []\ngroup: [{zzzzzzzzzz: 1}]\n",
                        "group[0].zzzzzzzzzz",
                        "/properties/group/items"),
                Arguments.of(
                        "plays.yaml",
                        "plays: []\nholdout: {zzzzzzzzzz: 1}\n",
                        "holdout.zzzzzzzzzz",
                        "/properties/holdout"),
                Arguments.of("roles.yaml", "zzzzzzzzzz: 1\n", "zzzzzzzzzz", ""),
                Arguments.of(
                        "roles.yaml",
                        "roles: {csm: {zzzzzzzzzz: 1}}\n",
                        "roles.csm.zzzzzzzzzz",
                        "/properties/roles/additionalProperties"),
                Arguments.of("holidays.yaml", "zzzzzzzzzz: 1\n", "zzzzzzzzzz", ""),
                Arguments.of(
                        "holidays.yaml",
                        "regions: {de: {zzzzzzzzzz: 1}}\n",
                        "regions.de.zzzzzzzzzz",
                        "/properties/regions/additionalProperties"),
                Arguments.of("calendars.yaml", "zzzzzzzzzz: 1\n", "zzzzzzzzzz", ""),
                Arguments.of(
                        "calendars.yaml",
                        "calendars: {here: {zzzzzzzzzz: 1}}\n",
                        "calendars.here.zzzzzzzzzz",
                        "/properties/calendars/additionalProperties"),
                Arguments.of("directory.yaml", "zzzzzzzzzz: 1\n", "zzzzzzzzzz", ""),
                Arguments.of(
                        "directory.yaml",
                        "people: [{zzzzzzzzzz: 1}]\n",
                        "people[0].zzzzzzzzzz",
                        "/properties/people/items"),
                Arguments.of(
                        "directory.yaml",
                        "people: [{role-terms: [{zzzzzzzzzz: 1}]}]\n",
                        "people[0].role-terms[0].zzzzzzzzzz",
                        "/properties/people/items/properties/role-terms/items"),
                Arguments.of("windows.yaml", "zzzzzzzzzz: 1\n", "zzzzzzzzzz", ""),
                Arguments.of(
                        "windows.yaml",
                        "windows: [{zzzzzzzzzz: 1}]\n",
                        "windows[0].zzzzzzzzzz",
                        "/properties/windows/items"),
                Arguments.of(
                        "windows.yaml",
                        "windows: [{days: [{zzzzzzzzzz: 1}]}]\n",
                        "windows[0].days[0].zzzzzzzzzz",
                        "/properties/windows/items/properties/days/items"),
                ofPlay(
                        "steps: [{key: a, kind: digital, message: {zzzzzzzzzz: 1}}]",
                        ".steps[0].message",
                        play + "/properties/steps/items/properties/message"),
                Arguments.of("messages.yaml", "zzzzzzzzzz: 1\n", "zzzzzzzzzz", ""),
                Arguments.of(
                        "messages.yaml",
                        "messages: [{zzzzzzzzzz: 1}]\n",
                        "messages[0].zzzzzzzzzz",
                        "/properties/messages/items"),
                Arguments.of("coverage.yaml", "zzzzzzzzzz: 1\n", "zzzzzzzzzz", ""),
                ofCoverage("day: {zzzzzzzzzz: 1}", "day", "/properties/day"),
                ofCoverage("pools: {zzzzzzzzzz: 1}", "pools", "/properties/pools"),
                ofCoverage("watch: {zzzzzzzzzz: 1}", "watch", "/properties/watch"),
                ofCoverage("tiers: {pooled: {zzzzzzzzzz: 1}}", "tiers.pooled", "/definitions/tier"),
                ofCoverage("needs: [{zzzzzzzzzz: 1}]", "needs[0]", "/properties/needs/items"),
                ofCoverage(
                        "needs: [{when: {zzzzzzzzzz: 1}}]", "needs[0].when", "/properties/needs/items/properties/when"),
                Arguments.of("sla.yaml", "zzzzzzzzzz: 1\n", "zzzzzzzzzz", ""),
                Arguments.of(
                        "sla.yaml",
                        "severities: {low: {zzzzzzzzzz: 1}}\n",
                        "severities.low.zzzzzzzzzz",
                        "/properties/severities/properties/low"),
                Arguments.of(
                        "sla.yaml",
                        "policies: [{zzzzzzzzzz: 1, when: {zzzzzzzzzz: 1}}]\n",
                        "policies[0].zzzzzzzzzz",
                        "/properties/policies/items"),
                Arguments.of(
                        "sla.yaml",
                        "policies: [{when: {zzzzzzzzzz: 1}}]\n",
                        "policies[0].when.zzzzzzzzzz",
                        "/properties/policies/items/properties/when"));
    }

    private static Arguments ofPlay(String more, String below, String place) {
        return Arguments.of("plays.yaml", PLAY.formatted(more), "plays[0]" + below + ".zzzzzzzzzz", place);
    }

    private static Arguments ofCoverage(String content, String above, String place) {
        return Arguments.of("coverage.yaml", content + "\n", above + ".zzzzzzzzzz", place);
    }

    /** What the reader knows of signals is not told as unknown keys are. */
    @Test
    void windowsMatchByTheTraitsOfSignals() throws IOException {
        JsonNode schema =
                WireJson.mapper().readTree(SchemaFiles.of("windows.yaml").orElseThrow());

        Set<String> written = new TreeSet<>();
        schema.at("/definitions/traits/properties").fieldNames().forEachRemaining(written::add);

        assertThat(written)
                .isEqualTo(
                        Arrays.stream(Trait.values()).map(Trait::key).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aFileThatIsNoneOfTheRoutersHasNoSchema() {
        assertThat(SchemaFiles.of("play.yaml")).isEmpty();
        assertThat(SchemaFiles.of("../application.properties")).isEmpty();
    }
}
