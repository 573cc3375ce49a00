package io.playcaller.forecast.rules.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.credit.app.CreditPolicies;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.process.app.ProcessVersions;
import io.playcaller.testkit.config.MappedConfig;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentRulesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path SHIPPED = Path.of("src/main/resources/forecast");

    @TempDir
    private Path directory;

    private final Books books = new Books();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void ownCopies() throws IOException {
        for (String name : List.of("renewals.yaml", "capacity.yaml", "credit.yaml")) {
            Files.copy(SHIPPED.resolve(name), directory.resolve(name));
        }
    }

    @Test
    void aGoodChangeHoldsAndIsWrittenDownUnderItsVersion() throws IOException {
        CurrentRules rules = started();
        String before = rules.get().process().version();

        change("renewals.yaml", "expires: 30d", "expires: 20d");
        look(rules);

        assertThat(rules.get().process().rules().judgement().expiresAfter()).isEqualTo(20);
        assertThat(rules.get().process().version()).isNotEqualTo(before);
        assertThat(books.processes)
                .containsExactly(before, rules.get().process().version());
        assertThat(refused()).isZero();
    }

    @Test
    void aFaultInOneFileRefusesAllOfAChangeUntilItIsMended() throws IOException {
        CurrentRules rules = started();
        String before = rules.get().version();

        change("capacity.yaml", "productive: 60", "productive: 50");
        change("renewals.yaml", "expires: 30d", "expires: soon");
        look(rules);

        assertThat(rules.get().version()).isEqualTo(before);
        assertThat(rules.get().capacity().rules().time().productivePercent()).isEqualTo(60);
        assertThat(rules.refused()).isPresent();
        assertThat(refused()).isEqualTo(1);

        change("renewals.yaml", "expires: soon", "expires: 30d");
        look(rules);

        assertThat(rules.get().capacity().rules().time().productivePercent()).isEqualTo(50);
        assertThat(rules.refused()).isEmpty();
        assertThat(refused()).isZero();
    }

    @Test
    void aBrokenFileThatIsPutBackIsRefusedNoMore() throws IOException {
        CurrentRules rules = started();
        change("renewals.yaml", "expires: 30d", "expires: soon");
        look(rules);

        change("renewals.yaml", "expires: soon", "expires: 30d");
        look(rules);

        assertThat(rules.refused()).isEmpty();
        assertThat(books.processes).hasSize(1);
    }

    @Test
    void rulesOfCreditThatChangeUnderTheirVersionAreRefusedAndANewVersionIsKept() throws IOException {
        CurrentRules rules = started();

        change("credit.yaml", "from: \"2026-01-01\"", "from: \"2026-01-02\"");
        look(rules);
        assertThat(rules.refused()).isPresent();
        assertThat(books.policies).hasSize(1);

        change("credit.yaml", "version: \"2026-1\"", "version: \"2026-2\"");
        look(rules);
        assertThat(rules.refused()).isEmpty();
        assertThat(books.policies).extracting(CreditPolicy::version).containsExactly("2026-1", "2026-2");
    }

    @Test
    void whatCannotBeWrittenDownDoesNotHoldAndIsTriedAgain() throws IOException {
        CurrentRules rules = started();
        String before = rules.get().version();
        change("renewals.yaml", "expires: 30d", "expires: 20d");

        books.away = true;
        assertThatThrownBy(() -> look(rules)).hasMessageContaining("away");
        assertThat(rules.get().version()).isEqualTo(before);
        assertThat(rules.refused()).isEmpty();

        books.away = false;
        look(rules);
        assertThat(rules.get().version()).isNotEqualTo(before);
    }

    @Test
    void theServiceDoesNotStartOnABrokenFile() throws IOException {
        change("renewals.yaml", "expires: 30d", "expires: soon");

        assertThatThrownBy(this::started)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("renewals.yaml")
                .hasMessageContaining("judgement.expires");
    }

    private CurrentRules started() {
        ForecastConfig config = MappedConfig.of(ForecastConfig.class).read(Map.of("config-dir", directory.toString()));
        CurrentRules rules = new CurrentRules(config, books, books, meters);
        rules.start(null);
        return rules;
    }

    private static void look(CurrentRules rules) {
        rules.look().await().atMost(SOON);
    }

    private double refused() {
        return meters.get("forecast.rules.refused").gauge().value();
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = directory.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    /** Keeps in memory what the tables keep. */
    private static final class Books implements CreditPolicies, ProcessVersions {

        private final List<CreditPolicy> policies = new ArrayList<>();
        private final List<String> processes = new ArrayList<>();
        private boolean away;

        @Override
        public Uni<List<CreditPolicy>> all() {
            return Uni.createFrom().item(() -> List.copyOf(policies));
        }

        @Override
        public Uni<Void> keep(CreditPolicy policy) {
            if (policies.stream().noneMatch(known -> known.version().equals(policy.version()))) {
                policies.add(policy);
            }
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> note(Ruled<RenewalProcess> process) {
            if (away) {
                return Uni.createFrom().failure(new IllegalStateException("the store is away"));
            }
            if (processes.isEmpty() || !processes.get(processes.size() - 1).equals(process.version())) {
                processes.add(process.version());
            }
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Optional<String>> newest() {
            return Uni.createFrom().item(() -> processes.stream().reduce((first, next) -> next));
        }

        @Override
        public Uni<Optional<String>> text(String version) {
            return Uni.createFrom().item(Optional.empty());
        }
    }
}
