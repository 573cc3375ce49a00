package io.playcaller.bench.peer.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlarmIdTest {

    @Test
    void anInstanceNamesTheTaskAndItsClock() {
        UUID task = UUID.fromString("018f2f6a-0000-7000-8000-000000000001");

        AlarmId alarm = AlarmId.of("018f2f6a-0000-7000-8000-000000000001/FIRST_TOUCH");

        assertThat(alarm).isEqualTo(new AlarmId(task, "FIRST_TOUCH"));
        assertThat(AlarmId.of(alarm.instance())).isEqualTo(alarm);
    }

    @Test
    void whatIsNoInstanceIsSaid() {
        assertThatThrownBy(() -> AlarmId.of("a task")).hasMessage("expected TASK-ID/CLOCK, got a task");
    }
}
