package io.playcaller.forecast.engine.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.capacity.Book.Fill;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookTest {

    private static final List<Band> BANDS = List.of(
            new Band("enterprise", 5, 15),
            new Band("mid-market", 20, 50),
            new Band("pooled", 50, 150),
            new Band("tech-touch", 250, 1_000));

    @ParameterizedTest
    @CsvSource({
        "enterprise,4,1,UNDER",
        "enterprise,5,1,WITHIN",
        "enterprise,13,1,WITHIN",
        "enterprise,14,1,NEAR",
        "enterprise,15,1,NEAR",
        "enterprise,16,1,OVER",
        "pooled,301,2,OVER",
        "pooled,300,2,NEAR",
        "tech-touch,0,1,UNDER"
    })
    void aBookIsAsFullAsItsBandSays(String tier, int accounts, int people, Fill fill) {
        assertThat(Book.of("ada", Map.of(tier, accounts), people, BANDS).fill()).isEqualTo(fill);
    }

    @Test
    void ofSeveralTiersThePartsAddUp() {
        Book full = Book.of("ada", Map.of("enterprise", 6, "mid-market", 30), 1, BANDS);
        Book over = Book.of("ada", Map.of("enterprise", 6, "mid-market", 31), 1, BANDS);

        assertThat(full.ofMost()).isEqualTo(1.0);
        assertThat(full.fill()).isEqualTo(Fill.NEAR);
        assertThat(over.fill()).isEqualTo(Fill.OVER);
        assertThat(Book.peopleFor(Map.of("enterprise", 6.0, "mid-market", 31.0), BANDS))
                .isEqualTo(2);
        assertThat(Book.peopleFor(Map.of("nobody-knows", 9.0), BANDS)).isZero();
    }
}
