package io.playcaller.health.model.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.MeasureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The JSON Schema of {@code scorecards.yaml} says what its reader says. */
class ScorecardsSchemaTest {

    private static final Pattern FENCED = Pattern.compile("```yaml\\n(  - measure: .*?)```", Pattern.DOTALL);
    private static final Pattern PROPOSED =
            Pattern.compile("^#   - measure: .*?(?=^[^#]|^#(?!     ))", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String SHIPPED = OwnFiles.SHIPPED.files().content(ScorecardsFile.NAME);

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(ModelSchemas.of(ScorecardsFile.NAME).orElseThrow(), InputFormat.JSON);

    @Test
    void theShippedFileIsValid() throws IOException {
        assertThat(faults(SHIPPED)).isEmpty();
    }

    @Test
    void soAreTheMeasuresOfOnesOwnThatThePageAndTheFileShow() throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher page = FENCED.matcher(Files.readString(Path.of("../docs/models.md")));
        while (page.find()) {
            examples.add(page.group(1));
        }
        assertThat(examples).hasSize(1);
        Matcher proposed = PROPOSED.matcher(SHIPPED);
        assertThat(proposed.find()).isTrue();

        for (String example : examples) {
            assertThat(faults(withMeasures(example))).as(example).isEmpty();
        }
        assertThat(faults(withMeasures(proposed.group().replaceAll("(?m)^# ", ""))))
                .isEmpty();
    }

    @Test
    void itKnowsTheMeasuresAndReasonsThatTheReaderKnows() throws IOException {
        JsonNode json =
                WireJson.mapper().readTree(ModelSchemas.of(ScorecardsFile.NAME).orElseThrow());

        assertThat(texts(json.at("/properties/measures/items/else/properties/measure/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(MeasureKind.values()).map(MeasureKind::id).toList());
        assertThat(texts(json.at("/definitions/reason/enum")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Reason.values())
                        .filter(reason -> reason != Reason.UNKNOWN)
                        .map(Reason::code)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measure: nps | measure: npss",
                "reason: usage.drop | reason: usage.dropp",
                "weight: 35 | weight: 0",
                "weight: 35 | wieght: 35",
                "curve: { 1: 10, 8: 60, 16: 100 } | curve: { 1: 10, 8: 60, 16: 101 }",
                "curve: { 1: 10, 8: 60, 16: 100 } | curve: { one: 10 }",
                "curve: { 1: 10, 8: 60, 16: 100 } | curve: {}",
                "relative: { 0.10: 10, | relative: { 1.50: 10,",
                "grades: { a: 80, b: 65, c: 50, d: 35 } | grades: { a: 80, b: 65, c: 50 }",
                "grades: { a: 80, | grades: { a: 180,",
                "model: default-1 | modell: default-1",
                "card: named | cart: named",
                "usage: 39, | usage: 139,",
                "tiers: [pooled] | rollUp: worse",
                "measure: used-days | measure: active-days",
                "sev1Signal: 4h | sev1Signal: soon",
                "oldDays: 14 | oldDays: 400",
                "measure: core-features | measure: core-features ## value: { seats: paid, uses: { days: 7 } }",
                "measure: core-features | measure: own ## value: { seats: all }",
                "measure: core-features | measure: own ## value: { daysWith: { use: any } }",
                "measure: core-features | measure: own ## value: { daysSince: { touch: champignon } }",
                "measure: core-features | measure: own ## value: { change: { of: { people: { days: 7 } }, against: 7 } }",
                "measure: core-features | measure: own ## value: { features: { of: [a], days: 400 } }",
                "measure: core-features | measure: own ## value: { seats: paid } ## days: 7",
                "measure: core-features | measure: nps ## value: { seats: paid }",
                "measure: core-features | measure: O ## value: { seats: paid }",
                "measure: core-features | measure: core-features ## label: Ours"
            })
    void aBrokenFileIsRefusedByBoth(String right, String wrong) throws IOException {
        assertThat(SHIPPED).contains(right);
        String broken = wrong.replace(" ## ", "\n    ");

        assertThat(faults(SHIPPED.replace(right, broken))).isNotEmpty();
        assertThatThrownBy(() -> OwnFiles.with(OwnFiles.SHIPPED, ScorecardsFile.NAME, right, broken)
                        .model())
                .isInstanceOf(ConfigException.class);
    }

    private List<String> faults(String content) throws IOException {
        Object yaml;
        try {
            yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
        } catch (YAMLException e) {
            return List.of(e.toString());
        }
        String json = WireJson.mapper().writeValueAsString(yaml);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String withMeasures(String example) {
        return SHIPPED.replace("\nscorecards:\n", "\n" + example.stripTrailing() + "\nscorecards:\n");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
