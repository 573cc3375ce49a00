package io.playcaller.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.lab.figures.Checked;
import io.playcaller.lab.figures.Figures;
import io.playcaller.lab.figures.FiguresText;
import io.playcaller.lab.figures.MeasureFigures;
import io.playcaller.lab.figures.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A made-up company whose figures follow by hand: four accounts use it each weekday to the end, six stopped two months
 * before. The same lives have the same score. Of the six, three ended badly.
 */
class HealthLabTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final LocalDate AS_OF = LocalDate.of(2026, 5, 29);

    @TempDir
    Path folder;

    private Path events;
    private Path labels;

    @BeforeEach
    void write() throws IOException {
        List<String> rows = new ArrayList<>(List.of("account_id,ts,type,value"));
        List<String> ends = new ArrayList<>(List.of("account_id,as_of,y"));
        for (int account = 0; account < 10; account++) {
            boolean stops = account >= 4;
            LocalDate until = stops ? AS_OF.minusDays(60) : AS_OF;
            for (LocalDate day = START; !day.isAfter(until); day = day.plusDays(1)) {
                if (day.getDayOfWeek().getValue() < 6) {
                    rows.add("a-%d,%s,usage.quiz,1".formatted(account, day));
                }
            }
            ends.add("a-%d,%s,%d".formatted(account, AS_OF, account >= 7 ? 1 : 0));
        }
        events = Files.write(folder.resolve("events.csv"), rows);
        labels = Files.write(folder.resolve("labels.csv"), ends);
    }

    /** 3 bad against 4 better ones and 3 of the same score: (3 * 4 + 3 * 3 / 2) / (3 * 7). */
    @Test
    void theAucIsWhatFollowsFromWhoStopped() {
        Figures figures = lab(Optional.empty()).evaluate((done, of) -> {});

        assertThat(figures.units()).isEqualTo(10);
        assertThat(figures.bad()).isEqualTo(3);
        assertThat(figures.accounts()).isEqualTo(10);
        assertThat(figures.unscored()).isZero();
        assertThat(ranking(figures, "score").auc()).isCloseTo(16.5 / 21, within(1e-12));
        assertThat(ranking(figures, "score").aucByDate().get("2026-05-29")).isCloseTo(16.5 / 21, within(1e-12));
        assertThat(ranking(figures, "recency").auc()).isCloseTo(16.5 / 21, within(1e-12));
        assertThat(ranking(figures, "score").topTenth())
                .as("half of the six, over .3")
                .isCloseTo(0.5 / 0.3, within(1e-9));
    }

    @Test
    void measuresAndReasonsHaveTheirOwn() {
        Figures figures = lab(Optional.empty()).evaluate((done, of) -> {});

        assertThat(measure(figures, "days-since-use").auc()).isCloseTo(16.5 / 21, within(1e-12));
        assertThat(measure(figures, "days-since-use").aucOfValue()).isCloseTo(16.5 / 21, within(1e-12));
        assertThat(measure(figures, "nps").units()).isZero();
        assertThat(figures.reasons())
                .filteredOn(reason -> reason.reason().equals("usage.silent"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.costs()).isEqualTo(6);
                    assertThat(reason.open()).isEqualTo(6);
                    assertThat(reason.openBad()).isEqualTo(3);
                });
    }

    @Test
    void theSameFilesGiveTheSameFigures() {
        assertThat(lab(Optional.empty()).evaluate((done, of) -> {}))
                .isEqualTo(lab(Optional.empty()).evaluate((done, of) -> {}));
    }

    @Test
    void everyScoreIsTheSameInALifeAndAtOnce() {
        HealthLab checking = new HealthLab(
                new Input(events, labels, "y", Optional.empty(), Optional.empty()),
                new Settings(Optional.empty(), 100, true));

        assertThat(checking.evaluate((done, of) -> {}).checked())
                .isNotNull()
                .extracting(Checked::looks)
                .isEqualTo(10);
    }

    @Test
    void aScorecardOfOnesOwnIsUsedAndItsFaultsAreTold() throws IOException {
        Path card = Files.writeString(folder.resolve("mine.yaml"), """
                model: mine
                grades: { a: 80, b: 65, c: 50, d: 35 }
                measures:
                  - { measure: active-days, dimension: usage, weight: 1, reason: usage.level_low, curve: { 0: 100, 28: 0 } }
                scorecards:
                  - { card: all, weights: { usage: 100 } }
                tickets: { sev1Signal: 4h, sev2Signal: 3d, floorAfter: 2d, floorScore: 49.999, oldDays: 14 }
                """);

        Figures upsideDown = lab(Optional.of(card)).evaluate((done, of) -> {});

        assertThat(upsideDown.model()).startsWith("mine ");
        assertThat(ranking(upsideDown, "score").auc()).isCloseTo(1 - 16.5 / 21, within(1e-12));

        Files.writeString(card, Files.readString(card).replace("usage: 100", "usage: 90"));
        assertThatThrownBy(() -> lab(Optional.of(card)).evaluate((done, of) -> {}))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(card + ":6 scorecards[0].weights: the weights sum to 90");
    }

    @Test
    void unitsBeforeADateOnlyTeach() throws IOException {
        List<String> earlier = new ArrayList<>(Files.readAllLines(labels));
        for (int account = 0; account < 10; account++) {
            earlier.add("a-%d,2026-02-27,%d".formatted(account, account % 2));
        }
        Files.write(labels, earlier);

        Figures figures = lab(Optional.empty(), Optional.of("2026-05-29")).evaluate((done, of) -> {});

        assertThat(figures.units()).isEqualTo(10);
        assertThat(figures.teachers()).isEqualTo(10);
        assertThat(figures.dates()).containsExactly("2026-05-29");
        assertThat(ranking(figures, "score").auc()).isCloseTo(16.5 / 21, within(1e-12));
        assertThatThrownBy(
                        () -> lab(Optional.empty(), Optional.of("2026-01-01")).evaluate((done, of) -> {}))
                .hasMessageContaining("--since 2026-01-01: of the 0 units")
                .hasMessageContaining("before it all ended alike");
    }

    /** Ten accounts, by cards that compare: once to count peers, and once beside them. */
    @Test
    void progressCountsEveryLife() {
        List<String> told = new ArrayList<>();

        lab(Optional.empty()).evaluate((done, of) -> told.add(done + "/" + of));

        assertThat(told).hasSize(20).endsWith("20/20");
    }

    @Test
    void theTableNamesEveryMeanAndEveryDate() {
        List<String> lines = FiguresText.lines(lab(Optional.empty()).evaluate((done, of) -> {}));

        assertThat(lines).anyMatch(line -> line.startsWith("score ") && line.contains(" .786 "));
        assertThat(lines).anyMatch(line -> line.startsWith("recency "));
        assertThat(lines).anyMatch(line -> line.startsWith("rank mean within the date "));
        assertThat(lines).anyMatch(line -> line.startsWith("logistic regression "));
        assertThat(lines).anyMatch(line -> line.contains("10 units of 10 accounts on 1 dates; 3 ended badly (30.0 %)"));
    }

    private HealthLab lab(Optional<Path> scorecard) {
        return lab(scorecard, Optional.empty());
    }

    private HealthLab lab(Optional<Path> scorecard, Optional<String> since) {
        return new HealthLab(
                new Input(events, labels, "y", Optional.empty(), scorecard), new Settings(since, 100, false));
    }

    private static Ranking ranking(Figures figures, String by) {
        return figures.rankings().stream()
                .filter(ranking -> ranking.by().equals(by))
                .findFirst()
                .orElseThrow();
    }

    private static MeasureFigures measure(Figures figures, String id) {
        return figures.measures().stream()
                .filter(measure -> measure.measure().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
