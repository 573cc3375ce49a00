package io.playcaller.forecast.process.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.forecast.config.ForecastFiles;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.process.Checkpoint;
import io.playcaller.forecast.engine.process.DisagreementRule;
import io.playcaller.forecast.engine.process.JudgementRule;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.engine.process.SignalRule;
import io.playcaller.forecast.rules.in.RuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class RenewalsFileTest {

    private static final Path SHIPPED = Path.of("src/main/resources/forecast/renewals.yaml");

    @TempDir
    private Path directory;

    @Test
    void asShippedItSaysWhatTheDocumentsSay() {
        RenewalProcess process =
                RuleFiles.read(ForecastFiles.read(Optional.empty())).process().rules();

        assertThat(process.categories()).isEqualTo(CategoryRule.defaults());
        assertThat(process.judgement()).isEqualTo(new JudgementRule(30, 90));
        assertThat(process.disagreement()).isEqualTo(new DisagreementRule(2, 25));
        assertThat(process.signals()).isEqualTo(new SignalRule(180, 60, 30, 2, 30));
        assertThat(process.shortTerms()).isEqualTo(new ShortTerms(100, 30));
        assertThat(process.checkpoints())
                .extracting(Checkpoint::key)
                .containsExactly("T-180", "T-120", "T-90", "T-60", "T-30");
        assertThat(process.checkpoints().get(4).severity()).isEqualTo(Severity.HIGH);
        assertThat(process.checkpoints().get(2).tiers())
                .containsExactlyInAnyOrder("enterprise", "mid-market", "pooled");
        assertThat(process.rule(RenewalStage.PROPOSAL).owner()).isEqualTo("renewals-manager");
    }

    @Test
    void theShippedFileFitsItsSchema() throws IOException {
        Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(SHIPPED));
        var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(ForecastFiles.schema(ForecastFiles.RENEWALS).orElseThrow(), InputFormat.JSON);

        assertThat(validator.validate(WireJson.mapper().writeValueAsString(content), InputFormat.JSON))
                .isEmpty();
    }

    /** The parser says which keys it knows where it finds one that it does not. */
    @ParameterizedTest
    @CsvSource({
        "'judgement: {','zzzzzzzzzz: 1\njudgement: {',zzzzzzzzzz,''",
        "stages:,'stages:\n  zzzzzzzzzz: 1',stages.zzzzzzzzzz,/properties/stages",
        "opportunities: {,'opportunities: {zzzzzzzzzz: 1, ',opportunities.zzzzzzzzzz,/properties/opportunities",
        "- {category: lost,'- {zzzzzzzzzz: 1, category: lost',categories[0].zzzzzzzzzz,/properties/categories/items",
        "judgement: {,'judgement: {zzzzzzzzzz: 1, ',judgement.zzzzzzzzzz,/properties/judgement",
        "disagreement: {,'disagreement: {zzzzzzzzzz: 1, ',disagreement.zzzzzzzzzz,/properties/disagreement",
        "signals: {,'signals: {zzzzzzzzzz: 1, ',signals.zzzzzzzzzz,/properties/signals",
        "short-terms: {,'short-terms: {zzzzzzzzzz: 1, ',short-terms.zzzzzzzzzz,/properties/short-terms",
        "- at: T-180,'- zzzzzzzzzz: 1',checkpoints[0].zzzzzzzzzz,/properties/checkpoints/items",
        "'preparing: {','preparing: {zzzzzzzzzz: 1, ',stages.preparing.zzzzzzzzzz,/definitions/stageRule",
        "'[{stage: preparing}]','[{zzzzzzzzzz: 1}]',checkpoints[0].needs[0].zzzzzzzzzz,/definitions/criterion"
    })
    void itsKeysAreThoseOfTheReader(String from, String to, String key, String place) throws IOException {
        String content = Files.readString(SHIPPED).replaceFirst(Pattern.quote(from), to);
        JsonNode schema = WireJson.mapper()
                .readTree(ForecastFiles.schema(ForecastFiles.RENEWALS).orElseThrow());
        Set<String> written = new TreeSet<>();
        schema.at(place + "/properties").fieldNames().forEachRemaining(written::add);

        String fix = faults(content).stream()
                .filter(fault -> fault.key().equals(key))
                .map(ConfigProblem::fix)
                .findFirst()
                .orElseThrow();

        assertThat(written).isNotEmpty();
        assertThat(fix.substring("known here: ".length()).split(", ")).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void everyFaultIsSaidAtOnceWithItsPlaceAndFix() throws IOException {
        String content = Files.readString(SHIPPED)
                .replace("within: 180d", "within: soon")
                .replace("{category: best-case}", "{category: best-case, from: 10}")
                .replace("expires: 30d", "expires: 100d")
                .replace("judged-by: csm", "judged-by: boss")
                .replace("at: T-60", "at: T-90")
                .replace("{confirmed: signed}", "{confirmed: Signed it}");

        assertThat(faults(content))
                .extracting(ConfigProblem::key, ConfigProblem::message)
                .contains(
                        tuple("opportunities.within", "is no number of days: soon"),
                        tuple("categories", "ends with an entry that asks for something"),
                        tuple("judgement.expires", "is longer than at-most"),
                        tuple("stages.verbal.exit[0].confirmed", "is no word: Signed it"))
                .extracting(found -> found.toList().get(0))
                .contains("checkpoints[2].needs[1].judged-by", "checkpoints[3].at");
        assertThat(faults(content)).allSatisfy(fault -> assertThat(fault.line()).isPositive());
    }

    @Test
    void aFileOfBeforeThereWereShortTermsHasTheShippedOnes() throws IOException {
        Files.writeString(
                directory.resolve("renewals.yaml"),
                Files.readString(SHIPPED).replace("short-terms: {up-to: 100d, grace: 30d}", ""));

        assertThat(RuleFiles.read(ForecastFiles.read(Optional.of(directory)))
                        .process()
                        .rules()
                        .shortTerms())
                .isEqualTo(ShortTerms.defaults());
        assertThat(faults(Files.readString(SHIPPED).replace("up-to: 100d", "up-to: 400d")))
                .extracting(ConfigProblem::key, ConfigProblem::fix)
                .containsExactly(tuple("short-terms.up-to", "write 360d or less"));
    }

    private List<ConfigProblem> faults(String content) throws IOException {
        Files.writeString(directory.resolve("renewals.yaml"), content);
        ConfigException refused = catchThrowableOfType(
                ConfigException.class, () -> RuleFiles.read(ForecastFiles.read(Optional.of(directory))));
        return refused == null ? List.of() : refused.problems();
    }
}
