package io.playcaller.testkit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.junit.jupiter.api.Test;

public class MappedConfigTest {

    private static final MappedConfig<Trial> TRIAL = MappedConfig.of(Trial.class);

    @Test
    void readsAsQuarkusDoes() {
        Trial trial = TRIAL.read(Map.of("every", "200ms", "keeps.usage", "2d"));

        assertThat(trial.every()).isEqualTo(Duration.ofMillis(200));
        assertThat(trial.keeps()).containsEntry("usage", Duration.ofDays(2));
        assertThat(trial.worker().batch()).isEqualTo(5);
    }

    @Test
    void whatIsOutOfBoundsIsNamed() {
        assertThatThrownBy(() -> TRIAL.read(Map.of("every", "0s"))).hasMessageContaining("trial.every must be longer");
        assertThatThrownBy(() -> TRIAL.read(Map.of("keeps.usage", "0s")))
                .hasMessageContaining("trial.keeps.usage must be longer");
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThatThrownBy(() -> TRIAL.read(Map.of("evry", "1s"))).hasMessageContaining("trial.evry");
    }

    @Test
    void whatNothingBoundsIsFoundAtEveryDepth() {
        assertThat(TRIAL.unbounded()).containsExactly("trial.grace", "trial.parts.pause", "trial.worker.batch");
    }

    @ConfigMapping(prefix = "trial")
    public interface Trial {

        @WithDefault("1s")
        @DurationMin(millis = 1)
        Duration every();

        Optional<Duration> grace();

        Map<String, @DurationMin(seconds = 1) Duration> keeps();

        Map<String, Part> parts();

        Worker worker();

        interface Worker {
            @WithDefault("5")
            int batch();

            @WithDefault("1")
            @Min(1)
            int senders();
        }

        interface Part {
            Duration pause();
        }
    }
}
