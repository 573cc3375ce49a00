package io.playcaller.chassis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigProblem;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FollowedRulesTest {

    private static final Words FIRST = new Words("00000001-0000-0000-0000-000000000000", "first");
    private static final Words SECOND = new Words("00000002-0000-0000-0000-000000000000", "second");

    private final FollowedRules<Words> rules = new FollowedRules<>(FIRST, Words::version);

    /** Rules that say something. */
    private record Words(String version, String say) {}

    @Test
    void whatIsGoodAndNewHoldsOnceItIsTakenOver() {
        assertThat(rules.next(SECOND.version(), () -> SECOND)).contains(SECOND);
        assertThat(rules.get()).isEqualTo(FIRST);

        rules.hold(SECOND);

        assertThat(rules.get()).isEqualTo(SECOND);
        assertThat(rules.next(SECOND.version(), nobodyReads())).isEmpty();
    }

    @Test
    void whatIsBrokenIsRefusedOnceUntilSomethingElseIsThere() {
        assertThat(rules.next(SECOND.version(), FollowedRulesTest::broken)).isEmpty();
        assertThat(rules.next(SECOND.version(), nobodyReads())).isEmpty();

        assertThat(rules.get()).isEqualTo(FIRST);
        assertThat(rules.refused()).contains(SECOND.version());
        assertThat(rules.refusing()).isEqualTo(1);

        assertThat(rules.next(FIRST.version(), nobodyReads())).isEmpty();

        assertThat(rules.refused()).isEmpty();
        assertThat(rules.refusing()).isZero();
    }

    @Test
    void whatIsGoodButCannotBeTakenOverIsRefusedAfterwards() {
        rules.next(SECOND.version(), () -> SECOND);

        rules.refuse(SECOND.version(), new IllegalStateException("it was said otherwise before"));

        assertThat(rules.get()).isEqualTo(FIRST);
        assertThat(rules.next(SECOND.version(), nobodyReads())).isEmpty();
        assertThat(rules.refusing()).isEqualTo(1);
    }

    @Test
    void aReaderThatFailsIsSeenAndIsNotAskedAgain() {
        assertThatThrownBy(() -> rules.next(SECOND.version(), () -> {
                    throw new IllegalStateException("a fault of the reader");
                }))
                .hasMessage("a fault of the reader");

        assertThat(rules.refusing()).isEqualTo(1);
        assertThat(rules.next(SECOND.version(), nobodyReads())).isEmpty();
    }

    @Test
    void replicasThatGoByDifferentRulesShowDifferentNumbers() {
        double first = rules.fingerprint();

        rules.hold(SECOND);

        assertThat(rules.fingerprint()).isNotEqualTo(first);
    }

    private static Words broken() {
        throw new ConfigException(List.of(new ConfigProblem("words.yaml", 1, "say", "is missing", "say something")));
    }

    private static Supplier<Words> nobodyReads() {
        return () -> {
            throw new AssertionError("it was read again");
        };
    }
}
