package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.router.staff.Coverage;
import io.playcaller.router.staff.TierCoverage;
import io.playcaller.router.staff.TierCoverage.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageFileTest {

    @TempDir
    private Path directory;

    @Test
    void asShippedADayHoldsEightNewTasksAndBandsAreThoseOfTheDefaults() {
        Coverage shipped = new RuleFiles(Optional.empty()).contents().read().coverage();

        assertThat(shipped.day().tasks()).isEqualTo(8);
        assertThat(shipped.tier("enterprise")).contains(new TierCoverage(Kind.NAMED, "csm", 5, 15));
        assertThat(shipped.tier("mid-market")).contains(new TierCoverage(Kind.NAMED, "csm", 20, 50));
        assertThat(shipped.tier("pooled")).contains(new TierCoverage(Kind.POOLED, "csm", 50, 150));
        assertThat(shipped.tier("tech-touch")).contains(new TierCoverage(Kind.DIGITAL, "digital-csm", 250, 1_000));
        assertThat(shipped.watch()).isEqualTo(new Coverage.Watch(90, 10));
    }

    @Test
    void everyFaultIsSaidAtOnce() throws IOException {
        Files.writeString(directory.resolve("coverage.yaml"), """
                day: {tasks: -1, ahead: 5}
                pools: {share: 100, fairness: 20, overlap: 2}
                tiers:
                  enterprise: {kind: owned, served-by: pilot, at-least: 15, at-most: 5}
                  huge: {kind: named, served-by: csm, at-least: 1, at-most: 5}
                watch: {warn-at: 90, breach-after: 10}
                needs:
                  - when: {countries: [Germany]}
                """);

        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> new RuleFiles(Optional.of(directory)).contents().read());

        assertThat(refused.problems())
                .extracting(problem -> problem.key())
                .contains(
                        "day.tasks",
                        "pools.overlap-hours",
                        "pools.overlap",
                        "tiers.enterprise.kind",
                        "tiers.enterprise.served-by",
                        "tiers.enterprise.at-most",
                        "tiers.huge",
                        "needs[0].when.countries",
                        "needs[0].languages");
    }
}
