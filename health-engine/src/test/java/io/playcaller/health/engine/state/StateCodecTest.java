package io.playcaller.health.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is written is read again, and what is damaged is refused. */
class StateCodecTest {

    private final StateCodec codec = new StateCodec();

    @Test
    void useByProductIsKept() {
        FactsOf acme = FactsOf.account("acme");
        AccountState state = new Story(new HealthEngine(Models.oneCard()), "acme")
                .tick(Day.start(0))
                .fact(FactsOf.about("crm", acme.used(Day.at(0, 9), "p1")))
                .fact(FactsOf.about("billing", acme.used(Day.at(0, 10), "p1")))
                .tick(Day.start(40))
                .fact(FactsOf.about("crm", acme.used(Day.at(40, 9), "p1")))
                .state();

        AccountState read = codec.decode(codec.encode(state));

        assertThat(read).isEqualTo(state);
        assertThat(read.facts().usage().products().uses()).hasSize(2);
        assertThat(codec.encode(read)).isEqualTo(codec.encode(state));
    }

    @Test
    void valuesOfMilestonesAreKept() {
        FactsOf acme = FactsOf.account("acme");
        AccountState state = new Story(new HealthEngine(Models.oneCard()), "acme")
                .tick(Day.start(0))
                .fact(acme.valued(Day.at(0, 9), "training", Day.at(1, 0), 0))
                .fact(acme.valued(Day.at(0, 10), "training", Day.at(1, 0), 100))
                .tick(Day.start(2))
                .state();

        assertThat(codec.decode(codec.encode(state))).isEqualTo(state);
    }

    @Test
    void aStateThatIsCutOffOrGoesOnIsRefused() {
        byte[] whole = codec.encode(Lives.life());

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException().isThrownBy(() -> codec.decode(cut));
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> codec.decode(longer));
    }

    @Test
    void aStateOfANewerVersionIsRefusedByName() {
        byte[] newer = codec.encode(Lives.life());
        newer[0] = 99;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode(newer))
                .withMessage("state of version 99, known are 1 to 12");
    }

    /** Where a length is hit, the reader must not ask for the memory that it names. */
    @Test
    void aDamagedByteIsRefusedOrReadAsAnotherStateAndNeverWorse() {
        byte[] whole = codec.encode(Lives.life());

        for (int at = 1; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, at, Math.min(whole.length, at + 4), (byte) 0xff);
            assertThat(catchThrowable(() -> codec.decode(damaged)))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isNull(),
                            thrown -> assertThat(thrown).isInstanceOf(IllegalArgumentException.class));
        }
    }
}
