package io.playcaller.forecast.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.outcome.ScoreAccuracy.Band;
import io.playcaller.forecast.outcome.ScoreAccuracy.Judged;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreAccuracyTest {

    @Test
    void lowerScoresOfThoseWhoLeftMakeAHighFigure() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            judged.add(new Judged("a" + i, 30_000 + i * 1_500L, i >= 10));
        }

        ScoreAccuracy accuracy = ScoreAccuracy.of(judged, 90);

        assertThat(accuracy.auc()).isNotNull();
        assertThat(accuracy.auc().value()).isEqualByComparingTo("1");
        assertThat(accuracy.lost()).isEqualTo(10);
        assertThat(accuracy.bands()).extracting(Band::grade).containsExactly("A", "B", "C", "D", "E");
        assertThat(accuracy.bands().stream().mapToInt(Band::contracts).sum()).isEqualTo(40);
        assertThat(accuracy.bands().get(4).wentOn()).isNotNull();
        assertThat(accuracy.bands().get(4).wentOn().value()).isEqualByComparingTo("0");
    }

    @Test
    void whereAllEndedAlikeThereIsNothingToTellApart() {
        assertThat(ScoreAccuracy.of(List.of(new Judged("a", 50_000, true)), 90).auc())
                .isNull();
        assertThat(ScoreAccuracy.of(List.of(), 90).bands()).allMatch(band -> band.wentOn() == null);
    }
}
