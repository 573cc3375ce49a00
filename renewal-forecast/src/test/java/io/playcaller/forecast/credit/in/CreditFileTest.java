package io.playcaller.forecast.credit.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.config.ForecastFiles;
import io.playcaller.forecast.credit.app.PolicyOrder;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.playcaller.forecast.engine.credit.CreditRule;
import io.playcaller.forecast.rules.in.RuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditFileTest {

    private static final CreditPolicy SHIPPED =
            RuleFiles.read(ForecastFiles.read(Optional.empty())).credit();

    @TempDir
    private Path directory;

    @Test
    void byDefaultRenewalAndExpansionAreTheAccountManagersAndACsmMayBeCreditedOnTopOfGrowth() {
        CreditRule renewal = SHIPPED.rule(MovementKind.RENEWAL).orElseThrow();
        CreditRule expansion = SHIPPED.rule(MovementKind.EXPANSION).orElseThrow();

        assertThat(renewal.usual()).isEqualTo(Map.of("account-manager", 100));
        assertThat(renewal.total()).isEqualTo(100);
        assertThat(expansion.usual()).isEqualTo(Map.of("account-manager", 100));
        assertThat(expansion.overlay()).isEqualTo(new CreditRule.Overlay(Set.of("csm"), 25, 50));
        assertThat(expansion.total()).isEqualTo(150);
        assertThat(SHIPPED.rule(MovementKind.CHURN)).isEmpty();
    }

    @Test
    void aPolicyIsReadAgainFromTheStoreAsItWas() {
        assertThat(WireJson.read(WireJson.write(SHIPPED), CreditPolicy.class)).isEqualTo(SHIPPED);
    }

    @Test
    void everyFaultIsSaidAtOnceWithItsPlaceAndTheFix() throws IOException {
        Files.writeString(directory.resolve("credit.yaml"), """
                version: "2026-2"
                from: "tomorrow"
                movements:
                  renewal:
                    usual: {account-manager: 90}
                    splits: [{csm: 70, account-manager: 40}]
                    overlay: {roles: [csm], at-least: 50, at-most: 25}
                    total: 120
                  renewals: {}
                """);

        ConfigException refused = catchThrowableOfType(
                ConfigException.class, () -> RuleFiles.read(ForecastFiles.read(Optional.of(directory))));

        assertThat(refused.problems())
                .extracting(problem -> problem.line() + " " + problem.key() + ": " + problem.message())
                .containsExactly(
                        "2 from: is no date: tomorrow",
                        "5 movements.renewal.usual: movements.renewal.usual sums to 90",
                        "6 movements.renewal.splits: movements.renewal.splits[0] sums to 110",
                        "7 movements.renewal.overlay.at-most: is below at-least, which is 50",
                        "8 movements.renewal.total: has no room for the overlay",
                        "9 movements.renewals: is unknown");
    }

    @Test
    void aVersionNeverSaysAnythingElseAndANewOneBeginsLater() {
        CreditPolicy other = new CreditPolicy(SHIPPED.version(), SHIPPED.from(), Map.of());
        CreditPolicy earlier = new CreditPolicy("2026-2", SHIPPED.from(), SHIPPED.rules());
        CreditPolicy later = new CreditPolicy("2026-2", SHIPPED.from().plusDays(1), SHIPPED.rules());

        assertThat(PolicyOrder.problem(SHIPPED, List.of())).isEmpty();
        assertThat(PolicyOrder.problem(SHIPPED, List.of(SHIPPED))).isEmpty();
        assertThat(PolicyOrder.problem(later, List.of(SHIPPED))).isEmpty();
        assertThat(PolicyOrder.problem(other, List.of(SHIPPED)))
                .hasValueSatisfying(problem -> assertThat(problem.key()).isEqualTo("version"));
        assertThat(PolicyOrder.problem(earlier, List.of(SHIPPED)))
                .hasValueSatisfying(problem -> assertThat(problem.key()).isEqualTo("from"));
        assertThat(SHIPPED.from()).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void theSchemaKnowsEveryKindOfMovement() throws IOException {
        JsonNode schema = WireJson.mapper()
                .readTree(ForecastFiles.schema(ForecastFiles.CREDIT).orElseThrow());
        Set<String> written = new TreeSet<>();
        schema.at("/properties/movements/properties").fieldNames().forEachRemaining(written::add);

        assertThat(written)
                .isEqualTo(new TreeSet<>(Arrays.stream(MovementKind.values())
                        .filter(kind -> kind != MovementKind.UNKNOWN)
                        .map(CreditWords::of)
                        .toList()));
    }
}
