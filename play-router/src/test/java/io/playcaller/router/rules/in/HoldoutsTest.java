package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.router.play.HoldoutPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldoutsTest {

    private static final String PLAYS = """
            plays:
              - {key: one, number: 1, title: One, ask: Do it., reasons: [usage.drop], owner: csm, minutes: 10}
              - {key: two, number: 2, title: Two, ask: Do it., reasons: [rel.no_touch], owner: csm, minutes: 10, holdout: 20}
            """;

    @TempDir
    private Path directory;

    @Test
    void sharesAreByTierAndAPlayMayStateItsOwn() throws IOException {
        HoldoutPolicy policy =
                policy("holdout: {salt: spring, digital: 10, pooled: 5, named: 1, never: [one]}\n" + PLAYS);

        assertThat(policy.salt()).isEqualTo("spring");
        assertThat(policy.percentOf("one", "tech-touch")).isZero();
        assertThat(policy.percentOf("two", "tech-touch")).isEqualTo(20);
        assertThat(policy.percentOf("three", "tech-touch")).isEqualTo(10);
        assertThat(policy.percentOf("three", "pooled")).isEqualTo(5);
        assertThat(policy.percentOf("three", "mid-market")).isEqualTo(1);
        assertThat(policy.percentOf("three", "enterprise")).isEqualTo(1);
    }

    @Test
    void withoutThePartNobodyIsHeldOutButWhereAPlaySaysSo() throws IOException {
        HoldoutPolicy policy = policy(PLAYS);

        assertThat(policy.percentOf("one", "tech-touch")).isZero();
        assertThat(policy.percentOf("two", "tech-touch")).isEqualTo(20);
    }

    @Test
    void everyFaultIsSaidAtOnce() {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> policy("holdout: {salt: \"1\", digital: 60, pooled: 5, named: 0, never: [tow, two], share: 3}\n"
                        + PLAYS));

        assertThat(refused)
                .hasMessageContaining("holdout.digital")
                .hasMessageContaining("there is no play tow")
                .hasMessageContaining("two states a holdout itself")
                .hasMessageContaining("holdout.share");
    }

    private HoldoutPolicy policy(String plays) throws IOException {
        Files.writeString(directory.resolve("plays.yaml"), plays);
        return new RuleFiles(Optional.of(directory)).contents().read().plays().holdout();
    }
}
